package vn.gopy.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.gopy.reading.Redactor.Finds;
import vn.gopy.reading.Span.Kind;
import vn.gopy.text.Folded;

/// Names of private persons: a family name with given names after it, or a given name after "anh", "chị",
/// "tên là" …
///
/// Where the writer uses capitals they decide; elsewhere the lists do. Names that belong to everybody
/// (streets, schools, communes, leaders of the state) stay.
final class NameFinder {
    private static final Words SURNAMES = Words.list("surnames.txt");
    private static final Words COMMON = Words
            .of("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương lý đinh"
                    + " đoàn trịnh trương phùng lương đào bế nông chìu tằng voòng nình phùn hứa");
    private static final Words GIVEN = Words.list("given.txt");
    private static final Words GIVEN_BARE = Words.list("given-bare.txt");
    private static final Words MIDDLE = Words.of("văn thị");
    private static final Words KIN = Words.of("anh chị ông bà cô chú bác thầy dì cậu mợ thím mr mrs ms cụ");
    private static final Words KIN_BARE = Words.of("anh chị ông chú thầy mr mrs ms thím");
    private static final Words SAID = Words
            .of("tên là gặp bộ chí viên thư trưởng tịch họ hàng đ/c dc phó sĩ");
    private static final Words PLACES = Words
            .of("xã phường đường phố trường chợ cầu thôn bản khu ngõ đảo sông bến cảng núi hồ đền chùa"
                    + " đình huyện thị trấn tỉnh thpt thcs học viện công tuyến quận quốc vườn tượng lăng"
                    + " giải khách siêu sân ga dốc ngã vịnh bãi suối đèo mỏ than p x tx tt tp tiểu mầm"
                    + " non");
    private static final Words NO_NAME = Words
            .of("ở bị là thì có và mà đã đang sẽ rất không chưa nên vì hay với của cho làm nói bảo tại"
                    + " bên này đó kia ơi ạ nhé nhà cán phòng trong ngoài trên dưới cũng được đi đến từ"
                    + " theo lên xuống ra vào thu nhận đòi ăn chửi đánh mắng sđt số xã phường bắt hướng"
                    + " giúp cứ toàn tới gọi hẹn hỏi người");
    private static final Map<Long, List<Tokens>> PUBLIC = publicNames();

    private final Tokens tokens;
    private final String original;
    private final boolean capitals;

    private NameFinder(Tokens tokens, String original) {
        this.tokens = tokens;
        this.original = original;
        int upper = 0;
        for (int i = 0; i < Math.min(tokens.size(), 60); i++) {
            upper += isCapital(i) ? 1 : 0;
        }
        this.capitals = upper * 3 < Math.min(tokens.size(), 60) * 2 || tokens.size() < 5;
    }

    static void find(Tokens tokens, String original, Finds finds) {
        var finder = new NameFinder(tokens, original);
        int i = 0;
        while (i < tokens.size()) {
            int after = finder.publicName(i);
            int end = after > i ? i : finder.nameEnd(i);
            if (end > i) {
                finds.add(tokens.from(i), tokens.to(end - 1), Kind.NAME);
            }
            i = Math.max(Math.max(i + 1, end), after);
        }
    }

    /// The token after a private name that begins here, or the same token.
    private int nameEnd(int i) {
        if (!tokens.isWord(i) || isPlace(i)) {
            return i;
        }
        if (SURNAMES.have(tokens, i)) {
            int full = fullName(i);
            if (full > i) {
                return full;
            }
        }
        return isKin(i - 1) && adjoins(i) ? shortName(i) : i;
    }

