package vn.gopy.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.feedback.Consent;
import vn.gopy.place.Gazetteer;
import vn.gopy.policy.Folder;
import vn.gopy.policy.PolicyFiles;
import vn.gopy.policy.PolicyLibrary;
import vn.gopy.reading.Reader;
import vn.gopy.reading.TrainedReader;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Period;
import vn.gopy.release.Village;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.vault.Keys;
import vn.gopy.vault.Person;
import vn.gopy.vault.SqlPeople;
import vn.gopy.vault.Vault;

/// A village whose residents ask what no source tells.
final class Town implements AutoCloseable {
    static final Phrasebook PHRASES = Phrasebook.open(List.of(Language.VIETNAMESE, Language.ENGLISH));
    static final PolicyLibrary LIBRARY = PolicyLibrary.open(new PolicyFiles(Folder.shipped()).read(),
            Gazetteer.open("quang-ninh"), PHRASES, Village.ZONE);
    private static final Reader READER = TrainedReader.open(PHRASES);
    static final Insight INSIGHT = new Insight(LIBRARY.likeness(), text -> READER.read(text).topic(),
            words -> !READER.read(words).toxic());

    final Vault vault;
    final Village village;
    final SqlQuestions questions;
    final SqlPeople people;

    Town(Path folder) {
        vault = new Vault(Keys.in(folder.resolve("keys")));
        village = new Village(folder,
                database -> new Unanswered(database, vault, Village.SETTINGS, () -> INSIGHT));
        questions = new SqlQuestions(vault);
        people = new SqlPeople(vault);
    }

    /// Somebody asks, at a local time, and lets it be kept.
    Person asks(int number, String when, String text) {
        return asks(number, new Noted(Village.at(when), text, Language.VIETNAMESE, false, LIBRARY.version()));
    }

    Person asks(int number, Noted noted) {
        var person = person(number, noted.askedAt());
        village.database.ledger().commit(tx -> {
            questions.note(tx, person, noted, new Consent("2", "questions", "hash", noted.askedAt(), "test"),
                    new byte[]{1});
            return person;
        });
        return person;
    }

    private Person person(int number, Instant now) {
        var pid = vault.pseudonym("test", "p" + number);
        return village.database.read(tx -> people.find(tx, pid)).orElseGet(() -> {
            var person = new Person(pid, vault.newKey(), Optional.of("test|p" + number),
                    now.plusSeconds(86_400 * 30), true);
            var row = people.prepare(person);
            village.database.ledger().commit(tx -> people.meet(tx, row, now));
            return person;
        });
    }

    void erases(Person person) {
        village.database.ledger().commit(tx -> questions.erase(tx, person.pid()));
    }

    List<Noted> kept(Person person) {
        return village.database.read(tx -> questions.latest(tx, person));
    }

    /// What a release at a local time shows of a month.
    List<OpenQuestion> published(String when, String month) {
        village.publish(when);
        var period = Period.parse(month).orElseThrow();
        return village.releases.closing(period).orElseThrow().unanswered(period);
    }

    @Override
    public void close() {
        village.close();
    }
}
