package vn.gopy.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gopy.chat.Reply;
import vn.gopy.feedback.Feedback;
import vn.gopy.policy.Dates;

/// What is kept, and the ways out: withdraw, erase, stop.
final class PrivacyDesk {
    private final Voice voice;
    private final Whereabouts whereabouts;
    private final ReviewDesk review;
    private final RequestDesk requests;
    private final NewsDesk news;
    private final PollDesk polls;
    private final ForumDesk forums;
    private final DialogueSettings settings;

    /// The desks that know the words for what is kept.
    record Behind(ReviewDesk review, RequestDesk requests, NewsDesk news,
            PollDesk polls, ForumDesk forums) {}

    PrivacyDesk(Voice voice, Whereabouts whereabouts, Behind behind, DialogueSettings settings) {
        this.voice = voice;
        this.whereabouts = whereabouts;
        review = behind.review();
        requests = behind.requests();
        news = behind.news();
        polls = behind.polls();
        forums = behind.forums();
        this.settings = settings;
    }

    Reply privacy(Visit visit) {
        return withWords(visit, voice.sayOfUs(visit, "privacy"),
                Word.DULIEU,
                Word.RUTLAI, Word.XOA);
    }

    private Reply withWords(Visit visit, String text, Word... words) {
        var row = new ArrayList<Option>();
        for (var word : words) {
            row.add(voice.word(visit, word));
        }
        return Question.of(text, List.of(row)).reply(visit.standing());
    }

    /// Everything that is kept about the resident, in plain words.
    Reply data(Visit visit) {
        var resident = visit.resident();
        var standing = visit.standing();
        var lines = new ArrayList<String>();
        lines.add(voice.say(visit, "data.head"));
        lines.add(voice.say(visit, resident.consented() ? "data.consented" : "data.not-consented"));
        lines.add(voice.say(visit, "data.filed", Map.of("n", resident.filed())));
        resident.latest().forEach(feedback -> lines.add(line(visit, feedback)));
        if (resident.quoted() > 0) {
            lines.add(voice.say(visit, "data.quotes", Map.of("n", resident.quoted())));
        }
        if (resident.wishes() > 0) {
            lines.add(voice.say(visit, "data.hearing", Map.of("n", resident.wishes())));
        }
        resident.followed().ifPresent(what -> lines
                .add(voice.say(visit, "data.news", Map.of("what", news.title(visit, what)))));
        lines.addAll(polls.kept(visit));
        lines.addAll(forums.kept(visit));
        var questions = resident.questions();
        lines.add(voice.say(visit, "data.questions", Map.of("n", questions.size())));
        questions.forEach(question -> lines.add(line(visit, question)));
        var sent = resident.requests();
        if (!sent.isEmpty()) {
            lines.add(voice.say(visit, "data.requests", Map.of("n", sent.size())));
            sent.forEach(request -> lines.add(line(visit, request)));
        }
        if (standing.hasDraft()) {
            lines.add(voice.say(visit, "data.draft"));
        }
        standing.home().ifPresent(home -> lines.add(voice.say(visit, "data.home", Map.of("unit",
                whereabouts.title(visit, new Feedback.Place.In(home.unit()))))));
        standing.chosen().ifPresent(language -> lines.add(voice.say(visit, "data.language",
                Map.of("language", voice.nameOf(language)))));
        lines.add(voice.say(visit, "data.not-kept"));
        return withWords(visit, String.join("\n", lines), Word.RUTLAI, Word.XOA);
    }

    private String line(Visit visit, NotedQuestion question) {
        return voice.say(visit, question.wishesToHear() ? "data.question-tell" : "data.question",
                Map.of("day", day(question.askedAt()), "text", question.text()));
    }

    private String line(Visit visit, OwnRequest request) {
        return voice.say(visit, "data.request",
                Map.of("day", Dates.plain(request.sentOn()), "unit", requests.title(visit, request.unit()),
                        "text",
                        request.text(), "state", requests.state(visit, request)));
    }

    private String day(Instant moment) {
        return Dates.plain(moment.atZone(settings.zone()).toLocalDate());
    }

    private String line(Visit visit, Feedback feedback) {
        var line = voice.say(visit, "data.feedback",
                Map.of("day", day(feedback.filedAt()), "topic", review.topic(visit, feedback.topic()),
                        "mood", review.mood(visit, feedback.mood()), "place",
                        whereabouts.title(visit, feedback.place())));
        return feedback.text().map(text -> line + " " + voice.say(visit, "review.text", Map.of("text", text)))
                .orElse(line);
    }

    Reply receipt(Visit visit) {
        return Reply.of(voice.say(visit, visit.resident().filed() > 0 ? "receipt.about" : "receipt.none-yet",
                Map.of("n", visit.resident().filed())));
    }

