package vn.gopy.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import vn.gopy.place.Unit;

/// Tells the four figures in a few lines of chat, in the words and numbers of the page.
///
/// @param population inhabitants, where a source is known
/// @param owed       empty when nobody answers themes yet
/// @param demo       whether the figures are synthetic; the lines then begin by saying so
public record Telling(Summary summary, OptionalInt population, Optional<OwedAnswers.Owed> owed,
        boolean demo) {
    /// The lines about a unit, or about the whole province.
    public String in(FigureWords words, Optional<Unit> unit) {
        var lines = new ArrayList<String>();
        if (demo) {
            lines.add(words.say("figures.demo"));
        }
        lines.add(words.say("figures.chat.head", Map.of("place", words.place(unit), "period",
                words.period(summary.sheet().period()))));
        if (summary.isSilent()) {
            lines.add(words.say(unit.isEmpty() ? "figures.silent.province" : "figures.silent",
                    Map.of("k", words.rule().k())));
            lines.add(words.say("figures.silent.advice"));
        } else {
            lines.addAll(figures(words));
        }
        lines.add(words.release(summary.release()) + ". "
                + words.say("figures.legend"));
        return String.join("\n", lines);
    }

    private List<String> figures(FigureWords words) {
        var lines = new ArrayList<String>();
        lines.add(line(words, "figures.people.title", people(words)));
        lines.add(line(words, "figures.moods.title", summary.moods().stream()
                .map(group -> words.mood(group) + " "
                        + words.share(summary.count(group), summary.share(group)))
                .collect(Collectors.joining(" · "))));
        if (summary.change() != Summary.Change.UNKNOWN) {
            lines.add(words.say(summary.change() == Summary.Change.CLEAR
                    ? "figures.changed"
                    : "figures.unchanged",
                    Map.of("period", words.period(summary.sheet().period().previous()))));
        }
        Crowd.in(summary.sheet()).filter(Crowd::isSeen)
                .ifPresent(crowd -> lines.add(line(words, "figures.quality.crowds", alike(words, crowd))));
        lines.add(line(words, "figures.top.title", summary.top().isEmpty()
                ? words.people(new Count.Hidden())
                : summary.top().stream()
                        .map(topic -> words.topic(topic) + " "
                                + words.share(summary.count(topic), summary.share(topic)))
                        .collect(Collectors.joining(" · "))));
        lines.add(line(words, "figures.owed.title", owed(words)));
        return lines;
    }

    private static String line(FigureWords words, String title, String said) {
        return words.say("figures.chat.line", Map.of("title", words.say(title), "said", said));
    }

    private static String alike(FigureWords words, Crowd crowd) {
        return crowd.persons().isPresent()
                ? words.say("figures.crowds.some",
                        Map.of("people", words.people(crowd.alike()), "others", words.rule().k() - 1))
                : words.say("figures.crowds.flag", Map.of("k", words.rule().k()));
    }

    private String people(FigureWords words) {
        if (!(summary.people() instanceof Count.Of(int persons))) {
            return words.people(summary.people());
        }
        var counted = words.number(persons) + " "
                + words.say("figures.people.unit", Map.of("round", words.rule().round()));
        return population.isEmpty()
                ? counted
                : counted + " · " + words.say("figures.people.reach",
                        Map.of("reach", words.reach(persons, population.getAsInt()), "people",
                                words.number(population.getAsInt())));
    }

    private String owed(FigureWords words) {
        return owed.map(some -> words.say("figures.owed.states",
                Map.of("answered", words.number(some.answered()), "waiting", words.number(some.waiting()),
                        "late", words.number(some.late()))))
                .orElseGet(() -> words.say("figures.owed.none"));
    }
}
