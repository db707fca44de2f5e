package vn.gopy.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Reply;
import vn.gopy.chat.Slip;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Writes what the sender of a request hears from the office: in their language, from the office, without the name
/// of anybody.
final class Letters {
    private final Phrasebook phrases;
    private final Gazetteer gazetteer;

    Letters(Phrasebook phrases, Gazetteer gazetteer) {
        this.phrases = phrases;
        this.gazetteer = gazetteer;
    }

    Reply answered(Request request, Language language, String text, LocalDate until) {
        return letter(language, "request.letter.answered", places(request, text, until))
                .with(List.of(List.of(choice(request, "yes", language, "request.solved.yes"),
                        choice(request, "no", language, "request.solved.no"))));
    }

    Reply asked(Request request, Language language, String text) {
        return letter(language, "request.letter.asked", places(request, text, request.due()))
                .with(List.of(List.of(choice(request, "open", language, "request.letter.open"))));
    }

    Reply handed(Request request, Language language, UnitId to) {
        var places = new TreeMap<String, Object>(places(request, "", request.due()));
        places.put("unit", title(to));
        return letter(language, "request.letter.handed", places);
    }

    private Reply letter(Language language, String key, Map<String, ?> places) {
        return Reply.of(phrases.say(language, key, places)).surely();
    }

    private Map<String, ?> places(Request request, String office, LocalDate until) {
        return Map.of("unit", opening(title(request.unit())), "day", plain(request.sentOn()), "text",
                request.text(), "office", office, "until", plain(until), "due", plain(request.due()));
    }

    private Choice choice(Request request, String verb, Language language, String key) {
        return new Choice(phrases.say(language, key), new Slip(request.id(), verb).payload());
    }

    private String title(UnitId unit) {
        return gazetteer.unit(unit).map(Unit::title).orElseGet(unit::toString);
    }

    private static String opening(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private static String plain(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }
}
