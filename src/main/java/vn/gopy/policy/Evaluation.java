package vn.gopy.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.gopy.text.Language;

/// How well the library does on written questions: how many it answers rightly, how many wrongly.
///
/// @param asked      questions in scope
/// @param first      of them, with the right claim first, whether said or offered
/// @param three      of them, with the right claim among the first three
/// @param answered   of them, with an answer said
/// @param right      of those, with the right one
/// @param strange    questions out of scope
/// @param misled     of them, answered all the same
/// @param missed     questions in scope of which the first claim was not the right one, with what came
///                   instead
public record Evaluation(int asked, int first, int three, int answered, int right, int strange, int misled,
        List<String> missed) {
    private static final int OFFERED = 3;

    public Evaluation {
        missed = List.copyOf(missed);
    }

    /// The written questions of a folder.
    public static List<DevQuestion> questions(Folder folder) {
        return DevQuestion.read(folder);
    }

    /// Asks all questions.
    ///
    /// @param typed what is done to a question first, such as stripping its marks
    public static Evaluation of(Library library, List<DevQuestion> questions, UnaryOperator<String> typed,
            Instant now) {
        int asked = 0;
        int first = 0;
        int three = 0;
        int answered = 0;
        int right = 0;
        int misled = 0;
        var missed = new ArrayList<String>();
        for (var question : questions) {
            var finding = library.find(typed.apply(question.text()), Language.VIETNAMESE, Optional.empty(),
                    now);
            var ids = finding.inOrder().stream().map(Claim::id).limit(OFFERED).toList();
            boolean said = finding instanceof Finding.Answer;
            boolean hit = !ids.isEmpty() && question.answeredBy(ids.getFirst());
            if (!question.inScope()) {
                misled += said ? 1 : 0;
                continue;
            }
            asked++;
            first += hit ? 1 : 0;
            three += ids.stream().anyMatch(question::answeredBy) ? 1 : 0;
            answered += said ? 1 : 0;
            right += said && hit ? 1 : 0;
            if (!hit) {
                missed.add(question.text() + " → " + ids);
            }
        }
        return new Evaluation(asked, first, three, answered, right, questions.size() - asked, misled, missed);
    }

    public double rightFirst() {
        return share(first, asked);
    }

    public double rightInThree() {
        return share(three, asked);
    }

    public double coverage() {
        return share(answered, asked);
    }

    public double precision() {
        return share(right, answered);
    }

    public double wronglyAnswered() {
        return share(misled, strange);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "in scope %d: right first %.1f %%, in three %.1f %%, answered %.1f %% at %.1f %% precision; "
                        + "out of scope %d: answered %.1f %%",
                asked, 100 * rightFirst(), 100 * rightInThree(), 100 * coverage(), 100 * precision(), strange,
                100 * wronglyAnswered());
    }
}
