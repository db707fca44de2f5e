package vn.gopy.reading;

import java.util.List;

/// Phrases of several kinds, all looked for in one walk over a message: by their first word, and only those
/// whose other words are in the message too.
final class Phrases {
    private static final Shelf NOTHING = new Shelf(List.of());

    private final FirstWords<Shelf> shelves;

    /// A phrase and the bit of its kind.
    record Line(Phrase phrase, int bit) {}

    private Phrases(FirstWords<Shelf> shelves) {
        this.shelves = shelves;
    }

    static Phrases of(List<Line> all) {
        return new Phrases(FirstWords.of(all, line -> line.phrase().firstKeys(), Shelf::new));
    }

    /// The bits of all kinds of which a phrase stands in the message.
    int standing(Tokens tokens) {
        long words = 0;
        var marks = new long[16];
        for (int i = 0; i < tokens.size(); i++) {
            words |= Phrase.bit(tokens.meant(i));
            int mark = Phrase.mark(tokens.meant(i));
            marks[mark >> 6] |= 1L << (mark & 63);
        }
        int bits = 0;
        for (int i = 0; i < tokens.size(); i++) {
            bits |= shelves.get(tokens.meant(i), NOTHING).standing(tokens, i, words, marks);
        }
        return bits;
    }

    /// Phrases that begin alike, and beside each other what their second and their last place need.
    private static final class Shelf {
        private final Line[] lines;
        private final long[] seconds;
        private final long[] lasts;

        Shelf(List<Line> lines) {
            this.lines = lines.toArray(Line[]::new);
            seconds = lines.stream().mapToLong(line -> line.phrase().needs(false)).toArray();
            lasts = lines.stream().mapToLong(line -> line.phrase().needs(true)).toArray();
        }

        /// The bits of the kinds of which a phrase begins at this token.
        int standing(Tokens tokens, int at, long words, long[] marks) {
            int bits = 0;
            for (int i = 0; i < lines.length; i++) {
                if ((seconds[i] & words) != 0 && (lasts[i] & words) != 0 && (bits & lines[i].bit) == 0
                        && lines[i].phrase.mayStand(marks) && lines[i].phrase.endFrom(tokens, at) >= 0) {
                    bits |= lines[i].bit;
                }
            }
            return bits;
        }
    }
}
