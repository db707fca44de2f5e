package vn.gopy.quote;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A sentence as an editor would show it: shortened or masked further, and nothing added. What is left out
/// shows as `…`, and a "not" is never left out alone: what follows it would say the contrary.
final class Wording {
    /// What stands for words that are left out.
    static final String GAP = "…";
    /// In a tidied wording, which has single spaces and no other.
    private static final Pattern GAPS = Pattern.compile(" ?… ?");
    private static final Set<String> NOT = Set.of("khong", "chua", "chang", "dung", "ko", "k", "hong", "it",
            "thieu", "not", "no", "never", "don", "doesn", "didn", "isn", "wasn", "cannot", "without");

    private Wording() {}

    /// What is wrong with a wording; empty when it only leaves out.
    static Optional<Fault> fault(String sentence, String wording) {
        var whole = tidy(sentence);
        var shown = tidy(wording);
        if (shown.equals(whole)) {
            return Optional.empty();
        }
        if (Vectors.syllables(shown).isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        var pieces = List.of(GAPS.split(shown, -1));
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            int at = i == pieces.size() - 1 && !piece.isEmpty()
                    ? last(whole, piece, from)
                    : found(whole, piece, from);
            if (at < 0 || (i == 0 && !piece.isEmpty() && at > 0)) {
                return Optional.of(Fault.ADDED);
            }
            if (!piece.isEmpty() && endsWithNot(whole.substring(from, at))) {
                return Optional.of(Fault.TURNED);
            }
            from = at + piece.length();
        }
        return Optional.empty();
    }

    /// With single spaces and one sign for what is left out.
    static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("...", GAP);
    }

    /// Where the last piece stands: nothing follows it.
    private static int last(String whole, String piece, int from) {
        int at = whole.length() - piece.length();
        return at >= from && whole.endsWith(piece) && isEdge(whole, at) ? at : -1;
    }

    /// Where a piece stands as whole words.
    private static int found(String whole, String piece, int from) {
        if (piece.isEmpty()) {
            return from;
        }
        for (int at = whole.indexOf(piece, from); at >= 0; at = whole.indexOf(piece, at + 1)) {
            if (isEdge(whole, at) && isEdge(whole, at + piece.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEdge(String text, int at) {
        return at <= 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean endsWithNot(String leftOut) {
        var syllables = Vectors.syllables(leftOut);
        return !syllables.isEmpty() && NOT.contains(syllables.getLast());
    }
}
