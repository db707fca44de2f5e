package vn.gopy.dialogue;

import java.time.Duration;
import java.time.LocalDate;
import vn.gopy.place.UnitId;

/// What the dialogue asks about offices that read requests.
public interface Offices {
    /// Whether any office takes requests now.
    boolean takeRequests();

    /// Whether somebody reads what is sent to a unit.
    boolean read(UnitId unit);

    /// The last day to answer what is sent on a day.
    LocalDate due(LocalDate sent);

    /// The same, put off by the days in which an office waited for its sender.
    LocalDate putOff(LocalDate due, LocalDate asked, LocalDate replied);

    /// How long a request is kept.
    Duration keep();
}
