package vn.gopy.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Makes a message of claims: each on its own line, markers after each sentence, then the sources by number.
/// Chat and commands say exactly this.
public final class Answers {
    /// The most that Telegram takes, in UTF-16 units.
    public static final int LONGEST = 4096;
    /// Where a sentence ends within a claim: before what begins like another one.
    private static final Pattern ENDS = Pattern.compile("(?<=[.?!…])(?= [\\p{Lu}\\p{N}“\"(])");

    private final Phrasebook phrasebook;
    private final Library library;

    public Answers(Phrasebook phrasebook, Library library) {
        this.phrasebook = phrasebook;
        this.library = library;
    }

    /// The message for some claims, with the version of the library that says so. Never longer than
    /// [#LONGEST]: claims at the end give way, and it says so.
    public String compose(List<Claim> claims, Language language) {
        return compose("", claims, language);
    }

    /// The same after words of ours, both together no longer.
    public String compose(String head, List<Claim> claims, Language language) {
        return fitting(claims, kept -> head + composed(kept, language), language);
    }

    /// Everything known of the sources: number, clause and days. We keep no text of others.
    public String sources(List<Claim> claims, Language language) {
        return fitting(claims, kept -> cards(kept, language), language);
    }

    private interface Composer {
        String of(List<Claim> claims);
    }

    private String fitting(List<Claim> claims, Composer composer, Language language) {
        var text = composer.of(claims);
        for (int kept = claims.size() - 1; text.length() > LONGEST && kept > 0; kept--) {
            text = composer.of(claims.subList(0, kept)) + "\n" + phrasebook.say(language, "answer.more");
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /// The message for claims of which the resident is to choose one.
    public String offer(List<Claim> claims, Language language) {
        return phrasebook.say(language, "question.meant") + "\n"
                + claims.stream().map(claim -> "• " + claim.title(language))
                        .collect(Collectors.joining("\n"));
    }

    /// The honest answer when nothing with a source is known.
    public String none(Language language) {
        return phrasebook.say(language, "question.no-source");
    }

    private String composed(List<Claim> claims, Language language) {
        var sources = sourcesOf(claims);
        var lines = new ArrayList<String>();
        for (var claim : claims) {
            lines.add(marked(claim.text(language), claim.sources().stream()
                    .map(source -> "[" + (sources.indexOf(source) + 1) + "]").collect(Collectors.joining())));
        }
        further(claims, language).forEach(lines::add);
        return String.join("\n", lines)
                + (sources.isEmpty() ? "" : "\n\n" + numbered(sources, language));
    }

    private static List<Source> sourcesOf(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.sources().stream()).distinct().toList();
    }

    /// Every sentence of a claim gets the markers, so that none stands without.
    private static String marked(String text, String markers) {
        return markers.isEmpty()
                ? text
                : ENDS.matcher(text).replaceAll(" " + markers) + " " + markers;
    }

    private Stream<String> further(List<Claim> claims, Language language) {
        return claims.stream().map(claim -> claim.further(language)).filter(who -> !who.isBlank()).distinct()
                .map(who -> phrasebook.say(language, "answer.further", Map.of("who", who)));
    }

    /// `Nguồn (bản 1a2b3c4d): [1] NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44 (hiệu lực …, kiểm tra …)`
    private String numbered(List<Source> sources, Language language) {
        var lines = new ArrayList<String>();
        for (var source : sources) {
            lines.add("[" + (lines.size() + 1) + "] " + line(source, language));
        }
        return phrasebook.say(language, "answer.sources", Map.of("version", library.version())) + " "
                + String.join("\n", lines);
    }

    private String line(Source source, Language language) {
        var days = new ArrayList<String>();
        source.inForce().ifPresent(day -> days.add(
                phrasebook.say(language, "source.in-force", Map.of("day", Dates.plain(day)))));
        if (!source.via().isEmpty()) {
            days.add(phrasebook.say(language, "source.via", Map.of("via", source.via())));
        }
        days.add(phrasebook.say(language, "source.checked", Map.of("day", Dates.plain(source.checkedOn()))));
        return brief(source, language) + " (" + String.join(", ", days) + ")";
    }

    /// Where in its document a source stands: `Điều 1 khoản 44`, or nothing.
    private String place(Source source, Language language) {
        var article = source.article().isEmpty()
                ? ""
                : phrasebook.say(language, "source.article", Map.of("n", source.article()));
        var clause = source.clause().isEmpty()
                ? ""
                : phrasebook.say(language, "source.clause", Map.of("n", source.clause()));
        return (article + " " + clause).strip();
    }

    private String cards(List<Claim> claims, Language language) {
        return Stream.concat(sourcesOf(claims).stream().map(source -> card(source, language)),
                Stream.of(phrasebook.say(language, "source.no-text", Map.of("version", library.version()))))
                .collect(Collectors.joining("\n\n"));
    }

    private String card(Source source, Language language) {
        var place = place(source, language);
        var card = phrasebook.say(language, "source.card",
                Map.of("document", source.title(), "place", place.isEmpty() ? "–" : place,
                        "from", source.inForce().map(Dates::plain).orElse("–"), "checked",
                        Dates.plain(source.checkedOn())));
        return source.via().isEmpty()
                ? card
                : card + "\n" + phrasebook.say(language, "source.card-via", Map.of("via", source.via()));
    }

    /// A source in few words, for a sentence that is not an answer: `NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44`.
    public String brief(Source source, Language language) {
        var place = place(source, language);
        return source.title() + (place.isEmpty() ? "" : ", " + place);
    }
}
