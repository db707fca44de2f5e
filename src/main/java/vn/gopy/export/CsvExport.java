package vn.gopy.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.Line;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Release;

/// CSV that opens well in a spreadsheet. Every row names its release, so that rows of several files can be put
/// together.
public final class CsvExport implements Export {
    private static final List<String> HEAD = List.of("release", "hash", "demo");

    private final AreaNames names;
    private final boolean demo;

    /// @param demo whether the figures are synthetic; every row then says so
    public CsvExport(Gazetteer gazetteer, boolean demo) {
        names = new AreaNames(gazetteer);
        this.demo = demo;
    }

    /// The names of the columns that stand before those of [Column].
    static List<String> head() {
        return HEAD;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return SafeCsv.TYPE;
    }

    @Override
    public byte[] write(Release release, List<Line> lines, List<OpenQuestion> unanswered) {
        var columns = Arrays.stream(Column.values()).toList();
        var rows = Entry.of(lines, unanswered, names).stream().map(entry -> Stream
                .concat(Stream.of(release.id(), release.hash(), Boolean.toString(demo)),
                        columns.stream().map(column -> column.of(entry).toString()))
                .toList());
        return SafeCsv.of(Stream.concat(HEAD.stream(), columns.stream().map(Column::code)).toList(), rows);
    }
}
