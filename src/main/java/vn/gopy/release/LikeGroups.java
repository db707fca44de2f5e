package vn.gopy.release;

import java.util.List;

/// Groups of texts that are nearly the same, found from their marks alone ([vn.gopy.feedback.Likeness]).
///
/// Marks are cut into 16 bands of four picks. Two texts of which 80 in 100 shingles are the same share a whole band
/// almost surely (1 − (1 − 0.8⁴)¹⁶), two that have little in common almost never: so each mark is compared only with
/// the first ones of its band (locality-sensitive hashing; Indyk and Motwani 1998). Who shares enough picks with one
/// of a group is in it. Time and memory grow with the number of marks, however alike they are.
final class LikeGroups {
    /// Of 64 picks: the least that is 0.8 or more.
    private static final int NEAR = 52;
    private static final int PICKS = 64;
    private static final int ROWS = 4;
    /// With so many unlike ones of the same band a mark is compared at most.
    private static final int FIRST_ONES = 8;

    private final List<byte[]> marks;
    private final int[] above;

    private LikeGroups(List<byte[]> marks) {
        this.marks = marks;
        above = new int[marks.size()];
        for (int mark = 0; mark < above.length; mark++) {
            above[mark] = mark;
        }
    }

    /// The group of each mark: the place of one of its members.
    static int[] of(List<byte[]> marks) {
        var groups = new LikeGroups(marks);
        for (int band = 1; band < PICKS; band += ROWS) {
            groups.join(band);
        }
        for (int mark = 0; mark < groups.above.length; mark++) {
            groups.above[mark] = groups.top(mark);
        }
        return groups.above;
    }

    private void join(int band) {
        var firstOnes = new int[Integer.highestOneBit(Math.max(1, above.length)) * 4];
        for (int mark = 0; mark < above.length; mark++) {
            place(mark, band, firstOnes);
        }
    }

    /// Puts a mark with the first one that is like it, or makes it a first one. An empty place is 0.
    private void place(int mark, int band, int[] firstOnes) {
        int key = key(mark, band);
        int at = ((key * 0x9E3779B9) >>> 1) & (firstOnes.length - 1);
        int unlike = 0;
        while (firstOnes[at] != 0 && unlike < FIRST_ONES) {
            int first = firstOnes[at] - 1;
            if (key(first, band) == key) {
                if (alike(mark, first)) {
                    above[top(mark)] = top(first);
                    return;
                }
                unlike++;
            }
            at = (at + 1) & (firstOnes.length - 1);
        }
        if (unlike < FIRST_ONES) {
            firstOnes[at] = mark + 1;
        }
    }

    private int key(int mark, int band) {
        var picks = marks.get(mark);
        return (picks[band] << 24) | ((picks[band + 1] & 0xFF) << 16) | ((picks[band + 2] & 0xFF) << 8)
                | (picks[band + 3] & 0xFF);
    }

    private boolean alike(int one, int other) {
        return top(one) == top(other) || shared(marks.get(one), marks.get(other)) >= NEAR;
    }

    private static int shared(byte[] one, byte[] other) {
        int shared = 0;
        for (int pick = 1; pick <= PICKS; pick++) {
            shared += one[pick] == other[pick] ? 1 : 0;
        }
        return shared;
    }

    /// Shortens the way for the next time.
    private int top(int mark) {
        int top = mark;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }
}
