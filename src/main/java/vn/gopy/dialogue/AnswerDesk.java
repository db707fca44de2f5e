package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.gopy.chat.Reply;
import vn.gopy.policy.Answers;
import vn.gopy.policy.Claim;
import vn.gopy.policy.Library;

/// Says claims with their sources, and hears whether they were clear. "Not clear" is a gap in explaining, not
/// an opinion.
final class AnswerDesk {
    private final Voice voice;
    private final Library library;
    private final Answers answers;

    AnswerDesk(Voice voice, Library library, Answers answers) {
        this.voice = voice;
        this.library = library;
        this.answers = answers;
    }

    /// Answers, and leaves "is it clear?" open.
    Turn answer(Visit visit, List<Claim> claims) {
        return answer(visit, claims, List.of());
    }

    /// The same, with claims that are offered when it is not clear: perhaps one of them was meant.
    Turn answer(Visit visit, List<Claim> claims, List<Claim> near) {
        var said = inTurn(claims, visit.resident().seed());
        var step = new Step.Answered(ids(said), ids(near));
        var next = visit.standing().at(step).about(claims.getFirst().id());
        var question = ask(step, visit).saying(answers.compose(said, visit.language()));
        return Turn.to(next).say(question.reply(next)).record(new Event.Counted("question.answered"));
    }

    /// Answers in passing; the open question stays open.
    String inPassing(Visit visit, List<Claim> claims) {
        return answers.compose(inTurn(claims, visit.resident().seed()), visit.language());
    }

    /// Aims, costs and open points that belong together begin with another one for another resident.
    private static List<Claim> inTurn(List<Claim> claims, long seed) {
        var first = claims.getFirst();
        if (first.alongside().isEmpty()) {
            return claims;
        }
        var together = new ArrayList<>(claims.stream()
                .filter(claim -> claim.id().equals(first.id()) || first.alongside().contains(claim.id()))
                .toList());
        var others = claims.stream().filter(claim -> !together.contains(claim)).toList();
        Collections.rotate(together, Math.floorMod(seed, together.size()));
        together.addAll(others);
        return together;
    }

    /// On what a claim rests, in few words.
    String source(String claim, Visit visit) {
        return library.claim(claim, visit.now()).stream().flatMap(one -> one.sources().stream())
                .map(source -> answers.brief(source, visit.language())).distinct()
                .collect(Collectors.joining("; "));
    }

    Question ask(Step.Answered step, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        if (claims(step.claims(), visit).stream().anyMatch(claim -> !claim.sources().isEmpty())) {
            rows.add(List.of(voice.option(visit, "sources", "answer.show-sources")));
        }
        rows.add(List.of(voice.option(visit, "clear", "answer.clear"),
                voice.option(visit, "unclear", "answer.unclear")));
        return Question.of(voice.say(visit, "answer.ask"), rows);
    }

    Turn choose(Step.Answered step, String verb, Visit visit) {
        return switch (verb) {
            case "sources" -> sources(step, visit);
            case "clear" -> visit.to(new Step.Idle()).say(voice.reply(visit, "answer.thanks"))
                    .record(new Event.Counted("answer.clear"));
            default -> unclear(step.near(), visit).record(new Event.Counted("answer.unclear"));
        };
    }

    private Turn unclear(List<String> near, Visit visit) {
        return near.isEmpty()
                ? visit.to(new Step.Idle()).say(exits(visit))
                : visit.to(new Step.Suggested(near, "")).say(voice.reply(visit, "answer.perhaps"));
    }

    static List<String> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }

    private Reply exits(Visit visit) {
        return Question.of(voice.say(visit, "answer.sorry"),
                List.of(List.of(voice.word(visit, Word.GIUP), voice.word(visit, Word.MENU))))
                .reply(visit.standing());
    }

    /// Number, title, clause and dates. The answer's buttons come along.
    private Turn sources(Step.Answered step, Visit visit) {
        var next = visit.standing().at(step);
        var cards = answers.sources(claims(step.claims(), visit), visit.language());
        return Turn.to(next).say(ask(step, visit).saying(cards).reply(next));
    }

    /// What holds now of the claims with these ids.
    List<Claim> claims(List<String> ids, Visit visit) {
        return ids.stream().map(id -> library.claim(id, visit.now())).flatMap(Optional::stream).distinct()
                .toList();
    }
}
