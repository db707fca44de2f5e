package vn.gopy.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.text.Folding;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// The claims of `config/policies/` and of the units, found by the words of a question. Unchanging and
/// thread-safe.
public final class PolicyLibrary implements Library {
    private static final int MOST_SAID = 5;
    private static final int OFFERED = 3;
    private static final int SHORT = 4;
    /// How much less like an answer, as log odds, a claim may be that is offered beside one.
    private static final double NEAR = 6;
    /// From which sureness on an answer is said to somebody who perhaps asked nothing.
    private static final double SURE = 0.65;
    private static final Pattern FOLLOWING = Pattern
            .compile("^\\W*(the con|con|vay con|the thi|vay thi|the|vay|what about|and)\\b");

    private final Shelf shelf;
    private final Map<String, Entry> entries;
    private final UnitClaims units;
    private final Ranking ranking;
    private final ZoneId zone;
    private final Map<String, String> instead = new HashMap<>();

    private PolicyLibrary(Shelf shelf, UnitClaims units, Ranking ranking, ZoneId zone) {
        this.shelf = shelf;
        this.units = units;
        this.ranking = ranking;
        this.zone = zone;
        shelf.instead().forEach((aspect, claims) -> claims.forEach(claim -> instead.put(claim, aspect)));
        this.entries = shelf.entries().stream()
                .collect(Collectors.toMap(entry -> entry.claim().id(), entry -> entry));
    }

    /// Opens what a shelf and a gazetteer hold.
    ///
    /// @param zone where the days of claims begin and end
    public static PolicyLibrary open(Shelf shelf, Gazetteer gazetteer, Phrasebook phrasebook, ZoneId zone) {
        shelf.unitSources().check(gazetteer);
        var text = new UnitText(phrasebook, shelf.documents(), shelf.unitSources());
        var units = new UnitClaims(gazetteer, text);
        return new PolicyLibrary(shelf, units, Ranking.of(shelf, gazetteer), zone);
    }

    @Override
    public Finding find(String question, Language language, Optional<String> context, Instant now) {
        var day = day(now);
        var alone = rank(question, Optional.empty(), day);
        var ranked = context.filter(_ -> followsUp(question, alone))
                .map(id -> rank(question, Optional.of(id), day))
                .filter(after -> ranking.sureness(after) > shelf.judge().suggestFrom()).orElse(alone);
        double sureness = ranking.sureness(ranked);
        if (ranked.best().isEmpty() || sureness < shelf.judge().suggestFrom()) {
            return beside(ranked.question());
        }
        var first = outcome(ranked.best().getFirst().target(), ranked.question(), day);
        boolean settled = settledByUnit(ranked);
        if (sureness >= shelf.judge().answerFrom() || settled) {
            var said = withCompany(first.said(), day);
            return first.offered().isEmpty()
                    ? new Finding.Answer(said, near(said, ranked, day), sureness >= SURE || settled)
                    : new Finding.Suggest(first.offered());
        }
        return new Finding.Suggest(offered(ranked, day));
    }

    /// Where nothing fits: what is known of the unit that a question names, if it says little else.
    private Finding beside(Question question) {
        if (question.place().isEmpty() || question.views().getLast().words().size() > SHORT) {
            return new Finding.None();
        }
        var offered = Stream.of("new-of", "formed-from", "centre")
                .map(aspect -> units.of(aspect, question.place())).flatMap(PolicyLibrary::firsts).distinct()
                .limit(OFFERED).toList();
        return offered.isEmpty() ? new Finding.None() : new Finding.Suggest(offered);
    }

    private static Stream<Claim> firsts(UnitClaims.Outcome outcome) {
        return outcome.offered().isEmpty() ? outcome.said().stream().limit(1) : outcome.offered().stream();
    }

    private LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    private Ranking.Result rank(String question, Optional<String> context, LocalDate day) {
        return ranking.rank(question, context).only(one -> holds(one.target(), day));
    }

    /// "Thế còn sổ đỏ?" always follows up; another short question does when alone it finds nothing sure.
    private boolean followsUp(String question, Ranking.Result alone) {
        return FOLLOWING.matcher(Folding.fold(question)).find()
                || (alone.question().views().getFirst().words().size() <= SHORT
                        && ranking.sureness(alone) < shelf.judge().answerFrom());
    }

