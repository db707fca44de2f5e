package vn.gopy.dashboard;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.gopy.place.Gazetteer;
import vn.gopy.release.Area;
import vn.gopy.release.FigureWords;
import vn.gopy.release.OwedAnswers;
import vn.gopy.release.Period;
import vn.gopy.release.ReleaseSettings;
import vn.gopy.release.Releases;
import vn.gopy.release.Rule;
import vn.gopy.web.Page;

/// What the pages of figures are made from.
///
/// @param invitation where posters lead
/// @param demo  whether everything in the house is synthetic; pages and files then say so
public record Figures(Releases releases, Gazetteer gazetteer, ReleaseSettings settings, OwedAnswers owed,
        InstantSource clock, Invitation invitation, boolean demo) {
    FigureWords words(Page page, Rule rule) {
        return new FigureWords(page.phrases(), page.language(), rule, settings.zone());
    }

    /// The same for who may see less.
    Figures with(Releases fewer) {
        return new Figures(fewer, gazetteer, settings, owed, clock, invitation, demo);
    }

    /// The period that a place's page begins with, when any is published.
    Optional<Period> first(Where where) {
        return where.kinds().stream().flatMap(kind -> periods(where, kind).stream()).findFirst();
    }

    /// The periods of a kind that are published for a place, latest first.
    List<Period> periods(Where where, Period.Kind kind) {
        return releases.periods(kind).stream()
                .filter(period -> releases.sheet(where.area(), period).isPresent()).toList();
    }

    /// Empty when the period is not published for this place.
    public Optional<View> view(Where where, Period period) {
        var sheet = releases.sheet(where.area(), period);
        var province = releases.sheet(Area.PROVINCE, period);
        var release = releases.closing(period);
        return sheet.isEmpty() || province.isEmpty() || release.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(where, sheet.get(), province.get(),
                        releases.before(where.area(), period), release.get(), releases));
    }
}
