package vn.gopy.dialogue;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import vn.gopy.text.Language;
import vn.gopy.text.Phrasebook;

/// Writes receipts: three words out of a list, drawn from what only this resident and this moment have. A
/// receipt tells nothing about what was said.
final class Receipts {
    private final Map<Language, List<String>> words;

    Receipts(Phrasebook phrases) {
        words = phrases.languages().stream().collect(toUnmodifiableMap(language -> language,
                language -> Collections.list(new StringTokenizer(phrases.raw(language, "receipt.words")))
                        .stream()
                        .map(String::valueOf).toList()));
    }

    String write(Visit visit) {
        var list = words.getOrDefault(visit.language(), List.of());
        long rest = mixed(
                visit.resident().seed() ^ mixed(visit.now().toEpochMilli() + visit.standing().number()));
        var receipt = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            receipt.append(i == 0 ? "" : "-").append(list.get((int) Math.floorMod(rest, (long) list.size())));
            rest = Math.floorDiv(rest, list.size());
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
