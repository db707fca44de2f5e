package vn.gopy.dashboard;

import java.util.Map;
import java.util.Optional;
import vn.gopy.release.Alert;
import vn.gopy.release.AlertBook;
import vn.gopy.release.AlertBook.Tally;
import vn.gopy.release.FigureWords;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Releases;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;

/// Says alerts: what was noticed, how sure that is, and how often its kind was false lately.
public record AlertWords(Page page, FigureWords words, Releases releases) {
    /// What was noticed, in one sentence.
    public String says(Alert alert) {
        return page.say("alert." + alert.kind().word() + way(alert),
                Map.of("subject", subject(alert), "period", words.period(alert.period()), "was",
                        words.number(alert.was()), "now", words.number(alert.now())));
    }

    private static String way(Alert alert) {
        return alert.kind() == Alert.Kind.TOPIC_VOLUME && !alert.isRise() ? "-fall" : "";
    }

    /// How sure an alert of this kind is.
    public String sure(Alert.Kind kind) {
        return page.say("alert." + kind.word() + ".sure");
    }

    public String kind(Alert.Kind kind) {
        return page.say("alert." + kind.word() + ".name");
    }

    /// How often this kind was false, and of how many nobody said anything.
    public String fared(Tally tally) {
        return page.say(tally.alerts() == 0 ? "alert.fared.none" : "alert.fared",
                Map.of("weeks", AlertBook.WEEKS, "alerts", tally.alerts(), "wrong", tally.wrong(), "unmarked",
                        tally.unmarked()));
    }

    /// The page that the alert is about.
    public String address(Alert alert) {
        var of = alert.kind() == Alert.Kind.TOPIC_VOLUME ? "/figures/digest?period=" : "/figures?period=";
        return page.to(of + alert.period().code());
    }

    private String subject(Alert alert) {
        return switch (alert.kind()) {
            case TOPIC_VOLUME -> Topic.of(alert.subject()).map(words::topic).orElse(alert.subject());
            case QUESTION_RISE -> group(alert).map(OpenQuestion::words).orElse(alert.subject());
            case ANSWER_LATE -> words.place(Optional.empty());
        };
    }

    private Optional<OpenQuestion> group(Alert alert) {
        int place = Integer.parseInt(alert.subject().substring(alert.subject().indexOf('.') + 1));
        return releases.closing(alert.period()).map(release -> release.unanswered(alert.period()))
                .filter(groups -> place <= groups.size()).map(groups -> groups.get(place - 1));
    }
}
