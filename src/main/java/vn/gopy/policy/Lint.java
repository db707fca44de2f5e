package vn.gopy.policy;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gopy.config.KeptYaml;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Claim.Certainty;
import vn.gopy.text.Language;

/// Looks through all claims for what an editor should not have written, beyond what [PolicyFiles] refuses to
/// read.
public final class Lint {
    private static final int WORDS_A_SENTENCE = 20;
    private static final int FEW_WAYS = 3;
    private static final Comparator<Language> LANGUAGES = Comparator.comparing(Language::tag);
    private static final Period STALE = Period.ofDays(180);

    private final Shelf shelf;
    private final Ranking ranking;
    private final Node rules;
    private final LocalDate today;

    private Lint(Shelf shelf, Ranking ranking, Node rules, LocalDate today) {
        this.shelf = shelf;
        this.ranking = ranking;
        this.rules = rules;
        this.today = today;
    }

    /// Reads a folder for looking through. Throws [PolicyException] where it cannot be read at all.
    public static Lint open(Folder folder, Gazetteer gazetteer, LocalDate today) {
        try (InputStream stream = folder.open("lint.yaml")) {
            var rules = new Node("lint.yaml",
                    KeptYaml.tree(stream.readAllBytes()));
            var shelf = new PolicyFiles(folder).read();
            return new Lint(shelf, Ranking.of(shelf, gazetteer), rules, today);
        } catch (IOException broken) {
            throw new PolicyException("could not read lint.yaml", broken);
        }
    }

    /// Everything there is to say, in the order of the files.
    public List<Remark> remarks() {
        var persuasion = Phrases.of(rules, "persuasion");
        var aims = Phrases.of(rules, "aims");
        return shelf.entries().stream().flatMap(entry -> Stream
                .of(sentences(entry), forbidden(entry, persuasion), aims(entry, aims), attribution(entry),
                        days(entry),
                        ways(entry))
                .flatMap(List::stream)).toList();
    }

    private static Remark fault(Entry entry, Flaw flaw) {
        return new Remark(true, entry.file(), entry.claim().id(), flaw);
    }

    private static List<Remark> sentences(Entry entry) {
        return entry.claim().text().entrySet().stream().sorted(Map.Entry.comparingByKey(LANGUAGES))
                .flatMap(text -> Arrays.stream(text.getValue().split("(?<=[.?!;:]) ", -1))
                        .filter(sentence -> sentence.split("\\s+", -1).length > WORDS_A_SENTENCE)
                        .map(sentence -> fault(entry,
                                Flaw.at(text.getKey().tag(), Flaw.Kind.LONG_SENTENCE, sentence))))
                .toList();
    }

    private static List<Remark> forbidden(Entry entry, Phrases persuasion) {
        return persuasion.languages().stream().flatMap(language -> Stream.concat(
                found(entry, persuasion.in(entry.claim().text(language), language), language.tag()),
                found(entry, persuasion.in(entry.claim().title(language), language),
                        "title-" + language.tag())))
                .toList();
    }

    private static Stream<Remark> found(Entry entry, Optional<String> phrase, String field) {
        return phrase.map(found -> fault(entry, Flaw.at(field, Flaw.Kind.PERSUADES, found))).stream();
    }

    /// An aim is never said alone.
    private static List<Remark> aims(Entry entry, Phrases aims) {
        boolean aim = aims.languages().stream()
                .anyMatch(language -> aims.in(entry.claim().text(language), language).isPresent());
        return aim && entry.claim().alongside().isEmpty()
                ? List.of(fault(entry, Flaw.at("alongside", Flaw.Kind.AIM_ALONE, "")))
                : List.of();
    }

    /// What the press says is said to come from there: in the sentence, or by the page through which it was
    /// read.
    private static List<Remark> attribution(Entry entry) {
        var claim = entry.claim();
        boolean told = claim.text(Language.VIETNAMESE).toLowerCase(Locale.ROOT).contains("theo")
                || claim.text(Language.VIETNAMESE).contains("(b")
                || claim.sources().stream().anyMatch(source -> !source.via().isEmpty());
        return claim.certainty() == Certainty.PRESS && !told
                ? List.of(fault(entry, Flaw.at("vi", Flaw.Kind.PRESS_SILENT, "")))
                : List.of();
    }

    private List<Remark> days(Entry entry) {
        var remarks = new ArrayList<Remark>();
        if (entry.checkedOn().plus(STALE).isBefore(today)) {
            remarks.add(new Remark(false, entry.file(), entry.claim().id(),
                    Flaw.at("checked", Flaw.Kind.STALE, entry.checkedOn().toString())));
        }
        if (entry.checkedOn().isAfter(today)) {
            remarks.add(fault(entry, Flaw.at("checked", Flaw.Kind.CHECKED_LATER, "")));
        }
        if (entry.over(today) && entry.replacedBy().isEmpty()) {
            remarks.add(fault(entry,
                    Flaw.at("until", Flaw.Kind.OVER, entry.until().orElseThrow().toString())));
        }
        replacement(entry)
                .filter(next -> entry.until().isEmpty() || !entry.until().orElseThrow().isBefore(next.from()))
                .ifPresent(next -> remarks
                        .add(fault(entry, Flaw.at("until", Flaw.Kind.OVERLAPS, next.claim().id()))));
        return remarks;
    }

    private Optional<Entry> replacement(Entry entry) {
        return entry.replacedBy().flatMap(id -> shelf.entries().stream()
                .filter(other -> other.claim().id().equals(id)).findFirst());
    }

    /// Each way of asking must find its own claim first.
    private List<Remark> ways(Entry entry) {
        var remarks = new ArrayList<Remark>();
        if (entry.asked().size() < FEW_WAYS) {
            remarks.add(fault(entry, Flaw.at("asked", Flaw.Kind.FEW_WAYS, "")));
        }
        for (int row = 0; row < entry.asked().size(); row++) {
            var asked = entry.asked().get(row);
            var best = ranking.rank(ranking.reader().read(asked, List.of()), PassedOver.NOTHING);
            if (best.isEmpty() || !best.getFirst().target().equals(entry.claim().id())) {
                remarks.add(fault(entry, new Flaw(Flaw.Kind.WAY_ELSEWHERE, "asked", row,
                        best.isEmpty() ? "nothing" : best.getFirst().target())));
            }
        }
        return remarks;
    }
}
