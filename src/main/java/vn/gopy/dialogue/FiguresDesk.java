package vn.gopy.dialogue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.gopy.chat.Picture;
import vn.gopy.place.UnitId;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.Period;
import vn.gopy.text.Phrasebook;

/// Tells everybody the four figures of the latest release, for a place and a kind of period. A name is never
/// taken by a silent guess: the unit finder asks back as it does elsewhere.
final class FiguresDesk {
    private static final Pattern ASKED = Pattern.compile(
            "(?:/(?:tonghop|figures)(?:@\\w+)?|tonghop)\\s+(\\S.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String BEGINNINGS = "/tT";
    private static final Map<String, Period.Kind> KINDS = Map.of("tháng", Period.Kind.MONTH, "month",
            Period.Kind.MONTH, "quý", Period.Kind.QUARTER, "quí", Period.Kind.QUARTER, "quarter",
            Period.Kind.QUARTER);

    private final Voice voice;
    private final Whereabouts whereabouts;
    private final NewUnits units;
    private final PlaceDesk places;
    private final Behind behind;

    /// What the figures are told from.
    record Behind(Published figures, Phrasebook phrases, ZoneId zone) {}

    FiguresDesk(Voice voice, Whereabouts whereabouts, PlaceDesk places, Behind behind) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        units = new NewUnits(whereabouts);
        this.places = places;
        this.behind = behind;
    }

    /// What stands behind the word in a message such as `/tonghop hong gai quy`.
    static Optional<String> asked(String text) {
        var words = text.strip();
        if (words.isEmpty() || BEGINNINGS.indexOf(words.charAt(0)) < 0) { // most messages need no closer look
            return Optional.empty();
        }
        var asked = ASKED.matcher(words);
        return asked.matches() ? Optional.of(asked.group(1)) : Optional.empty();
    }

    /// The word alone, by month: the whole province, or the unit of an official whose account is linked.
    Turn own(Visit visit) {
        return own(visit, Period.Kind.MONTH);
    }

    private Turn own(Visit visit, Period.Kind kind) {
        return tell(visit, reader(visit).flatMap(Published.Reader::unit), kind);
    }

    private Optional<Published.Reader> reader(Visit visit) {
        return behind.figures().reader(visit.incoming().from());
    }

    /// A place, a kind of period, or both.
    Turn hear(String asked, Visit visit) {
        if (!behind.figures().open() && reader(visit).isEmpty()) {
            return own(visit); // whoever may read none is asked for no place
        }
        var name = asked.strip();
        int last = name.lastIndexOf(' ') + 1;
        // Cao Thắng is a place, and no month of Cao
        var kind = whereabouts.isName(name) ? Optional.<Period.Kind>empty() : kind(name.substring(last));
        var place = kind.isPresent() ? name.substring(0, last).strip() : name;
        var period = kind.orElse(Period.Kind.MONTH);
        if (place.isEmpty()) {
            return own(visit, period);
        }
        boolean all = voice.option(visit, "all", "tonghop.all").isNamedBy(Plain.of(place));
        return all ? tell(visit, Optional.empty(), period) : find(place, visit, period, 0);
    }

    private static Optional<Period.Kind> kind(String word) {
        var typed = Plain.of(word);
        return KINDS.entrySet().stream().filter(known -> typed.means(Plain.of(known.getKey())))
                .map(Map.Entry::getValue).findFirst();
    }

    /// A typed name.
    Turn find(String name, Visit visit, Period.Kind kind, int tries) {
        return told(units.find(name, tries), visit, kind, tries);
    }

    /// Figures are kept by new units.
    private Turn told(NewUnits.Found found, Visit visit, Period.Kind kind, int tries) {
        return switch (found) {
            case NewUnits.Found.Sure(var unit) -> tell(visit, Optional.of(unit), kind);
            case NewUnits.Found.Ask(var pick) -> visit.to(new Step.PickFigures(kind, pick));
            case NewUnits.Found.Missed _ -> missed(visit, kind, tries);
        };
    }

    private Turn missed(Visit visit, Period.Kind kind, int tries) {
        return tries == 0
                ? visit.to(new Step.AskFigures(kind, 1))
                : visit.to(new Step.Idle()).say(voice.reply(visit, "tonghop.missed"));
    }

