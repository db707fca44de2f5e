package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.fakes.BotApiDouble;

/// The program is started anew again and again while it carries an announcement. `-Dgopy.kills=20` for more rounds.
class AnnouncementKillTest {
    private static final int ROUNDS = Integer.getInteger("gopy.kills", 1);
    private static final int HANDS = 64;
    private static final int WISHES = 240;

    @TempDir
    Path data;

    private final Random chance = new Random(23);

    @Test
    void stopped_in_the_middle_an_announcement_reaches_everybody_once() throws Exception {
        try (var api = BotApiDouble.open()) {
            var mailing = Mailing.prepare(data, api, WISHES);
            long before = 0;
            for (int round = 0; round < ROUNDS; round++) {
                var house = start(api);
                long until = before + chance.nextInt(15, 40);
                TelegramResident.waitUntil(() -> api.count("sendMessage") >= until, "nothing is carried");
                house.stop();
                before = api.count("sendMessage");
            }
            assertTrue(before < WISHES, "it was stopped in the middle");
            finish(api, mailing);

            assertEquals(0, mailing.repeated(api));
            assertEquals(WISHES, api.count("sendMessage"));
        }
    }

    @Test
    void killed_in_the_middle_it_reaches_everybody_and_repeats_what_was_in_the_hand_at_most()
            throws Exception {
        try (var api = BotApiDouble.open()) {
            var mailing = Mailing.prepare(data, api, WISHES);
            for (int round = 0; round < ROUNDS; round++) {
                var house = start(api);
                long until = api.count("sendMessage") + chance.nextInt(15, 40);
                TelegramResident.waitUntil(() -> api.count("sendMessage") >= until, "nothing is carried");
                house.close();
            }
            finish(api, mailing);

            assertTrue(mailing.repeated(api) <= (long) ROUNDS * HANDS, mailing.repeated(api) + " repeated");
            System.out.printf("kills %d, wishes %d, reached all, letters repeated %d%n", ROUNDS, WISHES,
                    mailing.repeated(api));
        }
    }

    private void finish(BotApiDouble api, Mailing mailing) throws Exception {
        var last = start(api);
        TelegramResident.waitUntil(() -> mailing.reached(api) == WISHES, "not everybody is reached");
        last.stop();
        assertEquals(WISHES, ChildHouse.number(data, "SELECT count(*) FROM announcement_told"));
        assertEquals(0, ChildHouse.number(data, "SELECT count(*) FROM parcel"));
    }

    private ChildHouse start(BotApiDouble api) throws Exception {
        return ChildHouse.start(data, data.resolve("serve.log"), api,
                Map.of("GOPY_LETTERS_FROM", "00:00", "GOPY_LETTERS_UNTIL", "23:59:59"));
    }
}
