package vn.gopy.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.text.Language;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// How the service runs, for operators and, as JSON, for their monitors: the findings of `gopy doctor` and those
/// that only the running service has. It shows no content and no ids, and is renewed when somebody asks.
public final class OperationsRoutes implements Routes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OfficialParts parts;
    private final Supplier<List<Finding>> look;
    private final InstantSource clock;

    /// @param look makes the findings of this moment
    public OperationsRoutes(OfficialParts parts, Supplier<List<Finding>> look, InstantSource clock) {
        this.parts = parts;
        this.look = look;
        this.clock = clock;
    }

    /// The findings about one thing.
    public record Group(Section section, List<Finding> findings) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/operations", this::page);
        routes.get("/operations.json", this::json);
    }

    private void page(Context request) {
        Query.of(request, Set.of());
        var page = parts.pages().page(request, Page.Section.NONE, "operations.title");
        var findings = look.get();
        parts.pages().show(request, "operations.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "groups", groups(findings),
                        "worst", State.worst(findings), "at", parts.words(page).moment(clock.instant()),
                        "words",
                        new FindingWords(page.phrases(), page.language(), Optional.of(parts.zone()))));
    }

    private static List<Group> groups(List<Finding> findings) {
        return Stream.of(Section.values())
                .map(section -> new Group(section,
                        findings.stream().filter(finding -> finding.section() == section).toList()))
                .filter(group -> !group.findings.isEmpty()).toList();
    }

    private void json(Context request) {
        Query.exactly(request, Set.of());
        var findings = look.get();
        var answer = JSON.createObjectNode().put("at", clock.instant().toString())
                .put("state", State.worst(findings).word());
        var phrases = parts.pages().page(request, Page.Section.NONE, "operations.title").phrases();
        var words = new FindingWords(phrases, Language.ENGLISH, Optional.empty());
        var list = answer.putArray("findings");
        findings.forEach(finding -> fill(list.addObject(), finding, words));
        request.header("Cache-Control", "no-store").contentType("application/json; charset=utf-8")
                .result(answer.toString());
    }

    private static void fill(ObjectNode node, Finding finding, FindingWords words) {
        node.put("section", finding.section().word()).put("name", finding.name()).put("state",
                finding.state().word());
        var values = node.putObject("values");
        finding.places().forEach((name, value) -> {
            switch (value) {
                case Long number -> values.put(name, number);
                case Instant moment -> values.put(name, moment.toString());
                default -> values.put(name, value.toString());
            }
        });
        node.put("says", words.says(finding));
        words.toMend(finding).ifPresent(wayOut -> node.put("do", wayOut));
    }
}
