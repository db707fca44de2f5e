package vn.gopy.reception;

import vn.gopy.dialogue.Resident;
import vn.gopy.dialogue.Standing;
import vn.gopy.vault.Person;

/// A resident's open file: who they are to the house, where they stand, and the version that is counted at
/// every turn.
///
/// @param known whether the resident has a row yet
record Session(Person person, boolean known, int version, Standing standing, Resident resident) {
    /// The file after a turn.
    Session after(Standing next, Person now) {
        return new Session(now, true, version + 1, next, new Resident(resident.consented(), resident.filed(),
                resident.latest(), resident.seed(), false, resident.mailboxUntil()));
    }
}
