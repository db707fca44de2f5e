package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.register.Papers;
import vn.gopy.register.Published;
import vn.gopy.register.Register;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The register of documents, for everybody: a list to search, and a page for each.
public final class DocumentsRoutes implements Routes {
    private static final Set<String> ASKED = Set.of("q", "level", "force", "page");

    private final OfficialParts parts;
    private final Papers papers;
    private final Published published;

    public DocumentsRoutes(OfficialParts parts, Papers papers, Published published) {
        this.parts = parts;
        this.papers = papers;
        this.published = published;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/documents", this::list);
        routes.get("/documents/{id}", this::one);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(parts.clock().instant(), parts.zone());
    }

    private RegisterWords words(Page page) {
        return new RegisterWords(page, parts.gazetteer(), parts.zone());
    }

    private void list(Context request) {
        var asked = Query.asked(request, ASKED);
        var filter = filter(asked);
        var all = papers.all();
        int number = asked.containsKey("page")
                ? RegisterWords.number(asked, "page", 100_000)
                        .orElseThrow(() -> Query.refusal(List.of("page")))
                : 1;
        var page = parts.pages().page(request, Page.Section.REGISTERS, "register.documents.title");
        var shown = new HashMap<String, Object>(Map.of("all", all, "leaf",
                Leaf.of(Papers.some(all, filter, today()), number), "filter", filter, "asked", asked, "today",
                today(), "words", words(page)));
        shown.put("published", published.of(Register.DOCUMENTS));
        parts.pages().show(request, "documents.jte", page, shown);
    }

    private static Papers.Filter filter(Map<String, String> asked) {
        var level = Optional.ofNullable(asked.get("level")).filter(code -> !code.equals("all"));
        var force = asked.getOrDefault("force", "all");
        if (level.filter(code -> !Register.LEVELS.contains(code)).isPresent()) {
            throw Query.refusal(List.of("level"));
        }
        return new Papers.Filter(asked.getOrDefault("q", ""), level, switch (force) {
            case "all" -> Optional.empty();
            case "yes" -> Optional.of(false);
            case "no" -> Optional.of(true);
            default -> throw Query.refusal(List.of("force"));
        });
    }

    private void one(Context request) {
        Query.of(request, Set.of());
        var id = request.pathParam("id");
        var paper = papers.all().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(NotFoundResponse::new);
        var page = parts.pages().titled(request, Page.Section.REGISTERS, paper.number());
        parts.pages().show(request, "document.jte", page,
                Map.of("paper", paper, "claims", published.citing(paper),
                        "today", today(), "words", words(page)));
    }
}
