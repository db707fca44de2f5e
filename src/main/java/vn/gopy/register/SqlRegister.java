package vn.gopy.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The tables of the registers.
final class SqlRegister {
    private static final String ADD = """
            INSERT INTO register_entry (id, register, key, cells, revision)
            VALUES (?, ?, ?, ?, 1)
            """;
    private static final String NEXT = """
            SELECT coalesce(max(id), 0) + 1
              FROM register_entry
            """;
    private static final String SET = """
            UPDATE register_entry
               SET key = ?, cells = ?, withdrawn_at = ?, revision = revision + 1
             WHERE id = ? AND revision = ?
            """;
    private static final String NOTE = """
            INSERT INTO register_version (entry, revision, what, cells, who, at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String ALL = """
            SELECT id, cells, revision, withdrawn_at
              FROM register_entry
             WHERE register = ?
             ORDER BY id
            """;
    private static final String FIND = """
            SELECT id, cells, revision, withdrawn_at
              FROM register_entry
             WHERE register = ? AND id = ?
            """;
    private static final String HOLDER = """
            SELECT id
              FROM register_entry
             WHERE register = ? AND key = ? AND withdrawn_at IS NULL AND id <> ?
            """;
    private static final String VERSIONS = """
            SELECT revision, what, cells, who, at
              FROM register_version
             WHERE entry = ?
             ORDER BY revision DESC
            """;
    private static final String EMPTY_VERSIONS = """
            UPDATE register_version
               SET cells = '{}'
             WHERE entry = ?
            """;
    private static final String UPLOAD = """
            INSERT INTO register_upload (official, register, file, at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (official, register) DO UPDATE SET file = excluded.file, at = excluded.at
            """;
    private static final String UPLOADED = """
            SELECT file
              FROM register_upload
             WHERE official = ? AND register = ?
            """;
    private static final String TAKE = """
            DELETE FROM register_upload
             WHERE official = ? AND register = ?
            """;

    long add(Tx tx, Register register, String key, Cells cells) {
        long id = tx.number(NEXT);
        tx.run(ADD, id, register.word(), key, cells.json());
        return id;
    }

    /// False when somebody else changed it meanwhile.
    boolean set(Tx tx, Entry seen, String key, Entry now) {
        return tx.run(SET, key, now.cells().json(),
                now.withdrawnAt().<Object>map(Instant::toEpochMilli).orElse(Tx.NULL), seen.id(),
                seen.revision()) == 1;
    }

    void note(Tx tx, long entry, Version version) {
        tx.run(NOTE, entry, version.revision(), version.what().word(), version.cells().json(), version.who(),
                version.at().toEpochMilli());
    }

    List<Entry> all(Tx tx, Register register) {
        return tx.all(ALL, row -> entry(row, register), register.word());
    }

    Optional<Entry> find(Tx tx, Register register, long id) {
        return tx.first(FIND, row -> entry(row, register), register.word(), id);
    }

    /// Which other entry that stands has this key.
    Optional<Long> holder(Tx tx, Register register, String key, long other) {
        return tx.first(HOLDER, row -> row.number(1), register.word(), key, other);
    }

    /// The newest first.
    List<Version> versions(Tx tx, long entry) {
        return tx.all(VERSIONS, row -> new Version(row.integer(1), Version.What.of(row.text(2)),
                Cells.parse(row.text(3)), row.number(4), Instant.ofEpochMilli(row.number(5))), entry);
    }

    void emptyVersions(Tx tx, long entry) {
        tx.run(EMPTY_VERSIONS, entry);
    }

    void upload(Tx tx, long official, Register register, String file, Instant now) {
        tx.run(UPLOAD, official, register.word(), file, now.toEpochMilli());
    }

    Optional<String> uploaded(Tx tx, long official, Register register) {
        return tx.first(UPLOADED, row -> row.text(1), official, register.word());
    }

    boolean take(Tx tx, long official, Register register) {
        return tx.run(TAKE, official, register.word()) == 1;
    }

    static int older(Tx tx, Instant before) {
        return (int) tx.number("SELECT count(*) FROM register_upload WHERE at < ?", before.toEpochMilli());
    }

    static int forget(Tx tx, Instant before) {
        return tx.run("DELETE FROM register_upload WHERE at < ?", before.toEpochMilli());
    }

    private static Entry entry(Row row, Register register) {
        return new Entry(row.number(1), register, Cells.parse(row.text(2)), row.integer(3),
                row.isNull(4) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(4))));
    }
}
