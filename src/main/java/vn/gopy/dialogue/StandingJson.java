package vn.gopy.dialogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.place.UnitId;
import vn.gopy.release.Period;
import vn.gopy.text.Language;

/// Writes a standing as a compact JSON text in UTF-8 and reads it back. What cannot be read, because it is
/// broken or of another version of the program, is a new standing: the resident is greeted, and nothing is
/// guessed.
public final class StandingJson {
    /// Buffers come from a pool that virtual threads share.
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()).build());

    private StandingJson() {}

    public static byte[] write(Standing standing) {
        var node = JSON.createObjectNode();
        node.set("s", step(standing.step()));
        node.put("n", standing.number());
        if (standing.misses() > 0) {
            node.put("m", standing.misses());
        }
        standing.draft().ifPresent(draft -> node.set("d", DraftJson.write(JSON, draft)));
        standing.chosen().ifPresent(language -> node.put("l", language.tag()));
        standing.home().ifPresent(
                home -> node.put("h", home.unit().toString()).put("k", home.keptAt().toEpochMilli()));
        standing.context().ifPresent(context -> node.put("c", context));
        node.put("t", standing.heardAt().toEpochMilli());
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("could not write a standing", impossible);
        }
    }

    /// The standing that was written, or a new one.
    public static Standing read(byte[] text, Instant now) {
        try {
            var node = JSON.readTree(text);
            return node == null || !node.isObject() ? Standing.start(now) : standing(node);
        } catch (IOException | RuntimeException _) {
            // anything may stand there after an upgrade or a damage; a fresh start is always right
            return Standing.start(now);
        }
    }

    private static Standing standing(JsonNode node) {
        var home = DraftJson.text(node, "h").flatMap(UnitId::parse)
                .map(unit -> new Standing.Home(unit, Instant.ofEpochMilli(node.path("k").longValue())));
        var draft = node.has("d") ? Optional.of(DraftJson.read(node.path("d"))) : Optional.<Draft>empty();
        return new Standing(step(node.path("s")), node.required("n").intValue(), node.path("m").intValue(),
                draft,
                DraftJson.text(node, "l").map(Language::new), home, DraftJson.text(node, "c"),
                Instant.ofEpochMilli(node.required("t").longValue()));
    }

    static ObjectNode step(Step step) {
        var node = JSON.createObjectNode();
        return switch (step) {
            case Step.Idle _ -> node.put("at", "idle");
            case Step.Consent(var more) -> node.put("at", "consent").put("more", more);
            case Step.AskMood _ -> node.put("at", "mood");
            case Step.AskTopic(var all, var second) ->
                node.put("at", "topic").put("all", all).put("2", second);
            case Step.AskPlace(var tries) -> node.put("at", "place").put("tries", tries);
            case PickPlace pick -> place(node, pick);
            case Step.Review _ -> node.put("at", "review");
            case Step.Fix _ -> node.put("at", "fix");
            case Step.Reword _ -> node.put("at", "reword");
            case Step.OfSent sent -> sent(sent);
            case Step.AskIntent(var offered) -> draft("intent", offered);
            case Step.OfferFeedback(var offered) -> draft("offer", offered);
            case Step.AskQuestion _ -> node.put("at", "ask");
            case Step.Answered(var claims, var near) ->
                put(put(node.put("at", "answered"), "claims", claims), "near", near);
            case Step.Suggested(var claims, var question) ->
                put(node.put("at", "meant").put("q", question), "claims", claims);
            case Step.NoSource(var question) -> node.put("at", "none").put("q", question);
            case Step.MayNote(var question) -> node.put("at", "note").put("q", question);
            case Step.OfRequest request -> RequestJson.write(request);
            case Step.OfNews news -> NewsJson.write(news);
            case Step.OfPoll poll -> OfficeJson.write(poll, node);
            case Step.OfForum forum -> OfficeJson.write(forum, node);
            case Step.LookUp(var tries) -> node.put("at", "look").put("tries", tries);
            case Step.AskFigures(var kind, var tries) -> figures("figures-of", kind).put("tries", tries);
            case Step.PickFigures(var kind, var pick) -> figures("figures-pick", kind).set("was", step(pick));
            case Step.ToldFigures(var unit, var kind) -> figures("figures", kind).put("unit", code(unit));
            case Step.Linked(var unit) -> node.put("at", "linked").put("unit", unit.toString());
            case Step.ConfirmStop(var was) -> node.put("at", "stop").set("was", step(was));
            case Step.ConfirmErase(var was) -> node.put("at", "erase").set("was", step(was));
            case Step.Withdraw(var was) -> node.put("at", "withdraw").set("was", step(was));
            case Step.FixSent(var was) -> node.put("at", "reopen").set("was", step(was));
            case Step.PickLanguage(var was) -> node.put("at", "language").set("was", step(was));
            case Step.Resume(var pending) -> draft("resume", pending);
        };
    }

    private static ObjectNode place(ObjectNode node, PickPlace pick) {
        node.put("at", "pick").put("kind", pick.kind().name()).put("about", pick.about())
                .put("tries", pick.tries()).put("look", pick.lookUp());
        return put(node, "picks", pick.picks());
    }

    private static ObjectNode sent(Step.OfSent step) {
        return switch (step) {
            case Step.Receipted(var unit, var text, var hear) ->
                sentence("sent", unit, text).put("hear", hear);
            case Step.MayQuote(var unit, var text, var hear) ->
                sentence("quote", unit, text).put("hear", hear);
            case Step.MayHear(var unit, var text) -> sentence("hear", unit, text);
        };
    }

    private static ObjectNode figures(String step, Period.Kind kind) {
        return JSON.createObjectNode().put("at", step).put("kind", kind.name());
    }

    private static ObjectNode draft(String step, Draft offered) {
        return JSON.createObjectNode().put("at", step).set("d", DraftJson.write(JSON, offered));
    }

    private static ObjectNode sentence(String step, Optional<UnitId> unit, String text) {
        return JSON.createObjectNode().put("at", step).put("unit", code(unit)).put("text", text);
    }

    private static String code(Optional<UnitId> unit) {
        return unit.map(UnitId::toString).orElse("");
    }

    private static ObjectNode put(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return node;
    }

    static Step step(JsonNode node) {
        return switch (node.path("at").asText()) {
            case "idle" -> new Step.Idle();
            case "consent" -> new Step.Consent(node.path("more").booleanValue());
            case "mood" -> new Step.AskMood();
            case "topic" -> new Step.AskTopic(node.path("all").booleanValue(), node.path("2").booleanValue());
            case "place" -> new Step.AskPlace(node.path("tries").intValue());
            case "pick" ->
                new PickPlace(PickPlace.Kind.valueOf(node.path("kind").asText()), node.path("about").asText(),
                        list(node.path("picks")), node.path("tries").intValue(),
                        node.path("look").booleanValue());
            case "review" -> new Step.Review();
            case "fix" -> new Step.Fix();
            case "reword" -> new Step.Reword();
            case "sent" -> new Step.Receipted(unit(node), node.path("text").asText(),
                    node.path("hear").booleanValue());
            case "quote" -> new Step.MayQuote(unit(node), node.path("text").asText(),
                    node.path("hear").booleanValue());
            case "hear" -> new Step.MayHear(unit(node), node.path("text").asText());
            case "intent" -> new Step.AskIntent(DraftJson.read(node.path("d")));
            case "offer" -> new Step.OfferFeedback(DraftJson.read(node.path("d")));
            case "ask" -> new Step.AskQuestion();
            case "answered" -> new Step.Answered(list(node.path("claims")), list(node.path("near")));
            case "meant" -> new Step.Suggested(list(node.path("claims")), node.path("q").asText());
            case "none" -> new Step.NoSource(node.path("q").asText());
            case "note" -> new Step.MayNote(node.path("q").asText());
            case "look" -> new Step.LookUp(node.path("tries").intValue());
            case "figures-of" -> new Step.AskFigures(kind(node), node.path("tries").intValue());
            case "figures-pick" -> new Step.PickFigures(kind(node), (PickPlace) step(node.path("was")));
            case "figures" -> new Step.ToldFigures(UnitId.parse(node.path("unit").asText()), kind(node));
            case "linked" -> new Step.Linked(UnitId.parse(node.path("unit").asText()).orElseThrow());
            case "stop" -> new Step.ConfirmStop(step(node.path("was")));
            case "erase" -> new Step.ConfirmErase(step(node.path("was")));
            case "withdraw" -> new Step.Withdraw(step(node.path("was")));
            case "reopen" -> new Step.FixSent(step(node.path("was")));
            case "language" -> new Step.PickLanguage(step(node.path("was")));
            case "resume" -> new Step.Resume(DraftJson.read(node.path("d")));
            default ->
                NewsJson.read(node).or(() -> OfficeJson.read(node)).orElseGet(() -> RequestJson.read(node));
        };
    }

    private static Optional<UnitId> unit(JsonNode node) {
        return UnitId.parse(node.path("unit").asText());
    }

    private static Period.Kind kind(JsonNode node) {
        return Period.Kind.valueOf(node.path("kind").asText());
    }

    private static List<String> list(JsonNode array) {
        var values = new ArrayList<String>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }
}
