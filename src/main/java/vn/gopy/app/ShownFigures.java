package vn.gopy.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import vn.gopy.chat.Address;
import vn.gopy.dashboard.Figures;
import vn.gopy.dashboard.View;
import vn.gopy.dashboard.Where;
import vn.gopy.dialogue.Published;
import vn.gopy.official.Account;
import vn.gopy.official.Scope;
import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.release.Telling;

/// The figures of the pages, for the chat. The brain is opened before the database is, so they come later;
/// until then nothing is published.
final class ShownFigures implements Published {
    private final AtomicReference<Optional<Source>> source = new AtomicReference<>(Optional.empty());

    private record Source(Figures figures, String publicUrl,
            Function<Address, Optional<Account>> officials) {}

    /// @param publicUrl where the pages are reached; empty on a developer's machine
    void are(Figures figures, String publicUrl) {
        are(figures, publicUrl, _ -> Optional.empty());
    }

    /// @param officials whose account is linked to a chat
    void are(Figures figures, String publicUrl, Function<Address, Optional<Account>> officials) {
        source.set(Optional.of(new Source(figures, publicUrl, officials)));
    }

    @Override
    public Optional<Reader> reader(Address chat) {
        return source.get().flatMap(known -> known.officials().apply(chat)).map(Account::scope)
                .map(scope -> new Reader(switch (scope) {
                    case Scope.Province() -> Optional.empty();
                    case Scope.Commune(var unit) -> Optional.of(unit);
                }));
    }

    @Override
    public boolean open() {
        return source.get().map(known -> known.figures().settings().open()).orElse(true);
    }

    @Override
    public Optional<Shown> latest(Area area, Period.Kind kind) {
        return source.get().flatMap(known -> latest(known, area, kind));
    }

    private static Optional<Shown> latest(Source known, Area area, Period.Kind kind) {
        var figures = known.figures();
        var where = Where.of(figures.gazetteer(), area);
        return where.flatMap(place -> figures.releases().periods(kind).stream().findFirst()
                .flatMap(period -> figures.view(place, period))).map(view -> shown(known, view));
    }

    private static Shown shown(Source known, View view) {
        var owed = known.figures().owed().in(view.where().area(), view.period());
        var page = known.publicUrl().isEmpty()
                ? Optional.<String>empty()
                : Optional.of(known.publicUrl() + view.where().path(view.period()));
        return new Shown(new Telling(view.summary(), view.where().population(), owed, known.figures().demo()),
                page);
    }
}
