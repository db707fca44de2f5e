package vn.gopy.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.gopy.db.Database;
import vn.gopy.db.Tx;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Makes up what offices ask and hold, so that the demo has a poll to answer, a dialogue session to ask in, and one
/// that was answered. Nobody wrote them: their authors are accounts that do not exist.
final class DemoOffice {
    private static final int AUTHOR = -1;
    private static final int APPROVER = -2;
    private static final String WARD = "07030";
    private static final String FORUM = """
            INSERT INTO forum (area, vi, en, opens_at, closes_at, state, drafted_by, approved_by, gathered_at, revision)
            VALUES (?, ?, ?, ?, ?, 'approved', ?, ?, ?, 1)
            RETURNING id
            """;
    private static final String EVERYBODY = """
            INSERT INTO forum_group (forum, number, words, state, revision)
            VALUES (?, 0, '', 'open', 0)
            """;
    private static final String ANSWERED = """
            INSERT INTO forum_group (forum, number, words, persons, state, office, vi, en, drafted_by, approved_by,
                                     sent_at, revision)
            VALUES (?, 1, ?, 40, 'done', ?, ?, ?, ?, ?, ?, 3)
            """;
    private static final String UNANSWERED = """
            INSERT INTO forum_group (forum, number, words, persons, state, revision)
            VALUES (?, 2, ?, 25, 'open', 0)
            """;
    private static final String POLL = """
            INSERT INTO poll (id, series, version, area, vi, options, en, options_en, state, role, drafted_by,
                              drafted_at, approved_by, opened_at, ends_at, revision)
            VALUES (1, 1, 1, 'province', ?, ?, ?, ?, 'open', 'answerer', ?, ?, ?, ?, ?, 1)
            """;

    private final Database database;
    private final LocalDate today;
    private final ZoneId zone;
    private final Phrasebook phrases = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));

    DemoOffice(Database database, Instant now, ZoneId zone) {
        this.database = database;
        this.zone = zone;
        today = LocalDate.ofInstant(now, zone);
    }

    /// Fills a database that has none of them.
    void fill() {
        database.ledger().commit(tx -> {
            answered(tx);
            forum(tx, "province", "demo.forum.open", new Window(day(-1), day(14), Tx.NULL));
            return tx.run(POLL, vi("demo.poll"), vi("demo.poll.options"), en("demo.poll"),
                    en("demo.poll.options"),
                    AUTHOR, day(-1), APPROVER, day(-1), day(14));
        });
    }

    private void answered(Tx tx) {
        long id = forum(tx, WARD, "demo.forum.past", new Window(day(-20), day(-10), day(-10)));
        tx.run(EVERYBODY, id);
        tx.run(ANSWERED, id, vi("demo.forum.first"), vi("demo.forum.office"), vi("demo.forum.answer"),
                en("demo.forum.answer"), AUTHOR, APPROVER, day(-8));
        tx.run(UNANSWERED, id, vi("demo.forum.second"));
    }

    /// From when until when questions are taken, and when they were grouped.
    private record Window(long opens, long closes, Object gathered) {}

    private long forum(Tx tx, String area, String subject, Window window) {
        return tx.number(FORUM, area, vi(subject), en(subject), window.opens(), window.closes(), AUTHOR,
                APPROVER,
                window.gathered());
    }

    private long day(int from) {
        return today.plusDays(from).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private String vi(String key) {
        return phrases.say(Language.VIETNAMESE, key);
    }

    private String en(String key) {
        return phrases.say(Language.ENGLISH, key);
    }
}
