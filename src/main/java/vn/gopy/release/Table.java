package vn.gopy.release;

import java.util.Arrays;
import java.util.Optional;

/// The tables of the lattice (contracts.md P7). Each counts distinct persons of its own period, so they do
/// not add up.
public enum Table {
    /// How many persons spoke.
    PEOPLE("people"),
    /// Persons by mood group; of several opinions the last confirmed mood counts.
    MOODS("moods"),
    /// Persons by topic; a person counts once for each topic they named.
    TOPICS("topics"),
    /// Persons by topic and mood group, for the province only; the last mood on the topic counts.
    TOPIC_MOODS("topic_moods"),
    /// Persons by the mood that the program guessed and the one they confirmed, for the province only; the
    /// opinion of [#MOODS] counts.
    MOOD_GUESSES("mood_guesses"),
    /// Persons by the topic that the program guessed and whether they kept it, for the province only; of
    /// several guesses the last counts.
    TOPIC_GUESSES("topic_guesses"),
    /// Persons who sent the same words as many others, with their moods and with those of the rest, and persons
    /// who came in a burst; for the province and for months only.
    CROWDS("crowds"),
    /// Persons by what they answered to a poll that has ended, in the month of its end. Who answers a poll is not
    /// counted elsewhere.
    POLLS("polls");

    private final String code;

    Table(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Table> of(String code) {
        return Arrays.stream(values()).filter(table -> table.code.equals(code)).findFirst();
    }
}
