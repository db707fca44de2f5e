package vn.gopy.reading;

import java.util.HashSet;
import java.util.Set;
import vn.gopy.reading.Tokens.Sort;

/// The parts of an address as far as they follow each other, commas and the like between them.
final class AddressChain {
    private static final Words HOUSE = Words.of("sn snhà");
    private static final Words NUMBER = Words.of("số");
    private static final Words HOME_NUMBER = Words.of("nhà");
    private static final Words LANE = Words.of("ngõ ngách hẻm kiệt dãy");
    private static final Words QUARTER = Words.of("tổ khu xóm thôn ấp khóm cụm bản đội khối nhóm");
    private static final Words ROOM = Words.of("lô căn block toà tòa phòng tầng ô");
    private static final Words SURE_ROOM = Words.of("lô căn block toà tòa");
    private static final Words NAMED = Words.of("thôn xóm ấp bản khu tổ đội");
    private static final Words STREET = Words.of("đường phố đại_lộ");
    private static final Words STREET_AFTER = Words.of("street road st");
    private static final Words LINK = Words.of("phố dân thuộc hộ trọ");
    private static final Words ESTATE = Words.of("đô tái tập chung kđt");
    private static final Words ESTATE_END = Words.of("thị cư thể");
    private static final Words ROAD = Words.of("quốc tỉnh huyện đại đèn");
    private static final Words LISTED = Words
            .of("định quyết luật tư văn thị bão quầy cửa phòng bàn tuyến xe kỳ quý lần mẫu biển đợt khoản"
                    + " máy thoại sổ đất tờ thửa lớp trường mầm đài hiệu mã cột tàu lộ");
    private static final int MOST_PARTS = 12;

    private final Typed typed;
    private final Tokens tokens;
    private final HouseNumbers numbers;
    private final StreetNames streets;
    private final int start;
    private final boolean placed;
    private final Set<Long> quarters = new HashSet<>();
    private int end;
    private int rooms;
    private boolean sure;
    private boolean house;
    private boolean lane;
    private boolean street;
    private boolean estate;

    private AddressChain(Typed typed, int start, boolean placed) {
        this.typed = typed;
        this.tokens = typed.tokens;
        this.numbers = new HouseNumbers(typed.tokens);
        this.streets = new StreetNames(typed);
        this.start = start;
        this.placed = placed;
        this.end = start;
    }

    /// Reads the chain that begins at a token; `placed` when a word such as "ở" stands before it.
    static AddressChain at(Typed typed, int start, boolean placed) {
        var chain = new AddressChain(typed, start, placed);
        int before = -1;
        for (int parts = 0; parts < MOST_PARTS && chain.end > before; parts++) {
            before = chain.end;
            chain.readPart();
        }
        return chain;
    }

    /// The token after the chain; where it begins, when there is none.
    int end() {
        return end;
    }

    /// Says itself that it is a home: "số nhà 12".
    boolean isSurelyHome() {
        return sure;
    }

    boolean isLocated() {
        return house || lane || quarters.size() > 1 || (street && !quarters.isEmpty())
                || (rooms > 0 && estate) || (rooms > 1 && !quarters.isEmpty()) || rooms > 2;
    }

    /// Whether it locates a home if something else says that it is one.
    boolean isPartly() {
        return !quarters.isEmpty() || rooms > 0;
    }

    private void readPart() {
        int comma = end > start && (tokens.is(end, ',') || tokens.is(end, '-') || tokens.is(end, '.'))
                ? end + 1
                : end;
        int next = part(comma);
        if (next == comma && comma > start && LINK.haveExactly(tokens, comma)) {
            next = part(comma + 1);
            next = next == comma + 1 ? comma : next;
        }
        end = next > comma ? next : end;
    }

    /// The token after a part that begins here, or the same token when none does.
    private int part(int i) {
        if (HOUSE.have(tokens, i) && numbers.isNumber(i + 1)) {
            return sureHouse(i + 1);
        }
        if (HOME_NUMBER.have(tokens, i) && NUMBER.have(tokens, i + 1) && numbers.isNumber(i + 2)) {
            return sureHouse(i + 2);
        }
        if (HOME_NUMBER.have(tokens, i) && numbers.isNumber(i + 1) && isDivision(numbers.end(i + 1))) {
            return sureHouse(i + 1);
        }
        if (NUMBER.have(tokens, i)) {
            return houseNumber(i);
        }
        if (LANE.have(tokens, i)) {
            return lane(i);
        }
        if (QUARTER.have(tokens, i) || (ROOM.have(tokens, i) && !isRoad(i))) {
            return quarter(i);
        }
        if (STREET.have(tokens, i)) {
            return street(i);
        }
        if (ESTATE.have(tokens, i) && estateEnd(i) > i) {
            return estate(estateEnd(i));
        }
        int bare = bareNumber(i);
        return bare > i ? bare : shortForm(i);
    }

    /// "quốc lộ", "đại lộ" without marks; and "ở" is no "ô".
    private boolean isRoad(int i) {
        boolean letter = tokens.to(i) - tokens.from(i) == 1 && rooms == 0;
        return tokens.marks(i) == 0 && (ROAD.have(tokens, i - 1) || letter);
    }

    private int sureHouse(int number) {
        sure = true;
        house = true;
        return streets.behind(numbers.end(number));
    }

