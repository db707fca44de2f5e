package vn.gopy.dialogue;

import java.util.Optional;
import vn.gopy.reading.Reading;
import vn.gopy.topic.Mood;

/// Words that answer no button: as typed, as they may be kept, and what they mean.
record Said(String text, String masked, int words, Reading reading) {

    /// The mood that a draft shows until the resident confirms or changes it.
    Optional<Mood> mood() {
        return switch (reading.sentiment()) {
            case NEG -> Optional.of(Mood.DISSATISFIED);
            case NEU -> Optional.of(Mood.NEUTRAL);
            case POS -> Optional.of(Mood.SATISFIED);
            case MIXED, UNSURE -> Optional.empty();
        };
    }

    /// The draft with these words behind what it holds, and with what the program makes of them.
    Draft addedTo(Draft draft) {
        boolean first = draft.text().isEmpty();
        var longer = draft.adding(masked);
        var feeling = first || draft.guessedMood().isEmpty() ? mood() : draft.guessedMood();
        var topic = first || draft.guessedTopic().isEmpty() ? reading.topic() : draft.guessedTopic();
        var also = first || draft.second().isEmpty() ? reading.second() : draft.second();
        return longer.guessing(feeling, topic, also);
    }
}
