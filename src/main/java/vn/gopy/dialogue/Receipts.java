package vn.gopy.dialogue;

import vn.gopy.text.Phrasebook;

/// Writes receipts: three words out of a list, drawn from what only this resident and this moment have. A receipt tells
/// nothing about what was said.
final class Receipts {
    private final Phrasebook phrases;

    Receipts(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String write(Visit visit) {
        var words = phrases.raw(visit.language(), "receipt.words").split(" ");
        long rest = mixed(visit.resident().seed() ^ mixed(visit.now().toEpochMilli() + visit.standing().number()));
        var receipt = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            receipt.append(i == 0 ? "" : "-").append(words[(int) Math.floorMod(rest, (long) words.length)]);
            rest = Math.floorDiv(rest, words.length);
        }
        return receipt.toString();
    }

    /// Stafford's mixer: every bit of the outcome depends on every bit of the number.
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
