package vn.gopy.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Flaw.Kind;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Topic;

/// Looks through a claim before it joins the others: field by field first, so that an editor sees all at once,
/// then by the checks of the build. What has no flaw here is taken there.
///
/// @param zone where days begin and end
public record Proofreader(Gazetteer gazetteer, Phrasebook phrasebook, ZoneId zone) {
    private static final Set<String> CERTAINTIES = Set.of("text", "press", "none");

    /// Everything that must be mended, in the order of the fields.
    ///
    /// @param around the claims it joins, without itself
    public List<Flaw> flaws(Manuscript claim, Snapshot around, LocalDate today) {
        var shelf = new PolicyFiles(around).read();
        var flaws = Stream.of(names(claim, around, shelf), texts(claim), founded(claim, shelf), days(claim),
                others(claim, shelf)).flatMap(List::stream).toList();
        return flaws.isEmpty() ? asTheBuild(claim, around, today) : flaws;
    }

    private static List<Flaw> names(Manuscript claim, Snapshot around, Shelf shelf) {
        var flaws = new ArrayList<Flaw>();
        if (!PolicyFiles.subjects(around).contains(claim.one("subject"))) {
            flaws.add(Flaw.at("subject", Kind.NO_SUBJECT, claim.one("subject")));
        }
        var id = claim.one("id");
        if (!SubjectFile.ID.matcher(id).matches()) {
            flaws.add(Flaw.at("id", id.isEmpty() ? Kind.MISSING : Kind.BAD_ID, id));
        } else if (shelf.entries().stream().anyMatch(entry -> entry.claim().id().equals(id))) {
            flaws.add(Flaw.at("id", Kind.TAKEN, id));
        }
        return flaws;
    }

    private static List<Flaw> texts(Manuscript claim) {
        var most = Map.of("vi", SubjectFile.LONGEST_TEXT, "en", SubjectFile.LONGEST_TEXT, "title-vi",
                SubjectFile.LONGEST_TITLE, "title-en", SubjectFile.LONGEST_TITLE, "quote",
                SubjectFile.LONGEST_QUOTE);
        var needed = Set.of("vi", "en", "title-vi", "title-en");
        return Manuscript.FIELDS.stream().map(Manuscript.Field::name).filter(most::containsKey)
                .flatMap(field -> {
                    int long_ = most.getOrDefault(field, 0);
                    if (claim.one(field).isBlank()) {
                        return needed.contains(field)
                                ? Stream.of(Flaw.at(field, Kind.MISSING, ""))
                                : Stream.empty();
                    }
                    return claim.one(field).length() > long_
                            ? Stream.of(Flaw.at(field, Kind.TOO_LONG, Integer.toString(long_)))
                            : Stream.empty();
                }).toList();
    }

    private static List<Flaw> founded(Manuscript claim, Shelf shelf) {
        var flaws = new ArrayList<Flaw>();
        var certainty = claim.one("certainty").isEmpty() ? "press" : claim.one("certainty");
        boolean none = certainty.equals("none");
        var sources = claim.all("sources");
        for (int row = 0; row < sources.size(); row++) {
            int at = row;
            shelf.documents().unknown(sources.get(row))
                    .ifPresent(id -> flaws.add(new Flaw(Kind.NO_DOCUMENT, "sources", at, id)));
        }
        if (sources.isEmpty() != none) {
            flaws.add(Flaw.at("sources", none ? Kind.NO_SOURCE_WANTED : Kind.NEEDS_SOURCE, ""));
        }
        if (certainty.equals("text") && claim.one("quote").isBlank()) {
            flaws.add(Flaw.at("quote", Kind.NO_QUOTE, ""));
        }
        if (!CERTAINTIES.contains(certainty)) {
            flaws.add(Flaw.at("certainty", Kind.NO_CERTAINTY, ""));
        }
        if (!claim.one("topic").isEmpty() && Topic.of(claim.one("topic")).isEmpty()) {
            flaws.add(Flaw.at("topic", Kind.NO_TOPIC, claim.one("topic")));
        }
        return flaws;
    }

    private static List<Flaw> days(Manuscript claim) {
        var flaws = new ArrayList<Flaw>();
        for (var field : List.of("from", "until", "checked")) {
            if (!claim.one(field).isEmpty() && day(claim, field).isEmpty()) {
                flaws.add(Flaw.at(field, Kind.NO_DAY, claim.one(field)));
            }
        }
        var from = day(claim, "from");
        if (from.isPresent() && day(claim, "until").filter(last -> last.isBefore(from.get())).isPresent()) {
            flaws.add(Flaw.at("until", Kind.ENDS_FIRST, ""));
        }
        return flaws;
    }

    private static Optional<LocalDate> day(Manuscript claim, String field) {
        try {
            return Optional.of(claim.one(field)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException _) { // told as NO_DAY
            return Optional.empty();
        }
    }

    private static List<Flaw> others(Manuscript claim, Shelf shelf) {
        var known = shelf.entries().stream().map(entry -> entry.claim().id()).collect(Collectors.toSet());
        var flaws = new ArrayList<Flaw>();
        for (var field : List.of("replaced-by", "alongside")) {
            for (int row = 0; row < claim.all(field).size(); row++) {
                var other = claim.all(field).get(row);
                if (!known.contains(other)) {
                    flaws.add(new Flaw(Kind.NO_CLAIM, field, row, other));
                }
            }
        }
        return flaws;
    }

    private List<Flaw> asTheBuild(Manuscript claim, Snapshot around, LocalDate today) {
        try {
            return claim.remarks(around, gazetteer, today).stream()
                    .map(remark -> remark.claim().equals(claim.one("id"))
                            ? remark.flaw()
                            : Flaw.at("asked", Kind.WAY_TAKEN, remark.claim()))
                    .distinct().toList();
        } catch (PolicyException broken) {
            return List.of(Flaw.at("", Kind.OTHER, String.valueOf(broken.getMessage())));
        }
    }

    /// What a resident would be answered.
    ///
    /// @param mine whether the claim is in it
    public record Reply(String text, boolean mine) {}

    /// What a resident would be answered with the claim among the others; empty where it cannot be read yet.
    public Optional<Reply> answer(Manuscript claim, Snapshot around, Instant now, String question) {
        try {
            var files = around.with(claim.file(), claim.placed(around, LocalDate.ofInstant(now, zone)));
            var library = PolicyLibrary.open(new PolicyFiles(files).read(), gazetteer, phrasebook, zone);
            var answers = new Answers(phrasebook, library);
            var vi = Language.VIETNAMESE;
            var finding = library.find(question, vi, Optional.empty(), now);
            var text = switch (finding) {
                case Finding.Answer(var claims, _, _) -> answers.compose(claims, vi);
                case Finding.Suggest(var claims) -> answers.offer(claims, vi);
                case Finding.None() -> answers.none(vi);
            };
            return Optional.of(new Reply(text, finding.claims().stream()
                    .anyMatch(found -> found.id().equals(claim.one("id")))));
        } catch (PolicyException broken) { // told as a flaw
            return Optional.empty();
        }
    }
}
