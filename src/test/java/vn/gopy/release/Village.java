package vn.gopy.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.place.Gazetteer;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// A real database in which residents of Quảng Ninh speak, and releases are made of it.
public final class Village implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final ReleaseSettings SETTINGS = new ReleaseSettings(new Rule(10, 5), ZONE, true);
    public static final String HOANH_BO = "new:07030";

    private static final String FILE = """
            INSERT INTO feedback (pid, filed_at, mood, topic, second_topic, place, unit, faces_up,
                                  on_behalf, receipt)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, X'00')
            """;

    private static final String GUESS = """
            UPDATE feedback
               SET guessed_mood = ?, guessed_topic = ?
             WHERE pid = ? AND guessed_topic IS NULL
            """;

    public final Gazetteer gazetteer = Gazetteer.open("quang-ninh");
    public final Database database;
    public final Releases releases;
    public final ReleaseBuilder builder;
    public final List<Release> announced = new ArrayList<>();

    public Village(Path folder) {
        this(folder, _ -> OpenQuestions.NONE);
    }

    /// A village where some questions had no source.
    public Village(Path folder, Function<Database, OpenQuestions> questions) {
        this(folder, questions, Polls.NONE);
    }

    /// A village where something is asked.
    Village(Path folder, Polls polls) {
        this(folder, _ -> OpenQuestions.NONE, polls);
    }

    private Village(Path folder, Function<Database, OpenQuestions> questions, Polls polls) {
        database = Database.open(folder.resolve("gopy.db"));
        releases = Releases.open(database);
        builder = new ReleaseBuilder(database, releases,
                new Charter(Borders.of(gazetteer), SETTINGS, (_, release, _) -> announced.add(release),
                        questions.apply(database), polls));
    }

    /// A local time such as `2026-11-18T09:30`.
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /// A number of new persons who each say one thing; their numbers start at `first`.
    public void crowd(int first, int persons, Said said) {
        database.ledger().commit(tx -> {
            for (int i = 0; i < persons; i++) {
                file(tx, first + i, said, false);
            }
            return persons;
        });
    }

    /// What the program had guessed of everything that a crowd said and nothing was guessed of so far.
    public void guessed(int first, int persons, int mood, Topic topic) {
        database.ledger().commit(tx -> {
            for (int i = 0; i < persons; i++) {
                tx.run(GUESS, mood, topic.code(), pid(first + i));
            }
            return persons;
        });
    }

    /// What is said: when, how it feels (0: no mood), about what, where (`unclear`, `outside`, or an id).
    public record Said(String when, int mood, Topic topic, String where) {}

    public void speakForOthers(int person, Said said) {
        database.ledger().commit(tx -> {
            file(tx, person, said, true);
            return person;
        });
    }

    private static void file(Tx tx, int person, Said said, boolean onBehalf) {
        boolean inUnit = said.where().contains(":");
        tx.run(FILE, pid(person), at(said.when()).toEpochMilli(),
                said.mood() == 0 ? Tx.NULL : (Object) said.mood(),
                said.topic().code(), Tx.NULL, inUnit ? "in" : said.where(), inUnit ? said.where() : Tx.NULL,
                onBehalf ? 1 : 0);
    }

    public void erase(int person) {
        database.ledger().commit(tx -> tx.run("DELETE FROM feedback WHERE pid = ?", (Object) pid(person)));
    }

    static byte[] pid(int person) {
        return Arrays.copyOf("p%08d".formatted(person).getBytes(StandardCharsets.UTF_8), Pseudonym.LENGTH);
    }

    public Optional<Release> publish(String when) {
        return builder.publishDue(at(when));
    }

    public Sheet sheet(Area area, String period) {
        return releases.sheet(area, Period.parse(period).orElseThrow()).orElseThrow();
    }

    public Sheet province(String period) {
        return sheet(Area.PROVINCE, period);
    }

    /// The published number, or 0 for a hidden one.
    public static int shown(Sheet sheet, Item item) {
        return sheet.count(item) instanceof Count.Of(int persons) ? persons : 0;
    }

    public static int people(Sheet sheet) {
        return shown(sheet, new Item.People());
    }

    public static int mood(Sheet sheet, Mood.Group group) {
        return shown(sheet, new Item.MoodOf(group));
    }

    @Override
    public void close() {
        database.close();
    }
}
