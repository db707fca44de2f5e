package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Tells how well personal data is found in the lines of `config/training/personal`.
///
/// Of the held half only figures are ever told: who has read its misses has no half to measure with any more.
public final class PersonalTrial {
    private static final String DEVELOPMENT = "development";

    private PersonalTrial() {}

    /// Prints the figures of both halves; `mistakes` those lines of the development half that went wrong.
    public static void run(Path folder, boolean mistakes, PrintStream out) throws IOException {
        out.printf("%npersonal data%n%-48s %10s %10s%n", "", "typed", "no marks");
        for (var half : List.of(DEVELOPMENT, "held")) {
            var typed = MarkedLine.read(folder.resolve(half + ".tsv"));
            var bare = typed.stream().map(MarkedLine::bare).toList();
            tell(half, Masking.of(typed), Masking.of(bare), out);
            if (mistakes && half.equals(DEVELOPMENT)) {
                Masking.of(typed).mistakes().forEach(out::println);
                Masking.of(bare).mistakes().forEach(out::println);
            }
        }
    }

    private static void tell(String half, Masking typed, Masking bare, PrintStream out) {
        for (var group : Masking.Group.values()) {
            row(half + ", " + group.label + ": recall of " + typed.size(group), typed.recall(group),
                    bare.recall(group), out);
            row(half + ", " + group.label + ": under its kind", typed.recallOfKind(group),
                    bare.recallOfKind(group), out);
        }
        row(half + ", hard negatives touched, of " + typed.plain(), typed.touched(), bare.touched(), out);
        row(half + ", masked without need", typed.needless(), bare.needless(), out);
    }

    private static void row(String name, double typed, double bare, PrintStream out) {
        out.printf(Locale.ROOT, "%-48s %10.1f %10.1f%n", name, typed * 100, bare * 100);
    }
}
