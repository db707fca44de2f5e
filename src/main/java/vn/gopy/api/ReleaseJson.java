package vn.gopy.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.gopy.release.Count;
import vn.gopy.release.Line;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Release;
import vn.gopy.topic.Topic;

/// Releases as JSON: what each field holds is told in `docs/api.md`.
final class ReleaseJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean demo;

    /// @param demo whether the figures are synthetic; every answer then says so
    ReleaseJson(boolean demo) {
        this.demo = demo;
    }

    ObjectNode list(Slice<Release> slice) {
        var answer = JSON.createObjectNode();
        answer.put("demo", demo);
        var list = answer.putArray("releases");
        slice.items().forEach(release -> list.add(one(release)));
        answer.put("next", slice.next().orElse(null));
        return answer;
    }

    ObjectNode one(Release release) {
        var node = JSON.createObjectNode();
        node.put("id", release.id());
        node.put("published_at", release.publishedAt().toString());
        node.put("hash", release.hash());
        node.put("previous", release.previous());
        node.put("questions", release.questions());
        node.put("k", release.rule().k());
        node.put("round", release.rule().round());
        node.put("demo", demo);
        var periods = node.putArray("periods");
        release.periods().forEach(period -> periods.add(period.code()));
        var links = node.putObject("links");
        var self = "/api/v1/releases/" + release.id();
        links.put("self", self);
        links.put("cells", self + "/cells");
        links.put("document", self + "/document");
        links.put("csv", self + ".csv");
        links.put("xlsx", self + ".xlsx");
        return node;
    }

    ObjectNode cells(Release release, List<Line> lines, List<OpenQuestion> unanswered) {
        var answer = JSON.createObjectNode();
        answer.put("release", release.id());
        answer.put("hash", release.hash());
        answer.put("k", release.rule().k());
        answer.put("round", release.rule().round());
        answer.put("demo", demo);
        var cells = answer.putArray("cells");
        lines.forEach(line -> cells.add(cell(line)));
        var groups = answer.putArray(OpenQuestion.TABLE);
        unanswered.forEach(group -> groups.addObject().put("period", group.period().code())
                .put("words", group.words()).put("topic", group.topic().map(Topic::code).orElse(null))
                .put("persons", group.persons()));
        return answer;
    }

    private static ObjectNode cell(Line line) {
        var cell = JSON.createObjectNode();
        cell.put("period", line.period().code());
        cell.put("area", line.area().code());
        cell.put("table", line.item().table().code());
        cell.put("item", line.item().code());
        switch (line.count()) {
            case Count.Of(int persons) -> cell.put("persons", persons).put("hidden", false);
            case Count.Hidden() -> cell.putNull("persons").put("hidden", true);
        }
        line.share().ifPresentOrElse(share -> cell.putObject("share").put("percent", share.percent())
                .put("low", share.low()).put("high", share.high()).put("of", share.of()),
                () -> cell.putNull("share"));
        return cell;
    }
}
