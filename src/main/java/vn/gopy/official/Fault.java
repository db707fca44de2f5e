package vn.gopy.official;

import java.util.Locale;

/// What is wrong with what somebody typed to set up or change their account.
public enum Fault {
    NAME_FORM, NAME_TAKEN, PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_COMMON, PASSWORDS_DIFFER, PASSWORD_WRONG,
    FACTOR_WRONG, CODE_WRONG, TOO_MANY, LAST_OPERATOR, SCOPE_WRONG;

    /// The last part of the phrase that tells it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
