package vn.gopy.app;

import java.util.List;
import vn.gopy.db.Upkeep;

/// What may have ended since a copy was made, and so does not come back with it: sessions, one-time codes, links of
/// chats, leave to show a sentence, wishes to hear of answers and of announcements, answers to polls, what was said by whoever is gone.
///
/// @param there      tells an early copy, which has nothing of the kind
/// @param statements what takes it out
record Ended(String there, List<String> statements) {
    private static final String GONE = " WHERE pid NOT IN (SELECT pid FROM person)";
    private static final List<Ended> ALL = List.of(
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'official_session'",
                    List.of("DELETE FROM official_session", "DELETE FROM official_code")),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'official_chat'",
                    List.of("DELETE FROM official_chat", "DELETE FROM official_chat_code")),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'quote_consent'",
                    List.of("DELETE FROM quote_consent")),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'theme_told'",
                    List.of("DELETE FROM hear_consent", "DELETE FROM theme_told" + GONE)),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'request'",
                    List.of("DELETE FROM request" + GONE)),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'follow'",
                    List.of("DELETE FROM follow", "DELETE FROM announcement_told" + GONE)),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'poll_answer'",
                    List.of("DELETE FROM poll_answer")),
            new Ended("SELECT count(*) FROM sqlite_master WHERE name = 'forum_question'",
                    List.of("DELETE FROM forum_question", "DELETE FROM forum_told" + GONE)));

    Ended {
        statements = List.copyOf(statements);
    }

    /// The statements for a copy.
    static List<String> in(Upkeep copy) {
        return ALL.stream().filter(one -> one.isIn(copy)).flatMap(one -> one.statements().stream()).toList();
    }

    private boolean isIn(Upkeep copy) {
        return copy.numbers(List.of(there)).getFirst() > 0;
    }
}
