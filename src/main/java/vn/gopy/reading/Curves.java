package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.gopy.text.Folded;

/// How good the reading becomes with more sentences to learn from, and with fewer messages that it must
/// answer: as tables and as a drawing.
public final class Curves {
    private static final List<Integer> LEARNT = List.of(25, 50, 75, 100);
    private static final List<Integer> ANSWERED = List.of(100, 90, 80, 70, 60);
    private static final List<String> THREE = List.of("neg", "neu", "pos");
    private static final int BOTTOM = 50;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    /// The share of the corpus learnt from or of the messages answered, and what was right, all in per cent.
    private record Point(int share, double mood, double topic) {}

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
        for (int share : LEARNT) {
            var answers = curves.answers(share);
            var mood = Objects.requireNonNull(answers.get(Task.MOOD)).among(THREE);
            var topic = Objects.requireNonNull(answers.get(Task.TOPIC));
            learning.add(point(share, mood, topic, 100));
            if (share == 100) {
                ANSWERED.forEach(answered -> coverage.add(point(answered, mood, topic, answered)));
            }
        }
        print("% of the voices learnt from", learning, out);
        print("% of the messages answered", coverage, out);
        Files.writeString(svg, svg(learning, coverage));
    }

    private static Point point(int share, Answers mood, Answers topic, int answered) {
        return new Point(share, 100 * mood.surest(answered / 100.0).accuracy(),
                100 * topic.surest(answered / 100.0).accuracy());
    }

    /// What models say of the voices held out that have learnt from a share of the others.
    private Map<Task, Answers> answers(int share) {
        var all = Map.of(Task.MOOD, new Answers(Task.MOOD), Task.TOPIC, new Answers(Task.TOPIC));
        for (int fold = 0; fold < folds; fold++) {
            int held = fold;
            var heard = School.held(examples, other -> other != held).stream()
                    .filter(example -> example.isNobodys()
                            || Math.floorMod(example.voice().hashCode() * 31, 100) < share)
                    .toList();
            var model = School.teach(heard).model();
            for (var example : School.held(examples, other -> other == held)) {
                var raw = model.raw(new Tokens(Folded.of(example.text())));
                all.forEach((task, answers) -> answers.add(example, model.scores(task, raw)));
            }
        }
        return all;
    }

    private static void print(String name, List<Point> points, PrintStream out) {
        out.printf("%n%-32s %8s %8s%n", name, "mood", "topic");
        points.forEach(point -> out.printf(Locale.ROOT, "%-32d %8.1f %8.1f%n", point.share(), point.mood(),
                point.topic()));
    }

    private static String svg(List<Point> learning, List<Point> coverage) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 290" font-family="sans-serif" font-size="12">
                <title>Accuracy of mood and topic by corpus size and by coverage</title>
                %s%s</svg>
                """
                .formatted(panel(40, "% of the voices learnt from", learning),
                        panel(420, "% of the messages answered", coverage));
    }

    private static String panel(int left, String name, List<Point> points) {
        var lines = new StringBuilder("<g transform=\"translate(%d 30)\">%n".formatted(left));
        for (int accuracy = BOTTOM; accuracy <= 100; accuracy += 10) {
            int y = (int) y(accuracy);
            lines.append(
                    "<path d=\"M0 %d H%d\" stroke=\"#ddd\"/><text x=\"-8\" y=\"%d\" text-anchor=\"end\">%d</text>%n"
                            .formatted(y, WIDTH, y + 4, accuracy));
        }
        for (int share = 0; share <= 100; share += 25) {
            lines.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>%n"
                    .formatted(share * WIDTH / 100, HEIGHT + 18, share));
        }
        lines.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n".formatted(WIDTH / 2,
                HEIGHT + 38, name));
        lines.append(line("mood", "#1b5e9e", points.stream().map(p -> at(p.share(), p.mood())).toList()));
        lines.append(line("topic", "#b3541e", points.stream().map(p -> at(p.share(), p.topic())).toList()));
        return lines.append("</g>\n").toString();
    }

    private static String line(String name, String colour, List<String> places) {
        return """
                <polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>
                <text transform="translate(%s)" dx="4" dy="-6" fill="%s">%s</text>
                """.formatted(String.join(", ", places), colour, places.getLast(), colour, name);
    }

    private static String at(int share, double accuracy) {
        return String.format(Locale.ROOT, "%d %.1f", share * WIDTH / 100, y(accuracy));
    }

    private static double y(double accuracy) {
        return HEIGHT - (accuracy - BOTTOM) * HEIGHT / (100.0 - BOTTOM);
    }
}
