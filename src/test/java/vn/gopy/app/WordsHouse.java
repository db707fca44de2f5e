package vn.gopy.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.gopy.fakes.SettableClock;
import vn.gopy.official.Visitor;
import vn.gopy.quote.Speakers;
import vn.gopy.topic.Topic;

/// The whole house after a month in which forty people of a ward let their sentences be shown, some of them
/// hostile.
final class WordsHouse implements AutoCloseable {
    static final List<String> HOSTILE = List.of("<script>window.__xss=1</script> trụ sở mới xa quá đi",
            "\"><img src=x onerror=window.__xss=1> bao giờ có xe buýt",
            "</textarea></blockquote><svg onload=window.__xss=1> đi lại xa",
            "javascript:window.__xss=1 và http://evil.example/?q=1 xem đi nhé",
            "${7*7} {{7*7}} <!-- ' onmouseover=window.__xss=1 --> đường xa");
    static final String PASSWORD = "cau treo gio bac rat lanh";
    static final String PAGE = "/figures/07030?period=2026-10";

    final SettableClock clock = new SettableClock("2026-11-25T01:00:00Z");
    final RunningHouse house;
    final Speakers speakers;
    private final HttpClient client = HttpClient.newHttpClient();

    WordsHouse(Path data) {
        house = RunningHouse.start(data, clock, Map.of("GOPY_TELEGRAM_MODE", "off"));
        speakers = new Speakers(house.ground().database(), house.ground().vault());
    }

    /// Forty speak; the first eight criticise and the next eight praise, in the hostile strings.
    WordsHouse month() {
        var october = new Speakers.Said(Instant.parse("2026-10-14T02:00:00Z"), 2, Topic.DI_LAI,
                Speakers.HOANH_BO, "đi lại xa");
        speakers.neighbours(1_000, october);
        for (int i = 0; i < 40; i++) {
            speakers.speak(i, october.with(i < 8 ? 2 : i < 16 ? 5 : 3,
                    i < 16 ? HOSTILE.get(i % HOSTILE.size()) : "bao giờ có xe buýt tới đây " + i));
        }
        house.order("release");
        return this;
    }

    String address() {
        return house.address();
    }

    /// An editor of the province, signed in.
    Visitor editor(String name) {
        var told = house.order("official-invite", "editor", "province");
        var code = Pattern.compile("code: ([A-Z2-7-]+)").matcher(told).results().findFirst().orElseThrow()
                .group(1);
        var visitor = new Visitor(house.port(), clock);
        visitor.join(code, name, PASSWORD);
        clock.pass(Duration.ofSeconds(31));
        return visitor;
    }

    /// What stands to be decided on the page of an editor: addresses and revisions.
    record Form(String action, String revision) {}

    static List<Form> forms(String page, String verb) {
        var forms = new ArrayList<Form>();
        Pattern.compile("action=\"(/words/[0-9]+)\">\\s*<input type=\"hidden\" name=\"revision\" "
                + "value=\"([0-9]+)\">(?:(?!</form>).)*value=\"" + verb + "\"", Pattern.DOTALL).matcher(page)
                .results().forEach(found -> forms.add(new Form(found.group(1), found.group(2))));
        return forms;
    }

    /// Two editors release everything as it was said.
    void releaseAll(Visitor first, Visitor second) {
        var page = first.get("/words").body();
        var texts = Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL).matcher(page).results()
                .map(found -> plain(found.group(1))).toList();
        var forms = forms(page, "propose");
        for (int i = 0; i < forms.size(); i++) {
            first.post(forms.get(i).action, "do", "propose", "revision", forms.get(i).revision, "wording",
                    texts.get(i));
        }
        forms(second.get("/words").body(), "agree")
                .forEach(form -> second.post(form.action, "do", "agree", "revision", form.revision));
    }

    static String plain(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"").replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        house.close();
        client.close();
    }
}
