package vn.gopy.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;

/// The tables of claims that editors write on the page.
final class SqlClaims {
    private static final String BEGIN = """
            INSERT INTO claim (month, words, revision)
            VALUES (?, ?, 0)
            """;
    private static final String LATEST = """
            SELECT max(id)
              FROM claim
            """;
    private static final String TOUCH = """
            UPDATE claim
               SET revision = revision + 1
             WHERE id = ? AND revision = ?
            """;
    private static final String SHOW = """
            UPDATE claim
               SET shown = ?
             WHERE id = ?
            """;
    private static final String DROP_DRAFT = """
            DELETE FROM claim_version
             WHERE claim = ? AND agreed_by IS NULL
            """;
    private static final String DROP_EMPTY = """
            DELETE FROM claim
             WHERE id = ? AND NOT EXISTS (SELECT 1
                                            FROM claim_version
                                           WHERE claim = ?)
            """;
    private static final String DRAFT = """
            INSERT INTO claim_version (claim, fields, written_by, written_at)
            VALUES (?, ?, ?, ?)
            """;
    private static final String AGREE = """
            UPDATE claim_version
               SET agreed_by = ?, agreed_at = ?
             WHERE id = ? AND agreed_by IS NULL
            """;
    private static final String COLUMNS = """
            SELECT id, month, words, shown, revision
              FROM claim
            """;
    private static final String ALL = COLUMNS + " ORDER BY id DESC";
    private static final String ONE = COLUMNS + " WHERE id = ?";
    private static final String VERSIONS = """
            SELECT id, fields, written_by, written_at, agreed_by, agreed_at
              FROM claim_version
             WHERE claim = ?
             ORDER BY agreed_by IS NOT NULL, id DESC
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {
    };

    /// Opens a sheet; gives back its number.
    long begin(Tx tx, Optional<ClaimSheet.Group> group) {
        tx.run(BEGIN, value(group.map(ClaimSheet.Group::month)), value(group.map(ClaimSheet.Group::words)));
        return tx.number(LATEST);
    }

    private static Object value(Optional<String> text) {
        return text.isPresent() ? text.get() : Tx.NULL;
    }

    /// Counts a change; false when somebody else has changed it since.
    boolean touch(Tx tx, ClaimSheet sheet) {
        return tx.run(TOUCH, sheet.id(), sheet.revision()) == 1;
    }

    /// Keeps a draft in place of an earlier one.
    void draft(Tx tx, long claim, Map<String, List<String>> fields, ClaimVersion.Deal written) {
        tx.run(DROP_DRAFT, claim);
        tx.run(DRAFT, claim, json(fields), written.who(), written.at().toEpochMilli());
    }

    /// Throws a draft away, and the sheet with it when nothing else stands on it.
    void drop(Tx tx, long claim) {
        tx.run(DROP_DRAFT, claim);
        tx.run(DROP_EMPTY, claim, claim);
    }

    /// From now on a version is said.
    void publish(Tx tx, long claim, long version, ClaimVersion.Deal agreed) {
        tx.run(AGREE, agreed.who(), agreed.at().toEpochMilli(), version);
        tx.run(SHOW, version, claim);
    }

    /// Another version is said from now on, or none.
    void show(Tx tx, long claim, Optional<Long> version) {
        tx.run(SHOW, version.isPresent() ? version.get() : Tx.NULL, claim);
    }

    /// All of them, the newest first.
    List<ClaimSheet> all(Tx tx) {
        return tx.all(ALL, row -> row.number(1)).stream().flatMap(id -> find(tx, id).stream()).toList();
    }

    Optional<ClaimSheet> find(Tx tx, long id) {
        var versions = tx.all(VERSIONS, SqlClaims::version, id);
        return tx.first(ONE, row -> sheet(row, versions), id);
    }

    private static ClaimSheet sheet(Row row, List<ClaimVersion> versions) {
        var group = row.textOrNone(2)
                .flatMap(month -> row.textOrNone(3).map(words -> new ClaimSheet.Group(month, words)));
        return new ClaimSheet(row.number(1), group, versions,
                row.isNull(4) ? Optional.empty() : Optional.of(row.number(4)), row.integer(5));
    }

    private static ClaimVersion version(Row row) {
        return new ClaimVersion(row.number(1), fields(row.text(2)),
                new ClaimVersion.Deal(row.number(3), Instant.ofEpochMilli(row.number(4))),
                row.isNull(5)
                        ? Optional.empty()
                        : Optional.of(new ClaimVersion.Deal(row.number(5),
                                Instant.ofEpochMilli(row.number(6)))));
    }

    private static String json(Map<String, List<String>> fields) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(fields));
        } catch (JsonProcessingException fault) {
            throw new DatabaseException("write the fields of a claim", fault);
        }
    }

    private static Map<String, List<String>> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException fault) {
            throw new DatabaseException("read the fields of a claim", fault);
        }
    }
}
