package vn.gopy.answer;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.gopy.answer.SqlQuestions.Open;
import vn.gopy.chat.Address;
import vn.gopy.chat.Reply;
import vn.gopy.db.Database;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Asks the library again for each question that it had no source for, once after every start and whenever
/// its version changes. What it can answer now is no longer kept, and whoever wished to hear gets one letter.
/// Nobody is written to between 21:00 and 07:00.
public final class SecondLook {
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final int PAGE = 100;

    private final Database database;
    private final Outbox outbox;
    private final SqlQuestions questions;
    private final SqlPeople people;
    private final Library library;
    private final Phrasebook phrases;
    private final Answers answers;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Consumer<List<Parcel.Letter>> postman;
    /// The version that was asked last, and how far; one thread alone uses them.
    private String version = "";
    private long asked = Long.MAX_VALUE;

    /// What it works with.
    ///
    /// @param postman takes the letters that were put in the outbox
    public record Parts(Database database, Vault vault, Outbox outbox, Library library, Phrasebook phrases,
            ZoneId zone, InstantSource clock, Consumer<List<Parcel.Letter>> postman) {}

    public SecondLook(Parts parts) {
        database = parts.database();
        outbox = parts.outbox();
        questions = new SqlQuestions(parts.vault());
        people = new SqlPeople(parts.vault());
        library = parts.library();
        phrases = parts.phrases();
        answers = new Answers(parts.phrases(), parts.library());
        zone = parts.zone();
        clock = parts.clock();
        postman = parts.postman();
    }

    /// Goes on asking until all are asked or the night begins. For one thread, every few seconds.
    public void look() {
        if (!library.version().equals(version)) {
            version = library.version();
            asked = 0;
        }
        while (asked < Long.MAX_VALUE && mayWrite()) {
            long after = asked;
            var page = database.read(tx -> questions.above(tx, after, PAGE));
            answer(page);
            asked = page.size() < PAGE ? Long.MAX_VALUE : page.getLast().id();
        }
    }

    private boolean mayWrite() {
        var time = LocalTime.ofInstant(clock.instant(), zone);
        return !time.isBefore(MORNING) && time.isBefore(EVENING);
    }

    /// A question with the letter that tells its answer, if somebody wishes for one and can be reached.
    private record Found(Open open, Optional<Outbox.Sealed> letter) {}

    /// The rows and the letters change together, so that a crash neither loses nor repeats an answer.
    private void answer(List<Open> page) {
        var found = page.stream().flatMap(open -> answered(open).stream()).toList();
        if (found.isEmpty()) {
            return;
        }
        var now = clock.instant();
        postman.accept(database.ledger().commit(tx -> {
            var put = new ArrayList<Parcel.Letter>();
            for (var one : found) {
                if (questions.answered(tx, one.open())) {
                    one.letter().ifPresent(letter -> {
                        outbox.put(tx, letter, now);
                        put.add(letter.letter());
                    });
                }
            }
            return put;
        }));
    }

    private Optional<Found> answered(Open open) {
        var finding = library.find(open.asked().text(), open.language(), Optional.empty(), clock.instant());
        return finding instanceof Finding.Answer(var claims)
                ? Optional.of(new Found(open, letter(open, claims)))
                : Optional.empty();
    }

    private Optional<Outbox.Sealed> letter(Open open, List<Claim> claims) {
        return open.wishesToHear()
                ? database.read(tx -> people.find(tx, open.asked().person())).filter(Person::reachable)
                        .flatMap(person -> person.address().map(address -> outbox.seal(person,
                                Address.parse(address), Reply.of(told(open, claims, open.language())))))
                : Optional.empty();
    }

    /// What they asked, then the answer as the chat gives it; claims at the end give way to the length.
    private String told(Open open, List<Claim> claims, Language language) {
        var head = phrases.say(language, "question.found", Map.of("text", open.asked().text())) + "\n";
        int kept = claims.size();
        var answer = answers.compose(claims, language);
        while (head.length() + answer.length() > Answers.LONGEST && kept > 1) {
            answer = answers.compose(claims.subList(0, --kept), language);
        }
        return head + answer;
    }
}
