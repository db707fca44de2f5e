package vn.gopy.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.gopy.answer.Announcement;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.FigureWords;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;

/// Says announcements on the pages of officials.
public record AnnouncementWords(Page page, FigureWords words, Gazetteer gazetteer, ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// To whom it goes.
    public String to(Announcement one) {
        var place = words.place(one.content().area(), gazetteer);
        return one.content().topic().map(topic -> page.say("announce.to.topic",
                Map.of("place", place, "topic", words.topic(topic)))).orElse(place);
    }

    public String when(Instant moment) {
        var time = LocalTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES).format(CLOCK);
        return page.say("announce.when", Map.of("time", time, "day",
                words.day(LocalDate.ofInstant(moment, zone))));
    }

    /// Where it stands. Of how many get it, or wait for their next week, nothing: the day and the topic would tell
    /// of few.
    public String state(Announcement one, Instant now) {
        return switch (one.state()) {
            case DRAFT -> page.say("announce.state.draft");
            case APPROVED -> page
                    .say(one.hasBegun(now) ? "announce.state.underway" : "announce.state.approved");
            case DONE -> page.say("announce.state.done");
            case CANCELLED -> page.say("announce.state.cancelled");
        };
    }

    /// Its beginning, for the list.
    public String beginning(Announcement one) {
        return beginning(one.content().vietnamese());
    }

    static String beginning(String words) {
        var text = words.replace('\n', ' ');
        int end = text.length() <= 90 ? -1 : text.lastIndexOf(' ', 90);
        return end < 0 ? text : text.substring(0, end) + " …";
    }

    public String topic(Topic topic) {
        return words.topic(topic);
    }

    /// What it may be about.
    public List<Topic> topics() {
        return Arrays.stream(Topic.values()).filter(topic -> topic != Topic.KHAC).toList();
    }
}
