package vn.gopy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.gopy.db.Upkeep;

/// Copies of the data, made so that they cannot open what was erased.
///
/// A copy holds no resident's key, only its first bytes: the nonce it was wrapped with, which tells one key
/// from another and opens nothing. The keys lie beside all copies in one file that each backup and each
/// erasure replaces: whoever was erased is in no copy that can be opened, and who came back afterwards has
/// another key (contracts.md P6). The house's own keys are in neither; the operator keeps the folder `keys`
/// apart.
final class Backups {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);
    private static final String KEYS = "residents.keys";
    private static final String UNFINISHED = "unfinished";
    private static final List<String> WITHOUT_KEYS = List.of("UPDATE person SET key = substr(key, 1, 12)");
    private static final List<String> TAKE_KEYS = List.of(
            "CREATE TABLE other.person_key (pid BLOB NOT NULL PRIMARY KEY, key BLOB NOT NULL)",
            "INSERT INTO other.person_key SELECT pid, key FROM person");
    private static final List<String> GIVE_KEYS = List.of(
            "DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM other.person_key AS k "
                    + "WHERE k.pid = person.pid AND substr(k.key, 1, 12) = substr(person.key, 1, 12))",
            "UPDATE person SET key = (SELECT key FROM other.person_key AS k WHERE k.pid = person.pid)",
            "DELETE FROM feedback WHERE pid IS NOT NULL AND pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM consent WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM session WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM anchor WHERE pid NOT IN (SELECT pid FROM person)",
            "DELETE FROM parcel WHERE kind = 'letter' AND line NOT IN (SELECT pid FROM person)",
            "DELETE FROM dead_letter WHERE kind = 'letter' AND line NOT IN (SELECT pid FROM person)");

    private final DataFolder folder;

    Backups(DataFolder folder) {
        this.folder = folder;
    }

    /// Makes a copy while the work goes on; gives back its file.
    synchronized Path make(Upkeep upkeep, Instant now) {
        try {
            Files.createDirectories(folder.backups(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            clearUnfinished();
            var unfinished = folder.backups().resolve(UNFINISHED);
            upkeep.copyTo(unfinished, WITHOUT_KEYS);
            var copy = folder.backups().resolve("gopy-" + STAMP.format(now) + ".db");
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            takeKeys(upkeep);
            return copy;
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write a backup into " + folder.backups(), fault);
        }
    }

    /// Replaces the file of the residents' keys, so that it holds those of the present residents alone.
    synchronized void takeKeys(Upkeep upkeep) {
        try {
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
        Files.deleteIfExists(folder.backups().resolve(UNFINISHED));
        Files.deleteIfExists(folder.backups().resolve(UNFINISHED + "-journal"));
    }

    /// What is wrong with a copy; empty when it can be restored. Works on a copy of the copy.
    List<String> check(Path copy) {
        if (!Files.isRegularFile(copy)) {
            return List.of("there is no file " + copy);
        }
        try {
            var place = Files.createTempDirectory("gopy-check");
            try {
                return ready(copy, place.resolve("gopy.db"));
            } finally {
                clear(place);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("could not check the backup", fault);
        }
    }

    private List<String> ready(Path copy, Path file) throws IOException {
        Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        var faults = Upkeep.of(file).faults(false);
        if (!faults.isEmpty()) {
            return faults;
        }
        var keys = copy.resolveSibling(KEYS);
        if (!Files.isRegularFile(keys)) {
            return List.of("the file " + KEYS
                    + " is missing beside the copy: texts and sessions could not be opened");
        }
        Upkeep.of(file).together(keys, GIVE_KEYS);
        return List.of();
    }

    /// Puts a copy in the place of the database; the old one is moved aside. Throws when the copy is not
    /// sound. Gives back how many residents and opinions there are now.
    List<Long> restore(Path copy, Instant now) {
        try {
            var fresh = folder.path().resolve("gopy.db.restored");
            var faults = ready(copy, fresh);
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", faults));
            }
            Upkeep.of(fresh).scrub();
            if (Files.exists(folder.database())) {
                Upkeep.of(folder.database()).scrub();
                Files.move(folder.database(), folder.path().resolve("gopy.db.before-" + STAMP.format(now)));
            }
            for (var end : List.of("-wal", "-shm")) {
                Files.deleteIfExists(folder.path().resolve("gopy.db" + end));
                Files.deleteIfExists(folder.path().resolve("gopy.db.restored" + end));
            }
            Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE);
            return Upkeep.of(folder.database())
                    .numbers(List.of("SELECT count(*) FROM person", "SELECT count(*) FROM feedback"));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not restore the backup", fault);
        }
    }

    private static void clear(Path place) throws IOException {
        try (var files = Files.list(place)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }
}
