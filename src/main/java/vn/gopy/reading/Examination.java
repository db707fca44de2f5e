package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.gopy.text.Folded;
import vn.gopy.text.Folding;

/// Examines the reading on voices it has not learnt from, and prints the table of its qualities.
///
/// Every fold of voices is held out once: the model that reads it, and the thresholds it uses, come from the
/// others.
public final class Examination {
    private static final List<String> THREE = List.of("neg", "neu", "pos");
    private static final double PART = 0.8;

    private final List<Example> examples;
    private final PrintStream out;
    private final int folds;
    private final Map<String, Set<String>> tags;
    private final Map<Integer, TrainedReader> readers = new HashMap<>();

    private Examination(List<Example> examples, Map<String, Set<String>> tags, int folds, PrintStream out) {
        this.examples = examples;
        this.tags = new TreeMap<>(tags);
        this.folds = folds;
        this.out = out;
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            var model = School.teach(School.held(examples, other -> other != held)).model();
            readers.put(fold, new TrainedReader(model, Map.of()));
        }
    }

    /// Examines on the first `folds` of five folds of voices; `mistakes` prints every wrong answer, too.
    public static void run(Path corpus, int folds, boolean mistakes, PrintStream out)
            throws IOException {
        var examination = new Examination(Corpus.read(corpus), Corpus.tags(corpus), folds, out);
        examination.print(mistakes);
    }

    private void print(boolean mistakes) {
        var asTyped = answers(Example::text, _ -> true);
        var bare = answers(example -> Folding.fold(example.text()), _ -> true);
        out.printf(Locale.ROOT, "%d sentences of voices held out, %d in all%n", of(asTyped, Task.MOOD).size(),
                examples.size());
        qualities(asTyped, bare);
        alarms();
        tags();
        for (var task : List.of(Task.MOOD, Task.TOPIC, Task.INTENT)) {
            out.printf("%n%s%n%s%n", task, of(asTyped, task).confusion());
        }
        speed();
        if (mistakes) {
            asTyped.values().forEach(answers -> answers.mistakes().forEach(out::println));
        }
    }

    private Map<Task, Answers> answers(Function<Example, String> typed, Predicate<Example> wanted) {
        Map<Task, Answers> all = new EnumMap<>(Task.class);
        for (var task : Task.values()) {
            all.put(task, new Answers(task));
        }
        for (var example : heldOut().stream().filter(wanted).toList()) {
            var model = reader(example).model();
            var raw = model.raw(new Tokens(Folded.of(typed.apply(example))));
            all.forEach((task, answers) -> answers.add(example, model.scores(task, raw)));
        }
        return all;
    }

    private List<Example> heldOut() {
        return School.held(examples, fold -> fold >= 0 && fold < folds);
    }

    private TrainedReader reader(Example example) {
        return Objects.requireNonNull(readers.get(Corpus.fold(example, School.FOLDS)), "reader");
    }

    private void qualities(Map<Task, Answers> asTyped, Map<Task, Answers> bare) {
        row("quality", "typed", "no marks");
        both("mood, 3 classes: accuracy", asTyped, bare, all -> of(all, Task.MOOD).among(THREE).accuracy());
        both("mood, 3 classes: macro-F1", asTyped, bare,
                all -> of(all, Task.MOOD).among(THREE).macroF1(THREE));
        both("mood, 3 classes: accuracy of the surest 80 %", asTyped, bare,
                all -> of(all, Task.MOOD).among(THREE).surest(PART).accuracy());
        both("mood with mixed: macro-F1", asTyped, bare,
                all -> of(all, Task.MOOD).macroF1(Task.MOOD.labels()));
        both("topic, either counts: accuracy", asTyped, bare, all -> of(all, Task.TOPIC).accuracy());
        both("topic, surest 80 %", asTyped, bare, all -> of(all, Task.TOPIC).surest(PART).accuracy());
        both("intent: accuracy", asTyped, bare, all -> of(all, Task.INTENT).accuracy());
        for (var task : List.of(Task.MOOD, Task.TOPIC, Task.INTENT)) {
            both(task + ": calibration error", asTyped, bare, all -> of(all, task).calibrationError());
        }
    }

    private static Answers of(Map<Task, Answers> all, Task task) {
        return all.getOrDefault(task, new Answers(task));
    }

    private void both(String name, Map<Task, Answers> asTyped, Map<Task, Answers> bare,
            Function<Map<Task, Answers>, Double> figure) {
        row(name, percent(figure.apply(asTyped)), percent(figure.apply(bare)));
    }

    private void row(String name, String typed, String bare) {
        out.printf("%-48s %10s %10s%n", name, typed, bare);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }

    /// Urgent, toxic and crisis, as the whole reader tells them: rules and classifiers together.
    private void alarms() {
        alarm("urgent", Reading::urgent, example -> example.urgent().equals("1"));
        alarm("toxic", Reading::toxic, example -> example.toxic().equals("1"));
        alarm("crisis", Examination::isCrisis, example -> isCrisis(example.crisis()));
        ordinary();
        alarm("any sensitive lane", reading -> reading.sensitive() != Sensitive.NONE,
                example -> !example.crisis().equals("none"));
    }

    /// The bar: neither a danger of another kind nor a threat counts as an ordinary opinion.
    private void ordinary() {
        var calm = heldOut().stream()
                .filter(example -> example.crisis().equals("none") && example.urgent().equals("0")).toList();
        row("crisis: false alarms among ordinary messages",
                percent(alarmed(calm, Example::text) / (double) calm.size()),
                percent(alarmed(calm, example -> Folding.fold(example.text())) / (double) calm.size()));
    }

    private long alarmed(List<Example> some, Function<Example, String> typed) {
        return some.stream().filter(example -> isCrisis(reader(example).read(typed.apply(example)))).count();
    }

    private static boolean isCrisis(Reading reading) {
        return isCrisis(reading.sensitive().name().toLowerCase(Locale.ROOT));
    }

    private static boolean isCrisis(String kind) {
        return List.of("fire", "medical", "crime", "disaster", "self_harm", "child", "young").contains(kind);
    }

    private void alarm(String name, Predicate<Reading> rings, Predicate<Example> due) {
        var recalls = new ArrayList<String>();
        var precisions = new ArrayList<String>();
        var falseAlarms = new ArrayList<String>();
        for (Function<Example, String> typed : List.<Function<Example, String>>of(Example::text,
                example -> Folding.fold(example.text()))) {
            var held = heldOut();
            double dues = held.stream().filter(due).count();
            double rung = held.stream().filter(e -> rings.test(reader(e).read(typed.apply(e)))).count();
            double right = held.stream().filter(due).filter(e -> rings.test(reader(e).read(typed.apply(e))))
                    .count();
            recalls.add(percent(right / Math.max(1, dues)));
            precisions.add(percent(right / Math.max(1, rung)));
            falseAlarms.add(percent((rung - right) / Math.max(1, held.size() - dues)));
        }
        row(name + ": recall", recalls.getFirst(), recalls.getLast());
        row(name + ": precision", precisions.getFirst(), precisions.getLast());
        row(name + ": false alarms among the others", falseAlarms.getFirst(), falseAlarms.getLast());
    }

    private void tags() {
        out.printf("%n%-14s %8s %8s %8s %8s%n", "tag", "n", "mood", "topic", "intent");
        tag("teen-code", example -> Noise.copies(example.text()).getLast(), _ -> true);
        tag("no marks", example -> Folding.fold(example.text()), _ -> true);
        tags.forEach((tag, texts) -> tag(tag, Example::text, example -> texts.contains(example.text())));
        tag("long", Example::text, example -> example.text().length() > 110);
        tag("short", Example::text, example -> example.text().length() < 40);
    }

    private void tag(String name, Function<Example, String> typed, Predicate<Example> wanted) {
        var answers = answers(typed, wanted);
        out.printf("%-14s %8d %8s %8s %8s%n", name, of(answers, Task.MOOD).size(),
                percent(of(answers, Task.MOOD).accuracy()), percent(of(answers, Task.TOPIC).accuracy()),
                percent(of(answers, Task.INTENT).accuracy()));
    }

    /// Processor time, so that other work on the machine does not count.
    private void speed() {
        var threads = ManagementFactory.getThreadMXBean();
        var held = heldOut();
        long messages = 0;
        long begun = 0;
        for (int round = 0; round < 30; round++) {
            if (round == 20) {
                begun = threads.getCurrentThreadCpuTime();
                messages = 0;
            }
            for (var example : held) {
                reader(example).read(example.text());
                messages++;
            }
        }
        double micros = (threads.getCurrentThreadCpuTime() - begun) / 1000.0 / messages;
        out.printf(Locale.ROOT, "%n%.1f µs of processor time a message, all readings%n", micros);
    }
}
