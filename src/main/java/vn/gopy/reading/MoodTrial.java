package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gopy.text.Folded;

/// Tells which of praise and blame the shipped model thinks likelier, in texts of others that it never learnt
/// from: a sanity check on public sets, which may not be kept in this repository.
public final class MoodTrial {
    private static final String PRAISE = "pos";
    private static final String BLAME = "neg";

    private MoodTrial() {}

    /// A text as its set labels it, and what the model says.
    private record Judged(String label, String said, boolean sure) {
        boolean isRight() {
            return label.equals(said);
        }
    }

    /// Prints the figures of a file of lines `pos` or `neg`, a tab, the text. Throws [IOException] naming the
    /// first line that is none.
    public static void run(Path file, PrintStream out) throws IOException {
        var all = judge(file, ModelFile.shipped());
        out.printf(Locale.ROOT, "%n%s: %d texts, praise or blame%n", file.getFileName(), all.size());
        out.printf(Locale.ROOT, "%-48s %10.3f%n", "macro-F1", (f1(all, PRAISE) + f1(all, BLAME)) / 2);
        out.printf(Locale.ROOT, "%-48s %10.3f%n", "accuracy", accuracy(all));
        var sure = all.stream().filter(Judged::sure).toList();
        out.printf(Locale.ROOT, "%-48s %10.3f%n", "told surely", sure.size() / (double) all.size());
        out.printf(Locale.ROOT, "%-48s %10.3f%n", "of these right", accuracy(sure));
    }

    private static List<Judged> judge(Path file, Model model) throws IOException {
        var all = new ArrayList<Judged>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            int tab = line.indexOf('\t');
            var label = tab < 0 ? "" : line.substring(0, tab);
            if (!label.equals(PRAISE) && !label.equals(BLAME)) {
                throw new IOException(
                        file + ", line " + number + ": expected pos or neg, a tab and the text");
            }
            all.add(judged(label, line.substring(tab + 1), model));
        }
        if (all.isEmpty()) {
            throw new IOException(file + " holds no line");
        }
        return all;
    }

    private static Judged judged(String label, String text, Model model) {
        var tokens = new Tokens(Folded.of(text));
        if (tokens.size() == 0) {
            return new Judged(label, PRAISE, false);
        }
        var moods = model.scores(Task.MOOD, model.raw(tokens));
        var said = moods.share(BLAME) > moods.share(PRAISE) ? BLAME : PRAISE;
        boolean sure = moods.sureness() >= model.threshold(Task.MOOD) && moods.label().equals(said);
        return new Judged(label, said, sure);
    }

    private static double accuracy(List<Judged> some) {
        return some.stream().filter(Judged::isRight).count() / (double) Math.max(1, some.size());
    }

    private static double f1(List<Judged> all, String label) {
        double right = all.stream().filter(one -> one.isRight() && one.said().equals(label)).count();
        double either = all.stream().filter(one -> one.said().equals(label)).count()
                + (double) all.stream().filter(one -> one.label().equals(label)).count();
        return either == 0 ? 0 : 2 * right / either;
    }
}
