package vn.gopy.reading;

/// The words names are made of, and those that no name holds.
final class NameWords {
    static final Words SURNAMES = Words.list("surnames.txt");
    /// Family names that seldom mean something else, even in small letters.
    static final Words COMMON = Words
            .of("nguyễn trần phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô đinh đoàn trịnh lê phùng");
    /// Family names that mean nothing else when typed small and without marks.
    static final Words COMMON_BARE = Words
            .of("nguyễn trần phạm voòng chìu nình phùn");
    static final Words GIVEN = Words.list("given.txt");
    static final Words GIVEN_SMALL = Words.list("given-small.txt");
    static final Words GIVEN_BARE = Words.list("given-bare.txt");
    static final Words MIDDLE = Words.of("văn thị");
    static final Words KIN = Words.of("anh chị ông bà cô chú bác thầy dì cậu mợ cụ thằng em cháu");
    /// Words that address a person even when typed small and without marks.
    static final Words KIN_BARE = Words.of("anh chị ông");
    /// What "chi" is not followed by when it means "chị": "chi huy", "chi dung" are "chỉ huy", "chỉ đúng".
    static final Words HIS = Words
            .of("tùng dũng hiếu huy long thắng đức sơn cường hùng mạnh kiên tuấn huyện");

    /// Words of the sentence around a name.
    private static final Words NEVER = Words
            .of("ở bị là thì có và mà đã đang sẽ rất không chưa nên vì hay với của cho làm nói tại bên này"
                    + " đó kia ơi ạ nhé nhà cán phòng trong ngoài trên dưới cũng được đi đến từ theo lên"
                    + " xuống ra vào nhận đòi ăn chửi đánh mắng số xã phường bắt hướng giúp cứ tới gọi hẹn"
                    + " hỏi người ngày sinh điện địa tôi em anh chị ông bà cô chú bác mình tao nó họ cái"
                    + " những các một mỗi đường phố thôn khu tổ ngõ sđt cccd cmnd phải đừng xin cảm nếu khi"
                    + " thấy chả chẳng vẫn lại còn rồi nữa thế sao gì nào ai đâu đây nhưng do bởi để về qua"
                    + " nhờ kêu bảo bộ chủ trưởng cháu");
    private static final Words AFTER = Words
            .of("trực tư quầy trưởng phó kế địa công hứa bán mua đứng ngồi nghỉ tiếp trả thu giữ ký đọc viết"
                    + " lừa lấy cầm chạy chuyển tuyên phụ chủ giáo dạy bỏ giải nhiệt dễ khó rõ nhanh chậm"
                    + " hách quát hôm sáng chiều tối mới vừa hiện quê sđt zalo tuổi sn lớp con cháu ngâm né"
                    + " tốt giỏi đẹp hiền xấu chúng cứ mất bóc đổ xây lấn nuôi");

    private static final Words UNITS = Words
            .of("xã phường huyện tp thành thị tỉnh đặc tổ khu số ngõ ngách sđt đt tel điện cccd cmnd ông bà anh"
                    + " chị tôi em xin đề nhưng và là cũ có không");

    private NameWords() {}

    /// Whether a word is no part of a name. One without marks may be, where the writer uses none and a name is
    /// spelled so.
    static boolean isNever(Tokens tokens, int index) {
        if (!tokens.isWord(index)) {
            return false;
        }
        boolean bare = tokens.marks(index) == 0
                && (!tokens.areAccented() || !NEVER.haveExactly(tokens, index));
        return bare
                ? NEVER.have(tokens, index) && !GIVEN.have(tokens, index) && !SURNAMES.have(tokens, index)
                : NEVER.haveExactly(tokens, index);
    }

    /// Whether a capital word after a street or hamlet begins something else: "Phường", "Ông".
    static boolean isStop(Tokens tokens, int index) {
        return tokens.areAccented()
                ? UNITS.haveExactly(tokens, index)
                : UNITS.have(tokens, index) && !GIVEN.have(tokens, index);
    }

    /// Whether what follows a lone given name in small letters lets it be one: the end, a sign, or a word that
    /// goes on about a person.
    static boolean endBefore(Tokens tokens, int next) {
        return !tokens.isWord(next) || NEVER.have(tokens, next) || AFTER.have(tokens, next);
    }
}
