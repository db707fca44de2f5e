package vn.gopy.web;

import gg.jte.Content;
import vn.gopy.text.Phrasebook;

/// Draws a phrase's bold parts; all of its text is escaped.
final class Marked {
    private Marked() {}

    static Content text(String phrase) {
        return output -> {
            int from = 0;
            for (int i = 0; i < phrase.length(); i++) {
                char c = phrase.charAt(i);
                if (c == Phrasebook.BOLD || c == Phrasebook.PLAIN) {
                    output.writeUserContent(phrase.substring(from, i));
                    output.writeContent(c == Phrasebook.BOLD ? "<strong>" : "</strong>");
                    from = i + 1;
                }
            }
            output.writeUserContent(phrase.substring(from));
        };
    }
}
