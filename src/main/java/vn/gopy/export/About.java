package vn.gopy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.gopy.release.Release;

/// What a workbook says of itself on its first sheet: where, when, which release, by which rules.
record About(Codebook codebook, boolean demo) {
    /// @param value a text or a whole number
    record Fact(String vietnamese, String english, Object value) {}

    List<Fact> rows(Release release, List<Entry> entries) {
        var facts = new ArrayList<Fact>();
        if (demo) {
            facts.add(fact("demo", "demo"));
        }
        facts.add(fact("place", places(entries)));
        facts.add(fact("period", periods(entries)));
        facts.add(fact("release", release.id()));
        facts.add(fact("published", release.publishedAt().toString()));
        facts.add(fact("hash", release.hash()));
        facts.add(fact("document", "/api/v1/releases/" + release.id() + "/document"));
        facts.add(fact("wording", release.questions()));
        facts.add(fact("k", release.rule().k()));
        facts.add(fact("round", release.rule().round()));
        facts.add(fact("persons", ""));
        facts.add(fact("hidden", ""));
        facts.add(fact("interval", ""));
        facts.add(fact("voluntary", ""));
        return facts;
    }

    private Fact fact(String name, Object value) {
        var meaning = codebook.meaning("about", name, "codebook.about." + name);
        return new Fact(meaning.vietnamese(), meaning.english(), value);
    }

    private static String places(List<Entry> entries) {
        return entries.stream().map(About::place).distinct().collect(Collectors.joining("; "));
    }

    private static String place(Entry entry) {
        var area = entry.area();
        return entry.areaName().isEmpty() ? area.code() : area.code() + " " + entry.areaName();
    }

    private static String periods(List<Entry> entries) {
        return entries.stream().map(Entry::period).distinct()
                .map(period -> period.code() + " (" + period.start() + " – " + period.lastDay() + ")")
                .collect(Collectors.joining("; "));
    }
}
