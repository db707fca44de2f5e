package vn.gopy.dialogue;

import java.time.Instant;
import vn.gopy.chat.Incoming;
import vn.gopy.text.Language;

/// What a desk is given: where the resident stands, what they sent, in which language, when, and what it may know of them.
public record Visit(Standing standing, Incoming incoming, Language language, Instant now,
        Resident resident) {}
