package vn.gopy.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.feedback.Feedback;
import vn.gopy.feedback.Feedback.Place;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Shows what was understood, lets the resident change all of it, and sends it. The resident owns the label.
final class ReviewDesk {
    private static final String ANCHOR = "review";
    private static final int A_THOUGHT = 3;

    private final Voice voice;
    private final Whereabouts whereabouts;
    private final Receipts receipts;

    ReviewDesk(Voice voice, Whereabouts whereabouts, Receipts receipts) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        this.receipts = receipts;
    }

    Question ask(Visit visit) {
        return Question.of(summary(visit), List.of(List.of(voice.option(visit, "send", "review.send"),
                voice.option(visit, "fix", "review.fix"), voice.option(visit, "cancel", "review.cancel"))))
                .anchored(ANCHOR);
    }

    private String summary(Visit visit) {
        var draft = visit.draft();
        var text = new StringBuilder(voice.say(visit, "review.ask",
                Map.of("topic", topics(visit, draft), "mood", mood(visit, draft.mood()), "place",
                        draft.place().map(place -> whereabouts.title(visit, place)).orElse("–"))));
        if (draft.onBehalf()) {
            text.append(' ').append(voice.say(visit, "review.on-behalf"));
        }
        if (!draft.text().isEmpty()) {
            text.append('\n').append(voice.say(visit, "review.text", Map.of("text", draft.text())));
        }
        boolean full = draft.text().length() >= Draft.LONGEST - 1;
        return text.append('\n').append(voice.say(visit, full ? "review.full" : "review.add")).toString();
    }

    private String topics(Visit visit, Draft draft) {
        var first = draft.topic().map(topic -> topic(visit, topic)).orElse("–");
        return draft.second().map(second -> voice.say(visit, "review.two-topics",
                Map.of("first", first, "second", topic(visit, second)))).orElse(first);
    }

    String topic(Visit visit, Topic topic) {
        return voice.say(visit, "topic." + topic.code());
    }

    String mood(Visit visit, Optional<Mood> mood) {
        return voice.say(visit,
                mood.map(known -> "mood." + known.value() + ".name").orElse("mood.none.name"));
    }

    /// More words: the draft grows and the review is edited in place. A burst of short messages is one
    /// thought; a word or two about nothing, such as "ừ thì", are none, and the review is asked again.
    Turn hear(Said said, Visit visit) {
        boolean aboutNothing = said.reading().topic().filter(topic -> topic != Topic.KHAC).isEmpty();
        return said.words() < A_THOUGHT && aboutNothing
                ? visit.to(new Step.Review()).say(voice.reply(visit, "review.again"))
                : inPlace(visit, said.addedTo(visit.draft()));
    }

    /// An edited message replaces the words of the draft.
    Turn replace(Said said, Visit visit) {
        return inPlace(visit, said.addedTo(visit.draft().worded("")));
    }

    private Turn inPlace(Visit visit, Draft draft) {
        var next = visit.standing().with(draft).at(new Step.Review());
        return Turn.to(next).say(ask(visit.with(next)).reply(next).inPlaceOf(ANCHOR));
    }

    Turn choose(String verb, Visit visit) {
        return switch (verb) {
            case "send" -> send(visit);
            case "fix" -> visit.to(new Step.Fix());
            default -> Turn.to(visit.standing().withoutDraft().at(new Step.Idle()))
                    .say(voice.reply(visit, "cancelled"));
        };
    }

    private Turn send(Visit visit) {
        var draft = visit.draft();
        var topic = draft.topic();
        if (!visit.resident().consented() || topic.isEmpty() || draft.place().isEmpty()) {
            return Path.onward(visit, draft);
        }
        var feedback = new Feedback(visit.now(), draft.mood(), topic.get(), draft.second(),
                draft.place().get(),
                Optional.of(draft.text()).filter(text -> !text.isEmpty()), draft.guessedMood(),
                draft.guessedTopic(), FeedbackDesk.facesUp(visit.resident()), draft.onBehalf());
        var receipt = receipts.write(visit);
        var step = new Step.Receipted(unitOf(feedback.place()), QuoteDesk.mayBeAsked(feedback),
                HearingDesk.mayBeAsked(feedback));
        var next = visit.standing().withoutDraft().at(step);
        return Turn.to(next)
                .say(ask(step, visit).saying(voice.say(visit, "receipt.given", Map.of("receipt", receipt)))
                        .reply(next))
                .record(new Event.FeedbackFiled(feedback, receipt));
    }

    private static Optional<UnitId> unitOf(Place place) {
        return place instanceof Place.In(var unit) && unit.isNew() ? Optional.of(unit) : Optional.empty();
    }

    /// What may follow a sent opinion. Whether the unit is kept for the next time is asked here, where it
    /// matters.
    Question ask(Step.Receipted step, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        var more = voice.option(visit, "more", "receipt.ask-more");
        rows.add(step.hear() ? List.of(more, voice.option(visit, "hear", "receipt.hear")) : List.of(more));
        var home = visit.standing().home().map(Standing.Home::unit);
        if (step.unit().isPresent() && !step.unit().equals(home)) {
            rows.add(List.of(Option.of("home", voice.say(visit, "receipt.keep-home",
                    Map.of("unit", whereabouts.title(visit, new Place.In(step.unit().get())))))));
        }
        if (!step.text().isEmpty()) {
            rows.add(List.of(voice.option(visit, "quote", "receipt.quote")));
        }
        return Question.of(voice.say(visit, "receipt.ask"), rows);
    }

    Turn choose(Step.Receipted step, String verb, Visit visit) {
        return switch (verb) {
            case "more" -> visit.to(new Step.AskQuestion());
            case "quote" -> visit.to(new Step.MayQuote(step.unit(), step.text(), step.hear()));
            case "hear" -> visit.to(new Step.MayHear(step.unit(), step.text()));
            default -> Turn
                    .to(visit.standing()
                            .living(step.unit().map(unit -> new Standing.Home(unit, visit.now()))))
                    .say(voice.reply(visit, "receipt.home-kept"));
        };
    }

    /// The button "change" and the word `sua` lead here.
    Question askFix(Visit visit) {
        var draft = visit.draft();
        var options = List.of(voice.option(visit, "mood", "fix.mood"),
                voice.option(visit, "topic", "fix.topic"),
                voice.option(visit, "place", "fix.place"), voice.option(visit, "text", "fix.text"),
                voice.option(visit, "second", draft.second().isPresent() ? "fix.drop-second" : "fix.second"),
                voice.option(visit, "behalf", draft.onBehalf() ? "fix.own" : "fix.behalf"),
                voice.option(visit, "done", "fix.done"));
        return Question.of(voice.say(visit, "fix.ask"), FeedbackDesk.inPairs(options));
    }

    Turn chooseFix(String verb, Visit visit) {
        var draft = visit.draft();
        return switch (verb) {
            case "mood" -> Path.onward(visit, draft.withoutMood());
            case "topic" -> Path.onward(visit, draft.withoutTopic());
            case "place" -> Path.onward(visit, draft.in(Optional.empty()));
            case "text" -> visit.to(new Step.Reword());
            case "second" -> draft.second().isPresent()
                    ? Path.onward(visit, draft.withSecond(Optional.empty()))
                    : visit.to(new Step.AskTopic(false, true));
            case "behalf" -> Path.onward(visit, draft.forOthers(!draft.onBehalf()));
            default -> Path.onward(visit, draft);
        };
    }

    Question askReword(Visit visit) {
        return Question.of(voice.say(visit, "reword.ask"), List.of(
                List.of(voice.option(visit, "drop", "reword.drop"),
                        voice.option(visit, "keep", "reword.keep"))));
    }

    Turn chooseReword(String verb, Visit visit) {
        var draft = visit.draft();
        return Path.onward(visit, verb.equals("drop") ? draft.worded("") : draft);
    }

    Turn reword(Said said, Visit visit) {
        return Path.onward(visit, said.addedTo(visit.draft().worded("")));
    }
}
