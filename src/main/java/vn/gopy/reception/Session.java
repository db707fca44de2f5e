package vn.gopy.reception;

import java.util.List;
import java.util.Optional;
import vn.gopy.dialogue.Event;
import vn.gopy.dialogue.Resident;
import vn.gopy.dialogue.Standing;
import vn.gopy.reception.SqlSessions.Lasting;
import vn.gopy.vault.Person;

/// A resident's open file: who they are to the house, where they stand, and the version that is counted at
/// every turn.
///
/// @param known   whether the resident has a row yet
/// @param lasting what is kept of the standing beyond a day
record Session(Person person, boolean known, int version, Standing standing, Optional<Lasting> lasting,
        Resident resident) {
    /// The file after a turn without events.
    Session after(Standing next, Optional<Lasting> kept, Person now) {
        return new Session(now, true, version + 1, next, kept, resident.met());
    }

    /// The file after these events; empty when it must be read anew.
    Optional<Session> after(List<Event> events) {
        var file = Optional.of(this);
        for (var event : events) {
            file = file.flatMap(known -> known.resident.after(event).map(known::of));
        }
        return file;
    }

    private Session of(Resident now) {
        return new Session(person, known, version, standing, lasting, now);
    }
}
