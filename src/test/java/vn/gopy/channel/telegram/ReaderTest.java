package vn.gopy.channel.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gopy.channel.telegram.Verdict.Passed;
import vn.gopy.channel.telegram.Verdict.Unclear;
import vn.gopy.channel.telegram.Verdict.Understood;
import vn.gopy.chat.Address;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Incoming.Edited;
import vn.gopy.chat.Incoming.InGroup;
import vn.gopy.chat.Incoming.Pressed;
import vn.gopy.chat.Incoming.Reachable;
import vn.gopy.chat.Incoming.Tallied;
import vn.gopy.chat.Incoming.Typed;
import vn.gopy.chat.Incoming.Unreadable;
import vn.gopy.chat.Totals;

/// What each kind of update is read as.
class ReaderTest {
    private static final String PRIVATE = "\"chat\":{\"id\":42,\"type\":\"private\",\"first_name\":\"An\"},"
            + "\"from\":{\"id\":42,\"is_bot\":false,\"first_name\":\"An\",\"language_code\":\"vi\"}";
    private static final String GROUP = "\"chat\":{\"id\":-1009,\"type\":\"supergroup\",\"title\":\"Xóm\"},"
            + "\"from\":{\"id\":42,\"is_bot\":false,\"first_name\":\"An\"}";

    private final BotName bot = new BotName("42");
    private final UpdateReader reader = new UpdateReader(bot);

    ReaderTest() {
        bot.learn("gopy_bot");
    }

    @Test
    void a_text_is_typed_by_its_chat() {
        var incoming = understood(
                """
                        {"update_id":9,"message":{"message_id":7,"date":1760000000,\
                        "text":"Xã tôi nay thuộc đâu?",%s}}"""
                        .formatted(PRIVATE));

        assertEquals(new Incoming(new Address("telegram", "42"), "42/9", "m:42:7:0",
                Instant.ofEpochSecond(1_760_000_000L), Optional.of("vi"), new Typed("Xã tôi nay thuộc đâu?")),
                incoming);
    }

    @Test
    void the_order_of_fields_does_not_matter() {
        var incoming = understood(
                """
                        {"message":{"from":{"language_code":"en","id":42},"text":"chào",\
                        "chat":{"type":"private","id":42},\
                        "message_id":0},"update_id":9}""");

        assertEquals("m:42:0:0", incoming.messageKey());
        assertEquals(Instant.EPOCH, incoming.sentAt());
        assertEquals(new Typed("chào"), incoming.content());
    }

