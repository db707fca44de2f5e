package vn.gopy.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.topic.Topic;

/// The groups of sessions, and what offices answer to them.
final class SqlForumGroups {
    private static final String ADD = """
            INSERT INTO forum_group (forum, number, words, topic, persons, state, revision)
            VALUES (?, ?, ?, ?, ?, 'open', 0)
            """;
    private static final String DRAFT = """
            UPDATE forum_group
               SET state = 'draft', office = ?, vi = ?, en = ?, drafted_by = ?, revision = revision + 1
             WHERE forum = ? AND number = ? AND revision = ? AND state IN ('open', 'draft')
            """;
    private static final String DROP = """
            UPDATE forum_group
               SET state = 'open', office = NULL, vi = NULL, en = NULL, drafted_by = NULL,
                   revision = revision + 1
             WHERE forum = ? AND number = ? AND revision = ? AND state = 'draft'
            """;
    private static final String SEND = """
            UPDATE forum_group
               SET state = 'sent', approved_by = ?, sent_at = ?, revision = revision + 1
             WHERE forum = ? AND number = ? AND revision = ? AND state = 'draft' AND drafted_by <> ?
            """;
    private static final String DONE = """
            UPDATE forum_group
               SET state = 'done', revision = revision + 1
             WHERE forum = ? AND number = ? AND state = 'sent'
            """;
    private static final String COLUMNS = """
            SELECT forum, number, words, topic, persons, state, office, vi, en, drafted_by, sent_at, revision
              FROM forum_group
            """;
    private static final String OF = COLUMNS + " WHERE forum = ? ORDER BY number";
    private static final String UNDERWAY = COLUMNS
            + " WHERE state = 'sent' ORDER BY sent_at, forum, number LIMIT 1";

    /// A group before anybody answered.
    ///
    /// @param persons empty for everybody
    record Fresh(long forum, int number, String words, Optional<Topic> topic, OptionalInt persons) {}

    void add(Tx tx, Fresh group) {
        Object topic = group.topic().isPresent() ? group.topic().get().code() : Tx.NULL;
        Object persons = group.persons().isPresent() ? group.persons().getAsInt() : Tx.NULL;
        tx.run(ADD, group.forum(), group.number(), group.words(), topic, persons);
    }

    /// Keeps the draft of an answer; false when one is sent, or the group was changed.
    boolean draft(Tx tx, ForumGroup seen, ForumGroup.Answer answer, long official) {
        Object english = answer.english().isPresent() ? answer.english().get() : Tx.NULL;
        return tx.run(DRAFT, answer.office(), answer.vietnamese(), english, official, seen.forum(),
                seen.number(), seen.revision()) == 1;
    }

    /// Throws a draft away; false when there is none, or it was changed.
    boolean drop(Tx tx, ForumGroup seen) {
        return tx.run(DROP, seen.forum(), seen.number(), seen.revision()) == 1;
    }

    /// Publishes an answer and lets it go out; false when there is no draft, it was changed, or is the official's own.
    boolean send(Tx tx, ForumGroup seen, long official, Instant now) {
        return tx.run(SEND, official, now.toEpochMilli(), seen.forum(), seen.number(), seen.revision(),
                official) == 1;
    }

    /// Everybody was told.
    void done(Tx tx, ForumGroup group) {
        tx.run(DONE, group.forum(), group.number());
    }

    /// The groups of a session, everybody first.
    List<ForumGroup> of(Tx tx, long forum) {
        return tx.all(OF, SqlForumGroups::read, forum);
    }

    /// The answer that was sent first and is not carried to all yet.
    Optional<ForumGroup> underway(Tx tx) {
        return tx.first(UNDERWAY, SqlForumGroups::read);
    }

    private static ForumGroup read(Row row) {
        var state = ForumGroup.State.of(row.text(6))
                .orElseThrow(() -> new DatabaseException("unknown state of a group"));
        var answer = row.textOrNone(7)
                .map(office -> new ForumGroup.Answer(office, row.text(8), row.textOrNone(9)));
        return new ForumGroup(row.number(1), row.integer(2), row.text(3),
                row.textOrNone(4).flatMap(Topic::of),
                row.isNull(5) ? OptionalInt.empty() : OptionalInt.of(row.integer(5)), state, answer,
                row.isNull(10) ? 0 : row.number(10),
                row.isNull(11) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.number(11))),
                row.integer(12));
    }
}
