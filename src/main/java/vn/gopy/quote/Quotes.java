package vn.gopy.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.db.Database;
import vn.gopy.release.Area;
import vn.gopy.release.Borders;
import vn.gopy.release.Count;
import vn.gopy.release.Item;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;
import vn.gopy.release.Sheet;
import vn.gopy.topic.Topic;
import vn.gopy.vault.Vault;

/// Words of residents: chosen by rule once a month is published, shown once two editors released them
/// (contracts.md P11).
public final class Quotes {
    /// From how many persons on a theme shows words, by its published figure at the least it can stand for.
    public static final int LEAST_PERSONS = 30;
    private static final Logger LOG = LoggerFactory.getLogger(Quotes.class);

    private final Parts parts;
    private final SqlQuotes sql;

    /// What they are made of.
    ///
    /// @param lot draws the numbers of chosen sentences, of at most 18 digits
    public record Parts(Database database, Vault vault, Releases releases, Borders borders,
            ReleaseSettings settings, LongSupplier lot) {}

    public Quotes(Parts parts) {
        this.parts = parts;
        sql = new SqlQuotes(parts.vault());
    }

    /// Chooses sentences of every published month that has none chosen yet; gives back how many. Safe to
    /// repeat. The communes come first: what stands in one is not said again for all of the province.
    public synchronized int choose() {
        var done = Set.copyOf(parts.database().read(sql::months));
        int chosen = 0;
        for (var month : parts.releases().periods(Period.Kind.MONTH).reversed()) {
            if (!done.contains(month.code())) {
                chosen += choose(month);
            }
        }
        return chosen;
    }

    private int choose(Period month) {
        var release = parts.releases().closing(month).orElseThrow();
        var picks = picks(month);
        var numbers = LongStream.generate(parts.lot()).distinct().limit(picks.size()).toArray();
        parts.database().ledger().commit(tx -> {
            boolean first = sql.addMonth(tx, month, release.id());
            for (int i = 0; first && i < numbers.length; i++) {
                sql.add(tx, numbers[i], picks.get(i));
            }
            return first;
        });
        LOG.atInfo().addKeyValue("month", month.code()).addKeyValue("sentences", picks.size())
                .log("chosen for editors");
        return picks.size();
    }

    private List<Pick> picks(Period month) {
        var zone = parts.settings().zone();
        var sentences = parts.database().read(tx -> sql.sentences(tx, month.from(zone).toEpochMilli(),
                month.until(zone).toEpochMilli()));
        var byTheme = new TreeMap<Area, Map<Topic, List<Sentence>>>();
        for (var one : sentences) {
            one.unit().map(parts.borders()::areaOf).filter(area -> !area.equals(Area.UNCLEAR))
                    .ifPresent(area -> put(byTheme, area, one));
            put(byTheme, Area.PROVINCE, one);
        }
        var choice = new Choice(parts.settings().rule().k());
        var picks = new ArrayList<Pick>();
        byTheme.forEach((area, topics) -> topics.forEach((topic, some) -> {
            var theme = new Theme(month, area, topic);
            if (isLarge(theme)) {
                picks.addAll(choice.of(theme, some));
            }
        }));
        return picks;
    }

    private static void put(Map<Area, Map<Topic, List<Sentence>>> themes, Area area, Sentence one) {
        themes.computeIfAbsent(area, _ -> new EnumMap<>(Topic.class))
                .computeIfAbsent(one.topic(), _ -> new ArrayList<>()).add(one);
    }

    /// By the published figure alone, so that what is shown tells nothing beyond it.
    private boolean isLarge(Theme theme) {
        return parts.releases().sheet(theme.area(), theme.month()).map(sheet -> isLarge(sheet, theme.topic()))
                .orElse(false);
    }

    /// Whether so many persons surely spoke of a topic that words are shown.
    public static boolean isLarge(Sheet sheet, Topic topic) {
        return sheet.count(new Item.TopicOf(topic)) instanceof Count.Of(int shown)
                && shown - sheet.rule().slack() >= LEAST_PERSONS;
    }

    /// What a page shows; only months have words.
    public Spoken in(Area area, Period period) {
        if (period.kind() != Period.Kind.MONTH) {
            return Spoken.NOTHING;
        }
        return parts.database().read(tx -> {
            var chosen = sql.chosen(tx, area.code(), period.code());
            var released = sql.released(tx, area.code(), period.code());
            return new Spoken(themes(new Theme(period, area, Topic.KHAC), chosen, released),
                    sql.declined(tx, area.code(), period.code()),
                    chosen.stream().mapToInt(SqlQuotes.Chosen::waiting).sum());
        });
    }

    private List<Spoken.Talk> themes(Theme any, List<SqlQuotes.Chosen> chosen,
            List<SqlQuotes.Released> released) {
        return Arrays.stream(Topic.values())
                .filter(topic -> isLarge(new Theme(any.month(), any.area(), topic)))
                .map(topic -> new Balance(chosen.stream().filter(one -> one.topic() == topic).toList(),
                        released.stream().filter(one -> one.topic() == topic).toList()).talk(topic))
                .filter(talk -> talk.sides().stream().anyMatch(side -> !side.sentences().isEmpty()))
                .toList();
    }
}
