package vn.gopy.reading;

import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Syllable;

/// Home addresses by their grammar: a chain of parts such as `số 12 ngõ 5 đường Trần Phú, tổ 3, khu 2`.
///
/// A house number or a lane locates a home. A group, quarter or hamlet does so with another one, or after a
/// word such as "nhà tôi", "trú", "địa chỉ". A street, commune or ward alone does not, and the address of an
/// office is public.
final class AddressFinder {
    private static final Words HOUSE = Words.of("nhà");
    private static final Words HOME = Words.of("ngụ đc đchỉ thường trọ khẩu quán riêng hộ");
    private static final Words AT = Words.of("ở tại về gần sau cuối đầu trong giúp at");
    private static final Words WHO = Words
            .of("em tôi mình tui tao cháu bà ông chị anh nhà con bố mẹ nó e t đình vợ chồng cô bác chú dì"
                    + " hiện đang đẻ sống trọ trú house");
    private static final Words NO_HOME = Words
            .of("văn thi máy nước trường sàn nghỉ hàng trẻ tang thờ ga ăn thuốc xe vệ tình báo thầu thơ hát");
    private static final Words OFFICE = Words.of("tâm ubnd ủy uỷ sở trường viện bưu trạm cơ đền chùa");
    private static final Words OFFICE_AFTER = Words.of("trụ ubnd ủy uỷ sở công bệnh trung");
    private static final Words RESIDES = Words.of("trú");
    private static final long CHI = Syllable.key("chi");
    private static final long DIA = Syllable.key("dia");
    private static final long SO = Syllable.key("so");
    private static final int NEAR = 4;
    private static final int OFFICE_NEAR = 6;

    private final Tokens tokens;
    private final AddressChain chain;
    private final int start;

    private AddressFinder(Typed typed, int start) {
        this.tokens = typed.tokens;
        this.start = start;
        this.chain = AddressChain.at(typed, start, saysWhere(typed.tokens, start));
    }

    static void find(Typed typed, Finds finds) {
        var tokens = typed.tokens;
        int i = 0;
        while (i < tokens.size()) {
            var here = new AddressFinder(typed, i);
            int end = here.chain.end();
            boolean home = end > i && here.isHome();
            if (home) {
                finds.add(tokens.from(i), tokens.to(end - 1), Kind.ADDRESS);
            }
            i = home ? end : i + 1;
        }
    }

    /// Whether a word that places things stands right before: "ở", "địa chỉ", "at", a colon.
    private static boolean saysWhere(Tokens tokens, int start) {
        return AT.have(tokens, start - 1) || isHomeWord(tokens, start - 1) || HOUSE.have(tokens, start - 1)
                || (tokens.is(start - 1, ':') && isHomeWord(tokens, start - 2));
    }

    /// "địa chỉ", "cư trú"; "chi" alone may be "chị", "tru" the beginning of "trụ sở".
    private static boolean isHomeWord(Tokens tokens, int i) {
        return HOME.have(tokens, i) || (tokens.key(i) == CHI && tokens.key(i - 1) == DIA)
                || (RESIDES.have(tokens, i) && tokens.key(i + 1) != SO);
    }

    private boolean isHome() {
        if (chain.isSurelyHome()) {
            return true;
        }
        boolean home = isNearHome();
        return (chain.isLocated() || (chain.isPartly() && home)) && (home || !isOffice());
    }

    private boolean isOffice() {
        for (int i = start - 1; i >= Math.max(0, start - OFFICE_NEAR); i--) {
            if (OFFICE.have(tokens, i)) {
                return true;
            }
        }
        return OFFICE_AFTER.have(tokens, chain.end()) || isPublicHouse();
    }

    /// "nhà văn hoá", "nhà thi đấu", "nhà máy" before it.
    private boolean isPublicHouse() {
        for (int i = start - 1; i >= Math.max(0, start - NEAR); i--) {
            if (HOUSE.have(tokens, i) && NO_HOME.have(tokens, i + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearHome() {
        for (int i = start - 1; i >= Math.max(0, start - NEAR); i--) {
            boolean house = HOUSE.have(tokens, i) && !NO_HOME.have(tokens, i + 1);
            boolean lives = i == start - 1 && AT.have(tokens, i) && WHO.have(tokens, i - 1);
            if (house || lives || isHomeWord(tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
