package vn.gopy.dialogue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.reading.TrainedReader;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The dialogue with all that stands behind it, built once.
final class House {
    static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    static final DialogueSettings SETTINGS = new DialogueSettings("UBND thử nghiệm", "1",
            Map.of("police", "113", "fire", "114", "ambulance", "115", "child", "111", "disaster", "112"),
            LocalDate.of(2026, 11, 23), Optional.of("gopy_bot"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Dialogue DIALOGUE = new Dialogue(PHRASES, TrainedReader.open(PHRASES),
            new FakePlaces(), new FakeLibrary(),
            SETTINGS);

    private House() {}

    static Dialogue dialogue() {
        return DIALOGUE;
    }
}
