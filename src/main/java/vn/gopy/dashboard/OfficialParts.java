package vn.gopy.dashboard;

import java.time.InstantSource;
import java.time.ZoneId;
import vn.gopy.official.Officials;
import vn.gopy.place.Gazetteer;
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

    OfficialWords words(Page page) {
        return new OfficialWords(page, gazetteer, zone);
    }
}
