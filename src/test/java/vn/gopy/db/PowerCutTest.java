package vn.gopy.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any moment, between any two writes of the ledger and its checkpoints, and what was not
/// synced is lost or torn ([DiskLog] says what is modelled and what is not). Every acknowledged write-set must
/// be there, none half. `-Dgopy.cuts=1000` for more cuts.
class PowerCutTest {
    private static final int CUTS = Integer.getInteger("gopy.cuts", 60);
    private static final int WRITE_SETS = 400;
    private static final int WRITERS = 8;
    private static final String PUT = "INSERT INTO fact (name, value) VALUES (?, ?)";
    private static final String COUNT = """
            INSERT INTO fact (name, value)
            VALUES ('sets', '1')
            ON CONFLICT (name) DO UPDATE SET value = fact.value + 1
            """;
    private static final String ALL = "SELECT name, value FROM fact ORDER BY name";

    @TempDir
    Path folder;

    private final DiskLog log = new DiskLog();

    @Test
    void no_acknowledged_write_set_is_lost_and_none_is_there_by_half() throws Exception {
        int begun = work(new SqliteDialect());

        var harm = harmDone(begun);

        assertEquals(List.of(), harm);
        System.out.printf("power cuts %d, harm 0%n", CUTS);
    }

    @Test
    void without_an_fsync_at_each_commit_the_same_cuts_do_harm() throws Exception {
        int begun = work(new Hasty());

        var harm = harmDone(begun);

        assertTrue(harm.size() > CUTS / 4, () -> "the test is blind: only " + harm);
        System.out.printf("power cuts %d with synchronous=NORMAL, harm %d%n", CUTS, harm.size());
    }

    @Test
    void a_cut_during_the_very_first_start_does_not_stop_the_next_one() throws Exception {
        var file = laidDown();
        int begun = log.length();
        try (var _ = DiskTap.on(folder, log); var database = Database.open(file)) {
            assertEquals(List.of(), log.broken());
            assertEquals(List.of(), database.upkeep().faults(true));
        }

        assertEquals(List.of(), harmDone(begun));
    }

    @Test
    void a_cut_while_tables_are_made_one_by_one_does_not_stop_the_next_start() throws Exception {
        try (var _ = DiskTap.on(folder, log)) {
            Migrations.apply(folder.resolve("gopy.db"), new SqliteDialect());
            assertEquals(List.of(), log.broken());
        }

        assertEquals(List.of(), harmDone(0));
    }

    /// The new file is moved to its place whole, so that every cut comes before it or after it.
    private Path laidDown() throws IOException {
        var file = folder.resolve("gopy.db");
        Template.prepare(file, new SqliteDialect());
        log.written("gopy.db", 0, Files.readAllBytes(file));
        log.synced("gopy.db", log.length());
        return file;
    }

    /// Writers and checkpoints at work on a new database; gives back where in the log the work began.
    private int work(Dialect dialect) throws Exception {
        var file = laidDown();
        try (var _ = DiskTap.on(folder, log);
                var database = Database.open(file);
                var ledger = new Ledger(
                        new Writer(DriverManager.getConnection(dialect.url(file), dialect.properties(true)),
                                dialect),
                        Ledger.TOGETHER).start()) {
            int begun = log.length();
            together(which -> {
                ledger.commit(tx -> write(tx, which));
                log.acknowledged(which);
                if (which % 40 == 0) {
                    database.upkeep().checkpoint();
                    ledger.tidy();
                }
                if (which % 150 == 0) {
                    database.upkeep().scrub();
                }
            });
            assertEquals(List.of(), log.broken());
            return begun;
        }
    }

    private static void together(IntConsumer work) {
        var next = new AtomicInteger();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> {
                    for (int which = next.getAndIncrement(); which < WRITE_SETS; which = next
                            .getAndIncrement()) {
                        work.accept(which);
                    }
                });
            }
        }
    }

    private static boolean write(Tx tx, int which) {
        tx.run(PUT, which + "/a", text(which, 1));
        tx.run(PUT, which + "/b", text(which, 2));
        tx.run(COUNT);
        return true;
    }

    /// From a few bytes to more than a page.
    private static String text(int which, int part) {
        return which + "." + "x".repeat(which * part * 7919 % 6_000);
    }

    private List<String> harmDone(int begun) throws IOException {
        var harm = new ArrayList<String>();
        for (int i = 0; i < CUTS; i++) {
            var chance = new Random(i);
            int cut = begun + chance.nextInt(log.length() - begun + 1);
            var file = rebuilt(i, log.after(cut, chance));
            harmAfter(cut, file).forEach(harm::add);
        }
        return harm;
    }

    private Path rebuilt(int number, Map<String, byte[]> files) throws IOException {
        var place = Files.createDirectory(folder.resolve("cut" + number));
        for (var one : files.entrySet()) {
            Files.write(place.resolve(one.getKey()), one.getValue());
        }
        return place.resolve("gopy.db");
    }

    /// What is wrong after a cut, in one line; empty when nothing is.
    private List<String> harmAfter(int cut, Path file) {
        try (var database = Database.open(file)) {
            var wrong = new ArrayList<>(database.upkeep().faults(false));
            var facts = database.read(tx -> {
                var found = new java.util.HashMap<String, String>();
                tx.each(ALL, row -> found.put(row.text(1), row.text(2)));
                return found;
            });
            int whole = 0;
            for (int which = 0; which < WRITE_SETS; which++) {
                boolean there = text(which, 1).equals(facts.get(which + "/a"))
                        && text(which, 2).equals(facts.get(which + "/b"));
                if (!there && (facts.containsKey(which + "/a") || facts.containsKey(which + "/b"))) {
                    wrong.add("half of " + which);
                }
                whole += there ? 1 : 0;
            }
            if (!facts.getOrDefault("sets", "0").equals(Integer.toString(whole))) {
                wrong.add("counted " + facts.get("sets") + ", there " + whole);
            }
            log.acknowledgedBefore(cut).stream().filter(which -> !facts.containsKey(which + "/a"))
                    .forEach(which -> wrong.add("lost " + which));
            return wrong.isEmpty() ? List.of() : List.of("cut after " + cut + ": " + wrong);
        } catch (RuntimeException fault) {
            return List.of("cut after " + cut + ": " + fault);
        }
    }

    /// As SQLite is often advised to be set up: no fsync at a commit, only at a checkpoint.
    private static final class Hasty implements Dialect {
        private final Dialect careful = new SqliteDialect();

        @Override
        public String url(Path file) {
            return careful.url(file);
        }

        @Override
        public Properties properties(boolean writes) {
            var properties = careful.properties(writes);
            properties.setProperty("synchronous", "NORMAL");
            return properties;
        }

        @Override
        public String begin() {
            return careful.begin();
        }

        @Override
        public List<String> afterOpening() {
            return careful.afterOpening();
        }

        @Override
        public String migrations() {
            return careful.migrations();
        }
    }
}
