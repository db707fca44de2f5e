package vn.gopy.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.config.SettingsException;
import vn.gopy.config.SettingsFile;

/// Endpoints as an operator writes them.
class HookSettingsTest {
    private static final Map<String, String> GOOD = Map.of("GOPY_ENDPOINTS", "portal",
            "GOPY_ENDPOINT_PORTAL_URL", "https://portal.example.org/gopy?token=abc",
            "GOPY_ENDPOINT_PORTAL_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "GOPY_ENDPOINT_PORTAL_EVENTS", "release.published");

    @Test
    void nobody_is_told_anything_unless_an_operator_says_so() {
        assertEquals(0, HookSettings.from(SettingsFile.defaults(Map.of())).endpoints().size());
    }

    @Test
    void an_endpoint_is_read_and_prints_without_its_url() {
        var portal = HookSettings.from(SettingsFile.defaults(GOOD)).find("portal").orElseThrow();

        assertEquals("https://portal.example.org/gopy?token=abc", portal.url());
        assertEquals(Set.of("release.published"), portal.events());
        assertEquals("portal", portal.toString());
    }

    @Test
    void an_endpoint_without_a_list_of_events_gets_all() {
        var portal = HookSettings.from(SettingsFile.defaults(with("GOPY_ENDPOINT_PORTAL_EVENTS", "")))
                .find("portal").orElseThrow();

        assertEquals(Set.of("digest.weekly", "figures.alert", "release.published", "questions.unanswered",
                "theme.answered", "webhook.test"),
                portal.events());
    }

    @Test
    void what_is_missing_or_wrong_stops_the_start_with_its_key() {
        refused("endpoint-portal-url", "GOPY_ENDPOINT_PORTAL_URL", "");
        refused("endpoint-portal-url", "GOPY_ENDPOINT_PORTAL_URL", "http://portal.example.org/gopy");
        refused("endpoint-portal-url", "GOPY_ENDPOINT_PORTAL_URL", "https://192.168.1.1/");
        refused("endpoint-portal-secret", "GOPY_ENDPOINT_PORTAL_SECRET", "");
        refused("endpoint-portal-secret", "GOPY_ENDPOINT_PORTAL_SECRET", "pa55");
        refused("endpoint-portal-events", "GOPY_ENDPOINT_PORTAL_EVENTS", "feedback.filed");
        refused("endpoints", "GOPY_ENDPOINTS", "Portal");
        refused("endpoints", "GOPY_ENDPOINTS", "portal,portal");
        refused("endpoint-protal-url", "GOPY_ENDPOINT_PROTAL_URL", "https://portal.example.org/");
        refused("endpoint-portal-events", "GOPY_ENDPOINTS", "");
        refused("outgoing-ports", "GOPY_OUTGOING_PORTS", "https");
        refused("outgoing-ports", "GOPY_OUTGOING_PORTS", "0");
    }

    private static void refused(String key, String variable, String value) {
        var fault = assertThrows(SettingsException.class,
                () -> HookSettings.from(SettingsFile.defaults(with(variable, value))),
                variable + "=" + value);
        assertEquals(key, fault.key());
        assertFalse(fault.toString().contains("pa55"));
    }

    private static Map<String, String> with(String variable, String value) {
        var all = new HashMap<>(GOOD);
        all.put(variable, value);
        return all;
    }
}
