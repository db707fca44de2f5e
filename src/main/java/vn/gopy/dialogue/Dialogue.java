package vn.gopy.dialogue;

/// Decides what one message leads to. Pure: it reads no clock, no table, no file, and sends nothing.
public final class Dialogue {
    /// Hears one message. Never null; throws only for a programming fault.
    public Turn hear(Visit visit) {
        return switch (visit.standing().step()) {
            case Step.Idle _ -> Turn.to(visit.standing());
        };
    }
}