    @Test
    void ids_of_fifty_two_bits_are_kept_whole() {
        var incoming = understood("""
                {"update_id":9,"message":{"message_id":4503599627370495,"text":"a",
                 "chat":{"id":4503599627370494,"type":"private"}}}""");

        assertEquals("m:4503599627370494:4503599627370495:0", incoming.messageKey());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Ho\\u00E0 b\\u00ECnh|Hoà bình", "Hoa\\u0300 bi\\u0300nh|Hoà bình",
            "xin\\u0000 ch\\u0007ào|xin chào", "\\uE000đậm\\uE001|đậm", "  hai  \\n dòng  |hai  \\n dòng",
            "\\ud83d\\ude42 vui|🙂 vui", "\\u1100\\u1161|가"})
    void typed_text_is_made_safe(String typed, String clean) {
        assertEquals(new Typed(clean.translateEscapes()),
                understood(text(typed)).content());
    }

    @Test
    void a_text_of_nothing_visible_is_unreadable() {
        assertEquals(new Unreadable("blank"), understood(text(" \\u0001\\n ")).content());
    }

    @Test
    void a_text_beyond_telegrams_length_is_cut_between_characters() {
        var content = understood(text("a".repeat(4095) + "🙂🙂")).content();

        assertEquals(new Typed("a".repeat(4095)), content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udc00b", "\\udc00\\ud800"})
    void half_a_character_is_parked(String half) {
        assertEquals("text holds half a character", unclear(text(half)).letter().why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "sticker", "voice", "video", "video_note", "document", "audio",
            "animation",
            "location", "venue", "contact", "dice", "poll", "story", "paid_media", "game", "checklist",
            "invoice"})
    void row_22_what_is_no_text_is_named_and_not_fetched(String media) {
        assertEquals(new Unreadable(media), understood(message("\"" + media
                + "\":{\"file_id\":\"x\",\"text\":\"nested\"},\"caption\":\"not read\"")).content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinned_message", "message_auto_delete_timer_changed", "write_access_allowed",
            "new_chat_members", "successful_payment", "users_shared"})
    void happenings_in_the_chat_are_passed_over(String event) {
        assertEquals(new Passed("chat_event"), read(message("\"" + event + "\":{\"text\":\"nested\"}")));
    }

    @Test
    void a_message_of_tomorrows_kind_is_parked() {
        var letter = unclear(message("\"hologram\":{}")).letter();

        assertEquals("message", letter.kind());
        assertEquals("no known content", letter.why());
    }

    @Test
    void an_edit_has_a_key_of_its_own() {
        var incoming = understood("""
                {"update_id":9,"edited_message":{"message_id":7,"date":1760000000,"edit_date":1760000060,
                 "text":"sửa",%s}}""".formatted(PRIVATE));

        assertEquals("m:42:7:1760000060", incoming.messageKey());
        assertEquals(new Edited("sửa"), incoming.content());
    }

    @Test
    void edits_of_pictures_and_live_places_are_passed_over() {
        assertEquals(new Passed("edited_media"), read("""
                {"update_id":9,"edited_message":{"message_id":7,"edit_date":1,"location":{},%s}}"""
                .formatted(PRIVATE)));
    }

    @Test
    void a_press_names_its_button_its_press_and_its_message() {
        var incoming = understood(
                """
                        {"update_id":9,"callback_query":{"id":"77","data":"m3:góp",
                         "from":{"id":42,"language_code":"en"},
                         "message":{"message_id":70,"date":1760000000,"text":"ours",
                         "from":{"id":1,"is_bot":true},
                         "chat":{"id":42,"type":"private"}}}}""");

        assertEquals("q:77", incoming.messageKey());
        assertEquals(new Address("telegram", "42"), incoming.from());
        assertEquals(new Pressed("m3:góp", "77", "70"), incoming.content());
        assertEquals(Optional.of("en"), incoming.languageHint());
    }

    @Test
    void a_press_on_a_message_too_old_to_show_is_heard() {
        var incoming = understood("""
                {"update_id":9,"callback_query":{"id":"77","data":"x","from":{"id":42}}}""");

        assertEquals(new Address("telegram", "42"), incoming.from());
        assertEquals(new Pressed("x", "77", ""), incoming.content());
    }

    @ParameterizedTest
    @CsvSource({"member,true", "kicked,false"})
    void a_blocked_or_opened_chat_is_told(String status, boolean now) {
        var incoming = understood("""
                {"update_id":9,"my_chat_member":{"date":5,"old_chat_member":{"status":"left"},
                 "new_chat_member":{"status":"%s","user":{"id":1}},%s}}""".formatted(status, PRIVATE));

        assertEquals(new Reachable(now), incoming.content());
        assertEquals("c:42:5:" + status, incoming.messageKey());
    }

    @ParameterizedTest
    @CsvSource({"/gopy,gopy", "/gopy@gopy_bot,gopy", "/GOPY@Gopy_Bot,gopy", "/hoi điều gì,hoi",
            "/start@gopy_bot c_1,start"})
    void a_command_to_the_bot_is_heard_in_a_group(String text, String command) {
        var incoming = understood(group(text));

        assertEquals(new InGroup(command, new Address("telegram", "-1009")), incoming.content());
        assertEquals(new Address("telegram", "-1009:42"), incoming.from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xin chào", "gopy", "/", "/gopy@other_bot", "/gopy@", "/gopy@gopy_bot@x", "/gó",
            "a /gopy",
            "/gopy,x", "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void other_talk_in_a_group_is_passed_over(String text) {
        assertEquals(new Passed("group_talk"), read(group(text)));
    }

    @Test
    void who_speaks_for_a_chat_or_is_a_bot_is_passed_over() {
        assertEquals(new Passed("not_a_person"), read("""
                {"update_id":9,"message":{"message_id":1,"text":"/gopy","sender_chat":{"id":-5},%s}}"""
                .formatted(GROUP)));
        assertEquals(new Passed("not_a_person"), read("""
                {"update_id":9,"message":{"message_id":1,"text":"a","chat":{"id":42,"type":"private"},
                 "from":{"id":42,"is_bot":true}}}"""));
    }

    @Test
    void channels_are_passed_over() {
        assertEquals(new Passed("channel"), read("{\"update_id\":9,\"channel_post\":{\"text\":\"a\"}}"));
        assertEquals(new Passed("channel"), read("""
                {"update_id":9,"message":{"message_id":1,"text":"a","chat":{"id":-5,"type":"channel"}}}"""));
    }

    @Test
    void a_poll_tells_counts_and_comes_from_nobody() {
        var incoming = understood("""
                {"update_id":9,"poll":{"id":"56","question":"Giờ nào?","options":[
                 {"text":"Sáng","voter_count":3,"persistent_id":"a"},{"text":"Chiều","voter_count":0}],
                 "total_voter_count":3,"is_closed":false}}""");

        assertEquals(new Tallied(new Totals("56", List.of(3, 0)), 9), incoming.content());
        assertEquals(new Address("telegram", "poll:56"), incoming.from());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5|poll is no object", "{}|no poll id or counts",
            "{\"id\":\"56\"}|no poll id or counts", "{\"id\":56}|poll id is no text",
            "{\"id\":\"5 6\",\"options\":[{\"voter_count\":1}]}|no poll id or counts",
            "{\"id\":\"56\",\"options\":{}}|options are no list, or come twice",
            "{\"id\":\"56\",\"options\":[7]}|option is no object",
            "{\"id\":\"56\",\"options\":[{}]}|no poll id or counts",
            "{\"id\":\"56\",\"options\":[{\"voter_count\":\"3\"}]}|voter_count is no whole number",
            "{\"id\":\"56\",\"options\":[{\"voter_count\":-3}]}|no poll id or counts",
            "{\"id\":\"56\",\"options\":[{\"voter_count\":9223372036854775807}]}|no poll id or counts"})
    void a_poll_of_a_wrong_shape_is_parked(String poll, String why) {
        var letter = unclear("{\"update_id\":9,\"poll\":" + poll + "}").letter();

        assertEquals(why, letter.why());
        assertEquals("poll", letter.kind());
    }

    @Test
    void who_voted_is_never_read() {
        assertEquals("unknown kind", unclear("""
                {"update_id":9,"poll_answer":{"poll_id":"56","user":{"id":42},"option_ids":[1]}}""").letter()
                .why());
    }

    @Test
    void a_group_that_takes_the_bot_in_is_passed_over() {
        assertEquals(new Passed("group_membership"), read("""
                {"update_id":9,"my_chat_member":{"date":5,"new_chat_member":{"status":"member"},%s}}"""
                .formatted(GROUP)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"chat\":5|chat is no object",
            "\"chat\":{\"id\":\"42\",\"type\":\"private\"}|chat id is no whole number",
            "\"chat\":{\"id\":42.5,\"type\":\"private\"}|chat id is no whole number",
            "\"chat\":{\"id\":99999999999999999999,\"type\":\"private\"}|chat id is no whole number",
            "\"chat\":{\"id\":42,\"type\":7}|chat type is no text",
            "\"chat\":{\"id\":42,\"id\":43,\"type\":\"private\"}|chat id comes twice",
            "\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":[\"a\"]|text is no text",
            "\"chat\":{\"id\":42,\"type\":\"private\"},\"text\":\"a\",\"text\":\"b\"|text comes twice",
            "\"chat\":{\"id\":42,\"type\":\"secret\"},\"text\":\"a\"|unknown chat type",
            "\"chat\":{\"type\":\"private\"},\"text\":\"a\"|no chat or message id"})
    void a_wrong_field_is_named_without_its_value(String fields, String why) {
        var letter = unclear("{\"update_id\":9,\"message\":{\"message_id\":1," + fields + "}}").letter();

        assertEquals(why, letter.why());
        assertEquals("42/9", letter.updateKey());
    }

    @Test
    void what_goes_beyond_the_limits_behind_its_id_is_unclear_not_refused() {
        var deep = "[".repeat(300) + "]".repeat(300);
        var letter = unclear("{\"update_id\":9,\"message\":{\"strange\":" + deep + "}}").letter();

        assertEquals("broken or beyond the limits", letter.why());
        assertEquals("42/9", letter.updateKey());
    }

    @Test
    void a_strange_name_of_a_kind_is_not_kept() {
        assertEquals("unknown", unclear("{\"update_id\":9,\"Nguyễn Văn A 0912\":{}}").letter().kind());
        assertEquals("inline_query", unclear("{\"update_id\":9,\"inline_query\":{}}").letter().kind());
    }

    @Test
    void a_strange_language_is_no_hint() {
        assertEquals(Optional.empty(), understood("""
                {"update_id":9,"message":{"message_id":1,"text":"a","chat":{"id":42,"type":"private"},
                 "from":{"id":42,"language_code":"<b>vi</b>"}}}""").languageHint());
    }

    private static String text(String escaped) {
        return message("\"text\":\"" + escaped + "\"");
    }

    private static String message(String content) {
        return "{\"update_id\":9,\"message\":{\"message_id\":7,\"date\":1760000000," + content + "," + PRIVATE
                + "}}";
    }

    private static String group(String text) {
        return "{\"update_id\":9,\"message\":{\"message_id\":7,\"date\":5,\"text\":\"" + text + "\"," + GROUP
                + "}}";
    }

    private Incoming understood(String json) {
        return assertInstanceOf(Understood.class, read(json)).incoming();
    }

    private Unclear unclear(String json) {
        return assertInstanceOf(Unclear.class, read(json));
    }

    private Verdict read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
