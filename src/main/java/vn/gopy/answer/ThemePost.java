package vn.gopy.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.chat.Reply;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.feedback.SqlHearConsents;
import vn.gopy.feedback.SqlHearConsents.Wish;
import vn.gopy.release.Borders;
import vn.gopy.release.Rule;
import vn.gopy.text.Language;
import vn.gopy.vault.Pseudonym;

/// Carries sent answers to everybody who spoke of the theme and wished to hear, each once, by day.
public final class ThemePost {
    private final Parts parts;
    private final Database database;
    private final Daytime daytime;
    private final ThemeLetter letter;
    private final Round round;
    private final SqlThemes themes = new SqlThemes();
    private final SqlThemeAnswers answers = new SqlThemeAnswers();
    private final SqlThemeTold told = new SqlThemeTold();
    private final SqlHearConsents wishes = new SqlHearConsents();
    /// The one under way; one thread alone uses it.
    private Optional<Underway> underway = Optional.empty();

    /// What it works with.
    public record Parts(Round.Parts round, Borders borders, Rule rule) {}

    public ThemePost(Parts parts, ThemeLetter letter) {
        this.parts = parts;
        this.letter = letter;
        database = parts.round().database();
        daytime = parts.round().daytime();
        round = new Round(parts.round());
    }

    /// An answer on its way, and who is still to be told.
    private record Underway(Theme theme, ThemeAnswer answer, Deque<Wish> left) {}

    /// Puts letters while few wait; for one thread, about every second.
    public void look() {
        while (round.mayPut() && begun()) {
            step(underway.orElseThrow());
        }
    }

    private boolean begun() {
        if (underway.isEmpty()) {
            underway = database.read(answers::underway).stream().findFirst().map(this::begin);
        }
        return underway.isPresent();
    }

    /// In the order of pseudonyms, which tells nothing.
    private Underway begin(ThemeAnswer answer) {
        return database.read(tx -> {
            var theme = themes.find(tx, answer.theme()).orElseThrow();
            var before = told.told(tx, answer.id());
            var left = new LinkedHashMap<Pseudonym, Wish>();
            wishes.wished(tx, theme.topic(), theme.first().from(daytime.zone()),
                    theme.last().until(daytime.zone()))
                    .stream().filter(wish -> !before.contains(wish.person()))
                    .filter(wish -> isOf(theme, wish))
                    .forEach(wish -> left.put(wish.person(), wish));
            return new Underway(theme, answer, new ArrayDeque<>(left.values()));
        });
    }

    private boolean isOf(Theme theme, Wish wish) {
        return theme.area().isProvince()
                || wish.unit().map(parts.borders()::areaOf).map(theme.area()::equals).orElse(false);
    }

    private void step(Underway now) {
        var next = new ArrayList<Round.Recipient>();
        while (next.size() < Round.TOGETHER && !now.left().isEmpty()) {
            var wish = now.left().removeFirst();
            next.add(new Round.Recipient(wish.person(), wish.language()));
        }
        if (next.isEmpty()) {
            finish(now);
        } else {
            round.put(next, new Mail(now));
        }
    }

    /// Whoever took the wish back meanwhile, or was erased, is not told.
    private final class Mail implements Round.Mail {
        private final Underway now;

        Mail(Underway now) {
            this.now = now;
        }

        @Override
        public Reply write(Language language) {
            return letter.write(now.theme(), now.answer(), language);
        }

        @Override
        public boolean tell(Tx tx, Pseudonym person) {
            return wishes.count(tx, person) > 0
                    && told.tell(tx, now.answer().id(), person, daytime.clock().instant());
        }
    }

    private void finish(Underway now) {
        database.ledger().commit(tx -> {
            int all = told.count(tx, now.answer().id()).told();
            answers.done(tx, now.answer().id(), daytime.clock().instant(), all < parts.rule().k()
                    ? OptionalInt.empty()
                    : OptionalInt.of(parts.rule().rounded(all)));
            return all;
        });
        underway = Optional.empty();
    }
}