    private int houseNumber(int i) {
        if (HOME_NUMBER.have(tokens, i + 1) && numbers.isNumber(i + 2)) {
            return sureHouse(i + 2);
        }
        boolean spoken = isSpokenHouse(i + 1);
        if ((!numbers.isNumber(i + 1) && !spoken) || numbers.isLaw(i + 1) || LISTED.have(tokens, i - 1)) {
            return i;
        }
        int after = spoken ? numbers.spokenEnd(i + 1) : numbers.end(i + 1);
        int comma = tokens.is(after, ',') ? after + 1 : after;
        int named = streets.behind(after);
        boolean goesOn = (i > start && (street || !quarters.isEmpty())) || LANE.have(tokens, comma)
                || STREET.have(tokens, comma)
                || (QUARTER.have(tokens, comma) && !spoken) || named > after;
        house |= goesOn;
        return goesOn ? named : i;
    }

    private boolean isDivision(int i) {
        return LANE.have(tokens, i) || STREET.have(tokens, i)
                || ((QUARTER.have(tokens, i) || ROOM.have(tokens, i)) && numbers.isNumber(i + 1));
    }

    private int lane(int i) {
        int number = LINK.have(tokens, i + 1) && NUMBER.have(tokens, i + 2) ? i + 3 : i + 1;
        if (numbers.isNumber(number)) {
            lane = true;
            return streets.behind(numbers.end(number));
        }
        if (house && numbers.isSpoken(i + 1)) {
            return numbers.spokenEnd(i + 1);
        }
        int after = streets.capitals(i + 1);
        lane |= after > i + 1;
        return after;
    }

    private int quarter(int i) {
        boolean room = ROOM.have(tokens, i);
        int estateEnd = estateEnd(i + 1);
        if (estateEnd > i + 1) {
            return estate(estateEnd);
        }
        int number = i + 1;
        while (number < i + 3 && LINK.have(tokens, number) && !numbers.isNumber(number)) {
            number++;
        }
        number += NUMBER.have(tokens, number) && numbers.isNumber(number + 1) ? 1 : 0;
        int after = i;
        if (numbers.isNumber(number) && !numbers.isLaw(number)) {
            after = numbers.end(number);
        } else if (number == i + 1 && numbers.isLetter(number) && (room || rooms > 0)) {
            after = number + 1;
        } else if (NAMED.have(tokens, i) && streets.capitals(number) > number) {
            after = withNumber(streets.capitals(number));
        }
        if (after > i && room) {
            rooms += SURE_ROOM.have(tokens, i) ? 2 : 1;
        } else if (after > i) {
            quarters.add(tokens.key(i));
        }
        return after;
    }

    /// "khu đô thị mới", "chung cư Green Bay": no home, but a room in it is one.
    private int estate(int name) {
        estate = true;
        int after = streets.capitals(name);
        boolean numbered = NUMBER.have(tokens, after) && numbers.isNumber(after + 1);
        return numbered ? numbers.end(after + 1) : withNumber(after);
    }

    /// "khu đô thị", "khu tái định cư", "khu tập thể", "chung cư".
    private int estateEnd(int i) {
        int at = i;
        if (!ESTATE.have(tokens, at)) {
            return i;
        }
        at++;
        while (at < i + 3 && tokens.isWord(at) && !ESTATE_END.have(tokens, at)) {
            at++;
        }
        return ESTATE_END.have(tokens, at) ? at + 1 : i;
    }

    private int street(int i) {
        int after = numbers.isNumber(i + 1) ? numbers.end(i + 1) : streets.name(i + 1);
        boolean begins = i == start;
        if (begins && !(NUMBER.have(tokens, after) || HOUSE.have(tokens, after)
                || LANE.have(tokens, after))) {
            return i;
        }
        street |= after > i + 1;
        return after > i + 1 ? after : i;
    }

    /// After a number with a slash, a number behind "ở", or a letter with digits: `12/4/7 đường Lê Lợi`,
    /// `at 45 Lê Thánh Tông street`, `B12-08 Vinhomes`.
    private int bareNumber(int i) {
        if (i != start || !numbers.isNumber(i) || numbers.isLaw(i)) {
            return i;
        }
        int after = numbers.end(i);
        boolean code = tokens.sort(i) == Sort.MIXED || tokens.is(i + 1, '/');
        boolean onStreet = STREET.have(tokens, after) && streets.name(after + 1) > after + 1;
        int named = streets.capitals(after);
        boolean house = (onStreet && (code || placed)) || (placed && named > after + 1)
                || (named > after && STREET_AFTER.have(tokens, named))
                || (placed && code && (named > after || ROOM.have(tokens, after)));
        if (!house) {
            return i;
        }
        this.house = true;
        return STREET_AFTER.have(tokens, named) ? named + 1 : named;
    }

    /// "n12 t3 k5": lane, group and quarter by their first letters.
    private int shortForm(int i) {
        boolean first = isShort(i) && (i > start || (isShort(i + 1) && typed.adjoins(i + 1)));
        if (first) {
            quarters.add(tokens.key(i));
        }
        return first ? i + 1 : i;
    }

    private boolean isShort(int i) {
        return i < tokens.size() && tokens.sort(i) == Sort.MIXED && tokens.to(i) - tokens.from(i) <= 3
                && "ntk".indexOf(tokens.text.charAt(tokens.from(i))) >= 0
                && Tokens.isDigit(tokens.text.charAt(tokens.from(i) + 1));
    }

    private int withNumber(int after) {
        return numbers.isNumber(after) && typed.adjoins(after) ? numbers.end(after) : after;
    }

    /// "mười hai ngõ năm"
    private boolean isSpokenHouse(int i) {
        int after = numbers.spokenEnd(i);
        return numbers.isSpoken(i) && LANE.have(tokens, after)
                && (numbers.isSpoken(after + 1) || numbers.isNumber(after + 1));
    }
}
