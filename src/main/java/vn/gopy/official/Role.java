package vn.gopy.official;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an official may do. No role sees chat ids or who said what.
public enum Role {
    /// Reads releases.
    VIEWER,
    /// Drafts answers for a unit.
    ANSWERER,
    /// The second pair of eyes before many people get a message.
    APPROVER,
    /// Edits claims, and releases words of residents together with another editor.
    EDITOR,
    /// Looks after accounts, health and backups, and sees no content.
    OPERATOR,
    /// Reads the audit trail.
    AUDITOR;

    /// The role's word in settings, tables and phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// Whether the role is for the whole province only.
    public boolean isOfTheHouse() {
        return this == OPERATOR || this == AUDITOR;
    }
}
