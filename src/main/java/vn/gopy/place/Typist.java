package vn.gopy.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vn.gopy.text.Folding;

/// Types a name in the ways in which residents do.
final class Typist {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Typist() {}

    static List<String> ways(String name, Unit.Kind kind) {
        var ways = new ArrayList<String>(List.of(name, Folding.fold(name), name.toUpperCase(Locale.ROOT),
                name.toLowerCase(Locale.ROOT), Folding.fold(name).toUpperCase(Locale.ROOT),
                Normalizer.normalize(name, Normalizer.Form.NFD), otherTonePlace(name), "  " + name + " ạ."));
        for (var prefix : prefixes(kind)) {
            ways.add(prefix + name);
            ways.add(prefix + Folding.fold(name));
            ways.add((prefix + name).toUpperCase(Locale.ROOT));
        }
        return ways;
    }

    private static List<String> prefixes(Unit.Kind kind) {
        return switch (kind) {
            case XA -> List.of("xã ", "xa ", "x. ", "x.", "x ");
            case PHUONG -> List.of("phường ", "phuong ", "p. ", "p.", "p ");
            case THI_TRAN -> List.of("thị trấn ", "thi tran ", "tt ", "tt.", "TT. ");
            case DAC_KHU -> List.of("đặc khu ", "dac khu ", "đk ", "dk ");
        };
    }

    static String otherTonePlace(String name) {
        return name.replace("òa", "oà").replace("ủy", "uỷ").replace("Hòa", "Hoà");
    }

    /// One slip in the letters: one too many, one too few, another one, or two swapped.
    static String slip(String name, Random random) {
        var typed = new StringBuilder(name);
        int at = random.nextInt(name.length());
        while (name.charAt(at) == ' ') {
            at = random.nextInt(name.length());
        }
        char other = LETTERS.charAt(random.nextInt(LETTERS.length()));
        switch (random.nextInt(4)) {
            case 0 -> typed.insert(at, other);
            case 1 -> typed.deleteCharAt(at);
            case 2 -> typed.setCharAt(at, other);
            default -> {
                int next = at + 1 < name.length() ? at : at - 1;
                char first = typed.charAt(next);
                typed.setCharAt(next, typed.charAt(next + 1));
                typed.setCharAt(next + 1, first);
            }
        }
        return typed.toString();
    }
}
