package vn.gopy.place;

/// An administrative unit of commune level, old or new.
///
/// @param name     without its kind: `Lê Lợi`
/// @param district the former district, town or city of an old unit with its kind (`thành phố Hạ Long`),
///                 empty for a new one
public record Unit(UnitId id, String name, Kind kind, String district) {
    /// What a unit is, in the words of the law.
    public enum Kind {
        XA("xã"), PHUONG("phường"), THI_TRAN("thị trấn"), DAC_KHU("đặc khu");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Kind and name, as people write it: `phường Hoành Bồ`.
    public String title() {
        return kind.word() + " " + name;
    }
}
