package vn.gopy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.gopy.db.Upkeep;

/// Copies of the data, made so that they cannot open what was erased.
///
/// A copy holds no resident's key, only its first bytes: the nonce it was wrapped with, which tells one key
/// from another and opens nothing. The keys lie beside all copies in one file that each backup and each
/// erasure replaces: whoever was erased is in no copy that can be opened, and who came back afterwards has
/// another key (contracts.md P6). Nor does a copy hold which texts are alike. The house's own keys are in neither; the operator keeps the folder `keys`
/// apart.
final class Backups {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String KEYS = "residents.keys";
    private static final String UNFINISHED = "unfinished";
    private static final String RESTORED = "gopy.db.restored";
    private static final String DAMAGED = "gopy.db.damaged-";
    private static final Pattern COPY = Pattern.compile("gopy-\\d{8}-\\d{6}(-before)?\\.db");
    private static final String SCRUB_DUE = "SELECT count(*) FROM fact WHERE name = 'scrub-due'";
    private static final List<String> WITHOUT_KEYS = List.of("UPDATE person SET key = substr(key, 1, 12)");
    private static final String HAS_LIKENESS = "SELECT count(*) FROM pragma_table_info('feedback') "
            + "WHERE name = 'likeness'";
    private static final List<String> WITHOUT_LIKENESS = List.of("UPDATE feedback SET likeness = NULL");
    private static final List<String> TAKE_KEYS = List.of(
            "CREATE TABLE other.person_key (pid BLOB NOT NULL PRIMARY KEY, key BLOB NOT NULL)",
            "INSERT INTO other.person_key SELECT pid, key FROM person");
    private static final List<String> ADD_KEYS = List.of(
            "CREATE TABLE IF NOT EXISTS other.person_key (pid BLOB NOT NULL PRIMARY KEY, key BLOB NOT NULL)",
            "INSERT INTO other.person_key SELECT pid, key FROM person WHERE true "
                    + "ON CONFLICT (pid) DO UPDATE SET key = excluded.key");
    private static final List<String> GIVE_KEYS = List.of(
            "DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM other.person_key AS k "
                    + "WHERE k.pid = person.pid AND substr(k.key, 1, 12) = substr(person.key, 1, 12))",
            "UPDATE person SET key = (SELECT key FROM other.person_key AS k WHERE k.pid = person.pid)",
            "DELETE FROM feedback WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM question WHERE pid NOT IN (SELECT pid FROM person)",
            "UPDATE question SET told_wanted = 0", // they may have been told since
            "DELETE FROM consent WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM session WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM anchor WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM parcel WHERE kind = 'letter' AND line NOT IN (SELECT pid FROM person)",
            "DELETE FROM dead_letter WHERE kind = 'letter' AND line NOT IN (SELECT pid FROM person)");

    private static final String HAS_OFFICIALS = "SELECT count(*) FROM sqlite_master "
            + "WHERE name = 'official_session'";
    private static final String HAS_LINKS = "SELECT count(*) FROM sqlite_master "
            + "WHERE name = 'official_identity'";
    private static final String HAS_CHATS = "SELECT count(*) FROM sqlite_master "
            + "WHERE name = 'official_chat'";
    private static final String HAS_REQUESTS = "SELECT count(*) FROM sqlite_master WHERE name = 'request'";
    private static final List<String> KEEP_REQUESTS = List.of("DELETE FROM request",
            "INSERT INTO request SELECT * FROM other.request WHERE pid IN (SELECT pid FROM person)",
            "INSERT INTO request_words SELECT * FROM other.request_words "
                    + "WHERE request IN (SELECT id FROM request)");
    private static final String IN_BOTH = "(SELECT o.id FROM other.official AS o "
            + "JOIN official AS mine ON mine.id = o.id AND mine.name_key = o.name_key)";
    private static final List<String> KEEP_ACCOUNTS = List.of(
            "UPDATE official SET (role, scope, password, totp, totp_step, enabled) = "
                    + "(SELECT role, scope, password, totp, totp_step, enabled FROM other.official AS o "
                    + "WHERE o.id = official.id) WHERE id IN " + IN_BOTH,
            "DELETE FROM official_recovery WHERE official IN " + IN_BOTH,
            "INSERT INTO official_recovery (official, hash) SELECT official, hash "
                    + "FROM other.official_recovery WHERE official IN " + IN_BOTH);
    private static final List<String> KEEP_LINKS = List.of("DELETE FROM official_identity",
            "INSERT INTO official_identity (official, mark, linked_at) SELECT official, mark, linked_at "
                    + "FROM other.official_identity WHERE official IN " + IN_BOTH);

