package vn.gopy.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import vn.gopy.forum.Forum;
import vn.gopy.forum.ForumGroup;
import vn.gopy.place.Unit;
import vn.gopy.release.FigureWords;
import vn.gopy.web.Page;

/// Says dialogue sessions in the language of a page.
public record ForumWords(Page page, FigureWords words, Figures figures) {
    /// Whose office holds it.
    public String office(Forum forum) {
        return forum.content().area().unit().flatMap(figures.gazetteer()::unit).map(Unit::title)
                .map(title -> page.say("theme.office", Map.of("unit", title))).orElseGet(page::operator);
    }

    /// Where it stands.
    public String state(Forum forum, Instant now) {
        return switch (forum.state()) {
            case DRAFT -> page.say("forums.state.draft");
            case DROPPED -> page.say("forums.state.dropped");
            case APPROVED -> page.say(held(forum, now),
                    Map.of("from", day(forum.content().opensAt()), "day", day(forum.lastMoment())));
        };
    }

    private static String held(Forum forum, Instant now) {
        if (forum.isOpen(now)) {
            return "forums.state.open";
        }
        return forum.isOver(now) ? "forums.state.over" : "forums.state.coming";
    }

    /// How many asked about what, or that it is the answer to everybody.
    public String group(ForumGroup group) {
        return group.persons().isPresent()
                ? page.say("forums.group", Map.of("words", group.words(), "n", group.persons().getAsInt()))
                : page.say("forums.everybody");
    }

    /// Whether somebody answered, and when.
    public String answered(ForumGroup group) {
        return group.sentAt().map(at -> page.say("forums.answered", Map.of("day", day(at))))
                .orElseGet(() -> page.say(
                        group.state() == ForumGroup.State.DRAFT ? "forums.drafted" : "forums.unanswered"));
    }

    public String day(Instant moment) {
        return words.day(LocalDate.ofInstant(moment, words.zone()));
    }
}
