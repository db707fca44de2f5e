package vn.gopy.release;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.Voice;
import vn.gopy.topic.Mood;

/// Counts, in one month of the whole province, the persons who sent nearly the same words as at least k − 1
/// others, and those who came in a burst. For and against are looked at the same way: neither mood, topic nor place
/// is asked. Nothing is removed and nothing weighs less for it (C14).
///
/// Short words such as "đường xấu quá" are said by many who know nothing of each other: those count only where the
/// same words came in a burst. Voices must come person by person.
final class Crowds {
    private final Rule rule;
    private final Instant from;
    private final int days;
    private final Arrivals arrivals;
    private final List<Marked> marked = new ArrayList<>();
    private final List<Arrival> came = new ArrayList<>();
    private final List<Optional<Mood.Group>> moods = new ArrayList<>();
    private Optional<Voice> last = Optional.empty();

    private static final class Marked {
        private final byte[] mark;
        private final Arrival arrival;

        Marked(byte[] mark, Arrival arrival) {
            this.mark = mark;
            this.arrival = arrival;
        }

        boolean isShort() {
            return mark[0] != 0;
        }
    }

    private record Arrival(int person, int moment) {}

    Crowds(Rule rule, Period month, ZoneId zone) {
        this.rule = rule;
        from = month.from(zone);
        days = (int) Math.max(2, Math.ceilDiv(Duration.between(from, month.until(zone)).toHours(), 24L));
        arrivals = new Arrivals(rule.k(), days);
    }

    /// @param mark of the opinion's words, where it has any
    void hear(Voice voice, Optional<byte[]> mark) {
        if (voice.onBehalf() || voice.place() instanceof Feedback.Place.Outside) {
            return;
        }
        if (!last.map(voice::isBySameAs).orElse(false)) {
            moods.add(Optional.empty());
        }
        last = Optional.of(voice);
        int person = moods.size() - 1;
        voice.mood().ifPresent(mood -> moods.set(person, Optional.of(mood.group())));
        int moment = moment(voice.filedAt());
        var arrival = new Arrival(person, moment);
        if (came.isEmpty() || !came.getLast().equals(arrival)) {
            came.add(arrival);
            arrivals.add(moment);
        }
        mark.ifPresent(words -> marked.add(new Marked(words, arrival)));
    }

    private int moment(Instant at) {
        var since = Duration.between(from, at);
        return since.isNegative() ? -1 : (int) (since.toMinutes() * Arrivals.MOMENTS_AN_HOUR / 60);
    }

    /// How many persons each item holds; those of words stand there only when a group of k persons sent the same.
    Map<Item, Integer> counts() {
        var counts = new HashMap<Item, Integer>();
        var alike = alike();
        if (!alike.isEmpty()) {
            Item.ofWords().forEach(item -> counts.put(item, 0));
            counts.put(new Item.WordsOf(Item.Words.ALIKE), alike.cardinality());
            counts.put(new Item.WordsOf(Item.Words.OWN), moods.size() - alike.cardinality());
            for (int person = 0; person < moods.size(); person++) {
                var words = alike.get(person) ? Item.Words.ALIKE : Item.Words.OWN;
                moods.get(person).ifPresent(group -> {
                    counts.merge(new Item.WordsBase(words), 1, Integer::sum);
                    counts.merge(new Item.WordsMood(words, group), 1, Integer::sum);
                });
            }
        }
        counts.put(new Item.InBurst(), inBurst());
        return counts;
    }

    private int inBurst() {
        var persons = new BitSet();
        came.stream().filter(arrival -> arrivals.isBurst(arrival.moment()))
                .forEach(arrival -> persons.set(arrival.person()));
        return persons.cardinality();
    }

    /// All persons who are in a group of k or more.
    private BitSet alike() {
        var groups = LikeGroups.of(marked.stream().map(one -> one.mark).toList());
        var members = new HashMap<Integer, List<Marked>>();
        for (int at = 0; at < groups.length; at++) {
            members.computeIfAbsent(groups[at], _ -> new ArrayList<>(1)).add(marked.get(at));
        }
        var persons = new BitSet();
        members.values().stream().filter(group -> group.size() >= rule.k()).map(this::together)
                .filter(group -> group.cardinality() >= rule.k()).forEach(persons::or);
        return persons;
    }

    /// The persons of a group; those with short words only where these came in a burst.
    private BitSet together(List<Marked> group) {
        var times = new Arrivals(rule.k(), days);
        group.stream().map(one -> one.arrival).distinct().forEach(one -> times.add(one.moment()));
        var persons = new BitSet();
        group.stream().filter(one -> !one.isShort() || times.isBurst(one.arrival.moment()))
                .forEach(one -> persons.set(one.arrival.person()));
        return persons;
    }
}
