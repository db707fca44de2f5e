package vn.gopy.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells how long all readings of a message take, after warming up: of ordinary messages and of hostile ones.
///
/// Processor time is told, so that other work on the machine does not count.
public final class SpeedTrial {
    private static final int ROUNDS = 25;
    private static final int LENGTH = 50_000;
    /// What might make a finder start over and over again when it is repeated.
    private static final List<String> HOSTILE = List.of("0", "0 ", "1/", "12.", "không ", "Nguyễn ",
            "nguyễn thị ",
            "anh ", "số 1 ", "ngõ 1, ", "nhà số ", "khu tổ ", "khu đô thị ", "@", "a@", "a.", "a@b.c ",
            "http://",
            "fb: a", "(at)", "14a", "14a-1", "sinh ", "sinh ngày ", "sn 1/", "+84", "(", "((0", "\uD800",
            "🥰", "ạ",
            "a\u0301", "\u200B", "tên là ", "A B ", "ôi cháy ", "chết đuối ", "aaaa", "mot hai ba ", "dn4 ");

    private final Reader reader;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private SpeedTrial(Reader reader) {
        this.reader = reader;
    }

    /// Prints the times of the reader that ships.
    public static void run(Path corpus, PrintStream out) throws IOException {
        var trial = new SpeedTrial(new TrainedReader(ModelFile.shipped(), Map.of()));
        trial.ordinary(Corpus.read(corpus).stream().map(Example::text).toList(), out);
        trial.hostile(out);
    }

    private void ordinary(List<String> messages, PrintStream out) {
        var times = new long[messages.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                times[i] = time(messages.get(i));
            }
        }
        Arrays.sort(times);
        double half = micros(times[times.length / 2]);
        double most = micros(times[times.length * 99 / 100]);
        out.printf(Locale.ROOT,
                "%nall readings of a message: half take at most %.0f µs, 99 %% at most %.0f µs%n", half,
                most);
    }

    private void hostile(PrintStream out) {
        long worst = 0;
        var what = "";
        for (var piece : HOSTILE) {
            var message = piece.repeat(LENGTH / piece.length());
            time(message);
            time(message);
            long time = time(message);
            what = time > worst ? piece : what;
            worst = Math.max(worst, time);
        }
        out.printf(Locale.ROOT, "a hostile message of %d characters: at most %.1f ms, for \"%s\" repeated%n",
                LENGTH,
                micros(worst) / 1000, what);
    }

    private long time(String message) {
        long begun = threads.getCurrentThreadCpuTime();
        reader.read(message);
        return threads.getCurrentThreadCpuTime() - begun;
    }

    private static double micros(long nanos) {
        return nanos / 1000.0;
    }
}
