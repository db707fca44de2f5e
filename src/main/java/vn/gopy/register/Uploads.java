package vn.gopy.register;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.official.Account;
import vn.gopy.official.Deed;
import vn.gopy.policy.Document;
import vn.gopy.register.Preview.Fate;
import vn.gopy.register.Preview.Row;
import vn.gopy.register.Sheet.Read;

/// Files of many entries: uploaded, looked at row by row, then taken at once or not at all. Nothing is written
/// while a row is wrong, unless the editor takes the good ones knowingly.
public final class Uploads {
    /// For so long an upload waits to be taken.
    public static final Duration KEPT = Duration.ofDays(1);

    private final RegisterDesk desk;
    private final RegisterDesk.Parts parts;
    private final SqlRegister sql = new SqlRegister();

    public Uploads(RegisterDesk desk, RegisterDesk.Parts parts) {
        this.desk = desk;
        this.parts = parts;
    }

    /// Keeps a file for its preview; what this editor uploaded before goes. Empty when it can be read.
    public Optional<FileFlaw> put(Account editor, Register register, byte[] file) {
        var text = Sheet.text(file);
        if (text.isEmpty()) {
            return Optional.of(new FileFlaw(FileFlaw.Kind.NOT_UTF8, ""));
        }
        if (Sheet.read(register, choices(), text.get()) instanceof Read.Unreadable(var flaw)) {
            return Optional.of(flaw);
        }
        parts.database().ledger().commit(tx -> {
            sql.upload(tx, editor.id(), register, text.get(), parts.clock().instant());
            return true;
        });
        return Optional.empty();
    }

    private Choices choices() {
        return parts.proofreader().choices();
    }

    /// What would become of the editor's upload; empty when there is none.
    public Optional<Preview> preview(Account editor, Register register) {
        return parts.database().read(tx -> preview(tx, editor, register));
    }

    private Optional<Preview> preview(Tx tx, Account editor, Register register) {
        return sql.uploaded(tx, editor.id(), register)
                .map(text -> Sheet.read(register, choices(), text))
                .filter(Read.Whole.class::isInstance).map(Read.Whole.class::cast)
                .map(read -> preview(rows(tx, editor, register, read.sheet())));
    }

    private static Preview preview(List<Row> rows) {
        var fates = rows.stream().map(row -> row.line() + " " + row.id() + " " + row.fate() + " "
                + row.cells().json() + row.flaws()).collect(Collectors.joining("\n"));
        return new Preview(rows, stamp(fates));
    }

    private static String stamp(String text) {
        var sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }

    private List<Row> rows(Tx tx, Account editor, Register register, Sheet sheet) {
        var rows = new ArrayList<Row>();
        var keys = new HashSet<String>();
        var known = register == Register.DOCUMENTS
                ? parts.library().get()
                : List.<Document>of();
        sheet.lines().forEach(line -> rows.add(row(tx, new Reading(editor, register, known, keys), line)));
        return rows;
    }

    /// Who reads which file.
    ///
    /// @param known the documents of the library
    /// @param keys  those of the rows above
    private record Reading(Account editor, Register register, List<Document> known, Set<String> keys) {}

    private Row row(Tx tx, Reading reading, Sheet.Line line) {
        var number = line.cells().getOrDefault(Sheet.ID, "").strip();
        if (!line.whole()) {
            return wrong(line, Flaw.ofRow(Flaw.Kind.CELLS, ""));
        }
        if (!number.isEmpty() && !number.matches("[0-9]{1,18}")) {
            return ofLibrary(reading, line, number);
        }
        long id = number.isEmpty() ? 0 : Long.parseLong(number);
        var seen = sql.find(tx, reading.register(), id).filter(Entry::stands);
        if (id > 0 && seen.isEmpty()) {
            return wrong(line, new Flaw(Sheet.ID, Flaw.Kind.GONE, number));
        }
        if (seen.isPresent() && !desk.mayKeep(reading.editor(), reading.register(), seen.get().cells())) {
            return wrong(line, Flaw.ofRow(Flaw.Kind.NOT_YOURS, ""));
        }
        var checked = desk.check(tx, reading.editor(), reading.register(), line.cells(), id);
        var flaws = new ArrayList<>(checked.flaws());
        if (flaws.isEmpty() && !reading.keys().add(Keys.of(reading.register(), checked.cells()))) {
            flaws.add(Flaw.ofRow(Flaw.Kind.TWICE, ""));
        }
        return new Row(line.number(), id, fate(seen, checked, flaws), checked.cells(), flaws, line.cells());
    }

