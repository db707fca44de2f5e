package vn.gopy.dashboard;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import vn.gopy.official.Account;
import vn.gopy.official.Officials;
import vn.gopy.place.Gazetteer;
import vn.gopy.place.Unit;
import vn.gopy.web.Callers;
import vn.gopy.web.Page;
import vn.gopy.web.Pages;
import vn.gopy.web.SessionCookie;
import vn.gopy.web.TripCookie;

/// What the pages of officials are made of.
public record OfficialParts(Officials officials, Pages pages, SessionCookie cookie, TripCookie trip,
        Callers address,
        Gazetteer gazetteer, ZoneId zone, InstantSource clock) {
    /// What an authenticator app calls this service.
    static final String HOUSE = "Góp Ý";

    /// The new units that an official may choose from: those of their place.
    List<Unit> units(Account official) {
        return gazetteer.newUnits().stream().filter(unit -> official.scope().covers(unit.id())).toList();
    }

    OfficialWords words(Page page) {
        return new OfficialWords(page, gazetteer, zone);
    }
}
