package vn.gopy.fakes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Makes bodies that a hostile or broken sender could post as updates: every kind and field with values of
/// wrong types, and bytes that are nearly, or not at all, JSON. Knows by itself which of them are authentic
/// updates.
public final class HostileUpdates {
    /// Every kind of update of Bot API 10.1, with the payload that its samples below share.
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("message", "message"),
            Map.entry("edited_message", "message"), Map.entry("channel_post", "message"),
            Map.entry("edited_channel_post", "message"), Map.entry("business_connection", "other"),
            Map.entry("business_message", "message"), Map.entry("edited_business_message", "message"),
            Map.entry("deleted_business_messages", "other"), Map.entry("guest_message", "message"),
            Map.entry("message_reaction", "other"), Map.entry("message_reaction_count", "other"),
            Map.entry("inline_query", "other"), Map.entry("chosen_inline_result", "other"),
            Map.entry("callback_query", "press"), Map.entry("shipping_query", "other"),
            Map.entry("pre_checkout_query", "other"), Map.entry("purchased_paid_media", "other"),
            Map.entry("poll", "poll"), Map.entry("poll_answer", "other"),
            Map.entry("my_chat_member", "member"), Map.entry("chat_member", "member"),
            Map.entry("chat_join_request", "other"), Map.entry("chat_boost", "other"),
            Map.entry("removed_chat_boost", "other"), Map.entry("managed_bot", "other"));

    private static final String USER = """
            {"id":42,"is_bot":false,"first_name":"An","last_name":"Nguyễn","username":"an",\
            "language_code":"vi",\
            "is_premium":true}""";
    private static final String CHAT = """
            {"id":42,"type":"private","first_name":"An","username":"an"}""";
    private static final Map<String, String> PAYLOADS = Map.of("message",
            """
                    {"message_id":7,"message_thread_id":3,"from":%1$s,"chat":%2$s,"date":1790000000,
                     "edit_date":1790000009,
                     "forward_origin":{"type":"user","sender_user":%1$s,"date":1790000000},
                     "reply_to_message":{"message_id":6,"chat":%2$s,"date":1789999999,"text":"trước"},
                     "text":"Xã Lê Lợi 🙂","entities":[{"type":"bold","offset":0,"length":2}],
                     "photo":[{"file_id":"a","file_unique_id":"b","width":90,"height":90}],"caption":"ảnh",
                     "sticker":{"file_id":"a","type":"regular","emoji":"🙂"},
                     "voice":{"file_id":"a","duration":3},
                     "location":{"latitude":20.95,"longitude":107.07},
                     "contact":{"phone_number":"1","first_name":"B"},
                     "reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}"""
                    .formatted(USER, CHAT),
            "poll", """
                    {"id":"5601","question":"Giờ nào?","options":[
                     {"text":"Sáng","voter_count":3,"persistent_id":"a"},{"text":"Chiều","voter_count":0}],
                     "total_voter_count":3,"is_closed":false,"is_anonymous":true,"type":"regular",
                     "allows_multiple_answers":false}""",
            "press", """
                    {"id":"991","from":%1$s,"chat_instance":"5","data":"m1:x",
                     "message":{"message_id":7,"chat":%2$s,"date":0,"text":"nút"}}""".formatted(USER, CHAT),
            "member",
            """
                    {"chat":%2$s,"from":%1$s,"date":1790000000,
                     "old_chat_member":{"status":"member","user":%1$s},
                     "new_chat_member":{"status":"kicked","user":%1$s,"until_date":0}}"""
                    .formatted(USER, CHAT),
            "other",
            """
                    {"id":"5","from":%1$s,"user":%1$s,"chat":%2$s,"date":1790000000,
                     "query":"hỏi","offset":""}"""
                    .formatted(USER, CHAT));

    private static final List<String> WRONG = List.of("null", "true", "false", "0", "-1", "1.5", "1e308",
            "1e999",
            "9007199254740993", "9223372036854775807", "-9223372036854775808", "99999999999999999999",
            "\"\"", "\"42\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uDC00x\"", "\"\\ufffe\"", "\"<b>&\"", "[]",
            "{}",
            "[[[[]]]]", "{\"id\":{\"id\":[]}}", "[null,1,\"a\"]");

    /// Reads as the contract defines an update: JSON of one object in UTF-8 within the limits, `update_id` an
    /// int.
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxNumberLength(40)
                    .maxNameLength(2_000).maxStringLength(10_000_000).build())
            .build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectMapper LOOSE = new ObjectMapper();

    private HostileUpdates() {}

    /// Whether a body is an update that must be answered 200, whatever it holds.
    public static boolean authentic(byte[] body) {
        int at = 0;
        while (at < body.length && " \t\r\n".indexOf(body[at]) >= 0) {
            at++;
        }
        if (at + 1 >= body.length || body[at] != '{' || body[at + 1] == 0) {
            return false;
        }
        try {
            var id = STRICT.readTree(body).path("update_id");
            return id.isInt();
        } catch (StreamConstraintsException _) {
            return idStandsBeforeTheLimit(body);
        } catch (IOException _) {
            return false;
        }
    }

    /// Beyond a limit the rest is not read: what counts is whether the id was told before.
    private static boolean idStandsBeforeTheLimit(byte[] body) {
        boolean told = false;
        try (var json = STRICT.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean id = json.currentName().equals("update_id");
                told |= json.nextToken() == JsonToken.VALUE_NUMBER_INT && id
                        && json.getNumberType() == NumberType.INT;
                json.skipChildren();
            }
            return false;
        } catch (IOException _) {
            return told;
        }
    }

    /// Well-formed updates of every kind.
    public static List<String> samples() {
        return KINDS.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(kind -> "{\"update_id\":77,\"" + kind.getKey() + "\":" + PAYLOADS.get(kind.getValue())
                        + "}")
                .toList();
    }

    /// Every field of every kind, left out, and with each wrong value.
    public static Stream<String> wrongTypes() {
        return samples().stream().flatMap(sample -> {
            var variants = new ArrayList<String>();
            replace(read(sample), read(sample), "", variants);
            return variants.stream();
        });
    }

    private static void replace(JsonNode root, JsonNode here, String path, List<String> variants) {
        if (here instanceof ObjectNode object) {
            for (var field : object.properties()) {
                var deeper = path + "/" + field.getKey();
                for (var wrong : WRONG) {
                    variants.add(with(root, path, field.getKey(), read(wrong)));
                }
                variants.add(without(root, path, field.getKey()));
                replace(root, field.getValue(), deeper, variants);
            }
        } else if (here instanceof ArrayNode array && !array.isEmpty()) {
            replace(root, array.get(0), path + "/0", variants);
        }
    }

    private static String with(JsonNode root, String path, String field, JsonNode value) {
        var copy = root.deepCopy();
        ((ObjectNode) copy.at(path)).set(field, value);
        return copy.toString();
    }

    private static String without(JsonNode root, String path, String field) {
        var copy = root.deepCopy();
        ((ObjectNode) copy.at(path)).remove(field);
        return copy.toString();
    }

    /// Bodies at the edges of the format: nesting, numbers, names, encodings, repeated keys.
    public static List<byte[]> edges() {
        var edges = new ArrayList<byte[]>();
        for (int depth : new int[]{5, 150, 190, 250, 5_000, 100_000}) {
            edges.add(utf8("{\"update_id\":1,\"message\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
            edges.add(utf8(
                    "{\"update_id\":1,\"message\":" + "{\"chat\":".repeat(depth) + "1" + "}".repeat(depth)
                            + "}"));
        }
        for (int digits : new int[]{19, 20, 40, 41, 1_000, 100_000}) {
            edges.add(utf8("{\"update_id\":1,\"message\":{\"message_id\":" + "9".repeat(digits) + "}}"));
            edges.add(utf8("{\"update_id\":" + "1".repeat(digits) + "}"));
            edges.add(utf8("{\"update_id\":1,\"x\":1e" + "9".repeat(digits) + "}"));
        }
        for (int length : new int[]{1_999, 2_001, 100_000}) {
            edges.add(utf8("{\"update_id\":1,\"" + "n".repeat(length) + "\":1}"));
        }
        edges.add(utf8("{\"update_id\":1,\"message\":{\"text\":\"" + "ă".repeat(390_000) + "\"}}"));
        edges.add(utf8("{\"update_id\":1,\"message\":{},\"message\":{}}"));
        edges.add(utf8("{\"update_id\":1,\"message\":{\"chat\":{},\"chat\":{\"id\":1,\"id\":1}}}"));
        var text = "{\"update_id\":1,\"message\":{\"text\":\"xã\"}}";
        for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_32, StandardCharsets.UTF_32LE, StandardCharsets.ISO_8859_1)) {
            edges.add(text.getBytes(encoding));
        }
        for (var bytes : new int[][]{{0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0xFF},
                {0x80},
                {0xC3}, {0xE1, 0xBA}, {0xF0, 0x9F, 0x99}, {0xEF, 0xBF, 0xBF}, {0x00}, {0x1F}}) {
            edges.add(around(bytes));
        }
        return edges;
    }

    private static byte[] around(int[] bytes) {
        var before = utf8(
                "{\"update_id\":1,\"message\":{\"message_id\":1,\"chat\":{\"id\":1,\"type\":\"private\"},"
                        + "\"text\":\"a");
        var after = utf8("\"}}");
        var all = Arrays.copyOf(before, before.length + bytes.length + after.length);
        for (int i = 0; i < bytes.length; i++) {
            all[before.length + i] = (byte) bytes[i];
        }
        System.arraycopy(after, 0, all, before.length + bytes.length, after.length);
        return all;
    }

    /// Samples with some bytes changed, doubled, dropped, swapped or cut off. The same seed gives the same
    /// bodies.
    public static Stream<byte[]> mutations(long seed, int count) {
        var random = new Random(seed);
        var samples = samples().stream().map(HostileUpdates::utf8).toList();
        return Stream.generate(() -> mutated(samples.get(random.nextInt(samples.size())), random))
                .limit(count);
    }

    private static byte[] mutated(byte[] sample, Random random) {
        var body = sample.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && body.length > 1; changes--) {
            int at = random.nextInt(body.length);
            switch (random.nextInt(7)) {
                case 0 -> body[at] = (byte) random.nextInt(256);
                case 1 -> body[at] = (byte) "{}[]\",:\\0-e.tn ".charAt(random.nextInt(15));
                case 2 -> body = Arrays.copyOf(body, at);
                case 3 ->
                    body = spliced(body, at, at, at + random.nextInt(Math.min(40, body.length - at) + 1));
                case 4 -> body = spliced(body, at, Math.min(body.length, at + 1 + random.nextInt(8)), 0);
                case 5 -> body[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int other = random.nextInt(body.length);
                    byte swapped = body[at];
                    body[at] = body[other];
                    body[other] = swapped;
                }
            }
        }
        return body;
    }

    /// The bytes up to `cut`, then those from `cut` to `again` once more, then those from `on`.
    private static byte[] spliced(byte[] body, int cut, int on, int again) {
        var doubled = again > cut ? Arrays.copyOfRange(body, cut, again) : new byte[0];
        var all = Arrays.copyOf(body, cut + doubled.length + body.length - on);
        System.arraycopy(doubled, 0, all, cut, doubled.length);
        System.arraycopy(body, on, all, cut + doubled.length, body.length - on);
        return all;
    }

    private static JsonNode read(String json) {
        try {
            return LOOSE.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
