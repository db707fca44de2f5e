package vn.gopy.answer;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Asks the library again for each question that it had no source for: after every start, whenever its
/// version changes, and each new day, because claims have their days. The version that had no source is asked
/// no sooner than on the next day. What it can answer now is no longer kept, and whoever wished to hear gets
/// one letter.
///
/// A claim that editors wrote for a published group of questions answers those of the group that name it first,
/// though they alone would not make it sure: those that hold at least half of the group's words.
///
/// Letters are put by day alone, few at a time ([Daytime]), and only while few wait to be carried, so that
/// whoever writes meanwhile is answered without waiting.
public final class SecondLook {
    private static final int MOST_LETTERS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SecondLook.class);

    private final Database database;
    private final Outbox outbox;
    private final SqlQuestions questions;
    private final SqlPeople people;
    private final Library library;
    private final Phrasebook phrases;
    private final Answers answers;
    private final Daytime daytime;
    private final ZoneId zone;
    private final InstantSource clock;
    private final ClaimBook claims;
    private final IntSupplier waiting;
    private final Consumer<List<Parcel.Letter>> postman;
    /// The version that was asked last, on which day, and how far; one thread alone uses them.
    private String version = "";
    private LocalDate day = LocalDate.MIN;
    private long asked = Long.MAX_VALUE;

    /// What it works with.
    ///
    /// @param claims  tells which claims were written for a group of questions
    /// @param waiting how many letters wait to be carried now
    /// @param postman takes the letters that were put in the outbox
    public record Parts(Database database, Vault vault, Outbox outbox, Library library, Phrasebook phrases,
            Daytime daytime, ClaimBook claims, IntSupplier waiting,
            Consumer<List<Parcel.Letter>> postman) {}

    public SecondLook(Parts parts) {
        database = parts.database();
        outbox = parts.outbox();
        questions = new SqlQuestions(parts.vault());
        people = new SqlPeople(parts.vault());
        library = parts.library();
        phrases = parts.phrases();
        answers = new Answers(parts.phrases(), parts.library());
        daytime = parts.daytime();
        zone = daytime.zone();
        clock = daytime.clock();
        claims = parts.claims();
        waiting = parts.waiting();
        postman = parts.postman();
    }

    /// Goes on asking until all are asked, the night begins, a hundred letters are put or twenty wait. For one
    /// thread, every few seconds.
    public void look() {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        if (!library.version().equals(version) || !today.equals(day)) {
            version = library.version();
            day = today;
            asked = 0;
        }
        var due = new SqlQuestions.Due(version, day.atStartOfDay(zone).toInstant());
        int left = MOST_LETTERS;
        while (asked < Long.MAX_VALUE && left > 0 && waiting.getAsInt() < Round.TOGETHER
                && daytime.mayWrite()) {
            long after = asked;
            int most = Math.min(left, Round.TOGETHER);
            var page = database.read(tx -> questions.above(tx, after, due, most));
            left -= answer(page);
            asked = page.size() < most ? Long.MAX_VALUE : page.getLast();
        }
    }

    /// A question with the letter that tells its answer, if somebody wishes for one and can be reached.
    private record Found(Open open, Optional<Outbox.Sealed> letter) {}

    /// The rows and the letters change together, so that a crash neither loses nor repeats an answer. Gives
    /// back how many letters were put.
    private int answer(List<Long> page) {
        var groups = page.isEmpty() ? Map.<String, String>of() : claims.groups();
        var found = page.stream().flatMap(id -> answered(id, groups).stream()).toList();
        if (found.isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        var letters = database.ledger().commit(tx -> {
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
        });
        postman.accept(letters);
        return letters.size();
    }

    /// A fault over one question keeps no other back.
    private Optional<Found> answered(long id, Map<String, String> groups) {
        try {
            return database.read(tx -> questions.open(tx, id)).flatMap(open -> answered(open, groups));
        } catch (RuntimeException fault) { // its message may hold what somebody asked
            LOG.error("could not look up question {} again ({})", id, fault.getClass().getName());
            return Optional.empty();
        }
    }

    private Optional<Found> answered(Open open, Map<String, String> groups) {
        return said(open, groups).map(said -> new Found(open, letter(open, said)));
    }

    /// What is said to a question, and the phrase that stands before it.
    private record Said(String head, List<Claim> claims) {}

    private Optional<Said> said(Open open, Map<String, String> groups) {
        var asked = open.asked().bare().strip();
        return switch (library.find(asked, open.language(), Optional.empty(), clock.instant())) {
            case Finding.Answer(var claims, _, var sure) when sure ->
                Optional.of(new Said("question.found", claims));
            case Finding.Answer(var claims, _, _) -> near(claims, asked, groups);
            case Finding.Suggest(var offered) -> near(offered, asked, groups);
            case Finding.None() -> Optional.empty();
        };
    }

    /// What is not sure is said only to questions of the group for which it was written.
    private Optional<Said> near(List<Claim> offered, String asked, Map<String, String> groups) {
        return offered.stream().limit(1)
                .filter(first -> isOf(groups.getOrDefault(first.id(), ""), asked)).findFirst()
                .map(first -> new Said("question.found-near", withCompany(first)));
    }

    /// With the claims that are always said with it.
    private List<Claim> withCompany(Claim first) {
        return Stream.concat(Stream.of(first), first.alongside().stream()
                .flatMap(id -> library.claim(id, clock.instant()).stream())).distinct().toList();
    }

    /// Whether a question holds at least half of a group's words, and there is a group.
    private static boolean isOf(String group, String question) {
        var words = words(group);
        var held = new HashSet<>(words);
        held.retainAll(words(question));
        return !words.isEmpty() && held.size() * 2 >= words.size();
    }

    private static Set<String> words(String text) {
        return Stream.of(Folding.fold(text).split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<Outbox.Sealed> letter(Open open, Said said) {
        return open.wishesToHear()
                ? database.read(tx -> people.find(tx, open.asked().person())).filter(Person::reachable)
                        .flatMap(person -> person.address().map(address -> outbox.seal(person,
                                Address.parse(address), Reply.of(told(open, said, open.language())))))
                : Optional.empty();
    }

    /// What they asked, then the answer as the chat gives it.
    private String told(Open open, Said said, Language language) {
        var head = phrases.say(language, said.head(), Map.of("text", open.asked().text())) + "\n";
        return answers.compose(head, said.claims(), language);
    }
}