    /// What else was nearly as near.
    private List<Claim> near(List<Claim> said, Ranking.Result ranked, LocalDate day) {
        double least = ranked.best().getFirst().likeness() - NEAR;
        return ranked.best().stream().skip(1).filter(one -> one.likeness() >= least)
                .map(one -> outcome(one.target(), ranked.question(), day)).flatMap(PolicyLibrary::firsts)
                .filter(claim -> !said.contains(claim)).distinct().limit(OFFERED - 1).toList();
    }

    private List<Claim> offered(Ranking.Result ranked, LocalDate day) {
        return ranked.best().stream().map(one -> outcome(one.target(), ranked.question(), day))
                .flatMap(PolicyLibrary::firsts).distinct().limit(OFFERED).toList();
    }

    private UnitClaims.Outcome outcome(String target, Question question, LocalDate day) {
        if (target.startsWith(UnitClaims.PREFIX)) {
            return units.of(target.substring(UnitClaims.PREFIX.length()), question.place());
        }
        var aspect = instead.get(target);
        if (aspect != null && !question.place().isEmpty()) {
            return units.of(aspect, question.place());
        }
        return new UnitClaims.Outcome(claim(ownOf(target, question, day), day).stream().toList(), List.of());
    }

    /// Between claims of which every unit has its own, the named unit decides.
    private boolean settledByUnit(Ranking.Result ranked) {
        var nearest = ranked.best().stream().limit(2).map(Ranked::target).toList();
        return nearest.size() == 2 && shelf.byUnit().keySet().containsAll(nearest)
                && !ranked.question().place().isEmpty();
    }

    /// The claim beside this one that holds for the unit that is named, such as its wage zone.
    private String ownOf(String target, Question question, LocalDate day) {
        if (!shelf.byUnit().containsKey(target)) {
            return target;
        }
        var names = units.today(question.place()).stream().map(Unit::name).toList();
        return shelf.byUnit().entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(names::contains))
                .map(Map.Entry::getKey).filter(own -> holds(own, day)).findFirst().orElse(target);
    }

    /// With the claims that must not be left out beside it: costs and open points beside aims.
    private List<Claim> withCompany(List<Claim> claims, LocalDate day) {
        return claims.stream().flatMap(claim -> Stream.concat(Stream.of(claim),
                claim.alongside().stream().flatMap(id -> claim(id, day).stream()))).distinct()
                .limit(MOST_SAID).toList();
    }

    @Override
    public Optional<Document> document(String number, Instant now) {
        return shelf.documents().byId().values().stream()
                .filter(one -> one.isCalled(number) && one.binds(day(now))).findFirst();
    }

    private boolean holds(String target, LocalDate day) {
        return target.startsWith(UnitClaims.PREFIX) || claim(target, day).isPresent();
    }

    @Override
    public Optional<Claim> claim(String id, Instant now) {
        return claim(id, day(now));
    }

    private Optional<Claim> claim(String id, LocalDate day) {
        var entry = Optional.ofNullable(entries.get(id));
        if (entry.isEmpty()) {
            return id.startsWith(UnitClaims.PREFIX) ? units.claim(id) : Optional.empty();
        }
        while (entry.filter(one -> one.over(day)).isPresent()) {
            entry = entry.flatMap(Entry::replacedBy).map(entries::get);
        }
        return entry.filter(one -> !one.from().isAfter(day)).map(Entry::claim);
    }

    @Override
    public List<Claim> card(UnitId id, Instant now) {
        var lines = new ArrayList<Claim>();
        units.unit(id).ifPresent(unit -> {
            lines.addAll(units.card(unit));
            shelf.card().forEach(other -> claim(other, now).ifPresent(lines::add));
        });
        return lines.stream().distinct().toList();
    }

    @Override
    public List<Document> documents() {
        return List.copyOf(shelf.documents().byId().values());
    }

    @Override
    public List<Claim> citing(String document, Instant now) {
        var day = day(now);
        return shelf.entries().stream().filter(entry -> !entry.over(day) && !entry.from().isAfter(day))
                .map(Entry::claim)
                .filter(claim -> claim.sources().stream()
                        .anyMatch(source -> source.document().equals(document)))
                .toList();
    }

    @Override
    public Likeness likeness() {
        return new Likeness(ranking.reader(), ranking.index());
    }

    @Override
    public String version() {
        return shelf.version();
    }

    /// Every claim that an editor wrote, in the order of the files.
    public List<Claim> claims() {
        return shelf.entries().stream().map(Entry::claim).toList();
    }

    /// Every way of asking that an editor wrote.
    public List<String> asked() {
        return shelf.entries().stream().flatMap(entry -> entry.asked().stream()).toList();
    }
}
