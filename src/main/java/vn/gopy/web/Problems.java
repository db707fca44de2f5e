package vn.gopy.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.metrics.Metrics;
import vn.gopy.text.Language;

/// What went wrong, told to a reader as a page and to a machine as JSON (RFC 9457): one table from exception
/// to status, and a phrase for each status. Nobody sees a class name; a fault of ours shows the request's id
/// alone.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<Integer> TOLD = Set.of(400, 401, 403, 404, 405, 408, 413, 415, 429, 431, 500,
            503);

    private static final String BACK_SECONDS = "5";

    private final Pages pages;
    private final Metrics metrics;

    public Problems(Pages pages, Metrics metrics) {
        this.pages = pages;
        this.metrics = metrics;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (refused, request) -> {
            allow(refused, request);
            answer(request, refused.getStatus(), refused.getDetails().getOrDefault(Query.NAMES, ""));
        });
        routes.exception(Exception.class, (fault, request) -> {
            int status = status(fault);
            if (status == 503) {
                request.header("Retry-After", BACK_SECONDS);
            } else if (status >= 500) {
                report(fault);
            }
            answer(request, status);
        });
    }

    /// The table; work that was turned away because too much of it waits is asked for again. What is not in it is
    /// a fault of ours, also when a peer's fault is its cause: only the wire's
    /// own exceptions are looked into.
    static int status(Throwable fault) {
        for (Throwable why = fault; why != null; why = why instanceof IOException ? why.getCause() : null) {
            int status = switch (why) {
                case HttpResponseException refused -> refused.getStatus();
                case HttpException refused -> refused.getCode();
                case StreamConstraintsException _,JsonProcessingException _,EOFException _ -> 400;
                case TimeoutException _ -> 408;
                case RejectedExecutionException _ -> 503;
                default -> 0;
            };
            if (status > 0) {
                return status;
            }
        }
        return 500;
    }

    /// Answers a request with the page or the JSON of a status. Rooms throw; only who has no exception calls
    /// this.
    public void answer(Context request, int status) {
        answer(request, status, "");
    }

    private void answer(Context request, int status, String parameters) {
        var language = Languages.of(request, pages.phrases().languages());
        var told = wantsPage(request.header("Accept"))
                ? tell(status, true, language)
                : told(status, parameters);
        request.status(status).header("Cache-Control", "no-store");
        request.contentType(told.type()).result(told.body());
    }

    /// What to say about a status, in full.
    Told tell(int status, boolean asPage, Language language) {
        if (asPage) {
            count(status);
            var key = key(status);
            var page = new Page(pages, language, Page.Section.NONE, pages.phrases().say(language, key), "/");
            return new Told("text/html; charset=utf-8",
                    pages.draw("problem.jte", page, Map.of("advice", page.say(key + ".advice"), "request",
                            status >= 500 ? RequestId.name() : "")));
        }
        return told(status, "");
    }

    /// @param parameters those that are at fault, by name, with commas between; they need no escaping
    private Told told(int status, String parameters) {
        count(status);
        var body = "{\"type\":\"about:blank\",\"status\":%d,\"title\":\"%s\",\"request\":\"%s\"".formatted(
                status, english(key(status), Map.of()), RequestId.name());
        var detail = parameters.isEmpty()
                ? ""
                : ",\"detail\":\"%s\",\"parameters\":[\"%s\"]".formatted(
                        english("web.problem.parameters", Map.of("names", parameters.replace(",", ", "))),
                        parameters.replace(",", "\",\""));
        return new Told("application/problem+json; charset=utf-8", body + detail + "}");
    }

    private String english(String key, Map<String, String> places) {
        return pages.phrases().say(Language.ENGLISH, key, places);
    }

    private static String key(int status) {
        return "web.problem." + (TOLD.contains(status) ? status : status < 500 ? 400 : 500);
    }

    private void count(int status) {
        metrics.count("gopy_web_problems_total{status=\"" + status + "\"}");
    }

    static boolean wantsPage(@Nullable String accept) {
        return accept != null && accept.contains("text/html");
    }

    static void report(Throwable fault) {
        LOG.atError().setCause(fault).log("a request failed");
    }

    private static void allow(HttpResponseException refused, Context request) {
        var methods = refused.getDetails().get("availableMethods");
        if (refused.getStatus() == 405 && methods != null) {
            request.header("Allow", methods);
        }
    }

    /// A problem in words, with its media type.
    record Told(String type, String body) {}
}
