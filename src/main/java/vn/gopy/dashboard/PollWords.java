package vn.gopy.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import vn.gopy.place.Unit;
import vn.gopy.poll.GroupFigures;
import vn.gopy.poll.Poll;
import vn.gopy.release.Count;
import vn.gopy.release.FigureWords;
import vn.gopy.web.Page;

/// Says polls in the language of a page.
public record PollWords(Page page, FigureWords words, Figures figures) {
    /// Whose office asks.
    public String office(Poll poll) {
        return poll.content().area().unit().flatMap(figures.gazetteer()::unit).map(Unit::title)
                .map(title -> page.say("theme.office", Map.of("unit", title))).orElseGet(page::operator);
    }

    /// Where it stands.
    public String state(Poll poll, Instant now) {
        return switch (poll.state()) {
            case DRAFT -> page.say("polls.state.draft");
            case DROPPED -> page.say("polls.state.dropped");
            case OPEN -> page.say(poll.isOpen(now) ? "polls.state.open" : "polls.state.over",
                    Map.of("day", day(poll.lastMoment())));
        };
    }

    /// Which wording it is, by whom, and since when it is asked.
    public String register(Poll poll) {
        var places = Map.of("n", poll.version(), "id", poll.id(), "role",
                page.say("official.role." + poll.role().word()));
        return poll.openedAt()
                .map(from -> page.say("polls.version.asked",
                        Map.of("n", poll.version(), "id", poll.id(), "role",
                                page.say("official.role." + poll.role().word()), "from", day(from), "to",
                                day(poll.lastMoment()))))
                .orElseGet(() -> page.say("polls.version", places));
    }

    public String day(Instant moment) {
        return words.day(LocalDate.ofInstant(moment, words.zone()));
    }

    /// How many answered, with the rule for what is not shown.
    public String all(PollResult result) {
        return page.say("polls.answered", Map.of("people", words.people(result.all())));
    }

    /// How many votes groups gave, in how many groups.
    public String groups(GroupFigures groups) {
        var all = groups.shown().all();
        return all instanceof Count.Hidden
                ? page.say("polls.groups.few", Map.of("groups", groups.groups(), "k", words.rule().k()))
                : page.say("polls.groups.all", Map.of("groups", groups.groups(), "votes", words.count(all)));
    }

    /// When figures come.
    public String later(PollResult result) {
        return page.say("polls.later", Map.of("month", words.period(result.month())));
    }
}
