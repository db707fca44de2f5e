package vn.gopy.dialogue;

import java.time.Duration;
import java.time.LocalDate;
import vn.gopy.place.UnitId;

/// Offices of every unit but one, which answer within ten days and know no Sunday.
final class SampleOffices implements Offices {
    /// Vân Đồn, where nobody reads yet.
    private static final UnitId NOBODY = UnitId.ofNew("06994");

    @Override
    public boolean takeRequests() {
        return true;
    }

    @Override
    public boolean read(UnitId unit) {
        return !unit.equals(NOBODY);
    }

    @Override
    public LocalDate due(LocalDate sent) {
        return sent.plusDays(10);
    }

    @Override
    public LocalDate putOff(LocalDate due, LocalDate asked, LocalDate replied) {
        return due.plusDays(replied.toEpochDay() - asked.toEpochDay());
    }

    @Override
    public Duration keep() {
        return Duration.ofDays(180);
    }
}
