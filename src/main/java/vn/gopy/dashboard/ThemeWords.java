package vn.gopy.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import vn.gopy.answer.Theme;
import vn.gopy.answer.ThemeAnswer;
import vn.gopy.answer.ThemeState;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.FigureWords;
import vn.gopy.web.Page;

/// Says themes and answers on pages, for officials and for the public alike.
///
/// @param today the day it is here
/// @param age   of an open theme, in days
public record ThemeWords(Page page, FigureWords words, Gazetteer gazetteer, LocalDate today,
        Function<Theme, Long> age) {
    public String place(Theme theme) {
        return words.place(theme.area(), gazetteer);
    }

    public String topic(Theme theme) {
        return words.topic(theme.topic());
    }

    public String months(Theme theme) {
        return theme.first().equals(theme.last())
                ? words.period(theme.first())
                : page.say("theme.months", Map.of("first", words.period(theme.first()), "last",
                        words.period(theme.last())));
    }

    public String persons(Theme theme) {
        return page.say("themes.persons", Map.of("n", words.number(theme.persons())));
    }

    public String state(ThemeState state) {
        return page.say("themes.state." + state.word());
    }

    /// By when an answer is promised, and how often that was put off; or that nothing is promised.
    public String promise(Theme theme) {
        if (theme.due().isEmpty()) {
            return page.say("themes.promise.none");
        }
        var day = words.day(theme.due().get());
        var said = page.say(theme.isLate(today) ? "themes.promise.late" : "themes.promise",
                Map.of("day", day));
        return theme.moved() == 0
                ? said
                : said + " " + page.say("themes.promise.moved", Map.of("n", theme.moved()));
    }

    /// How long an open theme has waited.
    public String waiting(Theme theme) {
        long days = age.apply(theme);
        return days == 0 ? page.say("themes.age.today") : page.say("themes.age", Map.of("n", days));
    }

    /// When an answer was sent, and to how many.
    public String sent(ThemeAnswer answer, ZoneId zone) {
        var day = words.day(LocalDate.ofInstant(answer.sentAt().orElseThrow(), zone));
        if (answer.doneAt().isEmpty()) {
            return page.say("themes.sent.underway", Map.of("day", day));
        }
        return answer.told().isEmpty()
                ? page.say("themes.sent.few", Map.of("day", day, "k", words.rule().k()))
                : page.say("themes.sent",
                        Map.of("day", day, "n", words.number(answer.told().getAsInt())));
    }

    /// What those who were told said of it.
    public String judged(ThemeAnswer answer) {
        return answer.fits().isEmpty()
                ? page.say("themes.judged.few", Map.of("k", words.rule().k()))
                : page.say("themes.judged", Map.of("fits", number(answer.fits()), "fails",
                        number(answer.fails())));
    }

    private String number(OptionalInt number) {
        return words.number(number.orElseThrow());
    }
}
