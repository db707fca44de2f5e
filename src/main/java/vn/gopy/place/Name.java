package vn.gopy.place;

import java.util.List;
import vn.gopy.text.Folding;

/// A name as it is written, with all it may mean.
final class Name {
    /// How a name may be used.
    enum Sort {
        /// A name like any other.
        PLAIN,
        /// Without marks it is also everyday words: `dong tien`.
        EVERYDAY,
        /// Even with marks it is also everyday words: `thống nhất`.
        EVERYDAY_WITH_MARKS,
        /// A few letters that mean a place only alone or beside another name: `HL`.
        ABBREVIATION,
        /// The province itself: it decides nothing and hides nothing.
        PROVINCE
    }

    private final String written;
    private final String squeezed;
    private final Sort sort;
    private final List<Sense> senses;
    private final Syllables syllables;

    Name(String written, Sort sort, List<Sense> senses) {
        this.written = written;
        this.sort = sort;
        this.senses = List.copyOf(senses);
        this.syllables = Syllables.of(written);
        this.squeezed = syllables.squeezed(0, syllables.count());
    }

    String written() {
        return written;
    }

    String folded() {
        return Folding.fold(written);
    }

    /// Its folded letters without spaces: `thuongyencong`.
    String squeezed() {
        return squeezed;
    }

    Sort sort() {
        return sort;
    }

    boolean everyday() {
        return sort == Sort.EVERYDAY || sort == Sort.EVERYDAY_WITH_MARKS;
    }

    List<Sense> senses() {
        return senses;
    }

    Syllables syllables() {
        return syllables;
    }

    /// Móng Cái 2, Móng Cái II: the number is meant as typed.
    boolean numbered() {
        char last = written.charAt(written.length() - 1);
        return Character.isDigit(last) || last == 'I';
    }

    int length() {
        return syllables.count();
    }

    /// How well marks that were typed agree with this name: -1 when one contradicts, else how many syllables
    /// are typed in full.
    int agreement(Syllables typed, int from) {
        int full = 0;
        for (int i = 0; i < length(); i++) {
            int mine = syllables.marks(i);
            int theirs = typed.marks(from + i);
            if (!Syllables.fits(theirs, mine)) {
                return -1;
            }
            full += theirs == mine ? 1 : 0;
        }
        return full;
    }
}
