package vn.gopy.app;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import vn.gopy.dialogue.Offices;
import vn.gopy.official.Account;
import vn.gopy.official.People;
import vn.gopy.official.Role;
import vn.gopy.place.UnitId;
import vn.gopy.request.RequestSettings;

/// The offices that read requests, for the chat: those in whose unit, or in the whole province, somebody with an
/// account answers. The brain is opened before the database is, so they come later; until then there are none.
final class OpenOffices implements Offices {
    /// Who reads and answers requests.
    private static final Set<Role> READERS = Set.of(Role.ANSWERER, Role.APPROVER);

    private final RequestSettings settings;
    private final AtomicReference<Optional<People>> people = new AtomicReference<>(Optional.empty());

    OpenOffices(RequestSettings settings) {
        this.settings = settings;
    }

    /// @param known those who have accounts
    void are(People known) {
        people.set(Optional.of(known));
    }

    @Override
    public boolean takeRequests() {
        return settings.on() && people.get().stream().flatMap(known -> known.all().stream())
                .anyMatch(OpenOffices::reads);
    }

    @Override
    public boolean read(UnitId unit) {
        return settings.on() && people.get().stream().flatMap(known -> known.all().stream())
                .anyMatch(account -> reads(account) && account.scope().covers(unit));
    }

    private static boolean reads(Account account) {
        return account.enabled() && READERS.contains(account.role());
    }

    @Override
    public LocalDate due(LocalDate sent) {
        return settings.due(sent);
    }

    @Override
    public LocalDate putOff(LocalDate due, LocalDate asked, LocalDate replied) {
        return settings.putOff(due, asked, replied);
    }

    @Override
    public Duration keep() {
        return settings.keep();
    }
}
