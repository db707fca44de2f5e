package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.gopy.quote.Fault;
import vn.gopy.quote.Moderation;
import vn.gopy.quote.Reason;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The editors' page: chosen sentences of residents, to be released by two of them or declined with a reason.
public final class WordsRoutes implements Routes {
    private static final Set<String> FIELDS = Set.of("do", "revision", "wording", "reason");

    private final OfficialParts parts;
    private final Figures figures;
    private final Moderation moderation;

    public WordsRoutes(OfficialParts parts, Figures figures, Moderation moderation) {
        this.parts = parts;
        this.figures = figures;
        this.moderation = moderation;
    }

    /// What was not done, and what the editor had typed.
    ///
    /// @param id the sentence's; 0 for none
    public record Refused(long id, String typed, Optional<Fault> fault) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/words", request -> {
            Query.of(request, Set.of());
            show(request, new Refused(0, "", Optional.empty()));
        });
        routes.post("/words/{id}", this::decide);
    }

    private void show(Context request, Refused refused) {
        var account = AccessRoutes.official(request).account();
        var page = parts.pages().page(request, Page.Section.NONE, "words.title");
        parts.pages().show(request, "words.jte", page,
                Map.of("account", account, "candidates", moderation.look(account), "refused", refused,
                        "reasons", List.of(Reason.values()), "gazetteer", parts.gazetteer(), "words",
                        figures.words(page, figures.settings().rule())));
    }

    private void decide(Context request) {
        var form = Form.of(request, FIELDS);
        var account = AccessRoutes.official(request).account();
        long id = number(request.pathParam("id")).orElseThrow(NotFoundResponse::new);
        int revision = number(form.getOrDefault("revision", "")).orElseThrow(BadRequestResponse::new)
                .intValue();
        var wording = form.getOrDefault("wording", "");
        var fault = switch (form.getOrDefault("do", "")) {
            case "propose" -> moderation.propose(account, id, revision, wording);
            case "agree" -> moderation.agree(account, id, revision);
            case "decline" -> moderation.decline(account, id, revision, form.getOrDefault("reason", ""));
            default -> throw new BadRequestResponse("nothing to do");
        };
        if (fault.isPresent()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, new Refused(id, wording, fault));
            return;
        }
        var page = parts.pages().page(request, Page.Section.NONE, "words.title");
        request.redirect(page.to("/words"), HttpStatus.SEE_OTHER);
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
