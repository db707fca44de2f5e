package vn.gopy.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.gopy.policy.Index.Match;
import vn.gopy.policy.Index.Term;

/// Walks over all ways of asking of an [Index] and keeps the claims that are nearest to a question.
final class Nearest {
    private static final double NEAR = 0.02;
    private static final int KEPT = 12;

    private final List<String> targets;
    private final int[] firstAsks;
    private final Rows holders;
    private final double[] weights;
    /// What one part in each way of asking's length is.
    private final float[] shares;
    /// Sums for use again, all nought: making a new row each time costs as much as adding up.
    private final Queue<float[]> scratch = new ConcurrentLinkedQueue<>();

    /// The ways of asking that hold each term, the terms' weights, the lengths of the ways of asking.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Weighed(Rows holders, double[] weights, double[] lengths) {}

    /// @param firstAsks for each target the number of its first way of asking, and at the end the number of all
    Nearest(List<String> targets, int[] firstAsks, Weighed weighed) {
        this.targets = targets;
        this.firstAsks = firstAsks;
        holders = weighed.holders();
        weights = weighed.weights();
        shares = new float[weighed.lengths().length];
        for (int ask = 0; ask < shares.length; ask++) {
            double length = weighed.lengths()[ask];
            shares[ask] = length == 0 ? 0 : (float) (1 / length);
        }
    }

    /// The nearest claims, best first by cosine, at most twelve.
    List<Match> to(List<Term> question, PassedOver passedOver) {
        var idle = scratch.poll();
        var sums = idle == null ? new float[shares.length] : idle;
        double length = 0;
        for (var term : question) {
            length += term.weight() * term.weight();
            if (term.id() >= 0) {
                holders.addAt(term.id(), (float) (term.weight() * weights[term.id()]), sums);
            }
        }
        var near = best(sums, Math.sqrt(length), passedOver);
        Arrays.fill(sums, 0);
        scratch.add(sums);
        return near;
    }

    private List<Match> best(float[] sums, double length, PassedOver passedOver) {
        var tops = tops(sums, passedOver);
        var sorted = tops.clone();
        Arrays.sort(sorted);
        float least = Math.max((float) (NEAR * length),
                sorted.length < KEPT ? 0 : sorted[sorted.length - KEPT]);
        var near = new ArrayList<Match>(KEPT + 1);
        for (int target = 0; target < tops.length; target++) {
            if (tops[target] >= least && tops[target] > 0) {
                put(near, match(target, sums, length, passedOver));
            }
        }
        return List.copyOf(near);
    }

    /// For each target the most that one of its ways of asking reaches.
    private float[] tops(float[] sums, PassedOver passedOver) {
        var tops = new float[targets.size()];
        for (int target = 0; target < tops.length; target++) {
            if (passedOver.anyOf(target)) {
                tops[target] = (float) match(target, sums, 1, passedOver).cosine();
                continue;
            }
            float top = 0;
            for (int ask = firstAsks[target]; ask < firstAsks[target + 1]; ask++) {
                float cosine = sums[ask] * shares[ask];
                top = cosine > top ? cosine : top;
            }
            tops[target] = top;
        }
        return tops;
    }

    private Match match(int target, float[] sums, double length, PassedOver passedOver) {
        int bestAsk = firstAsks[target];
        float best = 0;
        float second = 0;
        boolean some = passedOver.anyOf(target);
        for (int ask = firstAsks[target]; ask < firstAsks[target + 1]; ask++) {
            float cosine = sums[ask] * shares[ask];
            if (cosine > second && !(some && passedOver.way(ask))) {
                second = Math.min(best, cosine);
                bestAsk = cosine > best ? ask : bestAsk;
                best = Math.max(best, cosine);
            }
        }
        return new Match(targets.get(target), target, bestAsk, best / length, second / length);
    }

    /// Puts a match behind all that are at least as near, and lets the thirteenth go.
    private static void put(List<Match> near, Match match) {
        int place = near.size();
        while (place > 0 && near.get(place - 1).cosine() < match.cosine()) {
            place--;
        }
        near.add(place, match);
        if (near.size() > KEPT) {
            near.removeLast();
        }
    }
}
