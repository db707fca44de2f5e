package vn.gopy.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import vn.gopy.chat.Address;
import vn.gopy.db.Database;
import vn.gopy.feedback.SqlHearConsents;
import vn.gopy.feedback.SqlHearConsents.Wish;
import vn.gopy.outbox.Outbox;
import vn.gopy.outbox.Parcel;
import vn.gopy.release.Borders;
import vn.gopy.release.Rule;
import vn.gopy.vault.Person;
import vn.gopy.vault.Pseudonym;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// Carries sent answers to everybody who spoke of the theme and wished to hear, each once, by day.
///
/// Few letters are put at a time, and only while few wait to be carried, so that whoever writes meanwhile is
/// answered without waiting. That somebody is told is kept with their letter in one transaction: after a crash
/// the round goes on where it was.
public final class ThemePost {
    private static final int TOGETHER = 20;

    private final Parts parts;
    private final Daytime daytime;
    private final ThemeLetter letter;
    private final SqlThemes themes = new SqlThemes();
    private final SqlThemeAnswers answers = new SqlThemeAnswers();
    private final SqlThemeTold told = new SqlThemeTold();
    private final SqlHearConsents wishes = new SqlHearConsents();
    private final SqlPeople people;
    /// The round under way; one thread alone uses it.
    private Optional<Round> round = Optional.empty();

    /// What it works with.
    ///
    /// @param waiting how many letters wait to be carried now
    /// @param postman takes the letters that were put in the outbox
    public record Parts(Database database, Vault vault, Outbox outbox, Borders borders, Rule rule,
            Daytime daytime,
            IntSupplier waiting, Consumer<List<Parcel.Letter>> postman) {}

    public ThemePost(Parts parts, ThemeLetter letter) {
        this.parts = parts;
        this.letter = letter;
        daytime = parts.daytime();
        people = new SqlPeople(parts.vault());
    }

    /// An answer on its way, and who is still to be told.
    private record Round(Theme theme, ThemeAnswer answer, Deque<Wish> left) {}

    /// Puts letters while few wait; for one thread, about every second.
    public void look() {
        while (daytime.mayWrite() && parts.waiting().getAsInt() < TOGETHER && begun()) {
            step(round.orElseThrow());
        }
    }

    private boolean begun() {
        if (round.isEmpty()) {
            round = parts.database().read(answers::underway).stream().findFirst().map(this::round);
        }
        return round.isPresent();
    }

    /// In the order of pseudonyms, which tells nothing.
    private Round round(ThemeAnswer answer) {
        return parts.database().read(tx -> {
            var theme = themes.find(tx, answer.theme()).orElseThrow();
            var before = told.told(tx, answer.id());
            var left = new LinkedHashMap<Pseudonym, Wish>();
            wishes.wished(tx, theme.topic(), theme.first().from(daytime.zone()),
                    theme.last().until(daytime.zone()))
                    .stream().filter(wish -> !before.contains(wish.person()))
                    .filter(wish -> isOf(theme, wish))
                    .forEach(wish -> left.put(wish.person(), wish));
            return new Round(theme, answer, new ArrayDeque<>(left.values()));
        });
    }

    private boolean isOf(Theme theme, Wish wish) {
        return theme.area().isProvince()
                || wish.unit().map(parts.borders()::areaOf).map(theme.area()::equals).orElse(false);
    }

    private void step(Round now) {
        var letters = new ArrayList<Outbox.Sealed>();
        while (letters.size() < TOGETHER && !now.left().isEmpty()) {
            sealed(now, now.left().removeFirst()).ifPresent(letters::add);
        }
        if (letters.isEmpty()) {
            finish(now);
        } else {
            put(now, letters);
        }
    }

    /// Empty when they cannot be reached.
    private Optional<Outbox.Sealed> sealed(Round now, Wish wish) {
        return parts.database().read(tx -> people.find(tx, wish.person())).filter(Person::reachable)
                .flatMap(person -> person.address().map(address -> parts.outbox().seal(person,
                        Address.parse(address), letter.write(now.theme(), now.answer(), wish.language()))));
    }

    /// Whoever took the wish back meanwhile, or was erased, is not told.
    private void put(Round now, List<Outbox.Sealed> letters) {
        var at = daytime.clock().instant();
        parts.postman().accept(parts.database().ledger().commit(tx -> {
            var put = new ArrayList<Parcel.Letter>();
            for (var one : letters) {
                var person = one.letter().person();
                if (wishes.count(tx, person) > 0 && told.tell(tx, now.answer().id(), person, at)) {
                    parts.outbox().put(tx, one, at);
                    put.add(one.letter());
                }
            }
            return put;
        }));
    }

    private void finish(Round now) {
        parts.database().ledger().commit(tx -> {
            int all = told.count(tx, now.answer().id()).told();
            answers.done(tx, now.answer().id(), daytime.clock().instant(), all < parts.rule().k()
                    ? OptionalInt.empty()
                    : OptionalInt.of(parts.rule().rounded(all)));
            return all;
        });
        round = Optional.empty();
    }
}
