package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import vn.gopy.text.Folded;

/// How good the reading becomes with more sentences to learn from, and with fewer messages that it must
/// answer: as tables and as a drawing.
public final class Curves {
    /// So many sentences are learnt from, beside the phrases; all at last.
    private static final List<Integer> LEARNT = List.of(250, 500, 1_000, 2_000, 4_000, 8_000,
            Integer.MAX_VALUE);
    /// Larger marks would run into the last one.
    private static final int CLEAR = 4_000;
    private static final String SENTENCES = "sentences learnt from";
    private static final String MESSAGES = "% of the messages answered";
    private static final List<Integer> ANSWERED = List.of(100, 90, 80, 70, 60);
    private static final List<String> THREE = List.of("neg", "neu", "pos");
    private static final int BOTTOM = 50;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    /// The sentences learnt from or the per cent of the messages answered, and what per cent of them was right.
    private record Point(int at, double mood, double topic) {}

    /// Where points stand on the axis below: from 0 to 1.
    private record Axis(String name, List<Integer> marks, IntToDoubleFunction place) {}

    /// How a line is drawn and named.
    ///
    /// @param lower how far its name stands below its end
    private record Pen(String name, String colour, int lower) {}

    private final List<Example> examples;
    private final int folds;

    private Curves(List<Example> examples, int folds) {
        this.examples = examples;
        this.folds = folds;
    }

    /// Prints both curves on the first `folds` of five folds of voices, and draws them into a file.
    public static void draw(Path corpus, int folds, Path svg, PrintStream out) throws IOException {
        var curves = new Curves(Corpus.read(corpus), folds);
        var learning = new ArrayList<Point>();
        var coverage = new ArrayList<Point>();
        for (int most : LEARNT) {
            var answers = curves.answers(most);
            var mood = Objects.requireNonNull(answers.get(Task.MOOD)).among(THREE);
            var topic = Objects.requireNonNull(answers.get(Task.TOPIC));
            learning.add(point(Math.min(most, curves.learnt()), mood, topic, 100));
            if (most == Integer.MAX_VALUE) {
                ANSWERED.forEach(answered -> coverage.add(point(answered, mood, topic, answered)));
            }
        }
        print(SENTENCES, learning, out);
        print(MESSAGES, coverage, out);
        Files.writeString(svg, svg(learning, coverage));
    }

    private static Point point(int at, Answers mood, Answers topic, int answered) {
        return new Point(at, 100 * mood.surest(answered / 100.0).accuracy(),
                100 * topic.surest(answered / 100.0).accuracy());
    }

    /// How many sentences there are to learn from while a fifth of the voices is held out, about.
    private int learnt() {
        long all = examples.stream().filter(example -> !example.isNobodys()).count();
        return (int) (all * (School.FOLDS - 1) / School.FOLDS);
    }

    /// What models say of the voices held out that have learnt from so many sentences of the others, at the most.
    private Map<Task, Answers> answers(int most) {
        var all = Map.of(Task.MOOD, new Answers(Task.MOOD), Task.TOPIC, new Answers(Task.TOPIC));
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            var model = School.teach(some(School.held(examples, other -> other != held), most)).model();
            for (var example : School.held(examples, other -> other == held)) {
                var raw = model.raw(new Tokens(Folded.of(example.text())));
                all.forEach((task, answers) -> answers.add(example, model.scores(task, raw)));
            }
        }
        return all;
    }

    /// All phrases, and so many of the sentences as if by lot.
    private static List<Example> some(List<Example> heard, int most) {
        var lot = heard.stream().filter(example -> !example.isNobodys())
                .sorted(Comparator.comparingInt(example -> Integer.reverse(example.text().hashCode() * 31)))
                .limit(most);
        return Stream.concat(heard.stream().filter(Example::isNobodys), lot).toList();
    }

    private static void print(String name, List<Point> points, PrintStream out) {
        out.printf("%n%-32s %8s %8s%n", name, "mood", "topic");
        points.forEach(point -> out.printf(Locale.ROOT, "%-32d %8.1f %8.1f%n", point.at(), point.mood(),
                point.topic()));
    }

    private static String svg(List<Point> learning, List<Point> coverage) {
        double first = Math.log(learning.getFirst().at());
        double last = Math.log(learning.getLast().at());
        var sizes = new Axis(SENTENCES, learning.stream().map(Point::at)
                .filter(at -> at <= CLEAR || at == learning.getLast().at()).toList(),
                at -> (Math.log(at) - first) / (last - first));
        var shares = new Axis(MESSAGES, List.of(0, 25, 50, 75, 100), at -> at / 100.0);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 290" font-family="sans-serif" font-size="12">
                <title>Accuracy of mood and topic by corpus size and by coverage</title>
                %s%s</svg>
                """
                .formatted(panel(40, sizes, learning), panel(420, shares, coverage));
    }

    private static String panel(int left, Axis axis, List<Point> points) {
        var lines = new StringBuilder("<g transform=\"translate(%d 30)\">%n".formatted(left));
        for (int accuracy = BOTTOM; accuracy <= 100; accuracy += 10) {
            int y = (int) y(accuracy);
            lines.append(
                    "<path d=\"M0 %d H%d\" stroke=\"#ddd\"/><text x=\"-8\" y=\"%d\" text-anchor=\"end\">%d</text>%n"
                            .formatted(y, WIDTH, y + 4, accuracy));
        }
        for (int mark : axis.marks()) {
            lines.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>%n"
                    .formatted(x(axis, mark), HEIGHT + 18, mark));
        }
        lines.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n".formatted(WIDTH / 2,
                HEIGHT + 38, axis.name()));
        lines.append(
                line(new Pen("mood", "#1b5e9e", -6),
                        points.stream().map(p -> at(x(axis, p.at()), p.mood())).toList()));
        lines.append(
                line(new Pen("topic", "#b3541e", 14),
                        points.stream().map(p -> at(x(axis, p.at()), p.topic())).toList()));
        return lines.append("</g>\n").toString();
    }

    private static int x(Axis axis, int at) {
        return (int) Math.round(axis.place().applyAsDouble(at) * WIDTH);
    }

    private static String line(Pen pen, List<String> places) {
        return """
                <polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>
                <text transform="translate(%s)" dx="4" dy="%d" fill="%s">%s</text>
                """.formatted(String.join(", ", places), pen.colour(), places.getLast(), pen.lower(),
                pen.colour(),
                pen.name());
    }

    private static String at(int x, double accuracy) {
        return String.format(Locale.ROOT, "%d %.1f", x, y(accuracy));
    }

    private static double y(double accuracy) {
        return HEIGHT - (accuracy - BOTTOM) * HEIGHT / (100.0 - BOTTOM);
    }
}
