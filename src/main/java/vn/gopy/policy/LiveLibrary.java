package vn.gopy.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The library of files that editors change while the service runs, by hand or on the page.
///
/// What they wrote is taken when the files have come to rest, can be read, and [Lint] finds no fault in them that
/// is not in what is said already (days pass, and a claim that is over must not keep the others back); until
/// then the service says what it said before. At the start, what lies beside the others is left out if
/// it does not fit them. What came with the program and nobody changed is read when somebody first asks, so that
/// no other message waits for it after a start.
public final class LiveLibrary implements Library {
    private static final Logger LOG = LoggerFactory.getLogger(LiveLibrary.class);
    private static final Snapshot NOTHING = new Snapshot(Map.of());

    private final Bookcase bookcase;
    private final Gazetteer gazetteer;
    private final Phrasebook phrasebook;
    private final ZoneId zone;
    /// What answers; none before the first reading has ended.
    private volatile @Nullable Library library;
    private volatile String trouble = "";
    /// The files at the last look, and those that were judged last; only the reading and then the looking thread
    /// use them.
    private Snapshot seen = NOTHING;
    private Snapshot judged = NOTHING;
    /// What is said now.
    private Snapshot taken = NOTHING;

    private LiveLibrary(Bookcase bookcase, Gazetteer gazetteer, Phrasebook phrasebook, ZoneId zone) {
        this.bookcase = bookcase;
        this.gazetteer = gazetteer;
        this.phrasebook = phrasebook;
        this.zone = zone;
    }

    private Library first() {
        taken = bookcase.base().get();
        seen = taken;
        var first = whole();
        judged = seen;
        library = first;
        return first;
    }

    private Library whole() {
        try {
            seen = bookcase.whole();
            var whole = read(seen);
            taken = seen;
            return whole;
        } catch (PolicyException broken) {
            troubled(broken.getMessage());
            return read(taken);
        }
    }

    /// Opens the files. Throws [PolicyException] when those that are not beside others cannot be read.
    public static LiveLibrary open(Bookcase bookcase, Gazetteer gazetteer, Phrasebook phrasebook,
            ZoneId zone) {
        var live = new LiveLibrary(bookcase, gazetteer, phrasebook, zone);
        if (!bookcase.isUntouched()) {
            live.ready();
        }
        return live;
    }

    /// Reads the files, if nobody has asked for anything in them yet. Does nothing when called again.
    public void ready() {
        library();
    }

    private Library library() {
        var known = library;
        return known == null ? awaited() : known;
    }

    /// Whoever asks first reads; the others wait for that.
    private synchronized Library awaited() {
        var known = library;
        return known == null ? first() : known;
    }

    private Library read(Snapshot files) {
        return PolicyLibrary.open(new PolicyFiles(files).read(), gazetteer, phrasebook, zone);
    }

    /// Why the files are not what is said, in the build's words; empty when they are.
    public String trouble() {
        return trouble;
    }

    private void troubled(@Nullable String why) {
        trouble = String.valueOf(why);
        LOG.atWarn().addKeyValue("why", trouble).log("changed policies not taken");
    }

    /// Looks whether the files have changed since, and takes them if nothing is wrong with them. For one
    /// thread, every few seconds.
    public void look(Instant now) {
        ready();
        try {
            var files = bookcase.whole();
            boolean resting = files.equals(seen);
            seen = files;
            if (resting && !files.equals(judged)) {
                judged = files;
                judge(files, now);
            }
        } catch (PolicyException broken) {
            troubled(broken.getMessage());
        }
    }

    private void judge(Snapshot files, Instant now) {
        var faults = faults(files, now);
        if (!faults.isEmpty()) {
            faults.removeAll(faults(taken, now));
        }
        if (faults.isEmpty()) {
            var changed = read(files);
            library = changed;
            taken = files;
            trouble = "";
            LOG.atInfo().addKeyValue("version", changed.version()).log("changed policies taken");
        } else {
            troubled(faults.getFirst() + (faults.size() > 1 ? " (one of " + faults.size() + ")" : ""));
        }
    }

    private List<Remark> faults(Snapshot files, Instant now) {
        return Lint.open(files, gazetteer, LocalDate.ofInstant(now, zone)).remarks().stream()
                .filter(Remark::fault).collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public Finding find(String question, Language language, Optional<String> context, Instant now) {
        return library().find(question, language, context, now);
    }

    @Override
    public Optional<Claim> claim(String id, Instant now) {
        return library().claim(id, now);
    }

    @Override
    public Optional<Document> document(String number, Instant now) {
        return library().document(number, now);
    }

    @Override
    public List<Claim> card(UnitId unit, Instant now) {
        return library().card(unit, now);
    }

    @Override
    public List<Document> documents() {
        return library().documents();
    }

    @Override
    public List<Claim> citing(String document, Instant now) {
        return library().citing(document, now);
    }

    @Override
    public Likeness likeness() {
        return library().likeness();
    }

    @Override
    public String version() {
        return library().version();
    }
}
