package vn.gopy.dialogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.JsonBuffers;
import vn.gopy.dialogue.Step.PickPlace;
import vn.gopy.place.UnitId;
import vn.gopy.release.Period;
import vn.gopy.text.Language;

/// Writes a standing as a compact JSON text in UTF-8 and reads it back. What cannot be read, because it is
/// broken or of another version of the program, is a new standing: the resident is greeted, and nothing is
/// guessed.
public final class StandingJson {
    private static final JsonFactory JSON = JsonFactory.builder().recyclerPool(new JsonBuffers()).build();
    private static final ObjectMapper TREE = new ObjectMapper(JSON);

    private StandingJson() {}

    public static byte[] write(Standing standing) {
        return Fields.written(JSON, json -> {
            json.object("s", inner -> step(inner, standing.step())).put("n", standing.number());
            if (standing.misses() > 0) {
                json.put("m", standing.misses());
            }
            standing.draft().ifPresent(draft -> draft(json, draft));
            standing.chosen().ifPresent(language -> json.put("l", language.tag()));
            standing.home().ifPresent(home -> json.put("h", home.unit().toString())
                    .put("k", home.keptAt().toEpochMilli()));
            standing.context().ifPresent(context -> json.put("c", context));
            json.put("t", standing.heardAt().toEpochMilli());
        });
    }

    /// The standing that was written, or a new one.
    public static Standing read(byte[] text, Instant now) {
        try {
            var node = TREE.readTree(text);
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

    static Fields step(Fields json, Step step) {
        return switch (step) {
            case Step.Idle _ -> json.put("at", "idle");
            case Step.Consent(var more) -> json.put("at", "consent").put("more", more);
            case Step.AskMood _ -> json.put("at", "mood");
            case Step.AskTopic(var all, var second) ->
                json.put("at", "topic").put("all", all).put("2", second);
            case Step.AskPlace(var tries) -> json.put("at", "place").put("tries", tries);
            case PickPlace pick -> place(json, pick);
            case Step.Review _ -> json.put("at", "review");
            case Step.Fix _ -> json.put("at", "fix");
            case Step.Reword _ -> json.put("at", "reword");
            case Step.OfSent sent -> sent(json, sent);
            case Step.AskIntent(var offered) -> draft(json.put("at", "intent"), offered);
            case Step.OfferFeedback(var offered) -> draft(json.put("at", "offer"), offered);
            case Step.AskQuestion _ -> json.put("at", "ask");
            case Step.Answered(var claims, var near) ->
                json.put("at", "answered").put("claims", claims).put("near", near);
            case Step.Suggested(var claims, var question) ->
                json.put("at", "meant").put("q", question).put("claims", claims);
            case Step.NoSource(var question) -> json.put("at", "none").put("q", question);
            case Step.MayNote(var question) -> json.put("at", "note").put("q", question);
            case Step.OfRequest request -> RequestJson.write(json, request);
            case Step.OfNews news -> NewsJson.write(json, news);
            case Step.OfPoll poll -> OfficeJson.write(json, poll);
            case Step.OfForum forum -> OfficeJson.write(json, forum);
            case Step.LookUp(var tries) -> json.put("at", "look").put("tries", tries);
            case Step.AskFigures(var kind, var tries) ->
                json.put("at", "figures-of").put("kind", kind.name()).put("tries", tries);
            case Step.PickFigures(var kind, var pick) ->
                was(json.put("at", "figures-pick").put("kind", kind.name()), pick);
            case Step.ToldFigures(var unit, var kind) ->
                json.put("at", "figures").put("kind", kind.name()).put("unit", code(unit));
            case Step.Linked(var unit) -> json.put("at", "linked").put("unit", unit.toString());
            case Step.ConfirmStop(var was) -> was(json.put("at", "stop"), was);
            case Step.ConfirmErase(var was) -> was(json.put("at", "erase"), was);
            case Step.Withdraw(var was) -> was(json.put("at", "withdraw"), was);
            case Step.FixSent(var was) -> was(json.put("at", "reopen"), was);
            case Step.PickLanguage(var was) -> was(json.put("at", "language"), was);
            case Step.Resume(var pending) -> draft(json.put("at", "resume"), pending);
        };
    }

    private static Fields place(Fields json, PickPlace pick) {
        return json.put("at", "pick").put("kind", pick.kind().name()).put("about", pick.about())
                .put("tries", pick.tries()).put("look", pick.lookUp()).put("picks", pick.picks());
    }

    private static Fields sent(Fields json, Step.OfSent step) {
        return switch (step) {
            case Step.Receipted(var unit, var text, var hear) ->
                sentence(json.put("at", "sent"), unit, text).put("hear", hear);
            case Step.MayQuote(var unit, var text, var hear) ->
                sentence(json.put("at", "quote"), unit, text).put("hear", hear);
            case Step.MayHear(var unit, var text) -> sentence(json.put("at", "hear"), unit, text);
        };
    }

    private static Fields sentence(Fields json, Optional<UnitId> unit, String text) {
        return json.put("unit", code(unit)).put("text", text);
    }

    private static Fields draft(Fields json, Draft draft) {
        return json.object("d", inner -> DraftJson.write(inner, draft));
    }

    /// The step to which one comes back.
    static Fields was(Fields json, Step step) {
        return json.object("was", inner -> step(inner, step));
    }

    static String code(Optional<UnitId> unit) {
        return unit.map(UnitId::toString).orElse("");
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
