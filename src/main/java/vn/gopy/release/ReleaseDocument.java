package vn.gopy.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vn.gopy.topic.Topic;

/// The canonical JSON of a release: the bytes whose SHA-256 is its hash. UTF-8, no spaces, fixed order of
/// fields, cells in the order of period, area and item; a hidden cell is `null`. `unanswered` stands there only
/// where a release has groups of questions without a source.
public final class ReleaseDocument {
    private static final List<Item> ORDER = Item.published();

    private ReleaseDocument() {}

    public static byte[] of(Release release, List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try (var json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            head(json, release);
            json.writeArrayFieldStart("cells");
            for (var sheet : ordered(sheets)) {
                cells(json, sheet);
            }
            json.writeEndArray();
            unanswered(json, release);
            json.writeEndObject();
        } catch (IOException fault) {
            throw new ReleaseException("write release " + release.id(), fault);
        }
        return bytes.toByteArray();
    }

    /// The hash of a release whose other fields are given; the one it carries is not looked at.
    static String hash(Release release, List<Sheet> sheets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(release, sheets)));
        } catch (NoSuchAlgorithmException fault) {
            throw new ReleaseException("compute SHA-256", fault);
        }
    }

    private static void head(JsonGenerator json, Release release) throws IOException {
        json.writeStringField("id", release.id());
        json.writeStringField("published_at", release.publishedAt().toString());
        json.writeStringField("previous", release.previous());
        json.writeStringField("questions", release.questions());
        json.writeNumberField("k", release.rule().k());
        json.writeNumberField("round", release.rule().round());
        json.writeArrayFieldStart("periods");
        for (var period : release.periods().stream().sorted().toList()) {
            json.writeString(period.code());
        }
        json.writeEndArray();
    }

    private static void unanswered(JsonGenerator json, Release release) throws IOException {
        if (release.unanswered().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(OpenQuestion.TABLE);
        for (var group : release.unanswered()) {
            json.writeStartArray();
            json.writeString(group.period().code());
            json.writeString(group.words());
            json.writeString(group.topic().map(Topic::code).orElse(null));
            json.writeNumber(group.persons());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /// Sheets in the order of period and area, the province first.
    public static List<Sheet> ordered(List<Sheet> sheets) {
        return sheets.stream().sorted(Comparator.comparing(Sheet::period)
                .thenComparing(sheet -> !sheet.area().isProvince()).thenComparing(Sheet::area)).toList();
    }

    /// The items that a sheet holds, in the order of pages and files.
    public static List<Item> items(Sheet sheet) {
        var polls = sheet.counts().keySet().stream().filter(item -> item.table() == Table.POLLS)
                .sorted(PollCode.ORDER);
        return Stream.concat(ORDER.stream().filter(sheet.counts()::containsKey), polls).toList();
    }

    private static void cells(JsonGenerator json, Sheet sheet) throws IOException {
        for (var item : items(sheet)) {
            json.writeStartArray();
            json.writeString(sheet.period().code());
            json.writeString(sheet.area().code());
            json.writeString(item.table().code());
            json.writeString(item.code());
            switch (sheet.count(item)) {
                case Count.Of(int persons) -> json.writeNumber(persons);
                case Count.Hidden() -> json.writeNull();
            }
            json.writeEndArray();
        }
    }
}
