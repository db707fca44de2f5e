package vn.gopy.policy;

import java.util.List;

/// Says how likely a claim answers a question, and whether that is enough to say it.
///
/// Two small logistic models. The first gives each candidate a likeness, from the measures of [Measures], and
/// so ranks them. The second looks at the first two together and says how sure we may be that the first is
/// right. Above `answerFrom` it is said; above `suggestFrom` it is offered as "did you mean"; below, we know
/// nothing. The numbers are computed by `gopy policies train` from the ways of asking and from
/// `questions-dev.tsv`.
///
/// @param rank one number a measure, the first for none
/// @param band the same for the second model
public record Judge(List<Double> rank, List<Double> band, double answerFrom, double suggestFrom) {
    public Judge {
        rank = List.copyOf(rank);
        band = List.copyOf(band);
    }

    static Judge from(Node node) {
        try {
            return new Judge(numbers(node, "rank"), numbers(node, "band"),
                    Double.parseDouble(node.text("answer-from")),
                    Double.parseDouble(node.text("suggest-from")));
        } catch (NumberFormatException notANumber) {
            throw new PolicyException(node.where() + ": " + notANumber.getMessage() + " is not a number",
                    notANumber);
        }
    }

    private static List<Double> numbers(Node node, String key) {
        return node.texts(key).stream().map(Double::parseDouble).toList();
    }

    /// How like an answer a candidate is, as log odds.
    double likeness(double[] measures) {
        return sum(rank, measures);
    }

    /// The probability that the first candidate is right.
    double sureness(double[] measures) {
        return 1 / (1 + Math.exp(-sum(band, measures)));
    }

    private static double sum(List<Double> numbers, double[] measures) {
        double sum = 0;
        for (int i = 0; i < Math.min(numbers.size(), measures.length); i++) {
            sum += numbers.get(i) * measures[i];
        }
        return sum;
    }
}
