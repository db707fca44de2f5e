package vn.gopy.hook;

import java.util.Locale;

/// Why an endpoint cannot be as somebody wishes.
public enum EndpointFault {
    NAME_WRONG, NAME_TAKEN, URL_REFUSED, EVENTS_WRONG, TOO_MANY;

    /// The fault's word in phrases and in answers to programs.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