    private int fullName(int i) {
        if (capitals && isCapital(i)) {
            int end = i + 1;
            while (end < i + 5 && isCapital(end) && adjoins(end)) {
                end++;
            }
            boolean sure = end - i > 2 || isCued(i);
            return end - i > 1 && sure ? end : i;
        }
        boolean pattern = MIDDLE.have(tokens, i + 1) && tokens.isWord(i + 2) && !NO_NAME.have(tokens, i + 2);
        if (pattern && (isCued(i) || GIVEN.have(tokens, i + 2) || SURNAMES.have(tokens, i + 2))) {
            boolean longer = tokens.isWord(i + 3) && adjoins(i + 3) && GIVEN.have(tokens, i + 3)
                    && !NO_NAME.have(tokens, i + 3);
            return longer ? i + 4 : i + 3;
        }
        boolean known = tokens.areAccented() ? SURNAMES.haveExactly(tokens, i) : COMMON.have(tokens, i);
        return known && isCued(i) ? plainName(i) : i;
    }

    /// A name in small letters after a cue: the family name and one or two given ones.
    private int plainName(int i) {
        int end = i + 1;
        while (end < i + 4 && tokens.isWord(end) && adjoins(end) && !NO_NAME.have(tokens, end)
                && (GIVEN.have(tokens, end) || MIDDLE.have(tokens, end))) {
            end++;
        }
        return end - i > 1 ? end : i;
    }

    private int shortName(int i) {
        if (capitals && isCapital(i) && !NO_NAME.haveExactly(tokens, i) && !KIN.have(tokens, i)) {
            int end = i + 1;
            while (end < i + 4 && isCapital(end) && adjoins(end)) {
                end++;
            }
            return KIN.haveExactly(tokens, i - 1) || GIVEN.have(tokens, i) || SURNAMES.have(tokens, i)
                    ? end
                    : i;
        }
        if (tokens.marks(i) != 0) {
            return KIN.haveExactly(tokens, i - 1) && GIVEN.haveExactly(tokens, i) && endsHere(i + 1)
                    ? i + 1
                    : i;
        }
        boolean bare = !tokens.areAccented() && KIN_BARE.have(tokens, i - 1) && GIVEN_BARE.have(tokens, i);
        return bare && endsHere(i + 1) ? i + 1 : i;
    }

    /// Whether what follows a lone given name lets it be one: the end, a sign, or a word that goes on about a
    /// person.
    private boolean endsHere(int next) {
        return !tokens.isWord(next) || NO_NAME.have(tokens, next);
    }

    private boolean isCued(int i) {
        return isKin(i - 1) || SAID.have(tokens, i - 1)
                || (tokens.is(i - 1, ':') && SAID.have(tokens, i - 2));
    }

    /// Whether the word addresses a person. Without marks only those count that seldom mean something else.
    private boolean isKin(int i) {
        return tokens.areAccented() ? KIN.haveExactly(tokens, i) : KIN_BARE.have(tokens, i);
    }

    /// Whether a word that names places stands right before, or two before: "đường", "trường THPT".
    private boolean isPlace(int i) {
        return (PLACES.have(tokens, i - 1) && !KIN.haveExactly(tokens, i - 1))
                || (PLACES.have(tokens, i - 2) && tokens.isWord(i - 1) && PLACES.have(tokens, i - 1));
    }

    private boolean isCapital(int i) {
        return tokens.isWord(i)
                && Character.isUpperCase(original.charAt(tokens.text.originalStart(tokens.from(i))));
    }

    private boolean adjoins(int index) {
        return index < tokens.size() && tokens.from(index) - tokens.to(index - 1) == 1;
    }

    /// The token after a name that belongs to everybody, or the same token.
    private int publicName(int i) {
        var here = PUBLIC.get(tokens.key(i));
        if (here == null) {
            return i;
        }
        for (var name : here) {
            int end = i;
            while (end - i < name.size() && tokens.key(end) == name.key(end - i)) {
                end++;
            }
            if (end - i == name.size() && !(isCapital(end) && isCapital(i) && adjoins(end))) {
                return end;
            }
        }
        return i;
    }

    private static Map<Long, List<Tokens>> publicNames() {
        var names = new HashMap<Long, List<Tokens>>();
        for (var line : WordLists.lines("public-names.txt")) {
            var name = new Tokens(Folded.of(line));
            names.merge(name.key(0), List.of(name),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
        return Map.copyOf(names);
    }
}
