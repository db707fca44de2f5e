package vn.gopy.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.feedback.Likeness;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Succession;
import vn.gopy.place.UnitId;
import vn.gopy.release.ReleaseBuilder;
import vn.gopy.release.ReleaseClock;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// Thirteen weeks of synthetic feedback, so that every page has something to show. The same chance for the
/// same day: two demos that start together show the same figures. No text is made up, and the data folder is
/// marked for ever.
public final class DemoFeedback {
    private static final Duration SPAN = Duration.ofDays(7 * 13);
    private static final int PERSONS = 6000;
    private static final double SPEAKS_AGAIN = 0.35;
    private static final double TOLD_NO_MOOD = 0.05;
    private static final double TOLD_NO_PLACE = 0.04;
    private static final double TOLD_THE_OLD_UNIT = 0.4;
    /// How many type a sentence, so that something is guessed, and how often the guess is right.
    private static final double TYPED = 0.7;
    private static final double MOOD_GUESSED_RIGHT = 0.82;
    private static final double TOPIC_GUESSED_RIGHT = 0.76;
    /// Of those who complain of distances or praise the staff, one of so many sends what others send too.
    private static final int SENDS_THE_SAME = 4;
    private static final int BATCH = 1000;
    private static final String MARK = """
            INSERT INTO fact (name, value)
            VALUES ('demo', 'true')
            """;
    private static final String IS_MARKED = """
            SELECT count(*)
              FROM fact
             WHERE name = 'demo' AND value = 'true'
            """;
    private static final String ANY_FEEDBACK = """
            SELECT count(*)
              FROM (SELECT id FROM feedback LIMIT 1) AS some
            """;
    private static final String FILE = """
            INSERT INTO feedback (pid, filed_at, mood, topic, second_topic, place, unit,
                                  guessed_mood, guessed_topic, faces_up, on_behalf, receipt,
                                  likeness)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
            """;
    /// How often a topic is named, of 100, and how its moods lean: from -1, nobody satisfied, to 1.
    private static final Map<Topic, List<Double>> TOPICS = Map.ofEntries(
            Map.entry(Topic.GIAY_TO, List.of(19.0, 0.15)),
            Map.entry(Topic.DI_LAI, List.of(17.0, -0.40)), Map.entry(Topic.PHUC_VU, List.of(14.0, 0.35)),
            Map.entry(Topic.HA_TANG, List.of(11.0, -0.20)), Map.entry(Topic.TEN_GOI, List.of(8.0, -0.10)),
            Map.entry(Topic.CHE_DO, List.of(7.0, 0.05)), Map.entry(Topic.DAT_DAI, List.of(6.0, -0.30)),
            Map.entry(Topic.YTE_GD, List.of(5.0, 0.10)), Map.entry(Topic.BO_MAY, List.of(4.5, 0.20)),
            Map.entry(Topic.MOI_TRUONG, List.of(3.0, -0.15)), Map.entry(Topic.BAN_SAC, List.of(2.5, 0.0)),
            Map.entry(Topic.AN_NINH, List.of(2.0, 0.40)), Map.entry(Topic.KHAC, List.of(1.0, 0.0)));

    private final Database database;
    private final Gazetteer gazetteer;
    private final Consumer<String> progress;

    /// @param progress is told each step, in words for the person who starts the program
    public DemoFeedback(Database database, Gazetteer gazetteer, Consumer<String> progress) {
        this.database = database;
        this.gazetteer = gazetteer;
        this.progress = progress;
    }

    /// Whether a database holds synthetic feedback.
    public static boolean isIn(Database database) {
        return database.read(DemoFeedback::isIn);
    }

    static boolean isIn(Tx tx) {
        return tx.number(IS_MARKED) > 0;
    }

    /// Fills an empty database and publishes what is due, week by week as it would have been. Does nothing
    /// when the database has feedback or was filled before.
    public void fill(ReleaseBuilder releases, Instant now, ZoneId zone) {
        if (isIn(database) || database.read(tx -> tx.number(ANY_FEEDBACK)) > 0) {
            return;
        }
        progress.accept("Making up 13 weeks of sample feedback (marked as such on every page) …");
        var opinions = opinions(now);
        for (int from = 0; from < opinions.size(); from += BATCH) {
            var batch = opinions.subList(from, Math.min(from + BATCH, opinions.size()));
            database.ledger().commit(tx -> {
                batch.forEach(opinion -> opinion.file(tx));
                return batch.size();
            });
        }
        database.ledger().commit(tx -> tx.run(MARK));
        new DemoOffice(database, now, zone).fill();
        progress.accept("Publishing the sample figures …");
        publish(releases, now, zone);
    }

    private static void publish(ReleaseBuilder releases, Instant now, ZoneId zone) {
        for (var monday = ReleaseClock.next(now.minus(SPAN), zone); !monday
                .isAfter(now); monday = ReleaseClock
                        .next(monday, zone)) {
            releases.publishDue(monday);
        }
    }