    private Turn tell(Visit visit, Optional<UnitId> unit, Period.Kind kind) {
        var turn = visit.to(new Step.ToldFigures(unit, kind));
        return turn.say(ask(new Step.ToldFigures(unit, kind), visit).reply(turn.next()));
    }

    Question ask(Step.OfFigures here, Visit visit) {
        return switch (here) {
            case Step.AskFigures step -> ask(step, visit);
            case Step.PickFigures step -> ask(step, visit);
            case Step.ToldFigures step -> ask(step, visit);
        };
    }

    Turn choose(Step.OfFigures here, String verb, Visit visit) {
        return switch (here) {
            case Step.AskFigures step -> choose(step, visit);
            case Step.PickFigures step -> choose(step, verb, visit);
            case Step.ToldFigures step -> choose(step, verb, visit);
        };
    }

    private Question ask(Step.AskFigures step, Visit visit) {
        return Question.of(voice.say(visit, step.tries() == 0 ? "tonghop.ask" : "place.ask-again"),
                List.of(List.of(voice.option(visit, "all", "tonghop.all"))));
    }

    private Question ask(Step.PickFigures step, Visit visit) {
        return places.ask(step.pick(), visit);
    }

    private Question ask(Step.ToldFigures step, Visit visit) {
        if (!behind.figures().open()) {
            var reader = reader(visit);
            if (reader.filter(official -> official.mayRead(step.unit())).isEmpty()) {
                return Question.of(
                        voice.say(visit, reader.isEmpty() ? "tonghop.closed" : "tonghop.not-yours"),
                        List.of(List.of(voice.word(visit, Word.MENU))));
            }
        }
        var shown = behind.figures().latest(step.unit().map(Area::of).orElse(Area.PROVINCE), step.kind());
        var rows = new ArrayList<List<Option>>();
        shown.flatMap(Published.Shown::page).ifPresent(page -> rows.add(List.of(
                Option.of(page + (visit.language().tag().equals("vi")
                        ? ""
                        : "&lang=" + visit.language().tag()), voice.say(visit, "tonghop.page")))));
        rows.add(List.of(voice.option(visit, "kind",
                step.kind() == Period.Kind.MONTH ? "tonghop.quarter" : "tonghop.month"),
                voice.option(visit, "other", "tonghop.other")));
        if (step.unit().isPresent()) {
            rows.add(List.of(voice.option(visit, "all", "tonghop.all")));
        }
        return Question.of(shown.map(some -> told(some, step, visit))
                .orElseGet(() -> voice.say(visit, step.kind() == Period.Kind.MONTH
                        ? "tonghop.none-month"
                        : "tonghop.none-quarter")),
                rows).showing(shown.flatMap(some -> picture(some, step, visit)));
    }

    private Optional<Picture> picture(Published.Shown shown, Step.ToldFigures step, Visit visit) {
        return new MoodPicture(words(shown, visit), key -> voice.say(visit, key)).of(shown.telling(),
                step.unit().flatMap(whereabouts::unit));
    }

    private FigureWords words(Published.Shown shown, Visit visit) {
        return new FigureWords(behind.phrases(), visit.language(), shown.telling().summary().release().rule(),
                behind.zone());
    }

    private String told(Published.Shown shown, Step.ToldFigures step, Visit visit) {
        return shown.telling().in(words(shown, visit), step.unit().flatMap(whereabouts::unit));
    }

    private Turn choose(Step.AskFigures step, Visit visit) {
        return tell(visit, Optional.empty(), step.kind());
    }

    private Turn choose(Step.ToldFigures step, String verb, Visit visit) {
        return switch (verb) {
            case "kind" -> tell(visit, step.unit(), step.kind() == Period.Kind.MONTH
                    ? Period.Kind.QUARTER
                    : Period.Kind.MONTH);
            case "other" -> visit.to(new Step.AskFigures(step.kind(), 0));
            default -> tell(visit, Optional.empty(), step.kind());
        };
    }

    private Turn choose(Step.PickFigures step, String verb, Visit visit) {
        return told(units.picked(step.pick(), verb), visit, step.kind(), step.pick().tries());
    }
}
