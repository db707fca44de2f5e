package vn.gopy.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Makes a message of claims: each on its own line with its markers, then the sources by number.
public final class Answers {
    /// The most that Telegram takes, in UTF-16 units.
    public static final int LONGEST = 4096;

    private final Phrasebook phrasebook;

    public Answers(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /// The message for some claims. Never longer than [#LONGEST]: claims at the end give way, and it says so.
    public String compose(List<Claim> claims, Language language) {
        var text = composed(claims, language, "");
        for (int kept = claims.size() - 1; text.length() > LONGEST && kept > 0; kept--) {
            text = composed(claims.subList(0, kept), language,
                    "\n" + phrasebook.say(language, "policy.more"));
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /// The message for claims of which the resident is to choose one.
    public String offer(List<Claim> claims, Language language) {
        return phrasebook.say(language, "policy.offer") + "\n"
                + claims.stream().map(claim -> "• " + claim.title(language))
                        .collect(Collectors.joining("\n"));
    }

    /// The honest answer when nothing with a source is known.
    public String none(Language language) {
        return phrasebook.say(language, "policy.none");
    }

    private String composed(List<Claim> claims, Language language, String end) {
        var numbers = new LinkedHashMap<Source, Integer>();
        var lines = new ArrayList<String>();
        for (var claim : claims) {
            claim.sources().forEach(source -> numbers.putIfAbsent(source, numbers.size() + 1));
            lines.add(marked(claim.text(language),
                    claim.sources().stream().map(numbers::get).map(n -> "[" + n + "]")
                            .collect(Collectors.joining())));
        }
        further(claims, language).forEach(lines::add);
        if (!numbers.isEmpty()) {
            lines.add(sources(numbers, language));
        }
        return String.join("\n", lines) + end;
    }

    /// Every sentence of a claim gets the markers, so that none stands without.
    private static String marked(String text, String markers) {
        return markers.isEmpty()
                ? text
                : text.replaceAll("(?<=[.?!])(?= \\p{Lu})", " " + markers) + " " + markers;
    }

    private List<String> further(List<Claim> claims, Language language) {
        return claims.stream().map(claim -> claim.further(language)).filter(who -> !who.isEmpty()).distinct()
                .map(who -> phrasebook.say(language, "policy.further", Map.of("who", who))).toList();
    }

    private String sources(Map<Source, Integer> numbers, Language language) {
        var lines = numbers.entrySet().stream()
                .map(one -> "[" + one.getValue() + "] " + source(one.getKey(), language)).toList();
        return phrasebook.say(language, "policy.sources") + " " + String.join("\n", lines);
    }

    /// A source as a resident reads it: number, place, day in force, day checked.
    public String source(Source source, Language language) {
        var place = place(source, language);
        var days = new ArrayList<String>();
        source.inForce().ifPresent(day -> days.add(say(language, "in-force", "date", Dates.plain(day))));
        if (!source.via().isEmpty()) {
            days.add(say(language, "via", "via", source.via()));
        }
        days.add(say(language, "checked", "date", Dates.plain(source.checkedOn())));
        return source.title() + (place.isEmpty() ? "" : ", " + place) + " (" + String.join("; ", days) + ")";
    }

    private String place(Source source, Language language) {
        if (source.article().isEmpty()) {
            return "";
        }
        return source.clause().isEmpty()
                ? say(language, "article", "article", source.article())
                : phrasebook.say(language, "policy.source.article-clause",
                        Map.of("article", source.article(), "clause", source.clause()));
    }

    private String say(Language language, String key, String place, String value) {
        return phrasebook.say(language, "policy.source." + key, Map.of(place, value));
    }
}
