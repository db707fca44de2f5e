package vn.gopy.fakes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the Bot API's HTML, and refuses whatever the Bot API may refuse: a tag it does not know, one that is
/// not closed or crosses another, a bare `<`, `>` or `&`.
public final class StrictHtml {
    private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "code", "pre", "blockquote");
    private static final Pattern LINK = Pattern.compile("a href=\"[^\"<>]*\"");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private StrictHtml(String html) {
        this.html = html;
    }

    /// The text without its tags. Throws [Refused] with the Bot API's words.
    public static String text(String html) {
        return new StrictHtml(html).read();
    }

    /// A refusal by the Bot API.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String description) {
            super("Bad Request: " + description);
        }
    }

    private String read() {
        while (at < html.length()) {
            switch (html.charAt(at)) {
                case '<' -> tag();
                case '&' -> entity();
                case '>' -> throw broken("Unexpected '>'");
                default -> text.append(html.charAt(at++));
            }
        }
        if (!open.isEmpty()) {
            throw broken("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
        }
        return text.toString();
    }

    private void tag() {
        int end = html.indexOf('>', at);
        if (end < 0) {
            throw broken("Unclosed start tag");
        }
        var tag = html.substring(at + 1, end);
        at = end + 1;
        if (tag.startsWith("/")) {
            if (open.isEmpty() || !open.pop().equals(tag.substring(1))) {
                throw broken("Unmatched end tag");
            }
        } else if (LINK.matcher(tag).matches()) {
            open.push("a");
        } else if (TAGS.contains(tag)) {
            open.push(tag);
        } else {
            throw broken("Unsupported start tag \\\"" + tag.replaceAll("[^a-z]", "") + "\\\"");
        }
    }

    private void entity() {
        for (var pair : new String[]{"&lt;<", "&gt;>", "&amp;&", "&quot;\""}) {
            var name = pair.substring(0, pair.length() - 1);
            if (html.startsWith(name, at)) {
                text.append(pair.charAt(pair.length() - 1));
                at += name.length();
                return;
            }
        }
        throw broken("Unknown entity");
    }

    private Refused broken(String what) {
        return new Refused("can't parse entities: " + what + " at byte offset " + at);
    }
}
