package vn.gopy.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import vn.gopy.browser.ChatPageContract;
import vn.gopy.fakes.SettableClock;

/// The chat page in a real browser, with the real bot behind it.
@Tag("browser")
class WholeHouseBrowserTest extends ChatPageContract {
    private final RunningHouse house;

    WholeHouseBrowserTest() {
        try {
            house = RunningHouse.start(Files.createTempDirectory("gopy-browser"),
                    new SettableClock("2026-11-25T08:00:00Z"), Map.of("GOPY_TELEGRAM_MODE", "off"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @AfterAll
    void closeHouse() {
        house.close();
    }

    @Override
    protected String address() {
        return house.address();
    }
}
