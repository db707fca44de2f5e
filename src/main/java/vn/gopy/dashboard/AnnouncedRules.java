package vn.gopy.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import vn.gopy.answer.Announcement;
import vn.gopy.answer.AnnouncementDesk;
import vn.gopy.release.Area;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Marks on the trend of a place when its people, or all, were told of rules, rights or duties. What was told of an
/// evening or an hour is not marked: two a week would cover the picture.
public record AnnouncedRules(AnnouncementDesk desk, Phrasebook phrases, ZoneId zone)
        implements
            TrendMarks.Announced {
    @Override
    public List<Happening> to(Area area) {
        return desk.told(area).stream().map(this::happening).toList();
    }

    private Happening happening(Announcement one) {
        return new Happening(LocalDate.ofInstant(one.content().goesAt(), zone), false,
                Map.of(Language.VIETNAMESE.tag(), said(one, Language.VIETNAMESE), Language.ENGLISH.tag(),
                        said(one, Language.ENGLISH)));
    }

    private String said(Announcement one, Language language) {
        return phrases.say(language, "announce.mark",
                Map.of("text", AnnouncementWords.beginning(one.content().text(language))));
    }
}
