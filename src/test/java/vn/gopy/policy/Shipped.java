package vn.gopy.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import vn.gopy.place.Gazetteer;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The shipped library, opened once for all tests: it never changes.
final class Shipped {
    static final Phrasebook PHRASEBOOK = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    static final Gazetteer GAZETTEER = Gazetteer.open("quang-ninh");
    static final Shelf SHELF = new PolicyFiles(Folder.shipped()).read();
    static final PolicyLibrary LIBRARY = PolicyLibrary.open(SHELF, GAZETTEER, PHRASEBOOK,
            ZoneId.of("Asia/Ho_Chi_Minh"));
    static final Answers ANSWERS = new Answers(PHRASEBOOK, LIBRARY);
    static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");

    private Shipped() {}
}
