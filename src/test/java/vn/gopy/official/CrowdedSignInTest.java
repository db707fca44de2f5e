package vn.gopy.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gopy.place.Gazetteer;

/// Many who sign in at once, and a disk on which nothing can be written, over real HTTP.
class CrowdedSignInTest {
    @TempDir
    Path folder;

    @Test
    void row_35_whoever_comes_when_too_many_wait_is_asked_to_come_back_and_has_not_tried() throws Exception {
        var slow = new SlowWork();
        var passwords = new Passwords(new CommonPasswords(Gazetteer.open("quang-ninh")), slow);
        try (var house = new OfficialHouse(folder, "", passwords);
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 18; i++) {
                var name = "name " + i;
                waiting.add(hands.submit(
                        () -> house.visitor().post("/sign-in", "name", name, "password", "sai mat khau")));
            }
            while (slow.inside() + passwords.waiting() < 18) {
                Thread.onSpinWait();
            }

            for (int i = 0; i < 6; i++) {
                var refused = house.visitor().post("/sign-in", "name", "Lan", "password", "sai mat khau");
                assertEquals(503, refused.statusCode());
                assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
                assertFalse(refused.body().contains("RejectedExecution"), refused.body());
            }

            slow.goOn();
            for (var one : waiting) {
                assertEquals(422, one.get().statusCode());
            }
            var after = house.visitor().post("/sign-in", "name", "Lan", "password", "sai mat khau");
            assertEquals(422, after.statusCode(), "being turned away five times is no failure");
            assertTrue(slow.most() <= 2);
        }
    }

    @Test
    void an_official_still_reads_where_nothing_can_be_written() {
        try (var house = new OfficialHouse(folder)) {
            var lan = house.joined(Role.VIEWER, "Lan");
            house.database.ledger().close();
            house.clock.pass(Duration.ofMinutes(1));

            assertTrue(lan.isSignedIn());
            house.clock.pass(Duration.ofMinutes(30));
            assertFalse(lan.isSignedIn());
        }
    }
}
