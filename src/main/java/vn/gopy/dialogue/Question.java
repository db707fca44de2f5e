package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.gopy.chat.Choice;
import vn.gopy.chat.Picture;
import vn.gopy.chat.Reply;

/// What stands open before a resident: words and the ways to answer.
///
/// @param anchor the name under which the message is remembered, empty for none
/// @param sure   whether it must arrive even if it may arrive twice
/// @param picture a chart of what the text says
record Question(String text, List<List<Option>> rows, String anchor, boolean sure,
        Optional<Picture> picture) {
    private static final int LONGEST_LABEL = 160;

    static Question of(String text, List<List<Option>> rows) {
        return new Question(text, rows, "", false, Optional.empty());
    }

    Question anchored(String name) {
        return new Question(text, rows, name, sure, picture);
    }

    Question surely() {
        return new Question(text, rows, anchor, true, picture);
    }

    Question saying(String other) {
        return new Question(other, rows, anchor, sure, picture);
    }

    Question showing(Optional<Picture> chart) {
        return new Question(text, rows, anchor, sure, chart);
    }

    /// The message, with buttons that carry the step's number.
    Reply reply(Standing standing) {
        var reply = Reply.of(text).with(choices(standing.number()));
        if (!anchor.isEmpty()) {
            reply = reply.anchored(anchor);
        }
        if (picture.isPresent()) {
            reply = reply.showing(picture.get());
        }
        return sure ? reply.surely() : reply;
    }

    private List<List<Choice>> choices(int number) {
        var prefix = Integer.toString(number, Character.MAX_RADIX) + ":";
        var all = new ArrayList<List<Choice>>(rows.size());
        for (var row : rows) {
            var choices = new ArrayList<Choice>(row.size());
            for (var option : row) {
                choices.add(choice(prefix, option));
            }
            all.add(choices);
        }
        return all;
    }

    private static Choice choice(String prefix, Option option) {
        boolean plain = option.isWord() || option.opensPage();
        return new Choice(option.label(), plain ? option.verb() : prefix + option.verb());
    }

    boolean offers(String verb) {
        return rows.stream().flatMap(List::stream).anyMatch(option -> option.verb().equals(verb));
    }

    /// The option that typed words name: by label, by a word that means the same, or by its place in the
    /// list.
    Optional<Option> named(String typed) {
        if (typed.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        var wanted = Plain.of(typed);
        int place = wanted.number();
        var placed = Optional.<Option>empty();
        for (var row : rows) {
            for (var option : row) {
                if (!option.opensPage()) {
                    if (option.isNamedBy(wanted)) {
                        return Optional.of(option);
                    }
                    placed = --place == 0 ? Optional.of(option) : placed;
                }
            }
        }
        return placed;
    }
}