    private List<Opinion> opinions(Instant now) {
        var chance = new Random(20250701);
        var luck = new Random(20250702);
        var memory = new Random(20250703);
        var people = new Weighted<>(communes(chance));
        var topics = new Weighted<>(TOPICS.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .collect(
                        Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst(), (a, _) -> a,
                                LinkedHashMap::new)));
        var opinions = new ArrayList<Opinion>();
        for (int person = 0; person < PERSONS; person++) {
            var pid = pid(chance);
            var commune = people.pick(chance);
            var told = told(memory, commune.unit());
            do {
                double past = chance.nextDouble();
                var topic = topics.pick(chance);
                double lean = commune.lean() + leanOf(topic) + 0.25 * (0.5 - past);
                int mood = mood(chance, lean);
                opinions.add(
                        new Opinion(pid, now.minusMillis((long) (past * SPAN.toMillis())), mood, topic,
                                guess(luck, mood, topic, topics),
                                chance.nextDouble() < TOLD_NO_PLACE
                                        ? Optional.empty()
                                        : Optional.of(told)));
            } while (chance.nextDouble() < SPEAKS_AGAIN);
        }
        opinions.sort(Comparator.comparing(Opinion::at));
        return opinions;
    }

    /// A new unit, or one of the old ones that it took whole, as many still say.
    private UnitId told(Random memory, UnitId unit) {
        var whole = gazetteer.predecessorsOf(unit).stream().filter(Succession::whole).toList();
        return !whole.isEmpty() && memory.nextDouble() < TOLD_THE_OLD_UNIT
                ? whole.get(memory.nextInt(whole.size())).from().id()
                : unit;
    }

    private static Guess guess(Random luck, int mood, Topic topic, Weighted<Topic> topics) {
        if (luck.nextDouble() >= TYPED) {
            return new Guess(0, Optional.empty());
        }
        int feeling = mood != 0 && luck.nextDouble() < MOOD_GUESSED_RIGHT ? mood : 1 + luck.nextInt(5);
        var about = luck.nextDouble() < TOPIC_GUESSED_RIGHT ? topic : topics.pick(luck);
        return new Guess(feeling, Optional.of(about));
    }

    /// Every new unit with its inhabitants as weight; a few lean clearly to one side, most hardly.
    private Map<Commune, Double> communes(Random chance) {
        var communes = new LinkedHashMap<Commune, Double>();
        for (var unit : gazetteer.newUnits()) {
            int inhabitants = gazetteer.facts(unit.id()).map(facts -> facts.population().orElse(0)).orElse(0);
            double lean = chance.nextGaussian() * 0.12
                    + (chance.nextInt(6) == 0 ? 0.6 * (chance.nextInt(2) * 2 - 1) : 0);
            communes.put(new Commune(unit.id(), lean), (double) Math.max(500, inhabitants));
        }
        return communes;
    }

    private static Pseudonym pid(Random chance) {
        var bytes = new byte[Pseudonym.LENGTH];
        chance.nextBytes(bytes);
        return Pseudonym.of(bytes);
    }

    private static double leanOf(Topic topic) {
        return TOPICS.getOrDefault(topic, List.of(0.0, 0.0)).getLast();
    }

    /// 1 to 5, or 0 for a person who told none.
    private static int mood(Random chance, double lean) {
        if (chance.nextDouble() < TOLD_NO_MOOD) {
            return 0;
        }
        double satisfied = Math.clamp(0.40 + 0.35 * lean, 0.05, 0.85);
        double dissatisfied = Math.clamp(0.38 - 0.35 * lean, 0.05, 0.85);
        double drawn = chance.nextDouble() * Math.max(1, satisfied + dissatisfied + 0.05);
        boolean strong = chance.nextInt(3) == 0;
        if (drawn < satisfied) {
            return strong ? 5 : 4;
        }
        return drawn < satisfied + dissatisfied ? (strong ? 1 : 2) : 3;
    }

    private record Commune(UnitId unit, double lean) {}

    /// What the program would have guessed; 0 and empty where nobody typed.
    private record Guess(int mood, Optional<Topic> topic) {}

    private record Opinion(Pseudonym person, Instant at, int mood, Topic topic, Guess guess,
            Optional<UnitId> unit) {
        void file(Tx tx) {
            tx.run(FILE, person.bytes(), at.toEpochMilli(), mood == 0 ? Tx.NULL : (Object) mood, topic.code(),
                    Tx.NULL,
                    unit.isEmpty() ? "unclear" : "in", unit.isEmpty() ? Tx.NULL : unit.get().toString(),
                    guess.mood() == 0 ? Tx.NULL : (Object) guess.mood(),
                    guess.topic().isEmpty() ? Tx.NULL : guess.topic().get().code(),
                    at.toEpochMilli() % 2, person.bytes(),
                    likeness().map(Object.class::cast).orElse(Tx.NULL));
        }

        /// Some send the same words: a complaint about distances, and praise of the staff.
        private Optional<byte[]> likeness() {
            boolean joins = guess.topic().isPresent() && person.bytes()[1] % SENDS_THE_SAME == 0;
            boolean complains = topic == Topic.DI_LAI && (mood == 1 || mood == 2);
            boolean praises = topic == Topic.PHUC_VU && mood >= 4;
            var mark = new byte[Likeness.BYTES];
            Arrays.fill(mark, 1, mark.length, (byte) topic.code().hashCode());
            return joins && (complains || praises) ? Optional.of(mark) : Optional.empty();
        }
    }

    /// Picks by weight.
    private static final class Weighted<T> {
        private final NavigableMap<Double, T> upTo = new TreeMap<>();
        private final double all;

        Weighted(Map<T, Double> weights) {
            double sum = 0;
            for (var weight : weights.entrySet()) {
                sum += weight.getValue();
                upTo.put(sum, weight.getKey());
            }
            all = sum;
        }

        T pick(Random chance) {
            return upTo.higherEntry(chance.nextDouble() * all).getValue();
        }
    }
}
