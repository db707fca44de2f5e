package vn.gopy.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;

/// Finds personal data in a text. Each finder walks the tokens once; where two claim the same words, the one
/// that comes first in the list below is right.
final class Redactor {
    private Redactor() {}

    /// What the finders find.
    static final class Finds {
        private final Folded text;
        private final BitSet claimed = new BitSet();
        private final List<Span> spans = new ArrayList<>();

        Finds(Folded text) {
            this.text = text;
        }

        /// Notes a piece of the folded text, unless another finder has claimed a part of it.
        void add(int from, int to, Kind kind) {
            int next = claimed.nextSetBit(from);
            if (next < 0 || next >= to) {
                claimed.set(from, to);
                spans.add(new Span(text.originalStart(from), text.originalEnd(to), kind));
            }
        }
    }

    /// The spans in the original text, in order, not overlapping.
    static List<Span> spans(Tokens tokens, String original) {
        var typed = new Typed(tokens, original);
        var finds = new Finds(tokens.text);
        LinkFinder.find(tokens, finds);
        PlateFinder.find(tokens, finds);
        BirthFinder.find(tokens, finds);
        NumberFinder.find(tokens, finds);
        AddressFinder.find(typed, finds);
        NameFinder.find(typed, finds);
        if (finds.spans.isEmpty()) {
            return List.of();
        }
        finds.spans.sort(Comparator.comparingInt(Span::start));
        return List.copyOf(finds.spans);
    }
}
