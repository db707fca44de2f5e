package vn.gopy.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.gopy.db.Database;
import vn.gopy.policy.Snapshot;

/// The claims that editors published on the page, as files beside those of the library. The tables are the
/// truth: the files are written from them, at the start and after every change, each in one move.
public final class ClaimBook {
    private final Database database;
    private final Path folder;
    private final ZoneId zone;
    private final SqlClaims claims = new SqlClaims();
    private Optional<Snapshot> written = Optional.empty();

    /// @param folder where the files go; it is made when there is something to write
    /// @param zone   where the day of a version begins and ends
    public ClaimBook(Database database, Path folder, ZoneId zone) {
        this.database = database;
        this.folder = folder;
        this.zone = zone;
    }

    /// Everything on the page, the newest first.
    public List<ClaimSheet> all() {
        return database.read(claims::all);
    }

    public Optional<ClaimSheet> find(long id) {
        return database.read(tx -> claims.find(tx, id));
    }

    /// What is published of the others than one sheet, as files.
    Snapshot without(long id) {
        return files(sheet -> sheet.id() != id);
    }

    private Snapshot files(Predicate<ClaimSheet> wanted) {
        var texts = new HashMap<String, String>();
        all().reversed().stream().filter(wanted).flatMap(sheet -> sheet.published().stream())
                .forEach(version -> texts.merge(version.manuscript().file(),
                        Snapshot.CLAIMS + yaml(version), (text, more) -> text + yaml(version)));
        return new Snapshot(texts);
    }

    /// A claim as it stands in its file.
    public String yaml(ClaimVersion version) {
        return version.manuscript().yaml(day(version.written().at()));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /// Writes the files where the tables say something else. Safe to repeat.
    public synchronized void shelve() {
        var files = files(_ -> true);
        if (written.filter(files::equals).isPresent()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (var file : files.texts().entrySet()) {
                var fresh = folder.resolve(file.getKey() + ".new");
                Files.writeString(fresh, file.getValue());
                Files.move(fresh, folder.resolve(file.getKey()), StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            var over = new HashSet<>(Snapshot.of(folder).texts().keySet());
            over.removeAll(files.texts().keySet());
            for (var name : over) {
                Files.delete(folder.resolve(name));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write the claims of the page", fault);
        }
        written = Optional.of(files);
    }

    /// The published groups of questions that claims answer: words by the claim's id.
    Map<String, String> groups() {
        return all().stream().filter(sheet -> sheet.group().isPresent() && sheet.published().isPresent())
                .collect(Collectors.toMap(sheet -> sheet.published().orElseThrow().one("id"),
                        sheet -> sheet.group().orElseThrow().words(), (first, _) -> first));
    }
}
