package vn.gopy.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Line;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Release;
import vn.gopy.release.Share;
import vn.gopy.topic.Topic;

/// CSV that opens well in a spreadsheet: UTF-8 with a byte order mark, and no text that a spreadsheet takes
/// for a formula.
public final class CsvExport implements Export {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> HEAD = List.of("release", "hash", "demo", "period", "first_day",
            "last_day",
            "area", "area_name", "table", "item", "persons", "hidden", "percent", "low", "high", "of",
            "topic");

    private final Gazetteer gazetteer;
    private final boolean demo;

    /// @param demo whether the figures are synthetic; every row then says so
    public CsvExport(Gazetteer gazetteer, boolean demo) {
        this.gazetteer = gazetteer;
        this.demo = demo;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public byte[] write(Release release, List<Line> lines, List<OpenQuestion> unanswered) {
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            try (var csv = CsvWriter.builder().build(text)) {
                csv.writeRecord(HEAD);
                lines.forEach(line -> csv.writeRecord(record(release, line)));
                unanswered.forEach(group -> csv.writeRecord(record(release, group)));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write CSV of " + release.id(), fault);
        }
        return bytes.toByteArray();
    }

    private List<String> record(Release release, Line line) {
        boolean hidden = line.count() instanceof Count.Hidden;
        var persons = line.count() instanceof Count.Of(int some) ? Integer.toString(some) : "";
        return List.of(safe(release.id()), release.hash(), Boolean.toString(demo), line.period().code(),
                line.period().start().toString(), line.period().lastDay().toString(), line.area().code(),
                safe(name(line.area())), line.item().table().code(), line.item().code(), persons,
                Boolean.toString(hidden), number(line, Share::percent), number(line, Share::low),
                number(line, Share::high), number(line, Share::of), "");
    }

    /// A group of questions without a source: its words stand where a figure has its item.
    private List<String> record(Release release, OpenQuestion group) {
        return List.of(safe(release.id()), release.hash(), Boolean.toString(demo), group.period().code(),
                group.period().start().toString(), group.period().lastDay().toString(),
                Area.PROVINCE.code(), "", OpenQuestion.TABLE, safe(group.words()),
                Integer.toString(group.persons()), "false", "", "", "", "",
                group.topic().map(Topic::code).orElse(""));
    }

    private static String number(Line line, ToIntFunction<Share> part) {
        return line.share().map(share -> Integer.toString(part.applyAsInt(share))).orElse("");
    }

    private String name(Area area) {
        return UnitId.parse("new:" + area.code()).flatMap(gazetteer::unit).map(Unit::title).orElse("");
    }

    /// Text that begins like a formula is written with an apostrophe before it.
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
