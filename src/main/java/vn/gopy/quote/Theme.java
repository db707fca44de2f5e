package vn.gopy.quote;

import vn.gopy.release.Area;
import vn.gopy.release.Period;
import vn.gopy.topic.Topic;

/// What sentences are about: a topic in an area and a closed month.
record Theme(Period month, Area area, Topic topic) {}
