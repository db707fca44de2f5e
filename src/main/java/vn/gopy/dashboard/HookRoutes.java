package vn.gopy.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.gopy.config.Secret;
import vn.gopy.hook.EndpointDesk;
import vn.gopy.hook.EndpointDesk.Added;
import vn.gopy.hook.EndpointDesk.Wish;
import vn.gopy.hook.EndpointFault;
import vn.gopy.hook.HookCarrier;
import vn.gopy.hook.HookSettings;
import vn.gopy.hook.Hooks;
import vn.gopy.hook.Hooks.Standing;
import vn.gopy.hook.Witness;
import vn.gopy.official.Deed;
import vn.gopy.web.Form;
import vn.gopy.web.Page;
import vn.gopy.web.Query;
import vn.gopy.web.Routes;

/// The operators' pages about endpoints for our events: add, try, look into the log, send again, change the
/// secret, pause, remove. Those of the settings are shown beside, and changed in the settings.
public final class HookRoutes implements Routes {
    private static final int LINES = 50;
    private static final int DEAD = 20;
    private static final String SURE = "yes";

    private final OfficialParts parts;
    private final Hooks hooks;
    private final EndpointDesk desk;
    private final HookCarrier carrier;
    private final Runnable noticesPut;

    /// @param noticesPut told after events were put in the outbox, so that somebody carries them
    public HookRoutes(OfficialParts parts, Tools tools, Runnable noticesPut) {
        this.parts = parts;
        hooks = tools.hooks();
        desk = tools.desk();
        carrier = tools.carrier();
        this.noticesPut = noticesPut;
    }

