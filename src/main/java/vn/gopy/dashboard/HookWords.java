package vn.gopy.dashboard;

import java.time.Instant;
import java.util.Map;
import vn.gopy.hook.Attempt;
import vn.gopy.hook.EndpointFault;
import vn.gopy.hook.EndpointState;
import vn.gopy.hook.Hooks.Standing;
import vn.gopy.web.Page;

/// Says how endpoints stand, and what came of attempts.
public final class HookWords {
    private final Page page;
    private final OfficialWords words;

    HookWords(Page page, OfficialWords words) {
        this.page = page;
        this.words = words;
    }

    public String moment(Instant moment) {
        return words.moment(moment);
    }

    /// The state of an endpoint in one word, as a class of the page and the end of a phrase.
    public String state(Standing endpoint) {
        if (endpoint.disabledAt().isPresent()) {
            return "disabled";
        }
        if (endpoint.pausedAt().isPresent()) {
            return "paused";
        }
        return endpoint.state().filter(state -> state.failingSince().isPresent()).isPresent()
                ? "failing"
                : "well";
    }

    public String says(Standing endpoint) {
        return page.say("hook.state." + state(endpoint));
    }

    /// The state in a sentence.
    public String tells(Standing endpoint) {
        var at = switch (state(endpoint)) {
            case "disabled" -> endpoint.disabledAt();
            case "paused" -> endpoint.pausedAt();
            default -> endpoint.state().flatMap(EndpointState::failingSince);
        };
        return page.say("hook.state." + state(endpoint) + ".more",
                Map.of("at", at.map(this::moment).orElse("")));
    }

    /// What an event is, by its type.
    public String event(String type) {
        return page.say("hook.event." + type.replace('.', '-'));
    }

    public String result(Attempt attempt) {
        return page.say("hook.result." + attempt.result().word());
    }

    /// The status, or that there was no answer.
    public String status(Attempt attempt) {
        return attempt.status() == 0 ? page.say("hook.no-answer") : Integer.toString(attempt.status());
    }

    public String fault(EndpointFault fault) {
        return page.say("hook.fault." + fault.word());
    }
}
