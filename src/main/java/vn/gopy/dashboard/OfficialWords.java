package vn.gopy.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.official.Account;
import vn.gopy.official.Deed;
import vn.gopy.official.Fault;
import vn.gopy.official.Role;
import vn.gopy.official.Scope;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.web.Page;

/// Says roles, places, moments and faults on the pages of officials.
public final class OfficialWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, d/M/yyyy",
            Locale.ROOT);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

    private final Page page;
    private final Gazetteer gazetteer;
    private final ZoneId zone;

    OfficialWords(Page page, Gazetteer gazetteer, ZoneId zone) {
        this.page = page;
        this.gazetteer = gazetteer;
        this.zone = zone;
    }

    public String role(Role role) {
        return page.say("official.role." + role.word());
    }

    public String roleMore(Role role) {
        return page.say("official.role." + role.word() + ".more");
    }

    public String scope(Scope scope) {
        return switch (scope) {
            case Scope.Province() -> page.say("figures.province");
            case Scope.Commune(var unit) -> gazetteer.unit(unit).map(Unit::title).orElseGet(unit::toString);
        };
    }

    public String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    public String moment(Optional<Instant> moment) {
        return moment.map(this::moment).orElseGet(() -> page.say("official.never"));
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String fault(Fault fault) {
        return page.say("official.fault." + fault.word());
    }

    public String deed(Deed deed) {
        return page.say("official.deed." + deed.word());
    }

    /// Who did something: a name, or nobody's.
    public String who(long id, List<Account> all) {
        return all.stream().filter(account -> account.id() == id).map(Account::name).findFirst()
                .orElseGet(() -> page.say("official.audit.nobody"));
    }
}
