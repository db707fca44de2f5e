package vn.gopy.reading;

import java.util.List;

/// How likely each label of a task is for one message.
final class Scores {
    private final Task task;
    private final float[] shares;

    Scores(Task task, float[] shares) {
        this.task = task;
        this.shares = shares;
    }

    /// The place of the likeliest label.
    int best() {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return best;
    }

    /// The place of the likeliest label but one.
    int second() {
        int best = best();
        int second = best == 0 ? 1 : 0;
        for (int i = 0; i < shares.length; i++) {
            second = i != best && shares[i] > shares[second] ? i : second;
        }
        return second;
    }

    float share(int place) {
        return shares[place];
    }

    float share(String label) {
        return shares[task.labels().indexOf(label)];
    }

    /// How sure the best guess is, 0 to 1.
    float sureness() {
        return shares[best()];
    }

    String label() {
        return task.labels().get(best());
    }

    List<String> labels() {
        return task.labels();
    }
}
