package vn.gopy.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;

/// What the bot knows: claims, and the way from a resident's question to them. Safe for many threads.
public interface Library {
    /// What there is on a question. Never throws, whatever was typed; takes well under 5 ms.
    ///
    /// @param context the id of the claim that the last answer began with, so that "thế còn sổ đỏ?" is
    ///                understood
    /// @param now     only what holds then is found: nothing that has not begun, and in place of what is over
    ///                what replaced it
    Finding find(String question, Language language, Optional<String> context, Instant now);

    /// A claim by its id, those generated from the units included: what a "did you mean" button carries. When
    /// it is over, what replaced it; empty when nothing of it holds now.
    Optional<Claim> claim(String id, Instant now);

    /// The document of a number such as `1679/NQ-UBTVQH15`, or of an id, when it is in force then. Press and
    /// projects are none.
    Optional<Document> document(String number, Instant now);

    /// What changed for a resident of a unit, old or new: unit, office, what to change, what not, what is
    /// still unknown. Empty for an unknown unit.
    List<Claim> card(UnitId unit, Instant now);

    /// Every document that claims cite, in no order.
    List<Document> documents();

    /// The claims that cite a document and hold now, in the order of the files.
    List<Claim> citing(String document, Instant now);

    /// How like questions are, by the words and rarities of this library.
    Likeness likeness();

    /// A short name of exactly these documents and claims; it changes when any of them does.
    String version();
}
