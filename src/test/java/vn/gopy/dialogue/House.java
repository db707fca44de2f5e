package vn.gopy.dialogue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.UnitFinder;
import vn.gopy.policy.Folder;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.PolicyLibrary;
import vn.gopy.reading.Reader;
import vn.gopy.reading.TrainedReader;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The dialogue with all that stands behind it, built once.
final class House {
    static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    static final DialogueSettings SETTINGS = new DialogueSettings("UBND thử nghiệm", "1",
            Map.of("police", "113", "fire", "114", "ambulance", "115", "child", "111", "disaster", "112"),
            LocalDate.of(2026, 11, 23), Optional.of("gopy_bot"), ZoneId.of("Asia/Ho_Chi_Minh"),
            10, Duration.ofDays(365), Duration.ofDays(180));
    static final Gazetteer GAZETTEER = Gazetteer.open("quang-ninh");
    static final PolicyLibrary LIBRARY = PolicyLibrary.open(new PolicyFiles(Folder.shipped()).read(),
            GAZETTEER,
            PHRASES, SETTINGS.zone());
    static final Reader READER = TrainedReader.open(PHRASES);
    private static final Dialogue DIALOGUE = new Dialogue(PHRASES,
            new Dialogue.Knowledge(READER, new Atlas(UnitFinder.of(GAZETTEER), GAZETTEER), LIBRARY,
                    new SampleFigures(), new SampleOffices()),
            SETTINGS);

    private House() {}

    static Dialogue dialogue() {
        return DIALOGUE;
    }
}
