package vn.gopy.dialogue;

import java.util.List;
import java.util.Map;
import vn.gopy.policy.Library;
import vn.gopy.reading.Reader;
import vn.gopy.reading.Sensitive;

/// Says honestly that there is no source, and asks whether the question may be kept: to be counted with like
/// ones, and answered later for who wishes it. Nothing is kept before a yes to exactly the text that is shown.
final class NotingDesk {
    private final Voice voice;
    private final DialogueSettings settings;
    private final Reader reader;
    private final Library library;
    private final Offices offices;

    NotingDesk(Voice voice, DialogueSettings settings, Reader reader, Library library, Offices offices) {
        this.voice = voice;
        this.settings = settings;
        this.reader = reader;
        this.library = library;
        this.offices = offices;
    }

    /// There is no source.
    ///
    /// @param masked the message as it may be kept
    Turn noSource(Visit visit, String masked) {
        var question = keepable(masked);
        var none = new Event.Counted("question.none");
        if (question.isEmpty()) {
            return visit.to(new Step.NoSource("")).record(none);
        }
        return mayBeKept(question)
                ? visit.to(new Step.NoSource(question)).record(none)
                : visit.to(new Step.NoSource("")).record(none).record(new Event.Counted("question.unkept"));
    }

    /// Abuse and danger are counted and never kept, whichever way they came here.
    private boolean mayBeKept(String question) {
        var reading = reader.read(question);
        return !reading.toxic() && reading.sensitive() == Sensitive.NONE;
    }

    /// As much of a message as may be kept: the sentences that ask, cut.
    static String keepable(String masked) {
        return cut(QuestionDesk.asked(masked).strip(), NotedQuestion.LONGEST);
    }

    /// As much of a text as is kept; no sign is cut in two.
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    Question ask(Step.NoSource step, Visit visit) {
        var exits = List.of(voice.word(visit, Word.GIUP), voice.word(visit, Word.MENU));
        var note = voice.option(visit, "note", "question.note");
        if (step.question().isEmpty()) {
            return Question.of(voice.say(visit, "question.no-source"), List.of(exits));
        }
        return Question.of(voice.say(visit, "question.no-source"), List.of(offices.takeRequests()
                ? List.of(note, voice.option(visit, "office", "request.ask-office"))
                : List.of(note), exits));
    }

    Turn choose(Step.NoSource step, String verb, Visit visit) {
        return visit.to(new Step.MayNote(step.question()));
    }

    Question ask(Step.MayNote step, Visit visit) {
        return Question.of(shown(visit, step.question()), List.of(
                List.of(voice.option(visit, "tell", "question.note.tell")),
                List.of(voice.option(visit, "only", "question.note.only"),
                        voice.option(visit, "refuse", "question.note.refuse"))))
                .surely();
    }

    private String shown(Visit visit, String question) {
        return voice.say(visit, "question.note.ask", Map.of("text", question, "k", settings.k(), "keep",
                voice.say(visit, settings.keepQuestion())));
    }

    Turn choose(Step.MayNote step, String verb, Visit visit) {
        if (verb.equals("refuse")) {
            return visit.to(new Step.Idle()).say(voice.reply(visit, "question.not-noted"))
                    .record(new Event.Counted("question.refused"));
        }
        boolean wishesToHear = verb.equals("tell");
        var noted = new NotedQuestion(visit.now(), step.question(), visit.language(), wishesToHear);
        // the hash is of the words around the question: of the question itself it would tell too much
        return visit.to(new Step.Idle())
                .say(voice.reply(visit, wishesToHear ? "question.noted-tell" : "question.noted").surely())
                .record(new Event.QuestionNoted(noted, library.version(), settings.consentVersion(),
                        ConsentDesk.hash(shown(visit, "…"))))
                .record(new Event.Counted("question.noted"));
    }

    /// A word or two are an answer nobody understood.
    Turn notUnderstood(Visit visit) {
        return Misses.count(visit, voice, "question.note.again");
    }
}