    private static Fate fate(Optional<Entry> seen, Checked checked, List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            return Fate.WRONG;
        }
        return seen.map(entry -> entry.cells().equals(checked.cells()) ? Fate.SAME : Fate.CHANGED)
                .orElse(Fate.NEW);
    }

    private static Row wrong(Sheet.Line line, Flaw flaw) {
        return new Row(line.number(), 0, Fate.WRONG, new Cells(line.cells()), List.of(flaw), line.cells());
    }

    /// A row about a document of the library, which an exported file holds too: it must stay as it is there.
    private Row ofLibrary(Reading reading, Sheet.Line line, String number) {
        var document = reading.known().stream().filter(one -> one.id().equals(number)).findFirst();
        if (document.isEmpty()) {
            return wrong(line, new Flaw(Sheet.ID, Flaw.Kind.GONE, number));
        }
        var stands = Paper.of(document.get()).cells();
        boolean same = reading.register().columns().stream().map(Column::name)
                .allMatch(name -> Choices.plain(line.cells().getOrDefault(name, ""))
                        .equals(Choices.plain(stands.of(name))));
        return same
                ? new Row(line.number(), 0, Fate.SAME, stands, List.of(), line.cells())
                : wrong(line, Flaw.ofRow(Flaw.Kind.OF_LIBRARY, number));
    }

    /// Takes the upload that was previewed: all of it, or its good rows alone.
    ///
    /// @param stamp of the preview that the editor decided on
    /// @return how many entries were written; empty when nothing was, because a row is wrong, or the preview is
    ///         another one now
    public Optional<Integer> take(Account editor, Register register, String stamp, boolean goodAlone) {
        return parts.database().ledger().commit(tx -> {
            var preview = preview(tx, editor, register).filter(now -> now.stamp().equals(stamp))
                    .filter(now -> goodAlone || now.count(Fate.WRONG) == 0);
            preview.ifPresent(now -> {
                now.rows().forEach(row -> write(tx, editor, register, row));
                sql.take(tx, editor.id(), register);
                parts.audit().write(tx, editor.id(), Deed.REGISTER_IMPORTED, register.word() + " "
                        + now.count(Fate.NEW) + " new " + now.count(Fate.CHANGED) + " changed");
            });
            return preview.map(now -> (int) now.good());
        });
    }

    private void write(Tx tx, Account editor, Register register, Row row) {
        switch (row.fate()) {
            case NEW -> desk.insert(tx, editor, register, row.cells());
            case CHANGED ->
                desk.update(tx, editor, sql.find(tx, register, row.id()).orElseThrow(), row.cells());
            case SAME, WRONG -> {
            }
        }
    }

    /// Forgets the editor's upload.
    public void drop(Account editor, Register register) {
        parts.database().ledger().commit(tx -> sql.take(tx, editor.id(), register));
    }

    /// Drops what nobody took; gives back how many. With `dryRun` it only counts.
    public static int forget(Database database, InstantSource clock, boolean dryRun) {
        Instant before = clock.instant().minus(KEPT);
        return dryRun
                ? database.read(tx -> SqlRegister.older(tx, before))
                : database.ledger().commit(tx -> SqlRegister.forget(tx, before));
    }
}
