package vn.gopy.reading;

import java.util.Optional;
import vn.gopy.text.Folded;
import vn.gopy.topic.Topic;

/// What a text is likely about, by the classifier that ships.
///
/// @param first  the likeliest topic, empty when unsure
/// @param second another that is likely too
public record Topics(Optional<Topic> first, Optional<Topic> second) {
    /// Of what nothing is known.
    public static final Topics UNKNOWN = new Topics(Optional.empty(), Optional.empty());

    /// What a second topic must reach of the first one, and by itself.
    private static final double NEARLY = 0.25;
    private static final double A_SHARE = 0.2;
    private static final String OTHER = "khac";

    /// The topics of a text, whatever it is; takes some ten microseconds.
    public static Topics of(String text) {
        var tokens = new Tokens(Folded.of(text));
        var model = ModelFile.shipped();
        return tokens.size() == 0 ? UNKNOWN : of(model, model.raw(tokens));
    }

    static Topics of(Model model, float[] raw) {
        var scores = model.scores(Task.TOPIC, raw);
        return new Topics(
                scores.sureness() < model.threshold(Task.TOPIC)
                        ? Optional.empty()
                        : Topic.of(scores.label()),
                second(scores));
    }

    /// A second topic, when it is likely too; that something is also "other" would tell nothing.
    private static Optional<Topic> second(Scores scores) {
        int second = scores.second();
        var label = scores.labels().get(second);
        double least = Math.max(A_SHARE, scores.sureness() * NEARLY);
        return scores.share(second) < least || label.equals(OTHER) ? Optional.empty() : Topic.of(label);
    }
}
