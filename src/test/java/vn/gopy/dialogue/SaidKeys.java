package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds in source text the keys of phrases that are handed to whoever says them: the first argument with a
/// text in it, of a button the last. `topic.` stands for a key whose end is glued on.
final class SaidKeys {
    private static final Pattern CALL = Pattern
            .compile("\\b(say|sayOfUs|reply|option|raw|Misses\\.count)\\(");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9_-]*)*)\"");

    private SaidKeys() {}

    static Stream<String> in(String source) {
        return CALL.matcher(source).results().flatMap(call -> {
            var texts = arguments(source, call.end()).stream().map(String::strip)
                    .filter(argument -> argument.startsWith("\"") || argument.contains("? \"")).toList();
            return texts.isEmpty()
                    ? Stream.empty()
                    : keys(call.group(1).equals("option") ? texts.getLast() : texts.getFirst());
        });
    }

    private static Stream<String> keys(String argument) {
        var chosen = argument.substring(argument.indexOf("? ") + 1); // what a choice compares with is no key
        return KEY.matcher(chosen).results().map(key -> key.group(1));
    }

    /// The arguments of the call whose bracket was just opened.
    private static List<String> arguments(String source, int from) {
        var arguments = new ArrayList<String>();
        int open = 1;
        boolean quoted = false;
        int start = from;
        for (int i = from; open > 0; i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '{')) {
                open++;
            } else if (!quoted && (c == ')' || c == '}')) {
                open--;
            }
            if (open == 0 || (open == 1 && !quoted && c == ',')) {
                arguments.add(source.substring(start, i));
                start = i + 1;
            }
        }
        return arguments;
    }
}
