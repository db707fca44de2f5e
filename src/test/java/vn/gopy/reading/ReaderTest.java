package vn.gopy.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

class ReaderTest {
    private final TrainedReader reader = TrainedReader
            .open(Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH)));

    @Test
    void the_example_of_a_complaint_is_understood_and_its_phone_masked() {
        var text = "nhap xa xong di lam khai sinh xa qua tr oi, dt 0912345678";
        var reading = reader.read(text);

        assertEquals(Sentiment.NEG, reading.sentiment());
        assertEquals(Intent.FEEDBACK, reading.intent());
        assertTrue(reading.topic().equals(Optional.of(Topic.DI_LAI))
                || reading.second().equals(Optional.of(Topic.DI_LAI)), reading.toString());
        assertEquals("nhap xa xong di lam khai sinh xa qua tr oi, dt «số điện thoại»",
                reader.masked(text, reading, Language.VIETNAMESE));
        assertTrue(reader.masked(text, reading, Language.ENGLISH).endsWith("«phone number»"));
    }

    @Test
    void any_text_has_a_reading() {
        for (var text : List.of("", " ", "\t\n", "😡😡😡", "\uD83D", "\uDE21\uD83D", "\u0000\u0001\uFFFF",
                "한국어 문장",
                "مرحبا", "1234567890", "....", "\u0301\u0301", "a".repeat(50_000), "@".repeat(5_000))) {
            var reading = reader.read(text);

            assertEquals(reading, reader.read(text));
            reader.masked(text, reading, reading.language());
        }
    }

    @Test
    void empty_text_is_unsure_of_everything() {
        var reading = reader.read("");

        assertEquals(Sentiment.UNSURE, reading.sentiment());
        assertEquals(Intent.UNSURE, reading.intent());
        assertTrue(reading.topic().isEmpty());
    }

    @Test
    void an_endless_message_is_read_in_no_time() {
        reader.read("khởi động");
        for (var text : List.of("09 ".repeat(17_000), "số 1 ngõ 2 ".repeat(4_500),
                "anh Nguyễn ".repeat(4_500),
                "cháy nhà ".repeat(5_500), "a@b.c ".repeat(8_000), "zxq".repeat(17_000),
                "x1z ".repeat(12_500),
                "không một ".repeat(5_000), "http://a".repeat(6_000), "chết trong ".repeat(4_500),
                "ệ́".repeat(25_000))) {
            assertTimeout(Duration.ofMillis(1500), () -> reader.read(text), text.substring(0, 10));
        }
    }

    @Test
    void languages_are_told_apart() {
        for (var text : List.of("Đường xa quá", "duong xa qua di lai vat va", "k bit lm giay to o dau",
                "xa qua",
                "nop ho so cho nao vay ad", "thu tuc rom ra", "cam on nhieu nha", "tai sao phai sap nhap",
                "em muon hoi ve so do", "ban oi cho hoi ti",
                "vui that", "so do", "that khong a")) {
            assertEquals("vi", reader.read(text).language().tag(), text);
        }
        for (var text : List.of("Where is the ward office?", "too far from my home", "thank you so much",
                "The staff were rude to me", "how can I change my ID card", "No parking at the market",
                "I am happy", "Is there drinking-grade tap water anywhere in Bãi Cháy?",
                "Calling the island a special zone got my parents curious enough to visit.",
                "What is the new name of my commune?")) {
            assertEquals("en", reader.read(text).language().tag(), text);
        }
        for (var text : List.of("请问新的办公室在哪里", "太远了", "我想问一下证件怎么办")) {
            assertEquals("zh", reader.read(text).language().tag(), text);
        }
        for (var text : List.of("", "😀", "123", "привет как дела", "مرحبا")) {
            assertEquals("und", reader.read(text).language().tag(), text);
        }
    }

    @Test
    void praise_and_blame_are_guessed_alike() {
        int blamed = 0;
        int praised = 0;
        for (var pair : MIRRORS) {
            blamed += reader.read(pair.getFirst()).sentiment() == Sentiment.NEG ? 1 : 0;
            praised += reader.read(pair.getLast()).sentiment() == Sentiment.POS ? 1 : 0;
        }

        assertTrue(Math.abs(blamed - praised) <= MIRRORS.size() * 20 / 100,
                blamed + " blamed, " + praised + " praised");
    }

    @Test
    void a_word_without_marks_fits_the_marked_pattern_and_other_marks_do_not() {
        assertTrue(reader.read("chay nha roi cuu voi").urgent());
        assertTrue(reader.read("Cháy nhà rồi cứu với").urgent());
        assertEquals(Sensitive.NONE, reader.read("chạy nhà này sang nhà khác xin chữ ký").sensitive());
        assertFalse(reader.read(Folding.fold("chết đuối vì thủ tục")).urgent());
    }

    @Test
    void a_child_who_writes_is_not_a_child_who_is_written_about() {
        for (var typed : List.of("em 14 tuổi, em thấy trường mới xa", "e 14t muốn hỏi",
                "I'm only 13 years old",
                "cháu học lớp 3, cháu thích vườn hoa")) {
            assertEquals(Sensitive.YOUNG, reader.read(typed).sensitive(), typed);
        }
        for (var typed : List.of("con gái 13 tuổi đàn hay lắm", "các cháu 6 tuổi đi học xa",
                "con em 14 tuổi học xa", "I have a 12 years old son", "I waited 12 years")) {
            assertNotEquals(Sensitive.YOUNG, reader.read(typed).sensitive(), typed);
        }
    }

    private static final List<List<String>> MIRRORS = List.of(List.of("Cán bộ thô lỗ", "Cán bộ lịch sự"),
            List.of("Làm giấy tờ chậm quá", "Làm giấy tờ nhanh quá"),
            List.of("Trụ sở mới xa quá", "Trụ sở mới gần quá"),
            List.of("Tôi rất thất vọng", "Tôi rất hài lòng"), List.of("Đường xấu lắm", "Đường đẹp lắm"),
            List.of("Thủ tục rườm rà", "Thủ tục đơn giản"),
            List.of("Tôi phản đối sáp nhập", "Tôi ủng hộ sáp nhập"),
            List.of("Tên mới dở quá", "Tên mới hay quá"), List.of("Nhân viên cáu gắt", "Nhân viên vui vẻ"),
            List.of("Bãi biển bẩn", "Bãi biển sạch"), List.of("Trạm y tế kém", "Trạm y tế tốt"),
            List.of("Chờ lâu, bực mình", "Không phải chờ, vui"),
            List.of("Hồ sơ bị trễ hẹn", "Hồ sơ xong trước hẹn"),
            List.of("Thật tệ", "Thật tuyệt"), List.of("can bo thai do te", "can bo thai do tot"),
            List.of("bất tiện cho dân", "thuận tiện cho dân"),
            List.of("Phường mới làm ăn chán", "Phường mới làm ăn giỏi"),
            List.of("Tôi không thích cách làm này", "Tôi thích cách làm này"),
            List.of("Rắc rối, lằng nhằng", "Gọn gàng, dễ hiểu"),
            List.of("Terrible service", "Excellent service"));
}
