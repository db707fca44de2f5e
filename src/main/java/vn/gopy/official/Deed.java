package vn.gopy.official;

import java.util.Locale;

/// What the audit trail tells of.
public enum Deed {
    SIGNED_IN, PASSWORD_REFUSED, FACTOR_REFUSED, RECOVERY_USED, SIGNED_OUT, SESSION_ENDED, ACCESS_REFUSED,
    INVITED,
    JOINED, CODE_GIVEN, SET_UP_ANEW, PASSWORD_CHANGED, RECOVERY_MADE, ROLE_CHANGED, DISABLED, ENABLED,
    TRAIL_READ,
    SETTINGS_CHANGED, ERASED, RELEASED, BACKED_UP, RESTORED, EXPORTED, KEY_USED,
    QUOTES_SEEN, QUOTE_PROPOSED, QUOTE_RELEASED, QUOTE_DECLINED, ALERT_MARKED,
    PROVIDER_PASSED, PROVIDER_REFUSED, IDENTITY_LINKED, IDENTITY_UNLINKED, CHAT_LINKED, CHAT_UNLINKED,
    ENDPOINT_ADDED, ENDPOINT_CHANGED, ENDPOINT_ROTATED, ENDPOINT_REMOVED, ENDPOINT_DISABLED, ENDPOINT_TESTED,
    EVENTS_AGAIN;

    /// The deed's word in the table and in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Deed of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
