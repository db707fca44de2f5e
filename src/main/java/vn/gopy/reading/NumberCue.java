package vn.gopy.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.text.Syllable;

/// A word near a number that says what the number is.
enum NumberCue {
    PHONE("sdt dt dthoai zalo phone tel alo lh goi call mobile viber may thoai"),
    /// A number that an office gives to everybody.
    HOTLINE("nong dai truc ubnd hotline"), CCCD("cccd can cuoc danh cc"),
    CMND("cmnd cmt cmtnd minh nhan"),
    PASSPORT("passport chieu"),
    BANK("stk khoan tk ngan hang vietcombank vcb agribank bidv techcombank tcb vietinbank mb mbbank acb"
            + " sacombank tpbank vpbank vib shb account bank"),
    INSURANCE("bhxh bhyt hiem bhtn"),
    FILE("hoso bien lai van ban thue mst ms don ma");

    /// "trực ban"
    private static final long DUTY = Syllable.key("truc");
    /// "số sổ": the number of the little book of the insurance
    private static final long SO = Syllable.key("so");
    private static final int NEAR = 5;
    private static final Map<Long, NumberCue> WORDS = words();

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    NumberCue(String words) {
        this.words = List.of(words.split(" "));
    }

    private static Map<Long, NumberCue> words() {
        var words = new HashMap<Long, NumberCue>();
        for (var cue : values()) {
            cue.words.forEach(word -> words.put(Syllable.key(word), cue));
        }
        return Map.copyOf(words);
    }

    /// The nearest cue before a token.
    static Optional<NumberCue> before(Tokens tokens, int token) {
        for (int i = token - 1; i >= Math.max(0, token - NEAR); i--) {
            var cue = WORDS.get(tokens.key(i));
            if (cue != null && !(cue == PHONE && isOrdinary(tokens, i))) {
                return Optional.of(cue == FILE && tokens.key(i - 1) == DUTY ? HOTLINE : cue);
            }
            if (tokens.key(i) == SO && tokens.key(i - 1) == SO) {
                return Optional.of(INSURANCE);
            }
        }
        return Optional.empty();
    }

    /// "máy" and "thoại" count only in "số máy", "điện thoại".
    private static boolean isOrdinary(Tokens tokens, int index) {
        return tokens.key(index) == Syllable.key("may") && tokens.key(index - 1) != Syllable.key("so");
    }

    /// A bank's name right after a number.
    static Optional<NumberCue> after(Tokens tokens, int token) {
        for (int i = token; i < Math.min(tokens.size(), token + 3); i++) {
            var cue = WORDS.get(tokens.key(i));
            if (cue == BANK) {
                return Optional.of(cue);
            }
        }
        return Optional.empty();
    }
}