    private static final List<String> KEEP_CHATS = List.of(
            "INSERT INTO official_chat (mark, official, linked_on) SELECT mark, official, linked_on "
                    + "FROM other.official_chat WHERE official IN " + IN_BOTH);

    private final DataFolder folder;

    Backups(DataFolder folder) {
        this.folder = folder;
    }

    /// Makes a copy while the work goes on; gives back its file.
    synchronized Path make(Upkeep upkeep, Instant now) {
        try {
            var copy = copy(upkeep, "gopy-" + STAMP.format(now) + ".db");
            takeKeys(upkeep);
            return copy;
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write a backup into " + folder.backups(), fault);
        }
    }

    /// A copy gets its name when no key is left in it.
    private Path copy(Upkeep upkeep, String name) throws IOException {
        Files.createDirectories(folder.backups(), PRIVATE);
        clearUnfinished();
        var unfinished = folder.backups().resolve(UNFINISHED);
        boolean marked = upkeep.numbers(List.of(HAS_LIKENESS)).getFirst() > 0; // an early database has none
        upkeep.copyTo(unfinished, Stream.concat(WITHOUT_KEYS.stream(),
                marked ? WITHOUT_LIKENESS.stream() : Stream.empty()).toList());
        return Files.move(unfinished, folder.backups().resolve(name), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Replaces the file of the residents' keys, so that it holds those of the present residents alone.
    /// Damaged databases that a restore moved aside hold keys too: they go.
    synchronized void takeKeys(Upkeep upkeep) {
        try {
            clear(folder.path(), DAMAGED);
            if (!Files.isDirectory(folder.backups())) {
                return;
            }
            clearUnfinished();
            var unfinished = folder.backups().resolve(UNFINISHED);
            upkeep.together(unfinished, TAKE_KEYS);
            Files.move(unfinished, folder.backups().resolve(KEYS), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("could not replace the residents' keys", fault);
        }
    }

    /// Deletes what was being written when somebody pulled the plug: it may hold keys.
    private void clearUnfinished() throws IOException {
        clear(folder.backups(), UNFINISHED);
    }

    private static void clear(Path place, String beginning) throws IOException {
        try (var files = Files.list(place)) {
            for (var file : files.filter(file -> named(file).startsWith(beginning)).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Deletes the copies made before a moment; gives back how many. With `dryRun` it only counts.
    synchronized int forget(Instant before, boolean dryRun) {
        if (!Files.isDirectory(folder.backups())) {
            return 0;
        }
        var oldest = "gopy-" + STAMP.format(before);
        try (var files = Files.list(folder.backups())) {
            var old = files.filter(file -> COPY.matcher(named(file)).matches())
                    .filter(file -> named(file).compareTo(oldest) < 0).toList();
            for (var file : dryRun ? List.<Path>of() : old) {
                Files.delete(file);
            }
            return old.size();
        } catch (IOException fault) {
            throw new UncheckedIOException("could not delete old backups", fault);
        }
    }

    private static String named(Path file) {
        return file.getFileName().toString();
    }

    /// Whether the residents' keys lie beside the copies, without which none of them can be restored.
    boolean hasKeys() {
        return Files.isRegularFile(folder.backups().resolve(KEYS));
    }

    /// What is wrong with a copy; empty when it can be restored.
    List<String> check(Path copy) {
        if (!Files.isRegularFile(copy)) {
            return List.of("there is no file " + copy);
        }
        var keys = copy.resolveSibling(KEYS);
        if (!Files.isRegularFile(keys)) {
            return List.of("the file " + KEYS
                    + " is missing beside the copy: texts and sessions could not be opened");
        }
        var faults = Upkeep.faultsOf(copy);
        return faults.isEmpty() ? Upkeep.faultsOf(keys) : faults;
    }

    /// Puts a copy that [#check] found sound in the place of the database. The old one becomes a copy, or is
    /// moved aside when it is damaged. Gives back how many residents and opinions there are now.
    synchronized List<Long> restore(Path copy, Instant now) {
        try {
            Files.createDirectories(folder.backups(), PRIVATE);
            var present = Upkeep.of(folder.database());
            boolean sound = !folder.isNew() && present.faults(false).isEmpty();
            if (sound) {
                keepKeys(present);
            }
            var fresh = ready(copy);
            if (sound) {
                keepAccounts(present, fresh);
                keepRequests(present, fresh);
                copy(present, "gopy-" + STAMP.format(now) + "-before.db");
                present.scrub();
            } else {
                moveAside(now);
            }
            clear(folder.path(), "gopy.db-");
            Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE);
            clear(folder.path(), RESTORED);
            return Upkeep.of(folder.database())
                    .numbers(List.of("SELECT count(*) FROM person", "SELECT count(*) FROM feedback"));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not restore the backup", fault);
        }
    }

    /// Adds the present residents' keys to those beside the copies, so that a restore can be undone. Were the
    /// latter still to be renewed after an erasure, they are renewed now.
    private void keepKeys(Upkeep present) {
        if (present.numbers(List.of(SCRUB_DUE)).getFirst() > 0) {
            takeKeys(present);
        } else {
            present.together(folder.backups().resolve(KEYS), ADD_KEYS);
        }
    }

    /// Who has an account today keeps it as it is: nobody who was kept out comes in again, no changed password
    /// and no used code is good once more.
    private void keepAccounts(Upkeep present, Path fresh) {
        if (hasOfficials(present) && hasOfficials(Upkeep.of(fresh))) {
            Upkeep.of(fresh).together(folder.database(), KEEP_ACCOUNTS);
            if (has(present, HAS_LINKS) && has(Upkeep.of(fresh), HAS_LINKS)) {
                Upkeep.of(fresh).together(folder.database(), KEEP_LINKS);
            }
            if (has(present, HAS_CHATS) && has(Upkeep.of(fresh), HAS_CHATS)) {
                Upkeep.of(fresh).together(folder.database(), KEEP_CHATS);
            }
            Upkeep.of(fresh).scrub();
        }
    }

    /// Requests stand as they stand today: none comes back that was taken back, none is answered twice.
    private void keepRequests(Upkeep present, Path fresh) {
        if (has(present, HAS_REQUESTS) && has(Upkeep.of(fresh), HAS_REQUESTS)) {
            Upkeep.of(fresh).together(folder.database(), KEEP_REQUESTS);
            Upkeep.of(fresh).scrub();
        }
    }

    private static boolean hasOfficials(Upkeep database) {
        return has(database, HAS_OFFICIALS);
    }

    private static boolean has(Upkeep database, String tables) {
        return database.numbers(List.of(tables)).getFirst() > 0;
    }

    private Path ready(Path copy) throws IOException {
        clear(folder.path(), RESTORED);
        var fresh = Files.copy(copy, folder.path().resolve(RESTORED));
        Upkeep.of(fresh).together(copy.resolveSibling(KEYS), Stream.of(GIVE_KEYS, Ended.in(Upkeep.of(fresh)))
                .flatMap(List::stream).toList());
        Upkeep.of(fresh).scrub();
        return fresh;
    }

    private void moveAside(Instant now) throws IOException {
        for (var end : List.of("", "-wal")) {
            var file = folder.path().resolve("gopy.db" + end);
            if (Files.exists(file)) {
                Files.move(file, folder.path().resolve(DAMAGED + STAMP.format(now) + end));
            }
        }
    }
}
