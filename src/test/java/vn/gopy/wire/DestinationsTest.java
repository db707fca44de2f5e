package vn.gopy.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Where outgoing calls may go: a table of hostile and honest URLs, with a resolver that says what the table
/// says.
class DestinationsTest {
    private static final WireSettings SETTINGS = new WireSettings(Set.of(443, 8443), List.of(), false,
            "https://gopy.quangninh.gov.vn", 7070);

    @Test
    void row_8_every_url_of_the_table_is_decided_right() throws IOException {
        var rows = rows();

        assertTrue(rows.stream().filter(row -> !row.allowed()).count() >= 100, "at least 100 hostile ones");
        assertTrue(rows.stream().filter(Row::allowed).count() >= 5, "at least 5 honest ones");
        assertEquals(List.of(), rows.stream().filter(row -> goes(row) != row.allowed()).toList());
    }

    /// As [GuardedClient] decides: first by the URL, then by what its host resolves to.
    private static boolean goes(Row row) {
        var destinations = new Destinations(SETTINGS);
        if (destinations.objection(row.url()).isPresent()) {
            return false;
        }
        try {
            var dns = new CheckedDns(_ -> row.addresses(), destinations);
            return !dns.lookup(URI.create(row.url()).getHost()).isEmpty();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    @Test
    void this_machine_is_called_only_when_a_developer_allows_it() {
        var developer = new Destinations(new WireSettings(Set.of(443), List.of(), true, "", 7070));
        var shipped = new Destinations(SETTINGS);

        for (var url : List.of("http://127.0.0.1:9000/hook", "http://localhost:9000/hook",
                "http://[::1]:9000/")) {
            assertEquals(Optional.empty(), developer.objection(url), url);
            assertTrue(shipped.objection(url).isPresent(), url);
        }
        for (var url : List.of("http://127.0.0.1:7070/x", "http://localhost:7070/x", "http://10.0.0.1/",
                "http://127.0.0.1.evil.org/", "http://bridge.example.org/", "http://localhost@evil.org/")) {
            assertTrue(developer.objection(url).isPresent(), url);
        }
    }

    @Test
    void a_localhost_that_lies_elsewhere_is_refused_even_to_a_developer() {
        var developer = new Destinations(new WireSettings(Set.of(443), List.of(), true, "", 7070));

        assertTrue(developer.objection("localhost", List.of(InetAddress.ofLiteral("93.184.216.34")))
                .isPresent());
        assertTrue(developer.objection("rebind.example.org", List.of(InetAddress.ofLiteral("127.0.0.1")))
                .isPresent());
    }

    @Test
    void a_list_of_domains_leaves_no_other_host() {
        var listed = new Destinations(
                new WireSettings(Set.of(443), List.of("quangninh.gov.vn"), false, "", 7070));

        assertEquals(Optional.empty(), listed.objection("https://quangninh.gov.vn/hook"));
        assertEquals(Optional.empty(), listed.objection("https://so.quangninh.gov.vn/hook"));
        assertTrue(listed.objection("https://evilquangninh.gov.vn/hook").isPresent());
        assertTrue(listed.objection("https://quangninh.gov.vn.evil.org/hook").isPresent());
    }

    @Test
    void a_reason_never_quotes_the_url() throws IOException {
        var destinations = new Destinations(SETTINGS);

        for (var row : rows()) {
            destinations.objection(row.url())
                    .ifPresent(why -> assertTrue(row.url().length() < 9 || !why.contains(row.url()), why));
        }
    }

    private static List<Row> rows() throws IOException {
        try (var table = DestinationsTest.class.getResourceAsStream("/wire/destinations.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(Row::of).toList();
        }
    }

    private record Row(boolean allowed, String url, List<InetAddress> addresses) {
        static Row of(String line) {
            var cells = line.split("\t", -1);
            var addresses = Arrays.stream(cells[2].split(",", -1)).filter(text -> !text.isEmpty())
                    .map(InetAddress::ofLiteral).toList();
            var url = cells[1].replace("\\t", "\t").replace("\\\\", "\\");
            return new Row(cells[0].equals("allow"), url, addresses);
        }
    }
}
