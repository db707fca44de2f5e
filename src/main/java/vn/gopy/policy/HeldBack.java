package vn.gopy.policy;

import java.util.List;
import vn.gopy.place.Gazetteer;

/// Asks the written questions that are not ours to answer as if nobody had known them: each is judged by a
/// [Scope] that has not learnt from it. Without that, they would look better known than a stranger's are.
public final class HeldBack {
    private static final int PARTS = 5;

    private final Ranking ranking;
    private final List<String> strange;
    private final List<List<String>> words;

    private HeldBack(Ranking ranking, List<String> strange) {
        this.ranking = ranking;
        this.strange = strange;
        words = Prepared.words(ranking.reader(), strange);
    }

    /// The share of them that would be answered, from 0 to 1. Takes some seconds.
    public static double wronglyAnswered(Folder folder, Gazetteer gazetteer) {
        var shelf = new PolicyFiles(folder).read();
        var strange = shelf.strange().get();
        var held = new HeldBack(Ranking.of(shelf, gazetteer), strange);
        int answered = 0;
        for (int part = 0; part < PARTS; part++) {
            answered += held.answered(part);
        }
        return strange.isEmpty() ? 0 : (double) answered / strange.size();
    }

    private int answered(int part) {
        var scope = Scope.of(ranking.index(), words, _ -> false, number -> number % PARTS == part);
        int answered = 0;
        for (int number = part; number < strange.size(); number += PARTS) {
            answered += sureness(number, scope) >= ranking.judge().answerFrom() ? 1 : 0;
        }
        return answered;
    }

    private double sureness(int number, Scope scope) {
        var question = ranking.reader().read(strange.get(number), List.of());
        var best = ranking.rank(question, PassedOver.NOTHING);
        return best.isEmpty()
                ? 0
                : ranking.judge().sureness(ranking.together(question, best, scope.of(words.get(number)),
                        PassedOver.NOTHING));
    }
}
