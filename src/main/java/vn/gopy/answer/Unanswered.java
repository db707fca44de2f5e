package vn.gopy.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.gopy.db.Database;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.OpenQuestions;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.vault.Vault;

/// What may be published of the questions without a source of a closed month: see [Gathering].
///
/// Months alone, because a week within a month could be subtracted from it.
public final class Unanswered implements OpenQuestions {
    private final Database database;
    private final SqlQuestions questions;
    private final ReleaseSettings settings;
    private final Gathering gathering;

    /// @param insight asked for only when enough persons asked something
    public Unanswered(Database database, Vault vault, ReleaseSettings settings, Supplier<Insight> insight) {
        this.database = database;
        questions = new SqlQuestions(vault);
        this.settings = settings;
        gathering = new Gathering(settings.rule(), insight);
    }

    @Override
    public Optional<Instant> first() {
        return database.read(questions::first);
    }

    @Override
    public List<OpenQuestion> in(Period period) {
        if (period.kind() != Period.Kind.MONTH) {
            return List.of();
        }
        var asked = database.read(tx -> questions.askedBetween(tx, period.from(settings.zone()),
                period.until(settings.zone())));
        return gathering.of(asked).stream()
                .map(group -> new OpenQuestion(period, group.words(), group.topic(), group.persons()))
                .toList();
    }
}
