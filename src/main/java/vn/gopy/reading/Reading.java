package vn.gopy.reading;

import java.util.List;
import java.util.Optional;
import vn.gopy.text.Language;
import vn.gopy.topic.Topic;

/// All that one message means, as far as the program can tell. Guesses: the resident owns the label.
///
/// @param topic    the likeliest topic, empty when unsure
/// @param second   a second topic that is nearly as likely
/// @param language the language it is written in; `other` texts are read as Vietnamese and have the tag `und`
/// @param spans    personal data, in order, not overlapping
public record Reading(Sentiment sentiment, Optional<Topic> topic, Optional<Topic> second, Intent intent,
        boolean urgent, boolean toxic, Language language, List<Span> spans, Sensitive sensitive) {
    public Reading {
        spans = List.copyOf(spans);
    }
}
