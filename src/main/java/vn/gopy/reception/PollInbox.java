package vn.gopy.reception;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Tx;
import vn.gopy.outbox.Parcel;
import vn.gopy.poll.GroupPolls;
import vn.gopy.poll.GroupPolls.Answer;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Hears groups that ask for a poll, and how such polls stand, and passes everything else on.
///
/// Of the command nothing is kept but that it was heard: neither who typed it nor who is there (contracts.md T12).
public final class PollInbox implements Inbox {
    private static final String COMMAND = "thamdo";
    private static final int COME_BACK_SECONDS = 5;

    private final Inbox next;
    private final Reception reception;
    private final GroupPolls polls;
    private final Phrasebook phrases;
    private final Consumer<List<Parcel.Letter>> postman;
    private final Files files;
    private final InstantSource clock;

    /// What it works with. `reception` counts what became of arrivals.
    ///
    /// @param next    hears everything else
    /// @param postman takes the letters of each committed turn
    public record Parts(Inbox next, Reception reception, Files files, Phrasebook phrases,
            Consumer<List<Parcel.Letter>> postman) {}

    public PollInbox(Parts parts, GroupPolls polls) {
        this.polls = polls;
        next = parts.next();
        reception = parts.reception();
        phrases = parts.phrases();
        postman = parts.postman();
        files = parts.files();
        clock = files.house.clock();
    }

    @Override
    public Heard park(DeadLetter letter) {
        return next.park(letter);
    }

    @Override
    public Heard accept(Incoming incoming) {
        return switch (incoming.content()) {
            case Incoming.InGroup asked when asked.command().equals(COMMAND) -> heard(incoming,
                    () -> files.oneByOne.take(asked.group(), () -> asked(incoming, asked, clock.instant())));
            case Incoming.Tallied tallied ->
                heard(incoming, () -> tallied(incoming, tallied, clock.instant()));
            default -> next.accept(incoming);
        };
    }

    private interface Turn {
        boolean isFirst();
    }

    private Heard heard(Incoming incoming, Turn turn) {
        try {
            Heard heard = turn.isFirst() ? new Heard.Recorded() : new Heard.Repeated();
            reception.count(incoming, heard);
            return heard;
        } catch (DatabaseException _) { // the channel sends it again; other arrivals tell of the trouble
            return new Heard.Unavailable(COME_BACK_SECONDS);
        }
    }

    /// The poll itself goes by a letter that is kept, and the answer to the command once or not at all.
    private boolean asked(Incoming incoming, Incoming.InGroup asked, Instant now) {
        var answer = polls.asked(asked.group(), now);
        var posted = new AtomicReference<>(Optional.<Parcel.Letter>empty());
        var told = files.books.inPassing(files.pseudonym(incoming.from()), incoming, tx -> {
            posted.set(answer instanceof Answer.Ready ready ? polls.post(tx, ready, now) : Optional.empty());
            return posted.get().isPresent() ? List.of() : List.of(sorry(answer));
        }, now);
        told.ifPresent(letters -> {
            postman.accept(letters);
            posted.get().map(List::of).ifPresent(postman);
        });
        return told.isPresent();
    }

    private Reply sorry(Answer answer) {
        return Reply.of(phrases.say(Language.VIETNAMESE,
                answer instanceof Answer.None(var phrase) ? phrase : "poll.none"));
    }

    private boolean tallied(Incoming incoming, Incoming.Tallied tallied, Instant now) {
        return files.books.heardOnce(incoming, tx -> count(tx, tallied, now), now);
    }

    private void count(Tx tx, Incoming.Tallied tallied, Instant now) {
        polls.count(tx, tallied.totals(), tallied.order(), now);
    }
}
