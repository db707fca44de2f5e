package vn.gopy.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;

/// How well personal data is masked in lines where somebody marked it.
///
/// A marked piece is found when each of its letters and digits is masked, under whatever name: what is left
/// over may still tell who it is.
final class Masking {
    /// What the bars tell apart.
    enum Group {
        NUMBERS("numbers and e-mail", 0.98), NAMES("names", 0.85), ADDRESSES("addresses", 0.80), REST(
                "plates, births, links", 0.85);

        final String label;
        final double bar;

        Group(String label, double bar) {
            this.label = label;
            this.bar = bar;
        }

        static Group of(Kind kind) {
            return switch (kind) {
                case PHONE, CCCD, CMND, PASSPORT, BANK, INS, EMAIL -> NUMBERS;
                case NAME -> NAMES;
                case ADDRESS -> ADDRESSES;
                case PLATE, DOB, LINK -> REST;
            };
        }
    }

    private record Masked(MarkedLine line, List<Span> found) {}

    private final List<Masked> lines;

    private Masking(List<Masked> lines) {
        this.lines = lines;
    }

    static Masking of(List<MarkedLine> lines) {
        return new Masking(lines.stream().map(line -> new Masked(line,
                Redactor.spans(new Tokens(Folded.of(line.text())), line.text()))).toList());
    }

    /// The share of the marked pieces of a group that are masked whole.
    double recall(Group group) {
        return share(group, masked -> isHidden(masked.line(), masked.piece(), masked.found()));
    }

    /// The share that is masked whole by one span which also names the right kind.
    double recallOfKind(Group group) {
        return share(group, masked -> masked.found().stream()
                .anyMatch(span -> span.kind() == masked.piece().kind()
                        && isHidden(masked.line(), masked.piece(), List.of(span))));
    }

    /// The share of the lines without personal data in which something is masked.
    double touched() {
        var plain = lines.stream().filter(masked -> masked.line().spans().isEmpty()).toList();
        return plain.stream().filter(masked -> !masked.found().isEmpty()).count() / (double) plain.size();
    }

    /// The share of all masked spans that have no letter in common with a marked piece.
    double needless() {
        long all = lines.stream().mapToLong(masked -> masked.found().size()).sum();
        long needless = lines.stream().mapToLong(masked -> masked.found().stream()
                .filter(span -> masked.line().spans().stream().noneMatch(piece -> meet(span, piece))).count())
                .sum();
        return needless / (double) Math.max(1, all);
    }

    /// How many lines hold nothing personal.
    int plain() {
        return (int) lines.stream().filter(masked -> masked.line().spans().isEmpty()).count();
    }

    int size(Group group) {
        return (int) pieces(group).count();
    }

    /// What went wrong, a line each, to be read for the development half only.
    List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        for (var masked : lines) {
            var line = masked.line();
            var missed = line.spans().stream().filter(piece -> !isHidden(line, piece, masked.found()))
                    .map(piece -> piece.kind() + " " + line.text().substring(piece.start(), piece.end()))
                    .toList();
            var needless = masked.found().stream()
                    .filter(span -> line.spans().stream().noneMatch(piece -> meet(span, piece)))
                    .map(span -> span.kind() + " " + line.text().substring(span.start(), span.end()))
                    .toList();
            if (!missed.isEmpty() || !needless.isEmpty()) {
                mistakes.add("missed " + missed + ", needless " + needless + ": " + line.text());
            }
        }
        return mistakes;
    }

    private record Piece(MarkedLine line, Span piece, List<Span> found) {}

    private Stream<Piece> pieces(Group group) {
        return lines.stream().flatMap(masked -> masked.line().spans().stream()
                .filter(piece -> Group.of(piece.kind()) == group)
                .map(piece -> new Piece(masked.line(), piece, masked.found())));
    }

    private double share(Group group, Predicate<Piece> wanted) {
        return pieces(group).filter(wanted).count() / (double) Math.max(1, size(group));
    }

    private static boolean isHidden(MarkedLine line, Span piece, List<Span> found) {
        var hidden = new BitSet();
        found.forEach(span -> hidden.set(span.start(), span.end()));
        for (int i = piece.start(); i < piece.end(); i++) {
            if (Character.isLetterOrDigit(line.text().charAt(i)) && !hidden.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
