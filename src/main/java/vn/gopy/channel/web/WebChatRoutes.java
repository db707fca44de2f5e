package vn.gopy.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import vn.gopy.channel.web.WebReader.Read;
import vn.gopy.chat.Inbox;
import vn.gopy.chat.Inbox.Heard;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.Problems;
import vn.gopy.web.Routes;
import vn.gopy.web.SameOrigin;

/// The chat page, what it sends and what it hears; and the page that tells what is kept.
public final class WebChatRoutes implements Routes {
    private static final int BUSY_SECONDS = 30;

    private final WebReader reader = new WebReader();
    private final Parts parts;

    /// What the page is made of.
    public record Parts(WebChatSettings settings, Promises promises, WebChannel channel, Inbox inbox,
            InstantSource clock, Pages pages, Problems problems) {}

    public WebChatRoutes(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/", this::page);
        routes.get("/privacy", this::privacy);
        routes.post("/chat/messages", this::hear);
        routes.post("/chat/stream", this::stream);
    }

    private void page(Context request) {
        var page = parts.pages().page(request, Page.Section.CHAT, "web.chat.title");
        request.header("Cache-Control", "no-cache");
        parts.pages().show(request, "chat.jte", page, contact());
    }

    private void privacy(Context request) {
        var page = parts.pages().page(request, Page.Section.PRIVACY, "web.privacy.title");
        request.header("Cache-Control", "no-cache");
        var told = new HashMap<>(contact());
        told.put("numbers", numbers(page));
        parts.pages().show(request, "privacy.jte", page, told);
    }

    private Map<String, Object> numbers(Page page) {
        var promises = parts.promises();
        return Map.of("k", promises.k(), "opinion", page.say(promises.opinion()), "question",
                page.say(promises.question()), "request", page.say(promises.request()), "session",
                page.say(promises.session()), "address", page.say(promises.address()), "backup",
                page.say(promises.backup()));
    }

    private Map<String, Object> contact() {
        return Map.of("contact", parts.settings().contact(), "contactIsAddress",
                parts.settings().contactIsAddress());
    }

    private void hear(Context request) {
        SameOrigin.demand(request);
        switch (reader.message(request.bodyAsBytes(), parts.clock().instant())) {
            case Read.Message(var incoming) -> answer(request, parts.inbox().accept(incoming));
            case Read.TooLong() -> throw new ContentTooLargeResponse();
            case Read.Opening _,Read.Unreadable _ -> throw new BadRequestResponse();
        }
    }

    private void answer(Context request, Heard heard) {
        switch (heard) {
            case Heard.Recorded() -> request.status(202);
            case Heard.Repeated() -> request.status(200);
            case Heard.Unavailable(var seconds) -> busy(request, seconds);
        }
    }

    private void busy(Context request, int seconds) {
        parts.problems().answer(request, 503);
        request.header("Retry-After", Integer.toString(seconds));
    }

    /// The answer's own stream, past Javalin, which would compress it.
    private static OutputStream line(Context request) throws IOException {
        request.contentType("text/event-stream; charset=utf-8").header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        return request.res().getOutputStream();
    }

    private void stream(Context request) throws IOException {
        SameOrigin.demand(request);
        switch (reader.opening(request.bodyAsBytes())) {
            case Read.Opening(var conversation, var seen) -> {
                if (!parts.channel().serve(conversation, seen, () -> line(request))) {
                    busy(request, BUSY_SECONDS);
                }
            }
            case Read.Message _,Read.TooLong _,Read.Unreadable _ -> throw new BadRequestResponse();
        }
    }
}
