package vn.gopy.reading;

import java.util.List;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;

/// E-mail addresses, handles and links to profiles. Pages of authorities and newspapers are nobody's personal
/// data.
final class LinkFinder {
    private static final List<String> PROFILES = List.of("facebook.com/", "fb.com/", "fb.me/", "m.me/",
            "zalo.me/",
            "t.me/", "tiktok.com/", "instagram.com/", "youtube.com/", "twitter.com/", "threads.net/",
            "messenger.com/");
    private static final List<String> PUBLIC = List.of(".gov.vn", "chinhphu.vn", "baoquangninh", "vnexpress",
            "tuoitre.vn", "thanhnien.vn", "laodong.vn", "vtv.vn", "nhandan.vn", "thuvienphapluat",
            "quochoi.vn");
    private static final int LONGEST = 200;

    private LinkFinder() {}

    static void find(Tokens tokens, Finds finds) {
        var text = tokens.text;
        for (int token = 0; token < tokens.size(); token++) {
            int at = tokens.from(token);
            if (tokens.is(token, '@')) {
                atSign(text, at, finds);
            } else if (at == 0 || !isLinkLike(text.charAt(at - 1))) {
                link(text, at, finds);
            }
        }
    }

    private static void atSign(Folded text, int at, Finds finds) {
        int right = at + 1 < text.length() && text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        int end = right;
        while (end < text.length() && end - at < LONGEST && isMailLike(text.charAt(end))) {
            end++;
        }
        while (end > right && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        int left = right == at + 2 && at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int start = left;
        while (start > 0 && at - start < LONGEST && isMailLike(text.charAt(start - 1))) {
            start--;
        }
        boolean domain = hasDot(text, right, end);
        if (start < left && domain) {
            finds.add(start, end, Kind.EMAIL);
        } else if (start == at && right == at + 1 && end - right >= 3) {
            finds.add(at, end, Kind.LINK);
        }
    }

    private static void link(Folded text, int at, Finds finds) {
        boolean scheme = has(text, at, "http") || has(text, at, "www.");
        if (!scheme && PROFILES.stream().noneMatch(host -> has(text, at, host))) {
            return;
        }
        int end = at;
        while (end < text.length() && isLinkLike(text.charAt(end))) {
            end++;
        }
        while (end > at && ".,;:!?)".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var address = text.subSequence(at, Math.min(end, at + LONGEST)).toString();
        if (end - at > 8 && PUBLIC.stream().noneMatch(address::contains)) {
            finds.add(at, end, Kind.LINK);
        }
    }

    private static boolean has(Folded text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length() || text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDot(Folded text, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text.charAt(i) == '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean isMailLike(char c) {
        return (c >= 'a' && c <= 'z') || Tokens.isDigit(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static boolean isLinkLike(char c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>';
    }
}
