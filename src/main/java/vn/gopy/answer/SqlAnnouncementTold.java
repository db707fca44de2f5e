package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.db.Tx;
import vn.gopy.text.Language;
import vn.gopy.vault.Pseudonym;

/// Who was told an announcement, each once, and who is still to be told.
public final class SqlAnnouncementTold {
    /// So many announcements a resident gets in a week at most.
    public static final int A_WEEK = 2;

    private static final String TELL = """
            INSERT INTO announcement_told (announcement, pid, told_at, week)
            SELECT ?, follow.pid, ?, ?
              FROM follow
             WHERE follow.pid = ?
               AND EXISTS (SELECT 1 FROM announcement WHERE id = ? AND state = 'approved')
               AND (SELECT count(*) FROM announcement_told AS told
                     WHERE told.pid = follow.pid AND told.week = ?) < ?
                ON CONFLICT (announcement, pid) DO NOTHING
            """;
    private static final String AUDIENCE = """
              FROM follow
             WHERE follow.pid > ?
               AND (? = 'province' OR follow.unit = ?)
               AND (follow.topic IS NULL OR follow.topic = ?)
               AND NOT EXISTS (SELECT 1 FROM announcement_told AS told
                                WHERE told.announcement = ? AND told.pid = follow.pid)
               AND (SELECT count(*) FROM announcement_told AS told
                     WHERE told.pid = follow.pid AND told.week = ?)
            """;
    private static final String NEXT = "SELECT follow.pid, follow.language " + AUDIENCE + """
             < ?
             ORDER BY follow.pid
             LIMIT ?
            """;
    private static final String HELD = "SELECT count(*) FROM (SELECT 1 " + AUDIENCE + " >= ? LIMIT 1)";
    private static final String ERASE = """
            DELETE FROM announcement_told
             WHERE pid = ?
            """;
    private static final String FORGET = """
            DELETE FROM announcement_told
             WHERE told_at < ?
            """;
    private static final byte[] BEFORE_ALL = new byte[0];

    /// Somebody who is to be told, in their language.
    record Follower(Pseudonym person, Language language) {}

    /// Notes that somebody is told in a week; false when they were told before, wish nothing any more, or have
    /// had their announcements of this week.
    boolean tell(Tx tx, Announcement what, Pseudonym person, Told when) {
        return tx.run(TELL, what.id(), when.at().toEpochMilli(), when.week(), person.bytes(), what.id(),
                when.week(), A_WEEK) == 1;
    }

    /// A moment and the week it is in, such as `2026-W48`.
    record Told(Instant at, String week) {}

    /// The next who are to be told this week, in the order of pseudonyms, which tells nothing.
    ///
    /// @param after the last one of before; empty at the beginning
    List<Follower> next(Tx tx, Announcement what, String week, Optional<Pseudonym> after, int most) {
        return tx.all(NEXT, row -> new Follower(Pseudonym.of(row.bytes(1)), new Language(row.text(2))),
                after.map(Pseudonym::bytes).orElse(BEFORE_ALL), what.content().area().code(), unit(what),
                topic(what), what.id(), week, A_WEEK, most);
    }

    /// Whether somebody is left whose week is full.
    boolean held(Tx tx, Announcement what, String week) {
        return tx.number(HELD, BEFORE_ALL, what.content().area().code(), unit(what), topic(what), what.id(),
                week,
                A_WEEK) > 0;
    }

    private static String unit(Announcement what) {
        return what.content().area().isProvince() ? "" : "new:" + what.content().area().code();
    }

    private static String topic(Announcement what) {
        return what.content().topic().map(topic -> topic.code()).orElse("");
    }

    /// Forgets that a resident was told anything; gives back how many rows went.
    public int erase(Tx tx, Pseudonym person) {
        return tx.run(ERASE, person.bytes());
    }

    /// Forgets who was told before a moment; gives back how many rows went (contracts.md P14).
    public int forget(Tx tx, Instant before) {
        return tx.run(FORGET, before.toEpochMilli());
    }
}
