package vn.gopy.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.gopy.feedback.Feedback;
import vn.gopy.place.UnitId;
import vn.gopy.release.Period;
import vn.gopy.text.Language;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Every step of the dialogue, with what a resident who stands there has said so far.
final class Steps {
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    static final UnitId HOANH_BO = UnitId.ofNew("07030");
    private static final UnitId LE_LOI = UnitId.old("07066");

    private static final String QUESTION = "bao giờ sửa đường «số điện thoại»?";

    private Steps() {}

    static Draft draft() {
        return Draft.empty(NOW).adding("đi làm giấy tờ xa quá").with(Optional.of(Mood.DISSATISFIED))
                .with(Topic.DI_LAI)
                .in(Optional.of(new Feedback.Place.In(HOANH_BO)));
    }

    static List<Step> all() {
        var idle = new Step.Idle();
        var review = new Step.Review();
        return List.of(idle, new Step.Consent(false), new Step.Consent(true), new Step.AskMood(),
                new Step.AskTopic(false, false), new Step.AskTopic(true, false),
                new Step.AskTopic(false, true),
                new Step.AskTopic(true, true), new Step.AskPlace(0), new Step.AskPlace(1),
                pick(Step.PickPlace.Kind.CONFIRM, LE_LOI.toString(), List.of("u:" + HOANH_BO), false),
                pick(Step.PickPlace.Kind.MEANT, HOANH_BO.toString(), List.of("u:" + HOANH_BO), true),
                pick(Step.PickPlace.Kind.NAMED, "phường Yết Kiêu", List.of("u:new:06685"), false),
                pick(Step.PickPlace.Kind.SPLIT, "old:06886",
                        List.of("u:new:06799", "u:new:06886", "u:new:06970"), false),
                pick(Step.PickPlace.Kind.SEVERAL, "", List.of("u:new:06685", "o:" + LE_LOI, "d:ha-long"),
                        false),
                pick(Step.PickPlace.Kind.SEVERAL, "", List.of("u:new:06685", "o:" + LE_LOI, "d:ha-long"),
                        true),
                pick(Step.PickPlace.Kind.DISTRICT, "ha-long", List.of("u:new:06685", "u:" + HOANH_BO), false),
                pick(Step.PickPlace.Kind.OUTSIDE, "Hà Nội", List.of(), false), review, new Step.Fix(),
                new Step.Reword(), new Step.Receipted(Optional.of(HOANH_BO), "làm nhanh", true),
                new Step.Receipted(Optional.empty(), "", false),
                new Step.MayQuote(Optional.of(HOANH_BO), "làm nhanh", true),
                new Step.MayHear(Optional.of(HOANH_BO), "làm nhanh"),
                new Step.AskIntent(draft()), new Step.OfferFeedback(draft()), new Step.AskQuestion(),
                new Step.Answered(claims(), List.of()), new Step.Answered(claims(), claims()),
                new Step.Suggested(claims(), "giấy tờ cũ"),
                new Step.NoSource(""), new Step.NoSource(QUESTION), new Step.MayNote(QUESTION),
                new Step.AskNews(0), new Step.AskNews(1),
                new Step.PickNews(new Step.PickPlace(Step.PickPlace.Kind.MEANT, HOANH_BO.toString(),
                        List.of("u:" + HOANH_BO), 0, true)),
                new Step.MayNews(Optional.of(HOANH_BO), Optional.empty()),
                new Step.MayNews(Optional.empty(), Optional.of(Topic.HA_TANG)),
                new Step.TopicOfNews(Optional.of(HOANH_BO)),
                new Step.PickPoll(), new Step.AskPoll(7), new Step.PickForum(), new Step.AskForum(7),
                new Step.MayAsk(7, QUESTION), new Step.AskRequest(),
                new Step.AskOffice(QUESTION, 0), new Step.AskOffice(QUESTION, 1),
                new Step.PickOffice(QUESTION, new Step.PickPlace(Step.PickPlace.Kind.MEANT,
                        HOANH_BO.toString(), List.of("u:" + HOANH_BO), 0, true)),
                new Step.MaySend(QUESTION, HOANH_BO, Topic.HA_TANG), new Step.OneRequest(17),
                new Step.MayAnswer(17, QUESTION), new Step.LookUp(0),
                new Step.LookUp(1), new Step.AskFigures(Period.Kind.MONTH, 0),
                new Step.PickFigures(Period.Kind.QUARTER,
                        new Step.PickPlace(Step.PickPlace.Kind.DISTRICT, "ha-long",
                                List.of("u:new:06685", "u:" + HOANH_BO), 0, true)),
                new Step.ToldFigures(Optional.of(HOANH_BO), Period.Kind.MONTH),
                new Step.ToldFigures(Optional.empty(), Period.Kind.QUARTER), new Step.Linked(HOANH_BO),
                new Step.ConfirmStop(idle),
                new Step.ConfirmStop(review),
                new Step.ConfirmErase(review), new Step.Withdraw(review), new Step.FixSent(idle),
                new Step.PickLanguage(review), new Step.Resume(Draft.empty(NOW)), new Step.Resume(draft()));
    }

    private static Step pick(Step.PickPlace.Kind kind, String about, List<String> picks, boolean lookUp) {
        return new Step.PickPlace(kind, about, picks, 0, lookUp);
    }

    /// Claims that the library has.
    private static List<String> claims() {
        return List.of("place.new-of.07066", "place.new-of.06649");
    }

    /// A resident who agreed, filed once and stands at a step, with a draft where the step needs one.
    static Conversation at(Step step, Language language) {
        var start = Standing.start(NOW);
        var standing = step.drafts() || step.below().drafts() || step instanceof Step.Resume
                ? start.with(draft()).at(step)
                : start.at(step);
        var talk = new Conversation(House.dialogue(), language, 4, NOW).agreed().standing(standing);
        talk.filed(new Feedback(NOW, Optional.of(Mood.SATISFIED), Topic.GIAY_TO, Optional.empty(),
                new Feedback.Place.In(HOANH_BO), Optional.of("làm nhanh"), Optional.empty(), Optional.empty(),
                true, false));
        return talk;
    }
}
