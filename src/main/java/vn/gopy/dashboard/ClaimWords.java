package vn.gopy.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.answer.ClaimSheet;
import vn.gopy.answer.ClaimVersion;
import vn.gopy.official.Account;
import vn.gopy.policy.Flaw;
import vn.gopy.policy.Proofreader;
import vn.gopy.release.FigureWords;
import vn.gopy.release.OpenQuestion;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;

/// Says claims, what is wrong with them and what they answer, on the pages of editors.
public record ClaimWords(Page page, FigureWords figures, OfficialWords officials, List<Account> people) {
    public String topic(Topic topic) {
        return figures.topic(topic);
    }

    public String topic(Optional<Topic> topic) {
        return topic.map(figures::topic).orElseGet(() -> page.say("figures.questions.no-topic"));
    }

    public String persons(OpenQuestion group) {
        return page.say("themes.persons", Map.of("n", figures.number(group.persons())));
    }

    public String month(Period month) {
        return figures.period(month);
    }

    public String month(ClaimSheet.Group group) {
        return Period.parse(group.month()).map(figures::period).orElse(group.month());
    }

    /// What a sheet is called: its title, or its id, or that it is new.
    public String title(ClaimSheet sheet) {
        return sheet.newest().map(version -> version.one("title-vi"))
                .filter(title -> !title.isEmpty())
                .or(() -> sheet.newest().map(version -> version.one("id")).filter(id -> !id.isEmpty()))
                .orElseGet(() -> page.say("claims.untitled"));
    }

    /// Who did it, and when.
    public String deal(ClaimVersion.Deal deal) {
        return page.say("claims.deal",
                Map.of("who", officials.who(deal.who(), people), "when", officials.moment(deal.at())));
    }

    /// Who wrote and who published it.
    public String hands(ClaimVersion version) {
        return page.say("claims.written", Map.of("deal", deal(version.written())))
                + version.agreed()
                        .map(agreed -> " " + page.say("claims.agreed", Map.of("deal", deal(agreed))))
                        .orElse("");
    }

    /// What is wrong, in the reader's language.
    public String flaw(Flaw flaw) {
        return page.say("claims.flaw." + flaw.kind().word(),
                Map.of("what", flaw.what(), "row", flaw.row() + 1));
    }

    /// What a resident would hear, without the marks of bold text.
    public String said(Proofreader.Reply reply) {
        return reply.text().replaceAll("\\p{Co}", "");
    }
}
