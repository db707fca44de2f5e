package vn.gopy.release;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.gopy.place.District;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;
import vn.gopy.topic.Mood;
import vn.gopy.topic.Topic;

/// Says figures, periods and places in one language. Pages and chat take their words from here, so that both
/// say the same.
///
/// @param rule of the release whose figures are said
public record FigureWords(Phrasebook phrases, Language language, Rule rule, ZoneId zone) {
    String say(String key) {
        return phrases.say(language, key);
    }

    String say(String key, Map<String, ?> places) {
        return phrases.say(language, key, places);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /// A number of persons, or the sign for a hidden one.
    public String count(Count count) {
        return switch (count) {
            case Count.Of(int persons) -> number(persons);
            case Count.Hidden() -> say("figures.hidden", Map.of("k", rule.k()));
        };
    }

    /// A number of persons with the word for them.
    public String people(Count count) {
        return say("figures.people-counted", Map.of("n", count(count)));
    }

    public String percent(Share share) {
        return say("figures.percent", Map.of("percent", share.percent()));
    }

    /// The interval of a share and its base: they never stand apart.
    public String interval(Share share) {
        return say("figures.interval",
                Map.of("low", share.low(), "high", share.high(), "n", number(share.of())));
    }

    /// Persons who spoke for each 1,000 inhabitants, from the rounded count.
    public String reach(int persons, int population) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(1000.0 * persons / population);
    }

    /// By which release a figure was published.
    public String release(Release release) {
        return say("figures.release", Map.of("id", release.id()));
    }

    public String mood(Mood.Group group) {
        return say("figures.mood." + group.name().toLowerCase(Locale.ROOT));
    }

    public String topic(Topic topic) {
        return say("topic." + topic.code());
    }

    /// What an item counts.
    public String item(Item item) {
        return switch (item) {
            case Item.People _ -> say("figures.item.people");
            case Item.Outside _ -> say("figures.item.outside");
            case Item.OnBehalf _ -> say("figures.item.on-behalf");
            case Item.MoodBase _ -> say("figures.item.mood-base");
            case Item.MoodOf(var group) -> mood(group);
            case Item.TopicOf(var topic) -> topic(topic);
            case Item.TopicBase(var topic) -> topic(topic);
            case Item.TopicMood(var topic, var group) -> topic(topic) + ": " + mood(group);
            case Item.MoodGuessed(var guess) -> guess(guess);
            case Item.MoodGuess(var guess, var told) -> guess(guess) + ": " + mood(told);
            case Item.WordsOf(var words) -> words(words);
            case Item.WordsBase(var words) -> words(words) + ": " + say("figures.item.mood-base");
            case Item.WordsMood(var words, var group) -> words(words) + ": " + mood(group);
            case Item.InBurst _ -> say("figures.crowds.burst");
            case Item.PollAll(var poll) -> say("figures.polls.all", Map.of("poll", poll));
            case Item.PollChoice(var poll, var choice) ->
                say("figures.polls.choice", Map.of("poll", poll, "n", choice + 1));
            case Item.TopicUnguessed _ -> say("figures.guesses.none");
            case Item.TopicGuess(var topic, var fate) ->
                topic(topic) + ": " + say("figures.guesses." + fate.name().toLowerCase(Locale.ROOT));
            case Item.TopicCorrected(var guess, var told) ->
                topic(guess) + ": " + say("figures.guesses.corrected", Map.of("topic", topic(told)));
        };
    }

    private String words(Item.Words words) {
        return say("figures.crowds." + words.name().toLowerCase(Locale.ROOT));
    }

    private String guess(Optional<Mood.Group> guess) {
        return guess.map(this::mood).orElseGet(() -> say("figures.guesses.none"));
    }

    /// A unit's title, opening a sentence; without one, the whole province.
    public String place(Optional<Unit> unit) {
        return unit.map(known -> sentence(known.title())).orElseGet(() -> say("figures.province"));
    }

    /// A share with its interval and base in one breath, or why there is none.
    public String share(Count count, Optional<Share> share) {
        if (share.isPresent()) {
            return say("figures.share", Map.of("percent", percent(share.get()), "interval",
                    interval(share.get())));
        }
        return count instanceof Count.Hidden
                ? people(count)
                : say("figures.share", Map.of("percent", people(count), "interval",
                        say("figures.small-base")));
    }

    /// The name of the province, a unit or a former district, or of what is unclear of them.
    public String place(Area area, Gazetteer gazetteer) {
        if (area.isUnclear()) {
            return unclear(area, gazetteer);
        }
        var unit = area.unit().flatMap(gazetteer::unit);
        return area.district().flatMap(gazetteer::district).map(this::place)
                .orElseGet(() -> unit.filter(known -> !known.id().isNew()).map(this::former)
                        .orElseGet(() -> place(unit)));
    }

    private String unclear(Area area, Gazetteer gazetteer) {
        var rest = area.district().flatMap(gazetteer::district);
        return rest.isPresent()
                ? say("figures.former.rest", Map.of("district", rest.get().title()))
                : say(area.equals(Area.UNCLEAR) ? "figures.item.unclear" : "figures.former.unclear");
    }

    /// An old unit's title with its district, opening a sentence.
    public String former(Unit old) {
        return say("figures.former.unit", Map.of("unit", sentence(old.title()), "district", old.district()));
    }

    /// A former district's title, opening a sentence.
    public String place(District district) {
        return say("figures.former.district", Map.of("district", sentence(district.title())));
    }

    public String period(Period period) {
        var start = period.start();
        var year = Integer.toString(start.getYear());
        return switch (period.kind()) {
            case WEEK ->
                say("figures.period.week", Map.of("week", period.week(), "from", shortDay(start), "to",
                        day(period.lastDay())));
            case MONTH -> say("figures.period.month", Map.of("month",
                    sentence(start.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale())), "year",
                    year));
            case QUARTER ->
                say("figures.period.quarter", Map.of("quarter", period.quarter(), "year", year));
            case YEAR -> say("figures.period.year", Map.of("year", year));
        };
    }

    /// A period in the few letters that fit under a chart.
    public String brief(Period period) {
        var pattern = switch (period.kind()) {
            case WEEK -> "d/M";
            case MONTH -> "M/yy";
            case QUARTER -> "'Q'Q/yy";
            case YEAR -> "yyyy";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(period.start());
    }

    public String kind(Period.Kind kind) {
        return say("figures.kind." + kind.name().toLowerCase(Locale.ROOT));
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
        return language.locale();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
