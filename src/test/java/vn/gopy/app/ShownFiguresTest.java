package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.dashboard.Figures;
import vn.gopy.dashboard.Invitation;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.release.Village.Said;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// The figures that the chat tells.
class ShownFiguresTest {
    private static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));

    @TempDir
    private Path folder;

    private static String told(Village village, boolean demo) {
        var shown = new ShownFigures();
        assertEquals(Optional.empty(), shown.latest(Area.PROVINCE, Period.Kind.MONTH));
        shown.are(new Figures(village.releases, village.gazetteer, Village.SETTINGS,
                (_, _) -> Optional.empty(), InstantSource.fixed(Village.at("2026-11-25T10:00")),
                new Invitation(Optional.empty(), "https://gopy.example", true), demo),
                "https://gopy.example");
        var latest = shown.latest(Area.PROVINCE, Period.Kind.MONTH).orElseThrow();
        assertEquals(Optional.of("https://gopy.example/figures?period=2026-10"), latest.page());
        return latest.telling().in(
                new FigureWords(PHRASES, Language.VIETNAMESE, Village.SETTINGS.rule(), Village.ZONE),
                Optional.empty());
    }

    @Test
    void a_demo_says_in_the_chat_too_that_its_figures_are_made_up() {
        try (var village = new Village(folder)) {
            village.crowd(0, 60, new Said("2026-10-14T09:00", 4, Topic.DI_LAI, Village.HOANH_BO));
            village.publish("2026-11-02T03:00");

            assertTrue(told(village, true).startsWith("Số liệu mẫu, không phải ý kiến thật."));
            assertFalse(told(village, false).contains("Số liệu mẫu"));
        }
    }
}
