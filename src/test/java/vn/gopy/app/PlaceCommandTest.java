package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class PlaceCommandTest {
    @Test
    void lines_become_rows_in_their_order_and_empty_ones_stay() {
        var in = new ByteArrayInputStream(
                "lê lợi\n\nhải lạng\tcũ\nYết Kiêu\nhuyện Hải Hà\nHà Nội\nđiền công 1\n"
                        .getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();

        int exit = new CommandLine(new PlaceCommand(in, out)).execute();

        assertEquals(0, exit);
        assertEquals("""
                text\tcandidates
                lê lợi\told:07066
                \t
                hải lạng cũ\told:06886 new:06886
                Yết Kiêu\tnew:06685 old:06685
                huyện Hải Hà\tdistrict:hai-ha
                Hà Nội\t
                điền công 1\tnew:06811 old:06820
                """, out.toString(StandardCharsets.UTF_8));
    }
}
