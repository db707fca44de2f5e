package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The same sentence said in praise and in blame, in voices that the model has not heard: it must not hear the
/// one better than the other.
public final class MirrorTrial {
    private final List<Pair> pairs;
    private final List<Reading> praises;
    private final List<Reading> blames;

    /// A sentence, and what the same person would say when it is the other way round.
    record Pair(String voice, String praise, String blame) {}

    private MirrorTrial(List<Pair> pairs, Reader reader) {
        this.pairs = List.copyOf(pairs);
        praises = pairs.stream().map(pair -> reader.read(pair.praise())).toList();
        blames = pairs.stream().map(pair -> reader.read(pair.blame())).toList();
    }

    /// Reads the pairs of a file of voice, praise and blame under a line of headings.
    static MirrorTrial of(Path file, Reader reader) throws IOException {
        return new MirrorTrial(Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t", 3))
                .map(cells -> new Pair(cells[0], cells[1], cells[2])).toList(), reader);
    }

    /// Prints how both sides of the pairs are heard, in per cent.
    public static void run(Path file, Reader reader, PrintStream out) throws IOException {
        of(file, reader).print(out);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%n%-48s %10s %10s%n", "mirror, " + pairs.size() + " pairs", "praise",
                "blame");
        row("as meant", mood(Sentiment.POS), mood(Sentiment.NEG), out);
        row("taken for the opposite", mood(Sentiment.NEG), mood(Sentiment.POS), out);
        for (var mood : List.of(Sentiment.NEU, Sentiment.MIXED, Sentiment.UNSURE)) {
            row(mood.name().toLowerCase(Locale.ROOT), mood(mood), mood(mood), out);
        }
        row("toxic", Reading::toxic, Reading::toxic, out);
        row("urgent", Reading::urgent, Reading::urgent, out);
        row("sensitive", MirrorTrial::isSensitive, MirrorTrial::isSensitive, out);
        row("topic unsure", MirrorTrial::hasNoTopic, MirrorTrial::hasNoTopic, out);
        out.printf(Locale.ROOT, "%-48s %10.1f%n", "the same topic on both sides", sameTopic());
    }

    private void row(String name, Predicate<Reading> ofPraise, Predicate<Reading> ofBlame, PrintStream out) {
        out.printf(Locale.ROOT, "%-48s %10.1f %10.1f%n", name, ofPraise(ofPraise), ofBlame(ofBlame));
    }

    List<Pair> pairs() {
        return pairs;
    }

    /// The per cent of praises of which something holds.
    double ofPraise(Predicate<Reading> is) {
        return share(praises, is);
    }

    /// The per cent of blames of which something holds.
    double ofBlame(Predicate<Reading> is) {
        return share(blames, is);
    }

    /// The per cent of pairs with the same topic on both sides.
    double sameTopic() {
        return 100.0 * IntStream.range(0, pairs.size())
                .filter(i -> praises.get(i).topic().equals(blames.get(i).topic())).count() / pairs.size();
    }

    static Predicate<Reading> mood(Sentiment mood) {
        return reading -> reading.sentiment() == mood;
    }

    static boolean isSensitive(Reading reading) {
        return reading.sensitive() != Sensitive.NONE;
    }

    static boolean hasNoTopic(Reading reading) {
        return reading.topic().isEmpty();
    }

    private static double share(List<Reading> readings, Predicate<Reading> is) {
        return 100.0 * readings.stream().filter(is).count() / readings.size();
    }
}
