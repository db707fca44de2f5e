package vn.gopy.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.config.SettingsFile;
import vn.gopy.db.Database;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.place.UnitId;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.Safe;

/// Counts that leave the house tell of no group under k, not even by subtraction.
class CountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String FILE = """
            INSERT INTO request (id, pid, unit, topic, language, sent_on, due, state, ends_on, reopened, assigned,
                                 revision, receipt, version, text_hash, given_at, channel, evidence)
            VALUES (?, ?, ?, 'ha_tang', 'vi', ?, ?, ?, 0, 0, 0, 0, X'00', '1', 'h', 0, 'test', X'00')
            """;

    @TempDir
    static Path data;
    @AutoClose
    private final Database database = Database.open(data.resolve("gopy" + System.nanoTime() + ".db"));
    private final AuditTrail audit = new AuditTrail(database, new Safe(Keys.in(data.resolve("keys"))),
            new SettableClock("2026-11-26T03:00:00Z"));
    private final Counts counts = new Counts(database, audit,
            RequestSettings.from(SettingsFile.defaults(Map.of())));
    private int number;

    @BeforeEach
    void nobody() {
        number = 0;
    }

    /// So many requests of October, each of another person unless all are of one.
    private void october(String unit, int many, String state, boolean late) {
        for (int i = 0; i < many; i++) {
            file(unit, "p" + number, state, late, LocalDate.of(2026, 10, 14));
        }
    }

    private void file(String unit, String person, String state, boolean late, LocalDate sent) {
        number++;
        database.ledger().commit(tx -> tx.run(FILE, number, pid(person), unit, sent.toEpochDay(),
                TODAY.plusDays(late ? -3 : 3).toEpochDay(), state));
    }

    private static byte[] pid(String person) {
        return Arrays.copyOf(person.getBytes(StandardCharsets.UTF_8), Pseudonym.LENGTH);
    }

    private List<Counts.Line> of(Scope scope) {
        return counts.of(new Account(7, "Bà Lan", Role.APPROVER, scope, true, Optional.empty()), TODAY);
    }

    @Test
    void ten_senders_are_told_rounded_and_nine_are_not() {
        october("new:07030", 13, "answered", false);
        october("new:06652", 9, "answered", false);

        var lines = of(Scope.province());

        assertEquals(List.of(Optional.empty(), Optional.of(15)),
                lines.stream().map(Counts.Line::all).toList());
        assertEquals(Optional.empty(), lines.get(1).done(), "nobody waits, and that is fewer than ten");
        assertTrue(audit.newest(9).stream().anyMatch(row -> row.deed() == Deed.REQUESTS_COUNTED));
    }

    @Test
    void of_two_parts_both_are_told_or_neither() {
        october("new:07030", 12, "answered", false);
        october("new:07030", 4, "open", false);
        october("new:06652", 12, "answered", false);
        october("new:06652", 8, "open", false);
        october("new:06652", 11, "open", true);

        var lines = of(Scope.province());

        assertEquals(new Counts.Line(lines.getFirst().month(), UnitId.ofNew("06652"), Optional.of(30),
                Optional.of(10), Optional.of(20), Optional.empty()), lines.getFirst(), "eight are in time");
        assertEquals(new Counts.Line(lines.getFirst().month(), UnitId.ofNew("07030"), Optional.of(15),
                Optional.empty(), Optional.empty(), Optional.empty()), lines.getLast());
    }

    @Test
    void twelve_requests_of_one_person_are_one_person() {
        for (int i = 0; i < 12; i++) {
            file("new:07030", "one", "open", false, LocalDate.of(2026, 10, 14));
        }

        assertEquals(Optional.empty(), of(Scope.province()).getFirst().all());
    }

    @Test
    void the_month_that_runs_is_not_told_and_an_office_takes_its_own_alone() {
        october("new:07030", 12, "answered", false);
        october("new:06652", 12, "answered", false);
        for (int i = 0; i < 12; i++) {
            file("new:07030", "n" + i, "open", false, LocalDate.of(2026, 11, 3));
        }

        var lines = of(new Scope.Commune(UnitId.ofNew("07030")));

        assertEquals(List.of("2026-10 new:07030"),
                lines.stream().map(line -> line.month() + " " + line.unit()).toList());
    }
}