    /// What the pages work with.
    public record Tools(Hooks hooks, EndpointDesk desk, HookCarrier carrier) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/hooks", request -> {
            Query.of(request, Set.of());
            all(request, Optional.empty());
        });
        routes.post("/hooks", this::add);
        routes.get("/hooks/{name}", this::one);
        routes.post("/hooks/{name}/events", this::choose);
        routes.post("/hooks/{name}/secret", this::secret);
        routes.post("/hooks/{name}/state", this::state);
        routes.post("/hooks/{name}/test", this::test);
        routes.post("/hooks/{name}/again", this::again);
    }

    private Page page(Context request) {
        return parts.pages().page(request, Page.Section.NONE, "hook.title");
    }

    /// Writes the audit row of a deed in the deed's own transaction.
    private Witness witness(Context request, Deed deed) {
        long who = AccessRoutes.official(request).account().id();
        return (tx, what) -> parts.officials().audit().write(tx, who, deed, what);
    }

    private void all(Context request, Optional<EndpointFault> fault) {
        if (fault.isPresent()) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var page = page(request);
        parts.pages().show(request, "hooks.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "endpoints", hooks.standings(),
                        "fault", fault, "types", new TreeSet<>(HookSettings.types()), "words",
                        new HookWords(page, parts.words(page))));
    }

    private void add(Context request) {
        var known = new HashSet<>(HookSettings.types());
        known.addAll(Set.of("name", "url"));
        var form = Form.of(request, known);
        var name = form.getOrDefault("name", "").strip();
        var wish = new Wish(name, form.getOrDefault("url", "").strip(), chosen(form));
        switch (desk.add(wish, witness(request, Deed.ENDPOINT_ADDED))) {
            case Added.Done(var secret) -> hand(request, name, secret, false);
            case Added.Refused(var fault, _) -> all(request, Optional.of(fault));
        }
    }

    private static Set<String> chosen(Map<String, String> form) {
        return form.entrySet().stream().filter(field -> HookSettings.types().contains(field.getKey()))
                .filter(field -> !field.getValue().isEmpty()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void hand(Context request, String name, Secret secret, boolean rotated) {
        var page = page(request);
        parts.pages().show(request, "hookSecret.jte", page,
                Map.of("account", AccessRoutes.official(request).account(), "name", name, "secret", secret,
                        "rotated", rotated));
    }

    private Standing standing(Context request) {
        return hooks.standing(request.pathParam("name"))
                .orElseThrow(() -> new NotFoundResponse("no such endpoint"));
    }

    /// One that is not in the settings: those are changed there.
    private Standing managed(Context request) {
        return Optional.of(standing(request)).filter(standing -> !standing.fixed())
                .orElseThrow(() -> new NotFoundResponse("the settings name this endpoint"));
    }

    private void one(Context request) {
        var query = Query.of(request, Set.of("before"));
        long before = query.containsKey("before") ? line(query.get("before")) : Long.MAX_VALUE;
        var endpoint = standing(request);
        var page = parts.pages().titled(request, Page.Section.NONE, endpoint.name());
        var lines = hooks.attempts(endpoint.name(), before, LINES + 1);
        var shown = lines.subList(0, Math.min(LINES, lines.size()));
        var model = new HashMap<String, Object>(
                Map.of("account", AccessRoutes.official(request).account(), "endpoint", endpoint, "lines",
                        shown, "types", new TreeSet<>(HookSettings.types()), "words",
                        new HookWords(page, parts.words(page))));
        model.put("dead", hooks.dead(endpoint.name(), DEAD));
        model.put("older", lines.size() > LINES
                ? Optional.of(shown.getLast().line())
                : Optional.<Long>empty());
        parts.pages().show(request, "hook.jte", page, model);
    }

    private static long line(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Query.refusal(Set.of("before"));
        }
        return Long.parseLong(text);
    }

    private void choose(Context request) {
        var form = Form.of(request, HookSettings.types());
        var name = managed(request).name();
        if (!desk.choose(name, chosen(form), witness(request, Deed.ENDPOINT_CHANGED))) {
            throw new BadRequestResponse("no event was chosen");
        }
        back(request, name);
    }

    private void secret(Context request) {
        var form = Form.of(request, Set.of("do"));
        var name = managed(request).name();
        switch (form.getOrDefault("do", "")) {
            case "rotate" -> hand(request, name,
                    desk.rotate(name, witness(request, Deed.ENDPOINT_ROTATED)), true);
            case "forget" -> {
                desk.forgetOld(name, witness(request, Deed.ENDPOINT_ROTATED));
                back(request, name);
            }
            default -> throw new BadRequestResponse("rotate or forget");
        }
    }

    private void state(Context request) {
        var form = Form.of(request, Set.of("do", "sure"));
        var name = standing(request).name();
        var changes = witness(request, Deed.ENDPOINT_CHANGED);
        switch (form.getOrDefault("do", "")) {
            case "enable" -> hooks.enable(name, changes);
            case "pause" -> desk.pause(managed(request).name(), changes);
            case "resume" -> {
                desk.resume(managed(request).name(), changes);
                noticesPut.run();
            }
            case "remove" -> {
                remove(request, form);
                return;
            }
            default -> throw new BadRequestResponse("no such state");
        }
        back(request, name);
    }

    private void remove(Context request, Map<String, String> form) {
        var name = managed(request).name();
        if (!form.getOrDefault("sure", "").equals(SURE)) {
            throw new BadRequestResponse("not sure");
        }
        desk.remove(name, witness(request, Deed.ENDPOINT_REMOVED));
        request.redirect(page(request).to("/hooks"), HttpStatus.SEE_OTHER);
    }

    private void test(Context request) {
        Form.of(request, Set.of());
        var name = standing(request).name();
        carrier.tryOut(name, witness(request, Deed.ENDPOINT_TESTED));
        back(request, name);
    }

    private void again(Context request) {
        var form = Form.of(request, Set.of("event", "from", "to"));
        var name = standing(request).name();
        var witness = witness(request, Deed.EVENTS_AGAIN);
        var event = form.getOrDefault("event", "");
        if (event.isEmpty()) {
            hooks.again(name, day(form, "from").orElse(Instant.EPOCH),
                    day(form, "to").map(start -> start.plus(Duration.ofDays(1)).minusMillis(1))
                            .orElse(Instant.ofEpochSecond(Integer.MAX_VALUE * 2L)),
                    witness);
        } else {
            hooks.again(name, Set.of(event), witness);
        }
        noticesPut.run();
        back(request, name);
    }

    /// Where a day begins; empty for any.
    private Optional<Instant> day(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "");
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text).atStartOfDay(parts.zone()).toInstant());
        } catch (DateTimeParseException _) {
            throw new BadRequestResponse("no day");
        }
    }

    private void back(Context request, String name) {
        request.redirect(page(request).to("/hooks/" + name), HttpStatus.SEE_OTHER);
    }
}
