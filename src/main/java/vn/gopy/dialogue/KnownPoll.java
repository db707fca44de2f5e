package vn.gopy.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

/// A poll as a resident may answer it, or has answered it.
///
/// @param unit    whose office asks; empty for the province
/// @param english empty when the office asks in Vietnamese alone
/// @param endsAt  the first moment at which it cannot be answered any more
/// @param open    whether it can be answered now
/// @param chosen  the option they chose
public record KnownPoll(long id, Optional<UnitId> unit, Wording vietnamese, Optional<Wording> english,
        Instant endsAt, boolean open, OptionalInt chosen) {
    /// A question and what may be answered.
    public record Wording(String question, List<String> options) {
        public Wording {
            options = List.copyOf(options);
        }
    }

    /// The question in a language; in Vietnamese where it is not translated.
    Wording in(Language language) {
        return language.equals(Language.ENGLISH) ? english.orElse(vietnamese) : vietnamese;
    }

    /// In which order the options are shown: each person begins with another, always the same.
    ///
    /// @param seed a number of theirs
    List<Integer> order(long seed) {
        var order = new ArrayList<Integer>();
        for (int option = 0; option < vietnamese.options().size(); option++) {
            order.add(option);
        }
        Collections.rotate(order, (int) Math.floorMod(seed + id, (long) order.size()));
        return List.copyOf(order);
    }
}
