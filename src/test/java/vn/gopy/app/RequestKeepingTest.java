package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.SettableClock;

/// How long requests are kept, and every way in which they go.
class RequestKeepingTest {
    private static final long HOA = RequestHouse.HOA;
    private static final String PASSWORD = "cau treo gio bac rat lanh";

    @TempDir
    Path data;

    private final SettableClock clock = new SettableClock("2026-11-25T03:00:00Z");

    @Test
    void erased_withdrawn_or_with_the_consent_a_request_goes_with_all_that_was_said_about_it()
            throws Exception {
        for (var way : List.of(List.of("xoa", "Xóa hết"),
                List.of("rutlai", "Rút các câu đã gửi xã, phường"))) {
            try (var house = new RequestHouse(data.resolve(way.getFirst()), clock)) {
                var binh = house.official("Ông Bình " + way.getFirst());
                var hoa = house.sent(HOA);
                var address = RequestHouse.only(binh);
                RequestHouse.act(binh, address, "note", "text", "ghi chú riêng của cơ quan");
                RequestHouse.act(binh, address, "ask", "text", "Ở đoạn nào?");
                house.letter(HOA, "Ở đoạn nào?");
                hoa.type(way.getFirst());
                hoa.press(way.getLast());

                assertEquals(0, house.rows("request"));
                assertEquals(0, house.rows("request_words"));
                assertEquals(404, binh.get(address).statusCode());
                assertEquals(422,
                        binh.post(address, "do", "answer", "revision", "2", "text", "Đã vá.").statusCode());
                assertEquals(0, house.letters(HOA, "Đã vá."));
            }
        }
    }

    @Test
    void taking_the_consent_back_takes_requests_back_too() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            house.official("Ông Bình");
            var hoa = house.sent(HOA);
            hoa.speak("đi làm giấy tờ xa quá, mất cả buổi", "phường Hoành Bồ");
            hoa.type("rutlai");
            hoa.press("Rút lại đồng ý");

            assertEquals(0, house.rows("request"));
            assertEquals(0, house.rows("feedback"));
        }
    }

    @Test
    void not_a_word_of_it_stands_in_any_file_and_after_an_erasure_not_even_sealed() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            house.sent(HOA);
            RequestHouse.act(binh, RequestHouse.only(binh), "answer", "text", "Đã vá xong đoạn ấy.");
            house.letter(HOA, "Đã vá xong đoạn ấy.");
            assertEquals(List.of(), holding("ổ gà to", "Đã vá xong", Long.toString(HOA)));
            assertTrue(house.running().order("erase", "telegram", Long.toString(HOA)).startsWith("erased"));
        }

        assertEquals(List.of(), holding("ổ gà to", "Đã vá xong", Long.toString(HOA)));
    }

    private List<String> holding(String... canaries) throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                var text = read(file);
                return List.of(canaries).stream().anyMatch(text::contains);
            }).map(Path::toString).toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void the_mailbox_stays_until_the_answer_and_ten_days_more_and_the_request_until_its_time()
            throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            house.sent(HOA);
            clock.pass(Duration.ofDays(45));
            house.running().order("retain");
            assertEquals(1, addresses(house), "who waits for an answer can be reached");
            binh.signIn(PASSWORD);
            RequestHouse.act(binh, RequestHouse.only(binh), "answer", "text", "Đã vá.");
            house.letter(HOA, "Đã vá.");

            clock.pass(Duration.ofDays(9));
            house.running().order("retain");
            assertEquals(1, addresses(house));
            clock.pass(Duration.ofDays(2));
            house.running().order("retain");
            assertEquals(0, addresses(house), "the mailbox has expired");
            assertEquals(1, house.rows("request"));

            clock.pass(Duration.ofDays(125));
            assertTrue(house.running().order("retain").contains("dropped 1 requests"));
            assertEquals(0, house.rows("request_words"));
            assertEquals(0, house.rows("person"));
        }
    }

    private static long addresses(RequestHouse house) {
        return house.running().ground().database()
                .read(tx -> tx.number("SELECT count(*) FROM person WHERE address IS NOT NULL"));
    }

    @Test
    void a_restored_copy_brings_back_nothing_that_was_taken_back_and_no_answered_request_as_open()
            throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var hoa = house.sent(HOA);
            house.sent(HOA + 1);
            var copy = Path.of(house.running().order("backup").replace("backup written: ", ""));
            hoa.type("rutlai");
            hoa.press("Rút các câu đã gửi xã, phường");
            RequestHouse.act(binh, RequestHouse.only(binh), "answer", "text", "Đã vá.");
            house.letter(HOA + 1, "Đã vá.");

            house.restart(() -> new Backups(new DataFolder(data)).restore(copy,
                    clock.instant().plus(Duration.ofSeconds(1))));

            assertEquals(1, house.rows("request"));
            assertTrue(house.resident(HOA + 1).type("dulieu").text().contains("(đã trả lời)"));
            assertFalse(house.resident(HOA).type("dulieu").text().contains("ổ gà"));
        }
    }

    @Test
    void who_blocked_the_bot_gets_no_letter_and_reads_the_answer_later() throws Exception {
        try (var house = new RequestHouse(data, clock)) {
            var binh = house.official("Ông Bình");
            var hoa = house.sent(HOA);
            house.running().ground().database().ledger()
                    .commit(tx -> tx.run("UPDATE person SET reachable = 0"));
            assertEquals(303, RequestHouse.act(binh, RequestHouse.only(binh), "answer", "text", "Đã vá."));
            assertEquals(0, house.rows("parcel"));

            hoa.type("guixa");
            var answer = hoa.press("phường Hoành Bồ, 25/11/2026: đã trả lời").text();
            assertTrue(answer.contains("“Đã vá.”"), answer);
            assertTrue(hoa.type("rồi").text().contains("chấm câu trả lời"));
        }
    }
}
