package vn.gopy.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Reply;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.release.Area;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Writes an announcement as people get it: who says it, what, on which sources, and the word that ends it.
///
/// @param house who runs the service, and speaks for the province
public record AnnouncementLetter(Phrasebook phrases, Gazetteer gazetteer, String house, Citations citations) {
    /// The letter in a language; an announcement without words in it comes in Vietnamese, and says so. It goes
    /// once or not at all: where it is not known whether it arrived, it is not repeated.
    public Reply write(Announcement what, Language language) {
        var content = what.content();
        boolean translated = language.equals(Language.ENGLISH) && content.english().isPresent();
        var lines = new ArrayList<String>();
        lines.add(phrases.say(language, "announce.letter",
                Map.of("office", office(content.area(), language))));
        lines.add(translated ? content.english().orElseThrow() : content.vietnamese());
        var sources = citations.said(content, language);
        if (!sources.isEmpty()) {
            lines.add(phrases.say(language, "announce.letter.sources",
                    Map.of("sources", String.join("; ", sources))));
        }
        if (!translated && !language.equals(Language.VIETNAMESE)) {
            lines.add(phrases.say(language, "announce.letter.vietnamese"));
        }
        lines.add(phrases.say(language, "announce.letter.end"));
        return Reply.of(String.join("\n", lines))
                .with(List.of(List.of(new Choice(phrases.say(language, "button.tattin"), "w:tattin"))));
    }

    /// The letter's text as readers of a language get it, without the marks of bold text.
    public String preview(Announcement what, Language language) {
        return write(what, language).text().replace(String.valueOf(Reply.BOLD), "")
                .replace(String.valueOf(Reply.PLAIN), "");
    }

    /// Who speaks to a place.
    public String office(Area area, Language language) {
        return area.unit().flatMap(gazetteer::unit).map(Unit::title)
                .map(title -> phrases.say(language, "theme.office", Map.of("unit", title))).orElse(house);
    }
}
