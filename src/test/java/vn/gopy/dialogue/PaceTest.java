package vn.gopy.dialogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Language;

/// Prints what a turn costs: `mvn -q test -Pslow -Dtest=PaceTest`.
@Tag("slow")
final class PaceTest {
    private static final int ROUNDS = 5;
    private static final int TALKS = 2_000;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    @Test
    void a_turn_of_taps_takes_a_few_microseconds() {
        double taps = pace("taps",
                List.of("/start", "gopy", "Đồng ý, góp ý", "2", "1", "bỏ qua", "gửi", "menu"));
        pace("words",
                List.of("từ ngày nhập xã đi làm giấy khai sinh xa quá", "đồng ý", "bỏ qua",
                        "xa cả hai mươi cây số",
                        "gửi"));
        pace("questions",
                List.of("sổ đỏ có phải đổi không", "xã Lê Lợi nay thuộc đâu", "giá vàng hôm nay bao nhiêu"));
        pace("look-ups", List.of("xamoi", "le loi", "xamoi", "hai lang"));

        assertTrue(taps < 200, "a turn took " + taps + " µs");
    }

    /// The best round, in microseconds of processor time a turn, with the session written and read as
    /// reception does.
    private double pace(String name, List<String> words) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long from = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < TALKS; i++) {
                var talk = new Conversation(House.dialogue(), Language.VIETNAMESE, i, Steps.NOW);
                words.forEach(talk::type);
            }
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - from) / 1000.0 / TALKS / words.size());
        }
        System.out.printf("dialogue, %s: %.1f µs a turn%n", name, best);
        return best;
    }
}
