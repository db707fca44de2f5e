package vn.gopy.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import vn.gopy.db.DatabaseException;
import vn.gopy.db.Row;
import vn.gopy.db.Tx;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Pseudonym;

/// Reads opinions for counting, in the order of persons and then of time, so that a reader needs to remember
/// one person only.
public final class SqlVoices {
    private static final String FIRST = """
            SELECT min(filed_at)
              FROM feedback
            """;
    private static final String LATEST = """
            SELECT coalesce(max(id), 0)
              FROM feedback
            """;
    private static final String FILED_BETWEEN = """
            SELECT pid, filed_at, mood, topic, second_topic, place, unit, on_behalf,
                   guessed_mood, guessed_topic, likeness
              FROM feedback
             WHERE filed_at >= ? AND filed_at < ? AND id <= ?
             ORDER BY pid, filed_at, id
            """;
    private static final String WITH_LATE = """
            SELECT pid, filed_at, mood, topic, second_topic, place, unit, on_behalf,
                   guessed_mood, guessed_topic, likeness
              FROM feedback
             WHERE (filed_at >= ? AND filed_at < ? AND id <= ? OR filed_at < ? AND id > ? AND id <= ?)
             ORDER BY pid, filed_at, id
            """;

    /// Which opinions: filed from `from` until before `until`, stored up to id `upTo`; and, so that nothing
    /// is lost, those filed before `from` but stored after id `lateSince`, when an earlier count had been
    /// closed already.
    public record Span(Instant from, Instant until, long upTo, Optional<Long> lateSince) {}

    /// When the oldest opinion was filed.
    public Optional<Instant> first(Tx tx) {
        return tx.first(FIRST, row -> row.isNull(1) ? Optional.<Instant>empty() : Optional.of(at(row, 1)))
                .flatMap(found -> found);
    }

    /// The id of the opinion stored last; 0 when there is none.
    public long latest(Tx tx) {
        return tx.number(LATEST);
    }

    /// Gives each opinion to a hearer, person by person.
    ///
    /// @param hearer takes each opinion, and by what its words are compared, where that is still kept
    public void each(Tx tx, Span span, BiConsumer<Voice, Optional<byte[]>> hearer) {
        long from = span.from().toEpochMilli();
        long until = span.until().toEpochMilli();
        if (span.lateSince().isPresent()) {
            long since = span.lateSince().get();
            tx.each(WITH_LATE, row -> hearer.accept(voice(row), row.bytesOrNone(11)), from, until,
                    span.upTo(), from, since,
                    span.upTo());
            return;
        }
        tx.each(FILED_BETWEEN, row -> hearer.accept(voice(row), row.bytesOrNone(11)), from, until,
                span.upTo());
    }

    private static Voice voice(Row row) {
        return new Voice(Pseudonym.of(row.bytes(1)), at(row, 2), mood(row, 3), topics(row), place(row),
                row.integer(8) != 0,
                new Voice.Guess(mood(row, 9), row.textOrNone(10).map(SqlVoices::topic)));
    }

    private static Instant at(Row row, int column) {
        return Instant.ofEpochMilli(row.number(column));
    }

    private static Optional<Mood> mood(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Mood.of(row.integer(column));
    }

    private static List<Topic> topics(Row row) {
        var topics = new ArrayList<Topic>(2);
        topics.add(topic(row.text(4)));
        row.textOrNone(5).map(SqlVoices::topic).filter(second -> !topics.contains(second))
                .ifPresent(topics::add);
        return topics;
    }

    private static Topic topic(String code) {
        return Topic.of(code).orElseThrow(() -> new DatabaseException("unknown topic in feedback"));
    }

    private static Feedback.Place place(Row row) {
        return switch (row.text(6)) {
            case "in" -> row.textOrNone(7).flatMap(UnitId::parse).<Feedback.Place>map(Feedback.Place.In::new)
                    .orElseThrow(() -> new DatabaseException("unknown unit in feedback"));
            case "outside" -> new Feedback.Place.Outside();
            default -> new Feedback.Place.Unclear();
        };
    }
}
