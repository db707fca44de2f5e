package vn.gopy.reading;

import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.reading.Tokens.Sort;

/// Home addresses by their grammar: a chain of parts such as `số 12 ngõ 5 đường Trần Phú, tổ 3, khu 2`.
///
/// A house number or a lane locates a home. A group, quarter or hamlet does so with another one, or after a
/// word such as "nhà", "ở", "địa chỉ". A street, commune or ward alone does not, and the address of an office
/// is public.
final class AddressFinder {
    private static final Words HOUSE = Words.of("sn snhà");
    private static final Words NUMBER = Words.of("số");
    private static final Words HOME_NUMBER = Words.of("nhà");
    private static final Words LANE = Words.of("ngõ ngách hẻm kiệt");
    private static final Words QUARTER = Words
            .of("tổ khu xóm thôn ấp khóm cụm lô căn block toà tòa bản đội phòng");
    private static final Words HAMLET_BARE = Words.of("thôn xóm");
    private static final Words NAMED = Words.of("thôn xóm ấp bản");
    private static final Words STREET = Words.of("đường phố đại_lộ");
    private static final Words LINK = Words.of("phố dân thuộc hộ");
    private static final Words HOME = Words.of("nhà ở trú ngụ sống chỉ đc đchỉ thường");
    private static final Words OFFICE = Words.of("tâm ubnd ủy uỷ sở trường viện chợ bưu trạm cơ đền chùa");
    private static final Words STOP = Words
            .of("xã phường huyện tp thành thị tỉnh đặc là thì có và mà bị chưa không đã đang rất nên vì"
                    + " hay với của cho nhà tôi em mình ạ nhé ở đến tới giờ này đó nước điện đường đi mất"
                    + " lại xa cách ngõ tổ khu số");
    private static final int NEAR = 4;

    private final Tokens tokens;
    private final int start;
    private int at;
    private int lastStreet = -1;
    private int quarters;
    private boolean house;
    private boolean lane;
    private boolean street;

    private AddressFinder(Tokens tokens, int start) {
        this.tokens = tokens;
        this.start = start;
        this.at = start;
    }

    static void find(Tokens tokens, Finds finds) {
        int i = 0;
        while (i < tokens.size()) {
            var chain = new AddressFinder(tokens, i);
            chain.read();
            if (chain.at > i && chain.isHome()) {
                finds.add(tokens.from(i), tokens.to(chain.at - 1), Kind.ADDRESS);
            }
            i = Math.max(i + 1, chain.at);
        }
    }

    private void read() {
        int before;
        do {
            before = at;
            int comma = at > start && (tokens.is(at, ',') || tokens.is(at, '-') || tokens.is(at, '.'))
                    ? at + 1
                    : at;
            comma += comma > start && LINK.haveExactly(tokens, comma) ? 1 : 0;
            int next = part(comma);
            at = next > comma ? next : at;
        } while (at > before);
    }

    /// The token after a part that begins here, or the same token when none does.
    private int part(int i) {
        if (HOUSE.have(tokens, i) && isNumber(i + 1)) {
            house = true;
            return numberEnd(i + 1);
        }
        if (HOME_NUMBER.have(tokens, i) && NUMBER.have(tokens, i + 1) && isNumber(i + 2)) {
            house = true;
            return numberEnd(i + 2);
        }
        if (NUMBER.have(tokens, i)) {
            return houseNumber(i);
        }
        if (LANE.have(tokens, i) && isNumber(i + 1)) {
            lane = true;
            return numberEnd(i + 1);
        }
        if (QUARTER.have(tokens, i)) {
            return quarter(i);
        }
        return STREET.have(tokens, i) && (house || lane || street || i == start) ? street(i) : i;
    }

    private int houseNumber(int i) {
        int number = HOME_NUMBER.have(tokens, i + 1) ? i + 2 : i + 1;
        if (!isNumber(number) || isLaw(number)) {
            return i;
        }
        int end = numberEnd(number);
        boolean goesOn = number == i + 2 || LANE.have(tokens, end) || STREET.have(tokens, end)
                || (QUARTER.have(tokens, end) && isNumber(end + 1)) || (street && i > start);
        int comma = tokens.is(end, ',') ? end + 1 : end;
        goesOn |= comma > end && (LANE.have(tokens, comma) || STREET.have(tokens, comma)
                || QUARTER.have(tokens, comma));
        house |= goesOn;
        return goesOn ? end : i;
    }

    private int quarter(int i) {
        int number = LINK.have(tokens, i + 1) && !isNumber(i + 1) ? i + 2 : i + 1;
        number += number == i + 2 && LINK.have(tokens, i + 2) && !isNumber(i + 2) ? 1 : 0;
        if (isNumber(number) && !isLaw(number)) {
            quarters++;
            return numberEnd(number);
        }
        boolean bare = tokens.marks(i) == 0 && !tokens.areAccented();
        if (NAMED.haveExactly(tokens, i) || (bare && HAMLET_BARE.have(tokens, i))) {
            int end = name(i + 1, 2);
            quarters += end > i + 1 ? 1 : 0;
            return end > i + 1 ? end : i;
        }
        return i;
    }

    private int street(int i) {
        int end = isNumber(i + 1) ? numberEnd(i + 1) : name(i + 1, 3);
        if (i == start && !(NUMBER.have(tokens, end) || HOUSE.have(tokens, end) || LANE.have(tokens, end))) {
            return i;
        }
        street = true;
        lastStreet = end;
        return end > i + 1 ? end : i;
    }

    private int name(int from, int most) {
        int end = from;
        while (end < from + most && tokens.isWord(end) && !STOP.have(tokens, end) && adjoins(end)) {
            end++;
        }
        return end;
    }

    private boolean adjoins(int index) {
        return tokens.from(index) - tokens.to(index - 1) == 1;
    }

    private boolean isNumber(int i) {
        return i < tokens.size() && (tokens.sort(i) == Sort.NUMBER || tokens.sort(i) == Sort.MIXED)
                && tokens.to(i) - tokens.from(i) <= 5;
    }

    private boolean isLaw(int i) {
        return tokens.is(i + 1, '/') && (tokens.isWord(i + 2) || tokens.to(i + 2 < tokens.size() ? i + 2 : i)
                - tokens.from(i + 2 < tokens.size() ? i + 2 : i) == 4);
    }

    /// After `12`, `12a`, `12/5`, `12-14`, `B12`.
    private int numberEnd(int i) {
        int end = i + 1;
        while (end + 1 < tokens.size() && (tokens.is(end, '/') || tokens.is(end, '-')) && isNumber(end + 1)
                && tokens.from(end) == tokens.to(end - 1)) {
            end += 2;
        }
        boolean letter = tokens.isWord(end) && tokens.to(end) - tokens.from(end) == 1
                && tokens.text.charAt(tokens.from(end)) <= 'e' && !tokens.isWord(end + 1);
        return letter ? end + 1 : end;
    }

    private boolean isHome() {
        boolean located = house || lane || quarters > 1 || (lastStreet > 0 && quarters > 0)
                || (quarters == 1 && near(HOME, NEAR));
        return located && (!near(OFFICE, 6) || near(HOME_NUMBER, NEAR));
    }

    private boolean near(Words words, int distance) {
        for (int i = start - 1; i >= Math.max(0, start - distance); i--) {
            if (words.have(tokens, i) && !(words == HOME && tokens.isWord(i + 1) && i + 1 < start - 2)) {
                return true;
            }
        }
        return false;
    }
}
