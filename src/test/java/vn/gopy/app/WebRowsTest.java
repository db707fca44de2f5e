package vn.gopy.app;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Contracts.md section 5 at every door of the whole house, over real HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebRowsTest {
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final List<String> INJECTIONS = List.of("' OR 1=1 --", "'; DROP TABLE feedback; --",
            "\" OR \"\"=\"", "1); DELETE FROM release; --", "1 UNION SELECT value FROM fact", "%' OR '%'='",
            "\\'; UPDATE official SET enabled=0; --", "admin'/*", "{{7*7}}", "${7*7}", "<script>x</script>",
            "../../etc/passwd", "%27%20OR%201%3D1", "\u0000'", "𝟙' OR '𝟙'='𝟙");
    private static final List<String> PARAMETERS = List.of("period", "area", "table", "item", "after",
            "limit",
            "lang", "topic", "unit", "sort", "name", "password", "code", "again", "factor", "role", "scope",
            "enabled", "kind", "session", "present", "before", "check");
    /// The fields of a form: an unknown one would be refused before any is looked at.
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry("POST /sign-in", List.of("name", "password")),
            Map.entry("POST /sign-in/factor", List.of("code")), Map.entry("POST /join", List.of("code")),
            Map.entry("POST /join/set-up", List.of("code", "name", "password", "again", "factor")),
            Map.entry("POST /account/password", List.of("present", "password", "again")),
            Map.entry("POST /account/recovery", List.of("present")),
            Map.entry("POST /account/sessions", List.of("session")),
            Map.entry("POST /people", List.of("role", "scope")),
            Map.entry("POST /people/{id}/role", List.of("role", "scope")),
            Map.entry("POST /people/{id}/state", List.of("enabled")),
            Map.entry("POST /people/{id}/code", List.of("kind")),
            Map.entry("POST /tokens", List.of("name", "purpose", "scope", "days", "rate")),
            Map.entry("POST /bridges", List.of("name", "url")),
            Map.entry("POST /bridges/{name}/secret", List.of("do")),
            Map.entry("POST /bridges/{name}/remove", List.of("sure")),
            Map.entry("POST /hooks", List.of("name", "url", "release.published")),
            Map.entry("POST /hooks/{name}/events", List.of("release.published")),
            Map.entry("POST /hooks/{name}/secret", List.of("do")),
            Map.entry("POST /hooks/{name}/state", List.of("do", "sure")),
            Map.entry("POST /hooks/{name}/again", List.of("event", "from", "to")),
            Map.entry("POST /words/{id}", List.of("do", "revision", "wording", "reason")));
    /// What a refused try may leave behind: the trail of refusals, who is signed in half, and that an official
    /// looked.
    private static final Set<String> MAY_GROW = Set.of("audit", "official_session", "looked");

    @TempDir
    static Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private WholeHouse house;
    private List<Answer> answers = List.of();

    /// What somebody got at a door.
    private record Answer(String door, String who, HttpResponse<String> got) {
        String header(String name) {
            return got.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return door + " as " + who + " " + got.statusCode() + " " + header("Content-Type");
        }
    }

    @BeforeAll
    void open() throws Exception {
        house = new WholeHouse(data, Map.of("GOPY_PUBLIC_URL", "https://gopy.example"));
        var all = new ArrayList<Answer>();
        for (var door : house.running.doors()) {
            for (var who : List.of("nobody", "viewer", "operator", "auditor")) {
                if (!door.equals("POST /sign-out")) {
                    all.add(new Answer(door, who, knock(door, who)));
                }
            }
        }
        for (var path : List.of("/nowhere", "/static/nothing.css", "/a%2fb", "/figures/99999",
                "/figures?period=x")) {
            all.add(new Answer("GET " + path, "nobody", house.guest("nobody").get(path)));
        }
        all.add(new Answer("DELETE /figures", "nobody",
                send(HttpRequest.newBuilder(house.uri("/figures")).DELETE())));
        all.add(new Answer("POST /telegram/webhook", "whoever is too long",
                send(HttpRequest.newBuilder(house.uri("/telegram/webhook"))
                        .POST(BodyPublishers.ofString("x".repeat(1_000_001))))));
        answers = List.copyOf(all);
        System.out.printf("%d answers at %d doors%n", answers.size(), house.running.doors().size());
    }

    @AfterAll
    void close() {
        house.close();
    }

    private HttpResponse<String> knock(String door, String who) {
        var path = house.address(door);
        return door.startsWith("GET") ? house.guest(who).get(path) : house.guest(who).post(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// The answers that do not keep a row.
    private void everyAnswer(Predicate<Answer> keeps) {
        assertTrue(answers.size() > 150);
        assertEquals(List.of(), answers.stream().filter(keeps.negate()).toList());
    }

    private static boolean says(Answer answer, String header, String value) {
        return answer.got.headers().allValues(header).equals(List.of(value));
    }

    @Test
    void row_14_every_answer_demands_https_for_a_year() {
        everyAnswer(
                answer -> says(answer, "Strict-Transport-Security", "max-age=31536000; includeSubDomains"));
    }

    @Test
    void row_15_no_other_origin_may_read_any_answer() throws Exception {
        everyAnswer(answer -> answer.header("Access-Control-Allow-Origin").isEmpty());
        for (var door : house.running.doors()) {
            for (var asked : List.of("GET", "POST", "OPTIONS")) {
                var got = send(HttpRequest.newBuilder(house.uri(house.address(door)))
                        .method(asked, BodyPublishers.noBody()).header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST"));
                assertTrue(got.headers().map().keySet().stream()
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT)
                                .startsWith("access-control-")),
                        () -> asked + " " + door + " " + got.headers().map());
            }
        }
    }

    @Test
    void row_16_every_answer_carries_the_whole_content_security_policy() {
        everyAnswer(answer -> says(answer, "Content-Security-Policy", CSP));
        assertFalse(CSP.contains("unsafe") || CSP.contains("nonce"));
    }

    @Test
    void row_17_every_answer_carries_the_other_security_headers() {
        everyAnswer(answer -> says(answer, "X-Content-Type-Options", "nosniff")
                && says(answer, "Referrer-Policy", "no-referrer")
                && says(answer, "Cross-Origin-Opener-Policy", "same-origin")
                && says(answer, "Cross-Origin-Resource-Policy", "same-origin")
                && answer.header("Permissions-Policy").matches("([a-z-]+=\\(\\)(, )?)+"));
        var statuses = new TreeSet<>(answers.stream().map(answer -> answer.got.statusCode()).toList());
        assertTrue(statuses.containsAll(Set.of(200, 303, 400, 403, 404, 405, 413, 422)),
                () -> "seen on " + statuses);
    }

    @Test
    void row_19_every_body_has_a_type_and_every_text_a_charset() {
        everyAnswer(answer -> {
            var type = answer.header("Content-Type");
            boolean text = type.matches("(text/|application/(json|problem\\+json|xml)|image/svg).*");
            return answer.got.body().isEmpty()
                    || (text ? type.endsWith("charset=utf-8") : type.matches("(application|image)/[a-z.-]+"));
        });
        var pages = answers.stream().filter(answer -> answer.got.body().startsWith("<!DOCTYPE html>"))
                .toList();
        assertTrue(pages.size() > 30);
        // the space before a parameter is optional (RFC 9110, 8.3.1)
        assertEquals(List.of(), pages.stream().filter(page -> !page.header("Content-Type").replace(" ", "")
                .equals("text/html;charset=utf-8")).toList());
    }

    @Test
    void row_40_every_answer_to_an_official_and_every_problem_stays_in_no_cache() {
        var kept = answers.stream()
                .filter(answer -> !answer.header("Cache-Control").contains("no-store"))
                .map(answer -> answer.door).filter(door -> door.matches(
                        ".*(account|people|audit|sign-in|join|telegram|channels|health|metrics).*"))
                .distinct().toList();
        assertEquals(List.of(), kept);
        everyAnswer(answer -> answer.got.statusCode() < 400
                || answer.header("Cache-Control").contains("no-store"));
    }

    @Test
    void row_4_injection_strings_at_every_door_change_nothing() {
        var before = house.rows();
        var wrong = new TreeSet<String>();
        int tried = 0;
        for (var door : house.running.doors()) {
            for (var injection : INJECTIONS) {
                for (var who : List.of("nobody", "operator")) {
                    for (var address : addresses(door, injection, who)) {
                        var answer = door.startsWith("GET")
                                ? house.guest(who).get(address)
                                : house.guest(who).post(address, fields(door, injection));
                        tried++;
                        if (answer.statusCode() >= 500 || !plain(answer, injection)) {
                            wrong.add(answer.statusCode() + " " + door + " " + injection);
                        }
                    }
                }
            }
        }
        var after = house.rows();
        System.out.printf("injections: %d tries%n", tried);
        assertEquals(Set.of(), wrong);
        MAY_GROW.forEach(name -> {
            before.remove(name);
            after.remove(name);
        });
        assertEquals(before, after);
    }

    /// Where somebody is turned away whatever they ask, one address is as good as all.
    private List<String> addresses(String door, String injection, String who) {
        boolean turnedAway = answers.stream().anyMatch(answer -> answer.door.equals(door)
                && answer.who.equals(who) && Set.of(303, 401, 403).contains(answer.got.statusCode()));
        var all = addresses(door, injection);
        return turnedAway ? all.subList(0, Math.min(1, all.size())) : all;
    }

    /// The door with the string in the place of each part of its path, and in each parameter.
    private List<String> addresses(String door, String injection) {
        var said = URLEncoder.encode(injection, StandardCharsets.UTF_8).replace("+", "%20");
        var path = door.substring(door.indexOf(' ') + 1);
        var all = new ArrayList<String>();
        if (path.contains("{")) {
            all.add(path.replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(said)));
        }
        if (door.startsWith("GET")) {
            PARAMETERS.forEach(name -> all.add(house.address(door) + "?" + name + "=" + said));
        } else if (!door.equals("POST /sign-out")) {
            all.add(house.address(door));
        }
        return all;
    }

    private static String[] fields(String door, String injection) {
        return FORMS.getOrDefault(door, PARAMETERS).stream()
                .flatMap(name -> Stream.of(name, injection))
                .toArray(String[]::new);
    }

    private static boolean plain(HttpResponse<String> answer, String injection) {
        return !answer.body().contains("<script>x") && !(injection.contains("7*7")
                && answer.body().matches("(?s).*[>\"]49[<\"].*"));
    }

    /// The one page that says again what a stranger typed.
    @Test
    void row_7_what_is_typed_is_never_taken_for_a_template() {
        for (var typed : List.of("{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "@{7*7}", "!{7*7}",
                "${page.operator()}", "@template.layout()", "{{=49}}", "*{7*7}")) {
            var page = house.guest("nobody").post("/sign-in", "name", typed, "password", "a wrong password")
                    .body();

            assertTrue(page.contains("value=\"" + typed.replace("<", "&lt;").replace(">", "&gt;") + "\"")
                    || page.contains("value=\"" + typed.replace("<", "&lt;") + "\""),
                    () -> typed + "\n" + page);
            assertFalse(page.contains("\"49\"") || page.contains(">49<"), typed);
        }
    }

    @Test
    void row_9_a_body_that_names_a_class_is_data_or_refused() throws Exception {
        var bombs = List.of("{\"@class\":\"java.net.URL\",\"val\":\"http://127.0.0.1/\"}",
                "[\"java.lang.ProcessBuilder\",{\"command\":[\"id\"]}]",
                "{\"@type\":\"com.sun.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"ldap://127.0.0.1/x\"}",
                "{\"conversation\":{\"@class\":\"java.io.File\"},\"id\":\"1\",\"text\":[\"java.lang.Runtime\"]}");
        for (var bomb : bombs) {
            for (var door : List.of("/chat/messages", "/chat/stream", "/channels/zalo/messages",
                    "/telegram/webhook")) {
                var got = send(HttpRequest.newBuilder(house.uri(door)).header("Content-Type",
                        "application/json").header("Sec-Fetch-Site", "same-origin")
                        .header("X-Telegram-Bot-Api-Secret-Token", WholeHouse.WEBHOOK_SECRET)
                        .POST(BodyPublishers.ofString(bomb)));
                assertTrue(got.statusCode() < 500, () -> door + " " + got);
                assertFalse(got.body().contains("java."), got::body);
            }
        }
    }

    @Test
    void row_39_no_file_of_the_house_and_no_list_of_files_is_served() {
        for (var path : List.of("/.git/config", "/.git/HEAD", "/.env", "/static/", "/static",
                "/config/gopy.yaml",
                "/gopy.yaml", "/gopy.db", "/data/gopy.db", "/keys/wrap.key", "/pom.xml", "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF", "/actuator", "/health/detail", "/swagger-ui", "/static/openapi.json",
                "/messages/vi.yaml", "/backups", "/static/..%5cgopy.yaml")) {
            var got = house.guest("operator").get(path);
            assertTrue(got.statusCode() == 404 || got.statusCode() == 400, () -> path + " " + got);
        }
    }

    @Test
    void row_39_the_counters_are_not_for_the_world() throws Exception {
        var here = send(HttpRequest.newBuilder(house.uri("/metrics")));
        var through = send(
                HttpRequest.newBuilder(house.uri("/metrics")).header("X-Forwarded-For", "192.0.2.7"));

        assertAll(() -> assertEquals(200, here.statusCode()), () -> assertEquals(404, through.statusCode()));
        var health = send(
                HttpRequest.newBuilder(house.uri("/health")).header("X-Forwarded-For", "192.0.2.7"));
        assertEquals("{\"status\":\"ok\",\"problems\":[]}".length(), health.body().length());
    }
}
