package vn.gopy.dashboard;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.Area;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.Rule;
import vn.gopy.release.Share;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;

/// Says figures, periods and places in the language of a page.
public final class Words {
    private final Page page;
    private final Rule rule;
    private final ZoneId zone;

    Words(Page page, Rule rule, ZoneId zone) {
        this.page = page;
        this.rule = rule;
        this.zone = zone;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /// A number of persons, or the sign for a hidden one.
    public String count(Count count) {
        return switch (count) {
            case Count.Of(int persons) -> number(persons);
            case Count.Hidden() -> page.say("figures.hidden", Map.of("k", rule.k()));
        };
    }

    /// A number of persons with the word for them.
    public String people(Count count) {
        return page.say("figures.people-counted", Map.of("n", count(count)));
    }

    /// Persons in the province whose unit is not known better.
    public String unclear(View view) {
        return view.releases().sheet(Area.UNCLEAR, view.period())
                .map(sheet -> people(sheet.count(new Item.People())))
                .orElseGet(() -> page.say("figures.only-by-month"));
    }

    public String percent(Share share) {
        return page.say("figures.percent", Map.of("percent", share.percent()));
    }

    /// The interval of a share and its base: they never stand apart.
    public String interval(Share share) {
        return page.say("figures.interval",
                Map.of("low", share.low(), "high", share.high(), "n", number(share.of())));
    }

    /// Persons who spoke for each 1,000 inhabitants, from the rounded count.
    public String reach(int persons, int population) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(1000.0 * persons / population);
    }

    public String mood(Mood.Group group) {
        return page.say("figures.mood." + group.name().toLowerCase(Locale.ROOT));
    }

    public String topic(Topic topic) {
        return page.say("topic." + topic.code());
    }

    /// What an item counts.
    public String item(Item item) {
        return switch (item) {
            case Item.People _ -> page.say("figures.item.people");
            case Item.Outside _ -> page.say("figures.item.outside");
            case Item.OnBehalf _ -> page.say("figures.item.on-behalf");
            case Item.MoodBase _ -> page.say("figures.item.mood-base");
            case Item.MoodOf(var group) -> mood(group);
            case Item.TopicOf(var topic) -> topic(topic);
            case Item.TopicBase(var topic) -> topic(topic);
            case Item.TopicMood(var topic, var group) -> topic(topic) + ": " + mood(group);
            case Item.MoodGuessed(var guess) -> guess(guess);
            case Item.MoodGuess(var guess, var told) -> guess(guess) + ": " + mood(told);
            case Item.TopicUnguessed _ -> page.say("figures.guesses.none");
            case Item.TopicGuess(var topic, var fate) ->
                topic(topic) + ": " + page.say("figures.guesses." + fate.name().toLowerCase(Locale.ROOT));
        };
    }

    private String guess(Optional<Mood.Group> guess) {
        return guess.map(this::mood).orElseGet(() -> page.say("figures.guesses.none"));
    }

    public String place(Where where) {
        return where.unit().map(unit -> sentence(unit.title())).orElseGet(() -> page.say("figures.province"));
    }

    /// The name of the province or of a new unit.
    public String place(Area area, Gazetteer gazetteer) {
        return Where.commune(gazetteer, area.code()).map(this::place)
                .orElseGet(() -> page.say("figures.province"));
    }

    public String period(Period period) {
        var start = period.start();
        var year = Integer.toString(start.getYear());
        return switch (period.kind()) {
            case WEEK ->
                page.say("figures.period.week", Map.of("week", period.week(), "from", shortDay(start), "to",
                        day(period.lastDay())));
            case MONTH -> page.say("figures.period.month", Map.of("month",
                    sentence(start.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale())), "year",
                    year));
            case QUARTER ->
                page.say("figures.period.quarter", Map.of("quarter", period.quarter(), "year", year));
            case YEAR -> page.say("figures.period.year", Map.of("year", year));
        };
    }

    /// A period in the few letters that fit under a chart.
    public String brief(Period period) {
        var pattern = period.kind() == Period.Kind.WEEK ? "d/M" : "M/yy";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(period.start());
    }

    public String kind(Period.Kind kind) {
        return page.say("figures.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT).format(day);
    }

    private static String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern("d/M", Locale.ROOT).format(day);
    }

    private Locale locale() {
        return page.language().locale();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
