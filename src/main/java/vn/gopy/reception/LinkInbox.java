package vn.gopy.reception;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Incoming;
import vn.gopy.chat.Reply;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Tx;
import vn.gopy.official.Chats;
import vn.gopy.outbox.Parcel;
import vn.gopy.text.Phrasebook;

/// Hears officials who link a private chat to their account, or undo it, and passes everything else on.
///
/// Of such a message nothing is kept but that it was heard. No resident's file is opened or dated for it: no
/// moment must lead from an account to a resident.
public final class LinkInbox implements Inbox {
    private static final Pattern WORD = Pattern.compile(
            "(?:/(?:lienket|link)(?:@\\w+)?|lienket)(?:\\s+(\\S.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String BEGINNINGS = "/lL";
    private static final Pattern UNDO = Pattern.compile("h[uủ][yỷ]|hu[ỷy]|off|undo",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int COME_BACK_SECONDS = 5;

    private final Reception reception;
    private final Files files;
    private final Chats chats;
    private final Phrasebook phrases;
    private final Consumer<List<Parcel.Letter>> postman;
    private final InstantSource clock;

    public LinkInbox(Reception reception, Files files, Chats chats, Phrasebook phrases,
            Consumer<List<Parcel.Letter>> postman) {
        this.reception = reception;
        this.files = files;
        this.chats = chats;
        this.phrases = phrases;
        this.postman = postman;
        clock = files.house.clock();
    }

    @Override
    public Heard park(DeadLetter letter) {
        return reception.park(letter);
    }

    @Override
    public Heard accept(Incoming incoming) {
        var word = word(incoming);
        return word.isEmpty() ? reception.accept(incoming) : accept(incoming, word.get());
    }

    private static Optional<Matcher> word(Incoming incoming) {
        return incoming.content() instanceof Incoming.Typed(var text) && mayBegin(text)
                ? Optional.of(WORD.matcher(text.strip())).filter(Matcher::matches)
                : Optional.empty();
    }

    /// Whether the first sign can be that of the word: most messages need no closer look.
    private static boolean mayBegin(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || BEGINNINGS.indexOf(text.charAt(0)) >= 0);
    }

    private Heard accept(Incoming incoming, Matcher word) {
        var tally = files.house.flood().of(files.pseudonym(incoming.from()));
        var now = clock.instant();
        if (tally.full(now)) {
            return reception.accept(incoming);
        }
        try {
            var heard = heard(incoming, Optional.ofNullable(word.group(1)).orElse("").strip(), now);
            if (heard instanceof Heard.Recorded) {
                tally.keep(now);
            }
            reception.count(incoming, heard);
            return heard;
        } catch (DatabaseException _) { // the channel sends it again; other arrivals tell of the trouble
            return new Heard.Unavailable(COME_BACK_SECONDS);
        }
    }

    private Heard heard(Incoming incoming, String typed, Instant now) {
        var language = reception.language(incoming, now);
        var chat = incoming.from().line();
        boolean undo = UNDO.matcher(typed).matches();
        var said = new AtomicReference<>("");
        var letters = files.books.inPassing(files.pseudonym(incoming.from()), incoming, tx -> {
            said.set(undo ? undone(tx, chat) : tried(tx, chat, typed, now));
            return List.of(Reply.of(phrases.say(language, said.get())));
        }, now);
        if (said.get().equals("link.done")) {
            chats.right(chat);
        }
        letters.ifPresent(postman);
        return letters.isPresent() ? new Heard.Recorded() : new Heard.Repeated();
    }

    private String undone(Tx tx, String chat) {
        return chats.unlink(tx, chat) ? "link.undone" : "link.none";
    }

    private String tried(Tx tx, String chat, String code, Instant now) {
        if (code.isEmpty()) {
            return chats.isLinked(tx, chat) ? "link.is" : "link.how";
        }
        if (!chats.mayTry(chat)) {
            return "link.wait";
        }
        return switch (chats.link(tx, chat, code, now)) {
            case LINKED -> "link.done";
            case REFUSED -> "link.refused";
        };
    }
}
