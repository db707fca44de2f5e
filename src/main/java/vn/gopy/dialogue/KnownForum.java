package vn.gopy.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

/// A dialogue session as a resident may ask in it, or has asked.
///
/// @param unit     whose office holds it; empty for the province
/// @param english  empty when the office wrote Vietnamese alone
/// @param closesAt the first moment at which nobody asks any more
/// @param open     whether they can ask now
/// @param own      the questions of theirs that are kept, masked
public record KnownForum(long id, Optional<UnitId> unit, String vietnamese, Optional<String> english,
        Instant closesAt, boolean open, List<String> own) {
    /// So many questions one resident may ask in one session.
    static final int MOST = 3;

    public KnownForum {
        own = List.copyOf(own);
    }

    /// The subject in a language; in Vietnamese where it is not translated.
    String in(Language language) {
        return language.equals(Language.ENGLISH) ? english.orElse(vietnamese) : vietnamese;
    }

    /// Whether they may ask another question.
    boolean hasRoom() {
        return open && own.size() < MOST;
    }

    /// Without what was asked.
    @Override
    public String toString() {
        return "session " + id;
    }
}
