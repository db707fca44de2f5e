package vn.gopy.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;
import vn.gopy.text.Syllable;

/// E-mail addresses, handles and links to profiles. Pages of authorities and newspapers are nobody's personal
/// data.
final class LinkFinder {
    private static final List<String> PROFILES = List.of("facebook.com/", "fb.com/", "fb.me/", "m.me/",
            "zalo.me/",
            "t.me/", "tiktok.com/", "instagram.com/", "youtube.com/", "twitter.com/", "threads.net/",
            "messenger.com/", "linkedin.com/in/", "shopee.vn/", "m.facebook.com/", "x.com/", "line.me/");
    private static final List<String> PUBLIC = List.of(".gov.vn", "chinhphu.vn", "baoquangninh", "vnexpress",
            "tuoitre.vn", "thanhnien.vn", "laodong.vn", "vtv.vn", "nhandan.vn", "thuvienphapluat",
            "quochoi.vn");
    private static final Set<Long> PLATFORMS = Stream
            .of("facebook", "fb", "insta", "ig", "instagram", "tiktok", "tele", "telegram", "skype", "line")
            .map(Syllable::key).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PROVIDERS = Set.of("gmail", "yahoo", "outlook", "hotmail", "icloud");
    private static final int LONGEST = 200;

    private LinkFinder() {}

    static void find(Tokens tokens, Finds finds) {
        var text = tokens.text;
        for (int token = 0; token < tokens.size(); token++) {
            int at = tokens.from(token);
            if (tokens.is(token, '@')) {
                atSign(text, at, finds);
            } else if (tokens.isWord(token) && has(text, at, "at") && isWrapped(text, at)) {
                spelledAt(text, at, finds);
            } else if (tokens.is(token + 1, ':') && PLATFORMS.contains(tokens.key(token))) {
                account(tokens, token + 2, finds);
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
        boolean domain = hasDot(text, right, end)
                || PROVIDERS.contains(text.subSequence(right, end).toString());
        if (start < left && domain) {
            finds.add(start, end, Kind.EMAIL);
        } else if (start == at && right == at + 1 && end - right >= 3) {
            finds.add(at, end, Kind.LINK);
        }
    }

    /// `insta: lan_anh.99`
    private static void account(Tokens tokens, int token, Finds finds) {
        if (token >= tokens.size()) {
            return;
        }
        var text = tokens.text;
        int start = tokens.from(token);
        int end = start;
        boolean marked = false;
        while (end < text.length() && end - start < LONGEST && isMailLike(text.charAt(end))) {
            char c = text.charAt(end);
            marked |= c == '_' || c == '.' || Tokens.isDigit(c);
            end++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        boolean letters = text.charAt(start) >= 'a' && text.charAt(start) <= 'z';
        if (marked && letters && end - start > 4) {
            finds.add(start, end, Kind.LINK);
        }
    }

    /// "(at)", in brackets of either kind, as people write who fear machines.
    private static boolean isWrapped(Folded text, int at) {
        return at > 1 && at + 2 < text.length() && "([".indexOf(text.charAt(at - 1)) >= 0
                && ")]".indexOf(text.charAt(at + 2)) >= 0;
    }

    private static void spelledAt(Folded text, int at, Finds finds) {
        int start = at - 1;
        while (start > 0 && at - start < LONGEST && isMailLike(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 3;
        while (end < text.length() && end - at < LONGEST
                && (isMailLike(text.charAt(end)) || "()[]".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (start < at - 1 && end > at + 4) {
            finds.add(start, end, Kind.EMAIL);
        }
    }

    private static void link(Folded text, int at, Finds finds) {
        boolean scheme = has(text, at, "http") || has(text, at, "www.");
        if (!scheme && !isProfile(text, at)) {
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

    private static boolean isProfile(Folded text, int at) {
        for (var host : PROFILES) {
            if (has(text, at, host)) {
                return true;
            }
        }
        return false;
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
