package vn.gopy.forum;

import java.util.ArrayList;
import java.util.Map;
import vn.gopy.chat.Reply;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Writes an answer as those get it who asked: in which session, to which group of questions, who answers and what.
public record ForumLetter(Phrasebook phrases) {
    /// The letter in a language; an answer without words in it comes in Vietnamese, and says so.
    public Reply write(Forum forum, ForumGroup group, Language language) {
        var answer = group.answer().orElseThrow(() -> new IllegalArgumentException("nobody answered yet"));
        var lines = new ArrayList<String>();
        lines.add(phrases.say(language, "forum.letter", Map.of("subject", forum.content().in(language))));
        lines.add(group.persons().isPresent()
                ? phrases.say(language, "forum.letter.group",
                        Map.of("words", group.words(), "n", group.persons().getAsInt()))
                : phrases.say(language, "forum.letter.everybody"));
        lines.add(phrases.say(language, "forum.letter.office", Map.of("office", answer.office())));
        lines.add(answer.in(language));
        if (answer.english().isEmpty() && !language.equals(Language.VIETNAMESE)) {
            lines.add(phrases.say(language, "forum.letter.vietnamese"));
        }
        lines.add(phrases.say(language, "forum.letter.end"));
        return Reply.of(String.join("\n", lines)).surely();
    }

    /// The letter's text as readers of a language get it, without the marks of bold text.
    public String preview(Forum forum, ForumGroup group, Language language) {
        return write(forum, group, language).text().replace(String.valueOf(Reply.BOLD), "")
                .replace(String.valueOf(Reply.PLAIN), "");
    }
}
