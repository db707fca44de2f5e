package vn.gopy.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The library of a folder that editors change while the service runs.
///
/// What they wrote is taken when the files have come to rest, can be read, and [Lint] finds no fault in them;
/// until then the service says what it said before.
public final class LiveLibrary implements Library {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLibrary.class);

    private final Path folder;
    private final Gazetteer gazetteer;
    private final Phrasebook phrasebook;
    private final ZoneId zone;
    private volatile Library library;
    /// The files at the last look, and those that were judged last; only the looking thread uses them.
    private Snapshot seen;
    private Snapshot judged;

    private LiveLibrary(Path folder, Gazetteer gazetteer, Phrasebook phrasebook, ZoneId zone) {
        this.folder = folder;
        this.gazetteer = gazetteer;
        this.phrasebook = phrasebook;
        this.zone = zone;
        this.seen = Snapshot.of(folder);
        this.judged = seen;
        this.library = read(seen);
    }

    /// Opens a folder. Throws [PolicyException] when it cannot be read.
    public static LiveLibrary open(Path folder, Gazetteer gazetteer, Phrasebook phrasebook, ZoneId zone) {
        return new LiveLibrary(folder, gazetteer, phrasebook, zone);
    }

    private Library read(Snapshot files) {
        return PolicyLibrary.open(new PolicyFiles(files).read(), gazetteer, phrasebook, zone);
    }

    /// Looks whether the files have changed since, and takes them if nothing is wrong with them. For one
    /// thread, every few seconds.
    public void look(Instant now) {
        try {
            var files = Snapshot.of(folder);
            boolean resting = files.equals(seen);
            seen = files;
            if (resting && !files.equals(judged)) {
                judged = files;
                judge(files, now);
            }
        } catch (PolicyException broken) {
            LOG.atWarn().addKeyValue("why", broken.getMessage()).log("changed policies not taken");
        }
    }

    private void judge(Snapshot files, Instant now) {
        var faults = Lint.open(files, gazetteer, LocalDate.ofInstant(now, zone)).remarks().stream()
                .filter(Remark::fault).toList();
        if (faults.isEmpty()) {
            library = read(files);
            LOG.atInfo().addKeyValue("version", library.version()).log("changed policies taken");
        } else {
            LOG.atWarn().addKeyValue("faults", faults.size()).addKeyValue("why", faults.getFirst())
                    .log("changed policies not taken");
        }
    }

    @Override
    public Finding find(String question, Language language, Optional<String> context, Instant now) {
        return library.find(question, language, context, now);
    }

    @Override
    public Optional<Claim> claim(String id, Instant now) {
        return library.claim(id, now);
    }

    @Override
    public Optional<Document> document(String number, Instant now) {
        return library.document(number, now);
    }

    @Override
    public List<Claim> card(UnitId unit, Instant now) {
        return library.card(unit, now);
    }

    @Override
    public List<Document> documents() {
        return library.documents();
    }

    @Override
    public List<Claim> citing(String document, Instant now) {
        return library.citing(document, now);
    }

    @Override
    public Likeness likeness() {
        return library.likeness();
    }

    @Override
    public String version() {
        return library.version();
    }
}
