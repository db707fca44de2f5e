package vn.gopy.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.gopy.official.Account;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.place.UnitId;
import vn.gopy.request.Filter;
import vn.gopy.request.Kind;
import vn.gopy.request.Request;
import vn.gopy.request.State;
import vn.gopy.topic.Topic;
import vn.gopy.web.Page;

/// Says what stands on the pages of requests.
public final class RequestWords {
    private final Page page;
    private final Gazetteer gazetteer;
    private final List<Account> people;

    RequestWords(Page page, Gazetteer gazetteer, List<Account> people) {
        this.page = page;
        this.gazetteer = gazetteer;
        this.people = List.copyOf(people);
    }

    public String unit(UnitId unit) {
        return gazetteer.unit(unit).map(Unit::title).orElseGet(unit::toString);
    }

    /// What a request is called in a heading: its place and day, and nothing of its sender.
    public String heading(Request request) {
        var title = unit(request.unit());
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1) + ", "
                + day(request.sentOn());
    }

    public String topic(Topic topic) {
        return page.say("topic." + topic.code());
    }

    public String day(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }

    /// Where it stands; late ones say so.
    public String state(Request request) {
        return request.late()
                ? page.say("requests.state.late")
                : switch (request.state()) {
                    case OPEN -> page.say("requests.state.open");
                    case ASKED -> page.say("requests.state.asked");
                    case ANSWERED -> page.say("requests.state.answered");
                };
    }

    public boolean isOpen(Request request) {
        return request.state() != State.ANSWERED;
    }

    public String which(Filter.Which which) {
        return page.say("requests.which." + which.word());
    }

    public String kind(Kind kind) {
        return page.say("requests.kind." + kind.word());
    }

    /// An official's name; of an account that is gone, nobody's.
    public String official(long id) {
        return name(id).orElseGet(() -> page.say("requests.nobody"));
    }

    private Optional<String> name(long id) {
        return people.stream().filter(account -> account.id() == id).map(Account::name).findFirst();
    }

    /// What was said; where it was handed on, from whom to whom.
    public String text(Request.Said said) {
        if (said.kind() != Kind.HANDED) {
            return said.text();
        }
        var units = said.text().split(" ", 2);
        return page.say("requests.handed", Map.of("from", unit(units, 0), "to", unit(units, 1)));
    }

    private String unit(String[] units, int place) {
        return UnitId.parse(units[place]).map(this::unit).orElse(units[place]);
    }

    /// The address of the list with another choice.
    public String address(Filter filter) {
        var address = new StringBuilder("/requests?show=").append(filter.which().word());
        if (!filter.unit().isEmpty()) {
            address.append("&unit=").append(filter.unit().substring("new:".length()));
        }
        filter.topic().ifPresent(topic -> address.append("&topic=").append(topic.code()));
        if (filter.mine()) {
            address.append("&mine=yes");
        }
        if (filter.page() > 1) {
            address.append("&page=").append(filter.page());
        }
        return page.to(address.toString());
    }

    /// The same choice on another page.
    public String address(Filter filter, int number) {
        return address(new Filter(filter.which(), filter.unit(), filter.topic(), filter.mine(), number));
    }

    /// The same place and subject, of another state.
    public String address(Filter filter, Filter.Which which) {
        return address(new Filter(which, filter.unit(), filter.topic(), filter.mine(), 1));
    }
}
