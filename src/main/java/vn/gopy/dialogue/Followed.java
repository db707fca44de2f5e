package vn.gopy.dialogue;

import java.util.Optional;
import vn.gopy.place.UnitId;
import vn.gopy.topic.Topic;

/// Which announcements a resident wishes to get.
///
/// @param unit  whose, beside those of the province; empty for those of the province alone
/// @param topic about this alone; empty for all
public record Followed(Optional<UnitId> unit, Optional<Topic> topic) {}
