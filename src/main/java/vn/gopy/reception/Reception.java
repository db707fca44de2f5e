package vn.gopy.reception;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.db.DatabaseException;
import vn.gopy.dialogue.Dialogue;
import vn.gopy.dialogue.Visit;
import vn.gopy.metrics.Metrics;
import vn.gopy.outbox.Parcel;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Opens a resident's file, has the dialogue decide, and records the whole turn in one write-set. Only after
/// the commit is the channel told, and are the letters handed to the postman (contracts.md T7, T8).
public final class Reception implements Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int TRIES = 8;
    private static final int COME_BACK_SECONDS = 5;

    private final Dialogue dialogue;
    private final Phrasebook phrases;
    private final Files files;
    private final Consumer<List<Parcel.Letter>> postman;
    private final Flood flood;
    private final InstantSource clock;
    private final Metrics metrics;
    private final Metrics.Family arrivals;
    private final Trouble trouble = new Trouble();

    /// The reception over some files. `postman` takes the letters of each committed turn.
    public Reception(Files files, Dialogue dialogue, Phrasebook phrases,
            Consumer<List<Parcel.Letter>> postman) {
        this.files = files;
        this.dialogue = dialogue;
        this.phrases = phrases;
        this.postman = postman;
        flood = files.house.flood();
        clock = files.house.clock();
        metrics = files.house.metrics();
        arrivals = metrics.family("gopy_heard_total", "channel", "as");
    }

    @Override
    public Heard accept(Incoming incoming) {
        try {
            var heard = heard(incoming, clock.instant());
            count(incoming, heard);
            trouble.over();
            return heard;
        } catch (DatabaseException fault) {
            trouble.met(fault, clock.instant());
            return new Heard.Unavailable(COME_BACK_SECONDS);
        }
    }

    private Heard heard(Incoming incoming, Instant now) {
        try {
            return switch (incoming.content()) {
                case Incoming.InGroup _ -> group(incoming, now);
                case Incoming.Reachable(var again) when !again -> gone(incoming, now);
                default -> files.oneByOne.take(incoming.from(), () -> turn(incoming, clock.instant()));
            };
        } catch (DatabaseException fault) {
            throw fault;
        } catch (RuntimeException fault) { // a fault of ours must not stop the chat (T5, T7)
            return failed(incoming, fault, now);
        }
    }

    @Override
    public Heard park(DeadLetter letter) {
        try {
            metrics.count("gopy_parked_total{channel=\"" + letter.channel() + "\"}");
            return files.books.park(letter, clock.instant()) ? new Heard.Recorded() : new Heard.Repeated();
        } catch (DatabaseException fault) {
            trouble.met(fault, clock.instant());
            return new Heard.Unavailable(COME_BACK_SECONDS);
        }
    }

    /// Whether arrivals could not be recorded lately, and none could since.
    public boolean troubled() {
        return trouble.lasts(clock.instant());
    }

    private Heard turn(Incoming incoming, Instant now) {
        for (int tries = 0; tries < TRIES; tries++) {
            var session = files.sessions.of(incoming.from(), now);
            var tally = flood.of(session.person().pid());
            if (tally.full(now)) {
                return tooMany(session, incoming, tally, now);
            }
            try {
                var heard = turn(session, incoming, now);
                if (heard instanceof Heard.Recorded) {
                    tally.keep(now);
                }
                return heard;
            } catch (SessionMoved _) {
                files.sessions.forget(session.person().pid());
            }
        }
        return new Heard.Unavailable(1);
    }

    private Heard turn(Session session, Incoming incoming, Instant now) {
        var language = session.standing().chosen().orElse(Language.VIETNAMESE);
        var turn = dialogue.hear(new Visit(session.standing(), incoming, language, now, session.resident()));
        var entry = files.books.record(session, incoming, turn, now);
        if (entry.isEmpty()) {
            return new Heard.Repeated();
        }
        entry.get().after().ifPresentOrElse(files.sessions::remember,
                () -> files.sessions.forget(session.person().pid()));
        postman.accept(entry.get().letters());
        return new Heard.Recorded();
    }

    /// More than is kept in a minute: it counts as heard, and is answered with one request to wait.
    private Heard tooMany(Session session, Incoming incoming, Flood.Tally tally, Instant now) {
        var replies = pressAnswered(incoming);
        boolean notice = tally.noticeIsDue(now);
        if (notice) {
            replies.add(dialogue.tooFast(new Visit(session.standing(), incoming, Language.VIETNAMESE, now,
                    session.resident())));
        }
        var letters = files.books.inPassing(session.person().pid(), incoming, replies, now);
        if (letters.isEmpty()) {
            return new Heard.Repeated();
        }
        if (notice) {
            tally.noticed(now);
        }
        metrics.count("gopy_too_fast_total{channel=\"" + incoming.from().channel() + "\"}");
        postman.accept(letters.get());
        return new Heard.Recorded();
    }

    /// Replies that begin with the answer to the press, if it was one.
    private static List<Reply> pressAnswered(Incoming incoming) {
        var replies = new ArrayList<Reply>();
        if (incoming.content() instanceof Incoming.Pressed) {
            replies.add(Reply.toPress(""));
        }
        return replies;
    }

    /// A fault of ours: the chat goes on (T7), the resident gets a code that stands in the log too. A group
    /// is told nothing.
    private Heard failed(Incoming incoming, RuntimeException fault, Instant now) {
        var code = Integer
                .toString(Math.floorMod(incoming.updateKey().hashCode() ^ (int) now.getEpochSecond(), 46_656),
                        36)
                .toUpperCase(Locale.ROOT);
        LOG.atError().setCause(Faults.withoutText(fault)).addKeyValue("code", code).log("a turn failed");
        metrics.count("gopy_turn_faults_total");
        var told = pressAnswered(incoming);
        if (!(incoming.content() instanceof Incoming.InGroup)) {
            told.add(Reply.of(phrases.say(language(incoming, now), "fault.ours", Map.of("code", code))));
        }
        var note = new DeadLetter(incoming.from().channel(), "fault-" + incoming.updateKey(),
                incoming.content().getClass().getSimpleName(), fault.getClass().getSimpleName());
        var letters = files.books.failed(files.pseudonym(incoming.from()), incoming,
                new Books.Failure(note, told), now);
        letters.ifPresent(postman);
        return letters.isPresent() ? new Heard.Recorded() : new Heard.Repeated();
    }

    /// The language to speak to somebody whose file may be what cannot be read.
    Language language(Incoming incoming, Instant now) {
        Optional<Language> chosen;
        try {
            chosen = files.sessions.of(incoming.from(), now).standing().chosen();
        } catch (RuntimeException _) { // the fault is in the log already
            chosen = Optional.empty();
        }
        return chosen.or(() -> incoming.pageLanguage().flatMap(tag -> phrases.languages().stream()
                .filter(language -> language.tag().equals(tag)).findFirst())).orElse(Language.VIETNAMESE);
    }

    private Heard group(Incoming incoming, Instant now) {
        var session = files.sessions.stranger(incoming.from(), now);
        var turn = dialogue
                .hear(new Visit(session.standing(), incoming, Language.VIETNAMESE, now, session.resident()));
        var letters = files.books.inPassing(session.person().pid(), incoming, turn.replies(), now);
        letters.ifPresent(postman);
        return letters.isPresent() ? new Heard.Recorded() : new Heard.Repeated();
    }

    private Heard gone(Incoming incoming, Instant now) {
        var pid = files.pseudonym(incoming.from());
        files.sessions.forget(pid);
        return files.books.unreachable(pid, incoming, now) ? new Heard.Recorded() : new Heard.Repeated();
    }

    /// Counts what became of an arrival.
    void count(Incoming incoming, Heard heard) {
        var as = switch (heard) {
            case Heard.Recorded _ -> "recorded";
            case Heard.Repeated _ -> "repeated";
            case Heard.Unavailable _ -> "unavailable";
        };
        arrivals.count(incoming.from().channel(), as);
    }
}
