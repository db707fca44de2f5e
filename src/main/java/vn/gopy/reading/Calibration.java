package vn.gopy.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.gopy.text.Folded;

/// Settles, on voices a model has not learnt from, what the second layer makes of its scores and how sure it may
/// sound: a temperature a task, so that shares are honest, and a threshold under which it says "unsure". One threshold serves every label: praise and
/// blame alike.
final class Calibration {
    /// The share of messages that get a guess at all; the rest are left to the resident.
    private static final Map<Task, Double> COVERAGE = Map.of(Task.MOOD, 0.82, Task.TOPIC, 0.93, Task.INTENT,
            0.97);
    /// How much more a miss counts than a false alarm, for tasks that say yes or no.
    private static final Map<Task, Double> RECALL = Map.of(Task.URGENT, 1.2, Task.TOXIC, 1.4);
    /// The share of ordinary opinions that the classifier alone may take for a crisis.
    private static final double FALSE_ALARMS = 0.006;

    private final List<Said> heard = new ArrayList<>();
    private final List<Said> unseen = new ArrayList<>();

    /// Adds what a model says of examples whose voices it has not heard, as written and without marks.
    void add(Model model, List<Example> examples) {
        for (var example : examples) {
            for (var text : List.of(example.text(), Noise.copies(example.text()).getFirst())) {
                heard.add(new Said(example, model.inputs(new Tokens(Folded.of(text)))));
            }
        }
    }

    /// The model with its second layer, temperatures and thresholds.
    ModelFile settle(ModelFile trained) {
        var stack = new StackTrainer(heard).train();
        unseen.clear();
        heard.forEach(one -> unseen.add(one.through(stack)));
        Map<Task, Float> temperatures = new EnumMap<>(Task.class);
        Map<Task, Float> thresholds = new EnumMap<>(Task.class);
        for (var task : Task.values()) {
            float temperature = temperature(task);
            temperatures.put(task, temperature);
            thresholds.put(task, threshold(task, temperature));
        }
        return trained.settled(stack, temperatures, thresholds);
    }

    private float threshold(Task task, float temperature) {
        return switch (task) {
            case MOOD, TOPIC, INTENT -> covering(task, temperature);
            case URGENT, TOXIC -> alarming(task, temperature);
            case CRISIS -> quiet(task, temperature);
        };
    }

    /// The lowest threshold that keeps false alarms rare.
    private float quiet(Task task, float temperature) {
        var no = task.labels().getFirst();
        var calm = unseen.stream().filter(one -> one.example().label(task).equals(no))
                .map(one -> (float) (1 - share(task, one, no, temperature))).sorted().toList();
        return calm.isEmpty() ? 1 : calm.get((int) ((calm.size() - 1) * (1 - FALSE_ALARMS))) + 1e-4f;
    }

    private float temperature(Task task) {
        float best = 1;
        double least = Double.MAX_VALUE;
        for (float temperature = 0.2f; temperature < 4; temperature *= 1.1f) {
            double loss = 0;
            for (var one : unseen) {
                loss -= Math.log(Math.max(1e-6, share(task, one, one.example().label(task), temperature)));
            }
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    private static double share(Task task, Said one, String label, float temperature) {
        return one.scores(task, temperature).share(label);
    }

    private float covering(Task task, float temperature) {
        var sureness = new ArrayList<Float>();
        for (var one : unseen) {
            sureness.add(one.scores(task, temperature).sureness());
        }
        Collections.sort(sureness);
        return sureness.get((int) (sureness.size() * (1 - COVERAGE.getOrDefault(task, 1.0))));
    }

    /// The threshold with the best F-measure, recall counting as often as [#RECALL] says.
    private float alarming(Task task, float temperature) {
        double beta = RECALL.getOrDefault(task, 1.0);
        var no = task.labels().getFirst();
        float best = 0.5f;
        double most = -1;
        for (float threshold = 0.05f; threshold < 0.95f; threshold += 0.01f) {
            double right = 0;
            double missed = 0;
            double wrong = 0;
            for (var one : unseen) {
                boolean alarm = 1 - share(task, one, no, temperature) >= threshold;
                boolean due = !one.example().label(task).equals(no);
                right += alarm && due ? 1 : 0;
                missed += due && !alarm ? 1 : 0;
                wrong += alarm && !due ? 1 : 0;
            }
            double measure = (1 + beta * beta) * right
                    / ((1 + beta * beta) * right + beta * beta * missed + wrong);
            if (measure > most) {
                most = measure;
                best = threshold;
            }
        }
        return best;
    }
}
