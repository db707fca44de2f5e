package vn.gopy.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.text.Folding;
import vn.gopy.text.Typing;

/// Understands the names of units as people type them. Unchanging and thread-safe.
public final class UnitFinder {
    /// An answer to "where do you live?" is short; what comes later is not read.
    private static final int ANSWER = 400;
    private static final int SENTENCE = 4096;
    private static final int MOST = 10;

    private final Gazetteer gazetteer;
    private final Spotter spotter;
    private final Mender mender;
    private final Set<Candidate> meanings;

    private UnitFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        var lexicon = new Lexicon(NameList.of(gazetteer));
        meanings = lexicon.names().stream().flatMap(name -> name.senses().stream())
                .flatMap(UnitFinder::meanings).collect(Collectors.toUnmodifiableSet());
        spotter = new Spotter(lexicon);
        mender = new Mender(lexicon);
    }

    public static UnitFinder of(Gazetteer gazetteer) {
        return new UnitFinder(gazetteer);
    }

    private static Stream<Candidate> meanings(Sense sense) {
        return Stream.concat(Stream.of(sense.meaning()),
                sense.others().stream().map(hamlet -> new Candidate.OfHamlet(hamlet, false)));
    }

    /// All that a typed name can mean, certain or not.
    public Set<Candidate> meanings() {
        return meanings;
    }

    /// What an answer to "where do you live?" may mean, the likelier first; at most ten, none when nothing is
    /// like it. Lenient: mends a slip, takes abbreviations. A candidate is certain only when nothing else
    /// could be meant.
    public List<Candidate> find(String typed) {
        var syllables = Syllables.of(head(typed, ANSWER));
        var spotted = spotter.spots(syllables);
        var exact = Sieve.answer(syllables, spotted);
        var mended = mender.spots(syllables, spelled(exact.isEmpty() ? spotted : exact));
        if (exact.isEmpty()) {
            return repaired(syllables, mended, typed);
        }
        var kept = new ArrayList<>(exact);
        mended.stream().filter(spot -> exact.stream().noneMatch(spot::overlaps)).forEach(kept::add);
        kept.sort(Comparator.comparingInt(Spot::from));
        var longer = mended.stream().filter(spot -> exact.stream().anyMatch(spot::overlaps)).toList();
        return certified(syllables, kept, longer);
    }

    /// What no slip is looked for in: names that are spelled right, and the province. A few letters may be
    /// part of anything.
    private static List<Spot> spelled(List<Spot> spots) {
        return spots.stream().filter(spot -> !spot.is(Name.Sort.ABBREVIATION)).toList();
    }

    private List<Candidate> repaired(Syllables syllables, List<Spot> mended, String typed) {
        var plain = Syllables.of(Typing.plain(Folding.fold(head(typed, ANSWER))));
        var spots = Sieve.answer(plain, spotter.spots(plain)).stream()
                .map(spot -> new Spot(spot.from(), spot.to(), spot.names(), Spot.Match.MENDED)).toList();
        var candidates = new LinkedHashSet<>(certified(plain, spots, List.of()));
        candidates.addAll(certified(syllables, mended, List.of()));
        return candidates.stream().limit(MOST).toList();
    }

    private List<Candidate> certified(Syllables syllables, List<Spot> spots, List<Spot> longer) {
        var settled = Settled.of(syllables, spots);
        var candidates = new LinkedHashSet<Candidate>();
        settled.forEach(one -> candidates.addAll(Ranking.ranked(syllables, one)));
        Settled.of(syllables, longer).forEach(one -> candidates.addAll(Ranking.ranked(syllables, one)));
        settled.forEach(one -> candidates.addAll(near(syllables, one)));
        boolean sure = candidates.size() == 1 && spots.stream().allMatch(UnitFinder::exact);
        return candidates.stream().limit(MOST)
                .map(candidate -> sure ? certain(candidate) : doubtful(candidate)).toList();
    }

    private static boolean exact(Spot spot) {
        return spot.match() == Spot.Match.FULL || spot.match() == Spot.Match.LETTERS;
    }

    /// A name may be another one with a slip; with all its marks only one that has the same: Yên Than, Yên
    /// Thanh.
    private List<Candidate> near(Syllables syllables, Settled settled) {
        var spot = settled.spot();
        boolean district = (Cues.kindBefore(syllables, spot.from()) & Cues.DISTRICT_KINDS) != 0
                && settled.senses().stream().anyMatch(Sense::isDistrict);
        boolean full = spot.match() == Spot.Match.FULL;
        if (district || (full && settled.senses().size() > 1)) {
            return List.of();
        }
        var names = spot.names().stream().flatMap(name -> mender.near(name).stream()).distinct()
                .filter(name -> !full || Ranking.unlike(syllables, spot, name) == 0)
                .toList();
        return Ranking.ranked(syllables, spot, names,
                sense -> settled.districts().isEmpty() || sense.liesIn(settled.districts()));
    }

    private Candidate certain(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfUnit(var unit, _) -> new Candidate.OfUnit(unit, !gazetteer.isSplit(unit.id()));
            case Candidate.OfHamlet _,Candidate.OfDistrict _,Candidate.OfOlderName _,Candidate.Outside _ ->
                candidate;
        };
    }

    private static Candidate doubtful(Candidate candidate) {
        return candidate instanceof Candidate.OfHamlet(var hamlet, _)
                ? new Candidate.OfHamlet(hamlet, false)
                : candidate;
    }

    /// The units that a free sentence names. Strict: only whole names, and those that are everyday words only
    /// where a word beside them says that a place is meant. Quick enough for every message.
    public List<Mention> mentions(String sentence) {
        var syllables = Syllables.of(head(sentence, SENTENCE));
        var spots = spotter.spots(syllables);
        if (spots.isEmpty()) {
            return List.of();
        }
        var settled = Settled.of(syllables, Sieve.sentence(syllables, spots));
        return Sieve.named(syllables, settled).stream().map(one -> mention(syllables, one)).toList();
    }

    private Mention mention(Syllables syllables, Settled settled) {
        var spot = settled.spot();
        var candidates = Ranking.ranked(syllables, settled);
        boolean sure = candidates.size() == 1;
        return new Mention(syllables.start(spot.from()), syllables.end(spot.to() - 1),
                candidates.stream().map(candidate -> sure ? certain(candidate) : doubtful(candidate))
                        .toList());
    }

    private static String head(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
