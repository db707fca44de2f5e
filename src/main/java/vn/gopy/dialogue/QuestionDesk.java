package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.gopy.policy.Finding;
import vn.gopy.policy.Library;

/// Takes questions to the library: an answer, "did you mean", or honestly none.
final class QuestionDesk {
    private final Voice voice;
    private final Library library;
    private final AnswerDesk answers;
    private final NotingDesk noting;

    QuestionDesk(Voice voice, Library library, AnswerDesk answers, NotingDesk noting) {
        this.voice = voice;
        this.library = library;
        this.answers = answers;
        this.noting = noting;
    }

    Finding find(Visit visit, String question) {
        return library.find(asked(question), visit.language(), visit.standing().context(),
                visit.now());
    }

    /// Of a message that asks and says more, the sentences that ask: what is said besides would only blur
    /// them.
    static String asked(String text) {
        int last = text.lastIndexOf('?');
        return last > 0 ? text.substring(0, last + 1) : text;
    }

    /// Whatever the library found, told.
    ///
    /// @param masked the message as it may be kept
    Turn tell(Visit visit, Finding finding, String masked) {
        return switch (finding) {
            case Finding.Answer(var claims, var near, _) -> answers.answer(visit, claims, near);
            case Finding.Suggest(var claims) ->
                visit.to(new Step.Suggested(AnswerDesk.ids(claims), NotingDesk.keepable(masked)))
                        .record(new Event.Counted("question.suggested"));
            case Finding.None _ -> noting.noSource(visit, masked);
        };
    }

    Question ask(Step.AskQuestion step, Visit visit) {
        return Question.of(voice.say(visit, "question.ask"), List.of(List.of(voice.word(visit, Word.MENU))));
    }

    Question ask(Step.Suggested step, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        for (int i = 0; i < step.claims().size(); i++) {
            // by its place in the step, so that a button keeps its meaning when another claim goes
            for (var claim : answers.claims(List.of(step.claims().get(i)), visit)) {
                rows.add(List.of(Option.of("s" + i, claim.title(visit.language()))));
            }
        }
        rows.add(List.of(voice.option(visit, "none", "question.none-of-them")));
        return Question.of(voice.say(visit, "question.meant"), rows);
    }

    Turn choose(Step.Suggested step, String verb, Visit visit) {
        if (verb.equals("none")) {
            return noting.noSource(visit, step.question());
        }
        var id = step.claims().get(verb.charAt(1) - '0');
        var claims = answers.claims(List.of(id), visit).stream().flatMap(claim -> Stream
                .concat(Stream.of(claim), answers.claims(claim.alongside(), visit).stream())).toList();
        return answers.answer(visit, claims);
    }

    Question ask(Step.AskIntent step, Visit visit) {
        return Question.of(voice.say(visit, "intent.ask", Map.of("text", step.offered().text())),
                List.of(List.of(voice.option(visit, "opinion", "intent.opinion"),
                        voice.option(visit, "question", "intent.question"))));
    }

    Question ask(Step.OfferFeedback step, Visit visit) {
        return Question.of(voice.say(visit, "intent.offer"), List.of(
                List.of(voice.option(visit, "yes", "yes"), voice.option(visit, "no", "no"))));
    }
}
