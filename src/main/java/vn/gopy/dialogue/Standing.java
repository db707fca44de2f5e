package vn.gopy.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

/// Where a resident stands in the dialogue, with the little that is remembered between two messages. It is
/// sealed under the resident's key and ends a day after their last message, or with the draft if that is
/// sooner; only language and home may outlast it.
///
/// @param step    the question that is open
/// @param number  counts steps; a button carries it, so that a press for a step already left is stale, not an
///                error
/// @param misses  how often in a row the open question got an answer that nobody understood
/// @param draft   the opinion that is being written, or was left unfinished
/// @param chosen  the language the resident picked, if they did
/// @param home    the unit they agreed to keep for the current period
/// @param context the id of the claim that the last answer began with, for a follow-up question
/// @param heardAt when they were last heard
public record Standing(Step step, int number, int misses, Optional<Draft> draft, Optional<Language> chosen,
        Optional<Home> home, Optional<String> context, Instant heardAt) {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final long NUMBERS = 40_000_000;

    /// A unit that the resident asked to keep, so that they need not type it again.
    public record Home(UnitId unit, Instant keptAt) {}

    /// A new standing. Numbers begin at the minute, so that a button of an earlier conversation does not fit
    /// a later one.
    public static Standing start(Instant now) {
        int number = (int) Math.floorMod(now.getEpochSecond() / 60, NUMBERS);
        return new Standing(new Step.Idle(), number, 0, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), now);
    }

    /// The same resident one step on.
    public Standing at(Step next) {
        return new Standing(next, number + 1, 0, draft, chosen, home, context, heardAt);
    }

    public Standing missed() {
        return new Standing(step, number, misses + 1, draft, chosen, home, context, heardAt);
    }

    public Standing with(Draft writing) {
        return new Standing(step, number, misses, Optional.of(writing), chosen, home, context, heardAt);
    }

    public Standing withoutDraft() {
        return new Standing(step, number, misses, Optional.empty(), chosen, home, context, heardAt);
    }

    public Standing speaking(Language language) {
        return in(Optional.of(language));
    }

    public Standing living(Optional<Home> where) {
        return new Standing(step, number, misses, draft, chosen, where, context, heardAt);
    }

    public Standing about(String claim) {
        return new Standing(step, number, misses, draft, chosen, home, Optional.of(claim), heardAt);
    }

    public Standing heard(Instant now) {
        return new Standing(step, number, misses, draft, chosen, home, context, now);
    }

    /// When all of it but language and home must be forgotten.
    public Instant endsAt() {
        var end = heardAt.plus(LIFE);
        return draft.map(Draft::endsAt).filter(end::isAfter).orElse(end);
    }

    /// A new standing with language and home alone.
    public Standing lasting(Instant now) {
        return start(now).living(home).in(chosen);
    }

    /// Whether a language or a home was chosen.
    public boolean hasLasting() {
        return chosen.isPresent() || home.isPresent();
    }

    private Standing in(Optional<Language> language) {
        return new Standing(step, number, misses, draft, language, home, context, heardAt);
    }

    /// Without what is older than a day.
    public Standing fresh(Instant now) {
        if (heardAt.plus(LIFE).isBefore(now)) {
            return lasting(now);
        }
        if (draft.isPresent() && draft.get().isOver(now)) {
            return (step.drafts() ? at(new Step.Idle()) : this).withoutDraft();
        }
        return this;
    }

    /// Whether an opinion was begun and not sent.
    public boolean hasDraft() {
        return draft.isPresent() && !draft.get().isBlank();
    }
}
