package vn.gopy.answer;

import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.hook.Event;
import vn.gopy.hook.Hooks;
import vn.gopy.official.Account;
import vn.gopy.official.AuditTrail;
import vn.gopy.official.Deed;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.place.UnitId;
import vn.gopy.policy.Phrases;
import vn.gopy.release.Release;
import vn.gopy.release.Releases;
import vn.gopy.text.Language;

/// Where officials answer the themes of their place: one drafts, an approver sends. They see published figures
/// alone and never whom an answer goes to. All they do stands in the audit trail, without the words.
public final class ThemeDesk {
    private static final long LONGEST_PROMISE_DAYS = 183;

    private final Parts parts;
    private final SqlThemes themes = new SqlThemes();
    private final SqlThemeAnswers answers = new SqlThemeAnswers();

    /// What it works with.
    ///
    /// @param noticesPut told after an event was put in the outbox
    public record Parts(Database database, Releases releases, ThemeBook book, AuditTrail audit,
            Phrases persuasion, Hooks hooks,
            InstantSource clock, Runnable noticesPut) {}

    public ThemeDesk(Parts parts) {
        this.parts = parts;
    }

    /// The themes of an official's place, open ones first, the oldest first.
    public List<ThemeFile> mine(Account official) {
        return parts.book().files().stream().filter(file -> covers(official.scope(), file.theme()))
                .sorted((one, other) -> Boolean.compare(one.theme().state().isAnAnswer(),
                        other.theme().state().isAnAnswer()))
                .toList();
    }

    /// One of them; empty when it is none of theirs.
    public Optional<ThemeFile> find(Account official, long id) {
        return mine(official).stream().filter(file -> file.theme().id() == id).findFirst();
    }

    /// The province's office answers for the province, and may for its units.
    private static boolean covers(Scope scope, Theme theme) {
        return switch (scope) {
            case Scope.Province() -> true;
            case Scope.Commune _ ->
                UnitId.parse("new:" + theme.area().code()).map(scope::covers).orElse(false);
        };
    }

    /// Which theme an official decides on, as they saw it.
    public record Seen(Account official, long theme, int revision) {}

    /// Keeps a draft in place of an earlier one.
    public Optional<ThemeFault> draft(Seen seen, ThemeAnswer.Words words) {
        var tidy = tidy(words);
        var fault = fault(tidy);
        return fault.isPresent() ? fault : done(seen, Deed.ANSWER_DRAFTED, (tx, theme) -> {
            answers.draft(tx, theme.id(), tidy, seen.official().id(), parts.clock().instant());
            return themes.touch(tx, theme) ? Optional.empty() : Optional.of(ThemeFault.CHANGED);
        });
    }

    /// Throws a draft away.
    public Optional<ThemeFault> drop(Seen seen) {
        return done(seen, Deed.ANSWER_DROPPED, (tx, theme) -> {
            answers.drop(tx, theme.id());
            return themes.touch(tx, theme) ? Optional.empty() : Optional.of(ThemeFault.CHANGED);
        });
    }

    /// Sends a draft to everybody who spoke of the theme and wished to hear. Approvers do; above
    /// [Theme#SECOND_PAIR_OF_EYES] persons nobody sends what they drafted themselves.
    public Optional<ThemeFault> send(Seen seen) {
        var fault = done(seen, Deed.ANSWER_SENT, (tx, theme) -> {
            var draft = ThemeFile.of(theme, answers.of(tx, theme.id())).draft();
            if (draft.isEmpty() || seen.official().role() != Role.APPROVER) {
                return Optional.of(ThemeFault.CHANGED);
            }
            boolean own = draft.get().draftedBy() == seen.official().id();
            if (own && theme.persons() > Theme.SECOND_PAIR_OF_EYES) {
                return Optional.of(ThemeFault.OWN);
            }
            var state = draft.get().words().state();
            if (!themes.answer(tx, theme, state)) {
                return Optional.of(ThemeFault.CHANGED);
            }
            answers.send(tx, draft.get().id(), seen.official().id(), parts.clock().instant());
            parts.hooks().announce(tx, new Event.ThemeAnswered(theme.id(),
                    parts.releases().closing(theme.last()).map(Release::id).orElse(""), theme.area().code(),
                    theme.topic().code(), theme.first().code(), theme.last().code(), state.word()));
            return Optional.empty();
        });
        if (fault.isEmpty()) {
            parts.noticesPut().run();
        }
        return fault;
    }

    /// Promises an answer by a day, in public. Putting it off is counted in public, too.
    public Optional<ThemeFault> promise(Seen seen, LocalDate day) {
        var today = parts.book().today();
        if (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_PROMISE_DAYS))) {
            return Optional.of(ThemeFault.NO_DAY);
        }
        return done(seen, Deed.ANSWER_PROMISED,
                (tx, theme) -> themes.promise(tx, theme, day)
                        ? Optional.empty()
                        : Optional.of(ThemeFault.CHANGED));
    }

    private Optional<ThemeFault> done(Seen seen, Deed deed, BiFunction<Tx, Theme, Optional<ThemeFault>> act) {
        return parts.database().ledger().commit(tx -> {
            var theme = themes.find(tx, seen.theme()).filter(one -> covers(seen.official().scope(), one))
                    .filter(one -> one.revision() == seen.revision());
            if (theme.isEmpty()) {
                return Optional.of(ThemeFault.CHANGED);
            }
            var fault = act.apply(tx, theme.get());
            if (fault.isEmpty()) {
                parts.audit().write(tx, seen.official().id(), deed, theme.get().id() + " "
                        + theme.get().area().code() + ' ' + theme.get().topic().code());
            }
            return fault;
        });
    }

    private Optional<ThemeFault> fault(ThemeAnswer.Words words) {
        if (words.vietnamese().isEmpty() || !words.state().isAnAnswer()) {
            return Optional.of(ThemeFault.EMPTY);
        }
        if (words.state() == ThemeState.CHANGED && words.proof().isEmpty()) {
            return Optional.of(ThemeFault.NO_PROOF);
        }
        boolean tooLong = words.vietnamese().length() > ThemeAnswer.LONGEST
                || words.english().orElse("").length() > ThemeAnswer.LONGEST
                || words.proof().orElse("").length() > ThemeAnswer.LONGEST_PROOF;
        if (tooLong) {
            return Optional.of(ThemeFault.TOO_LONG);
        }
        return persuades(words) ? Optional.of(ThemeFault.PERSUADES) : Optional.empty();
    }

    private boolean persuades(ThemeAnswer.Words words) {
        return phrase(words).isPresent();
    }

    /// The phrase in an answer that persuades instead of telling, if there is one.
    public Optional<String> phrase(ThemeAnswer.Words words) {
        return parts.persuasion().in(words.vietnamese(), Language.VIETNAMESE)
                .or(() -> parts.persuasion().in(words.proof().orElse(""), Language.VIETNAMESE))
                .or(() -> parts.persuasion().in(words.english().orElse(""), Language.ENGLISH));
    }

    private static ThemeAnswer.Words tidy(ThemeAnswer.Words words) {
        return new ThemeAnswer.Words(words.state(), tidy(words.vietnamese()),
                words.english().map(ThemeDesk::tidy)
                        .filter(text -> !text.isEmpty()),
                words.proof().map(ThemeDesk::tidy).filter(text -> !text.isEmpty()));
    }

    /// Composed letters, no control characters but line ends, and none of the marks of bold text.
    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}\\p{Co}&&[^\\n]]", "").strip();
    }
}
