package vn.gopy.dialogue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Source;

/// Writes claims with a marker after each and the sources below: one claim a line, no sentence without its
/// source.
final class Citation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    private final Voice voice;

    Citation(Voice voice) {
        this.voice = voice;
    }

    /// The claims, in this order.
    String write(Visit visit, List<Claim> claims) {
        var sources = new ArrayList<Source>();
        var text = new StringBuilder();
        for (var claim : claims) {
            text.append(text.isEmpty() ? "" : "\n").append(claim.text(visit.language()));
            for (var source : claim.sources()) {
                if (!sources.contains(source)) {
                    sources.add(source);
                }
                text.append(" [").append(sources.indexOf(source) + 1).append(']');
            }
        }
        further(visit, claims, text);
        list(visit, sources, text);
        return text.toString();
    }

    private void further(Visit visit, List<Claim> claims, StringBuilder text) {
        claims.stream().map(claim -> claim.further(visit.language())).filter(words -> !words.isBlank())
                .distinct()
                .forEach(who -> text.append('\n')
                        .append(voice.say(visit, "answer.further", Map.of("who", who))));
    }

    private void list(Visit visit, List<Source> sources, StringBuilder text) {
        if (sources.isEmpty()) {
            return;
        }
        text.append("\n\n").append(voice.say(visit, "answer.sources"));
        for (int i = 0; i < sources.size(); i++) {
            text.append(i == 0 ? " [" : "\n[").append(i + 1).append("] ").append(line(visit, sources.get(i)));
        }
    }

    /// `NQ 1679/NQ-UBTVQH15, Điều 1 khoản 44 (hiệu lực 1/7/2025, kiểm tra 23/11/2026)`
    private String line(Visit visit, Source source) {
        var place = place(visit, source);
        var checked = Map.of("day", day(source.checkedOn()));
        var dates = source.inForce()
                .map(from -> voice.say(visit, "source.in-force", Map.of("day", day(from))) + ", ")
                .orElse("") + voice.say(visit, "source.checked", checked);
        return source.title() + (place.isEmpty() ? "" : ", " + place) + " (" + dates + ")";
    }

    String place(Visit visit, Source source) {
        var article = source.article().isEmpty()
                ? ""
                : voice.say(visit, "source.article", Map.of("n", source.article()));
        var clause = source.clause().isEmpty()
                ? ""
                : voice.say(visit, "source.clause", Map.of("n", source.clause()));
        return (article + " " + clause).strip();
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }
}
