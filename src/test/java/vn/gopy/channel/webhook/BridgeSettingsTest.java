package vn.gopy.channel.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gopy.config.SettingsException;
import vn.gopy.config.SettingsFile;

/// Bridges as an operator writes them.
class BridgeSettingsTest {
    private static final Map<String, String> GOOD = Map.of("GOPY_CHANNELS", "zalo-oa",
            "GOPY_CHANNEL_ZALO_OA_CALLBACK", "https://bridge.example.org/reply?token=abc",
            "GOPY_CHANNEL_ZALO_OA_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void there_is_no_bridge_unless_an_operator_says_so() {
        assertEquals(0, BridgeSettings.from(SettingsFile.defaults(Map.of())).bridges().size());
    }

    @Test
    void a_bridge_is_read_and_prints_without_its_callback() {
        var bridge = BridgeSettings.from(SettingsFile.defaults(GOOD)).bridges().getFirst();

        assertEquals("zalo-oa", bridge.name());
        assertEquals("https://bridge.example.org/reply?token=abc", bridge.callback());
        assertEquals("zalo-oa", bridge.toString());
    }

    @Test
    void what_is_missing_or_wrong_stops_the_start_with_its_key() {
        refused("channel-zalo-oa-callback", "GOPY_CHANNEL_ZALO_OA_CALLBACK", "");
        refused("channel-zalo-oa-callback", "GOPY_CHANNEL_ZALO_OA_CALLBACK", "http://bridge.example.org/");
        refused("channel-zalo-oa-callback", "GOPY_CHANNEL_ZALO_OA_CALLBACK", "http://127.0.0.1:9000/reply");
        refused("channel-zalo-oa-callback", "GOPY_CHANNEL_ZALO_OA_CALLBACK", "https://[::1]/");
        refused("channel-zalo-oa-secret", "GOPY_CHANNEL_ZALO_OA_SECRET", "");
        refused("channel-zalo-oa-secret", "GOPY_CHANNEL_ZALO_OA_SECRET", "pa55");
        refused("channels", "GOPY_CHANNELS", "zalo-oa,telegram");
        refused("channels", "GOPY_CHANNELS", "Zalo");
        refused("channels", "GOPY_CHANNELS", "zalo-oa,zalo-oa");
        refused("channel-zalo-oa-callback", "GOPY_CHANNELS", "");
    }

    @Test
    void a_bridge_on_this_machine_is_for_developers() {
        var all = new HashMap<>(GOOD);
        all.put("GOPY_CHANNEL_ZALO_OA_CALLBACK", "http://127.0.0.1:9000/reply");
        all.put("GOPY_ALLOW_LOOPBACK_HTTP", "true");

        assertEquals(1, BridgeSettings.from(SettingsFile.defaults(all)).bridges().size());
    }

    private static void refused(String key, String variable, String value) {
        var all = new HashMap<>(GOOD);
        all.put(variable, value);
        var fault = assertThrows(SettingsException.class,
                () -> BridgeSettings.from(SettingsFile.defaults(all)), variable + "=" + value);
        assertEquals(key, fault.key());
        assertFalse(fault.toString().contains("pa55"));
    }
}