    Question ask(Step.ConfirmErase step, Visit visit) {
        return Question.of(voice.say(visit, "erase.ask"), List.of(
                List.of(voice.option(visit, "erase", "erase.yes"), voice.option(visit, "keep", "erase.no"))))
                .surely();
    }

    Turn choose(Step.ConfirmErase step, String verb, Visit visit) {
        return verb.equals("erase") ? erased(visit) : back(visit, step.was());
    }

    /// Nothing is left of the resident but where this confirmation goes.
    Turn erased(Visit visit) {
        return Turn.to(Standing.start(visit.now())).say(voice.reply(visit, "erase.done").surely())
                .record(new Event.Erased());
    }

    Question ask(Step.Withdraw step, Visit visit) {
        var rows = new ArrayList<List<Option>>();
        if (visit.resident().filed() > 0) {
            rows.add(List.of(voice.option(visit, "last", "withdraw.last")));
        }
        if (visit.resident().quoted() > 0) {
            rows.add(List.of(voice.option(visit, "quotes", "withdraw.quotes")));
        }
        if (!visit.resident().requests().isEmpty()) {
            rows.add(List.of(voice.option(visit, "requests", "withdraw.requests")));
        }
        if (visit.resident().wishes() > 0) {
            rows.add(List.of(voice.option(visit, "hearing", "withdraw.hearing")));
        }
        if (visit.resident().followed().isPresent()) {
            rows.add(List.of(voice.option(visit, "news", "withdraw.news")));
        }
        if (!polls.kept(visit).isEmpty()) {
            rows.add(List.of(voice.option(visit, "polls", "withdraw.polls")));
        }
        if (!forums.kept(visit).isEmpty()) {
            rows.add(List.of(voice.option(visit, "forums", "withdraw.forums")));
        }
        if (visit.resident().consented() || !visit.resident().questions().isEmpty()) {
            rows.add(List.of(voice.option(visit, "consent", "withdraw.consent")));
        }
        var key = rows.isEmpty() ? "withdraw.nothing" : "withdraw.ask";
        rows.add(List.of(voice.option(visit, "keep", "withdraw.keep")));
        return Question.of(voice.say(visit, key), rows);
    }

    Turn choose(Step.Withdraw step, String verb, Visit visit) {
        return switch (verb) {
            case "last" -> visit.to(new Step.Idle()).say(voice.reply(visit, "withdraw.last-done").surely())
                    .record(new Event.FeedbackWithdrawn());
            case "quotes" -> visit.to(new Step.Idle())
                    .say(voice.reply(visit, "withdraw.quotes-done").surely())
                    .record(new Event.QuotesWithdrawn());
            case "requests" -> visit.to(new Step.Idle())
                    .say(voice.reply(visit, "withdraw.requests-done").surely())
                    .record(new Event.RequestsWithdrawn());
            case "hearing" -> visit.to(new Step.Idle()).say(voice.reply(visit, "hear.ended").surely())
                    .record(new Event.HearingEnded());
            case "news" -> visit.to(new Step.Idle()).say(voice.reply(visit, "news.ended").surely())
                    .record(new Event.NewsEnded());
            case "polls" -> polls.withdrawn(visit);
            case "forums" -> forums.withdrawn(visit);
            case "consent" -> Turn.to(visit.standing().withoutDraft().at(new Step.Idle()))
                    .say(voice.reply(visit, "withdraw.consent-done").surely())
                    .record(new Event.ConsentWithdrawn());
            default -> back(visit, step.was());
        };
    }

    /// `dung` without marks may mean "stop", "right" or "use": so we ask, and offer "right" where that was an
    /// answer.
    Question ask(Step.ConfirmStop step, boolean rightWasAnAnswer, Visit visit) {
        var row = new ArrayList<Option>();
        row.add(voice.option(visit, "stop", rightWasAnAnswer ? "stop.yes" : "stop.surely"));
        row.add(voice.option(visit, "keep", "stop.no"));
        var rows = new ArrayList<List<Option>>(List.of(row));
        if (rightWasAnAnswer) {
            rows.add(List.of(voice.option(visit, "right", "stop.right")));
        }
        if (visit.resident().followed().isPresent()) {
            rows.add(List.of(voice.option(visit, "news", "stop.news")));
        }
        return Question.of(voice.say(visit, "stop.ask"), rows);
    }

    Turn stopped(Visit visit) {
        return Turn.to(visit.standing().withoutDraft().at(new Step.Idle()))
                .say(voice.reply(visit, "stop.done"));
    }

    /// Nothing happens; the question that was open comes again.
    Turn back(Visit visit, Step was) {
        return visit.to(was).say(voice.reply(visit, "kept"));
    }
}
