package vn.gopy.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.text.LongTable;

/// Small words that say how the words beside them are meant: kinds of unit, "at", "the former", "street".
final class Cues {
    static final int XA = 1;
    static final int PHUONG = 1 << 1;
    static final int THI_TRAN = 1 << 2;
    static final int DAC_KHU = 1 << 3;
    static final int HUYEN = 1 << 4;
    static final int THI_XA = 1 << 5;
    static final int THANH_PHO = 1 << 6;
    static final int TINH = 1 << 7;
    static final int UNIT_KINDS = XA | PHUONG | THI_TRAN | DAC_KHU;
    static final int DISTRICT_KINDS = HUYEN | THI_XA | THANH_PHO;
    static final int KINDS = UNIT_KINDS | DISTRICT_KINDS | TINH;
    /// "At", "comes from": what follows is a place.
    static final int PLACE = 1 << 8;
    /// Street, bridge, bay, school: what follows is not the unit.
    static final int THING = 1 << 9;
    /// Words after a name that only a unit has: "was merged", "belongs to".
    static final int FATE = 1 << 10;
    static final int HAMLET = 1 << 11;
    static final int FORMER = 1 << 12;
    static final int RECENT = 1 << 13;
    /// Words that may stand between a place and the district it lies in.
    static final int LINK = 1 << 14;
    /// Words of an answer that are no part of a name.
    static final int FILLER = 1 << 15;
    /// Words between two places that are compared, or of which one went to the other.
    static final int OR = 1 << 16;

    private static final Map<Integer, String> WORDS = Map.ofEntries(Map.entry(XA, "xã x"),
            Map.entry(PHUONG, "phường p f"), Map.entry(THI_TRAN, "tt"), Map.entry(DAC_KHU, "đk"),
            Map.entry(HUYEN, "huyện"), Map.entry(THI_XA, "tx"), Map.entry(THANH_PHO, "tp"),
            Map.entry(TINH, "tỉnh"),
            Map.entry(PLACE, "ở tại quê trú"),
            Map.entry(THING, "đường phố cầu vịnh bay trường viện sông ngõ cảng hồ đèo ga"),
            Map.entry(FATE, "thuộc nhập tách sáp gồm"), Map.entry(HAMLET, "khu thôn tổ bản xóm khe"),
            Map.entry(OR, "hay hoặc vs về vào"), Map.entry(FORMER, "cũ"), Map.entry(RECENT, "mới"),
            Map.entry(LINK,
                    "cũ mới của ở tại thuộc bên nhà tp tx tt x p f đk xã phường huyện đảo"),
            Map.entry(FILLER,
                    "em e mình mik tôi t tui ở tại quê nhà thuộc đang sống trú ạ a ad chị anh bác cho dạ"
                            + " vâng thưa là nay giờ h cũ mới này đó bên chỗ và xã x phường p f huyện tt"
                            + " tx tp đk tỉnh đảo thôn tổ bản xóm"));
    private static final List<Pair> PAIRS = List.of(new Pair("thi", "tran", THI_TRAN),
            new Pair("thi", "xa", THI_XA),
            new Pair("thanh", "pho", THANH_PHO), new Pair("dac", "khu", DAC_KHU),
            new Pair("huyen", "dao", HUYEN),
            new Pair("xa", "dao", XA));
    private static final LongTable FLAGS = table(true);
    private static final LongTable MARKS = table(false);

    private record Pair(long first, long second, int kind) {
        Pair(String first, String second, int kind) {
            this(Syllables.hashOf(first), Syllables.hashOf(second), kind);
        }
    }

    private Cues() {}

    private static LongTable table(boolean flags) {
        var table = new HashMap<Long, Integer>();
        WORDS.forEach((flag, words) -> {
            var typed = Syllables.of(words);
            for (int i = 0; i < typed.count(); i++) {
                table.merge(typed.hash(i), flags ? flag : typed.marks(i),
                        flags ? (a, b) -> a | b : Math::max);
            }
        });
        return new LongTable(table);
    }

    /// What syllable `index` says; 0 for any other word, and for one whose marks say something else (`xà`,
    /// `bạn`).
    static int flags(Syllables typed, int index) {
        if (index < 0 || index >= typed.count()) {
            return 0;
        }
        int flags = FLAGS.get(typed.hash(index));
        return flags == LongTable.NONE || !Syllables.fits(typed.marks(index), MARKS.get(typed.hash(index)))
                ? 0
                : flags;
    }

    /// Whether syllable `index` is a word like this, or half of a kind in two words: `thị trấn`.
    static boolean small(Syllables typed, int index, int flag) {
        return has(typed, index, flag) || pairAt(typed, index) != 0 || pairAt(typed, index - 1) != 0;
    }

    private static int pairAt(Syllables typed, int index) {
        if (index >= 0 && index + 1 < typed.count()) {
            for (var pair : PAIRS) {
                if (pair.first == typed.hash(index) && pair.second == typed.hash(index + 1)) {
                    return pair.kind;
                }
            }
        }
        return 0;
    }

    static boolean has(Syllables typed, int index, int flag) {
        return (flags(typed, index) & flag) != 0;
    }

    /// The kind of unit that stands right before syllable `index`, or 0.
    static int kindBefore(Syllables typed, int index) {
        int pair = pairAt(typed, index - 2);
        return pair != 0 ? pair : flags(typed, index - 1) & KINDS;
    }

    static int kindOf(Unit.Kind kind) {
        return switch (kind) {
            case XA -> XA;
            case PHUONG -> PHUONG;
            case THI_TRAN -> THI_TRAN;
            case DAC_KHU -> DAC_KHU;
        };
    }
}
