package vn.gopy.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import vn.gopy.channel.telegram.Answer.Said;
import vn.gopy.channel.telegram.BotApi.Method;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// How the bot presents itself: its commands and descriptions, in Vietnamese for everybody and in each other
/// language for those whose app speaks it. Set only where Telegram shows something else.
final class Introduction {
    /// The commands of the menu, in its order; every one can also be typed without the slash.
    static final List<String> COMMANDS = List.of("gopy", "hoi", "xamoi", "guixa", "tonghop", "menu", "dulieu",
            "sua",
            "xoa",
            "rutlai", "riengtu", "ngonngu", "giup");

    private final BotApi api;
    private final Phrasebook phrases;
    private final String operator;

    Introduction(BotApi api, Phrasebook phrases, String operator) {
        this.api = api;
        this.phrases = phrases;
        this.operator = operator;
    }

    /// Makes it so in all languages. Returns the first answer that was not well, else the last.
    Answer<JsonNode> present() {
        Answer<JsonNode> last = present(Language.VIETNAMESE, "");
        for (var language : phrases.languages()) {
            if (!well(last)) {
                return last;
            }
            if (!language.equals(Language.VIETNAMESE)) {
                last = present(language, language.locale().getLanguage());
            }
        }
        return last;
    }

    private Answer<JsonNode> present(Language language, String code) {
        var answer = commands(language, code);
        if (well(answer)) {
            answer = words(new Wish(Method.GET_DESCRIPTION, Method.SET_DESCRIPTION, "description",
                    say(language, "telegram.description", 512)), code);
        }
        if (well(answer)) {
            answer = words(new Wish(Method.GET_SHORT_DESCRIPTION, Method.SET_SHORT_DESCRIPTION,
                    "short_description", say(language, "telegram.short-description", 120)), code);
        }
        return answer;
    }

    /// A phrase, or as much of it as Telegram takes: the operator's name may be long.
    private String say(Language language, String key, int longest) {
        var phrase = Html.bare(phrases.say(language, key, Map.of("operator", operator)));
        return Parts.of(phrase, longest).getFirst().strip();
    }

    private Answer<JsonNode> commands(Language language, String code) {
        var shown = api.call(Method.GET_COMMANDS, forLanguage(code), AnswerReader.TREE);
        if (!(shown instanceof Said<JsonNode> said) || !said.ok() || said.result().isEmpty()
                || same(said.result().get(), language)) {
            return shown;
        }
        return api.call(Method.SET_COMMANDS, Requests.object(json -> {
            json.writeArrayFieldStart("commands");
            for (var command : COMMANDS) {
                json.writeStartObject();
                json.writeStringField("command", command);
                json.writeStringField("description", say(language, "telegram.command." + command, 256));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("language_code", code);
        }), AnswerReader.TREE);
    }

    private boolean same(JsonNode shown, Language language) {
        if (shown.size() != COMMANDS.size()) {
            return false;
        }
        for (int i = 0; i < COMMANDS.size(); i++) {
            var command = COMMANDS.get(i);
            if (!shown.path(i).path("command").asText().equals(command) || !shown.path(i)
                    .path("description").asText().equals(say(language, "telegram.command." + command, 256))) {
                return false;
            }
        }
        return true;
    }

    /// A text that Telegram shows: how to ask for it, how to set it, and what it shall be.
    private record Wish(Method get, Method set, String field, String words) {}

    private Answer<JsonNode> words(Wish wish, String code) {
        var shown = api.call(wish.get(), forLanguage(code), AnswerReader.TREE);
        if (!(shown instanceof Said<JsonNode> said) || !said.ok() || said.result()
                .filter(result -> !result.path(wish.field()).asText().equals(wish.words())).isEmpty()) {
            return shown;
        }
        return api.call(wish.set(), Requests.object(json -> {
            json.writeStringField(wish.field(), wish.words());
            json.writeStringField("language_code", code);
        }), AnswerReader.TREE);
    }

    private static byte[] forLanguage(String code) {
        return Requests.object(json -> json.writeStringField("language_code", code));
    }

    static boolean well(Answer<?> answer) {
        return answer instanceof Said<?> said && said.ok();
    }
}
