package vn.gopy.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.gopy.hook.Event.DigestWeekly;

/// The week's digest as JSON.
final class DigestBody {
    private DigestBody() {}

    static void fill(ObjectNode data, DigestWeekly digest) {
        data.put("demo", digest.demo()).put("release", digest.release()).put("hash", digest.hash())
                .put("week", digest.week())
                .put("persons", digest.persons().orElse(null));
        data.putObject("reach").put("inhabitants", digest.reach().inhabitants())
                .put("month", digest.reach().month().orElse(null)).put("units", digest.reach().units())
                .put("silent", digest.reach().silent());
        changes(data.putObject("changes"), digest.changes());
        var themes = data.putObject("new_themes").put("all", digest.themes().all()).putArray("first");
        digest.themes().first()
                .forEach(theme -> cell(themes.addObject(), theme.cell()).put("persons", theme.persons()));
        var asked = data.putObject("unanswered").put("all", digest.asked().all()).putArray("first");
        digest.asked().first().forEach(group -> EventBody.fill(asked.addObject(), group));
        var links = data.putObject("links");
        digest.links().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(link -> links.put(link.getKey(), link.getValue()));
    }

    private static void changes(ObjectNode data, DigestWeekly.Some<DigestWeekly.Changed> changes) {
        var list = data.put("all", changes.all()).putArray("first");
        changes.first().forEach(change -> {
            var node = cell(list.addObject(), change.cell());
            part(node.putObject("now"), change.now());
            part(node.putObject("before"), change.before());
        });
    }

    private static ObjectNode cell(ObjectNode node, DigestWeekly.Cell cell) {
        return node.put("area", cell.area()).put("period", cell.period()).put("table", cell.table())
                .put("item", cell.item());
    }

    private static void part(ObjectNode node, DigestWeekly.Part part) {
        node.put("percent", part.percent()).put("low", part.low()).put("high", part.high())
                .put("of", part.of());
    }
}
