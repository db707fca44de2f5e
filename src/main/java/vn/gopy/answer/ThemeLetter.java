package vn.gopy.answer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Reply;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Rule;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Writes an answer as people get it: how many of them said it, what the office says, and three buttons. The same
/// words for praise and for blame.
///
/// @param house who runs the service, and answers for the province
public record ThemeLetter(Phrasebook phrases, Gazetteer gazetteer, String house, Rule rule, ZoneId zone) {
    /// The letter in a language; an answer without words in it comes in Vietnamese, and says so.
    public Reply write(Theme theme, ThemeAnswer answer, Language language) {
        var words = new FigureWords(phrases, language, rule, zone);
        var said = answer.words();
        boolean translated = language.equals(Language.ENGLISH) && said.english().isPresent();
        var lines = new ArrayList<String>();
        lines.add(phrases.say(language, "theme.letter",
                Map.of("persons", words.number(theme.persons()), "place",
                        place(theme.area(), words), "topic", words.topic(theme.topic()), "months",
                        months(theme, words))));
        lines.add(phrases.say(language, "theme.letter." + said.state().word(),
                Map.of("office", office(theme.area(), language))));
        lines.add(translated ? said.english().orElseThrow() : said.vietnamese());
        said.proof().ifPresent(
                proof -> lines.add(phrases.say(language, "theme.letter.proof", Map.of("proof", proof))));
        if (!translated && !language.equals(Language.VIETNAMESE)) {
            lines.add(phrases.say(language, "theme.letter.vietnamese"));
        }
        lines.add(phrases.say(language, "theme.letter.end"));
        return Reply.of(String.join("\n", lines)).with(buttons(answer, language)).surely();
    }

    /// The letter's text as Vietnamese readers get it, without the marks of bold text.
    public String preview(Theme theme, ThemeAnswer answer) {
        return write(theme, answer, Language.VIETNAMESE).text().replace(String.valueOf(Reply.BOLD), "")
                .replace(String.valueOf(Reply.PLAIN), "");
    }

    private List<List<Choice>> buttons(ThemeAnswer answer, Language language) {
        return List.of(List.of(button(answer, "fits", language), button(answer, "fails", language)),
                List.of(button(answer, "end", language)));
    }

    private Choice button(ThemeAnswer answer, String verb, Language language) {
        return new Choice(phrases.say(language, "theme." + verb), "t:" + answer.id() + ":" + verb);
    }

    /// The months of a theme, in words.
    public String months(Theme theme, FigureWords words) {
        return theme.first().equals(theme.last())
                ? words.period(theme.first())
                : phrases.say(words.language(), "theme.months", Map.of("first", words.period(theme.first()),
                        "last", words.period(theme.last())));
    }

    private String place(Area area, FigureWords words) {
        return unit(area).orElseGet(() -> words.place(area, gazetteer));
    }

    /// Who answers for a place.
    public String office(Area area, Language language) {
        return unit(area).map(title -> phrases.say(language, "theme.office", Map.of("unit", title)))
                .orElse(house);
    }

    private Optional<String> unit(Area area) {
        return UnitId.parse("new:" + area.code()).flatMap(gazetteer::unit).map(Unit::title);
    }
}
