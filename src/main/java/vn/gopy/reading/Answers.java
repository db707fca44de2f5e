package vn.gopy.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a model answered to the examples of one task, and how good that was.
final class Answers {
    /// One answer: what was right, what was said, how sure it was.
    record Answer(Example example, String said, float sureness) {}

    private final Task task;
    private final List<Answer> answers = new ArrayList<>();

    Answers(Task task) {
        this.task = task;
    }

    void add(Example example, Scores scores) {
        answers.add(new Answer(example, scores.label(), scores.sureness()));
    }

    private boolean isRight(Answer answer) {
        return answer.example().isRight(task, answer.said());
    }

    int size() {
        return answers.size();
    }

    double accuracy() {
        return answers.stream().filter(this::isRight).count() / (double) Math.max(1, answers.size());
    }

    /// Only the answers whose right label is one of these.
    Answers among(List<String> labels) {
        var some = new Answers(task);
        answers.stream().filter(answer -> labels.contains(answer.example().label(task)))
                .forEach(some.answers::add);
        return some;
    }

    /// The surest part of the answers.
    Answers surest(double part) {
        var some = new Answers(task);
        answers.stream().sorted(Comparator.comparingDouble(answer -> -answer.sureness()))
                .limit(Math.round(answers.size() * part)).forEach(some.answers::add);
        return some;
    }

    /// The mean F1 of some labels.
    double macroF1(List<String> labels) {
        return labels.stream().mapToDouble(this::f1).average().orElse(0);
    }

    private double f1(String label) {
        double recall = recall(label);
        double precision = precision(label);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }

    double recall(String label) {
        var due = answers.stream().filter(answer -> answer.example().label(task).equals(label)).toList();
        return due.stream().filter(this::isRight).count() / (double) Math.max(1, due.size());
    }

    double precision(String label) {
        var said = answers.stream().filter(answer -> answer.said().equals(label)).toList();
        return said.stream().filter(this::isRight).count() / (double) Math.max(1, said.size());
    }

    /// The mean distance between how sure the answers were and how often they were right, in ten bins.
    double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            double from = bin / 10.0;
            var inBin = answers.stream().filter(a -> a.sureness() >= from && a.sureness() < from + 0.1)
                    .toList();
            double right = inBin.stream().filter(this::isRight).count();
            double sure = inBin.stream().mapToDouble(Answer::sureness).sum();
            error += Math.abs(right - sure);
        }
        return error / Math.max(1, answers.size());
    }

    /// A table: a row for each right label, a column for each said one.
    String confusion() {
        var table = new StringBuilder(cell("right \\ said"));
        task.labels().forEach(label -> table.append(cell(label)));
        for (var right : task.labels()) {
            table.append('\n').append(cell(right));
            for (var said : task.labels()) {
                long count = answers.stream().filter(answer -> answer.example().label(task).equals(right)
                        && answer.said().equals(said)).count();
                table.append(cell(count == 0 ? "·" : String.valueOf(count)));
            }
        }
        return table.toString();
    }

    /// The answers that were wrong, as lines.
    List<String> mistakes() {
        return answers.stream().filter(answer -> !isRight(answer))
                .map(answer -> String.format(Locale.ROOT, "%s  %s → %s %.2f  %s", task,
                        answer.example().label(task),
                        answer.said(), answer.sureness(), answer.example().text()))
                .toList();
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, "%-13s", text);
    }
}
