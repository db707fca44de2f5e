package vn.gopy.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A register, and the columns of its entries in the order of its files.
public enum Register {
    DOCUMENTS, MODELS;

    /// Levels of documents, the highest first.
    public static final List<String> LEVELS = List.of("party", "law", "government", "ministry", "province",
            "commune");
    /// The four fields of the models.
    public static final List<String> FIELDS = List.of("kinh_te", "van_hoa", "quoc_phong", "he_thong");
    public static final List<String> KINDS = List.of("tap_the", "ca_nhan");
    public static final List<String> STATES = List.of("dang_ky", "cong_nhan");

    private static final List<Column> OF_DOCUMENTS = List.of(
            new Column("number", Column.Type.PLAIN, true, 80),
            new Column("title", Column.Type.LINE, true, 200),
            new Column("issuer", Column.Type.PLAIN, true, 120),
            Column.choice("level", LEVELS), new Column("date", Column.Type.DAY, false, 10),
            new Column("from", Column.Type.DAY, false, 10), new Column("until", Column.Type.DAY, false, 10),
            new Column("asks", Column.Type.PROSE, true, 600),
            new Column("whom", Column.Type.LINE, true, 200));
    private static final List<Column> OF_MODELS = List.of(new Column("title", Column.Type.LINE, true, 200),
            Column.choice("field", FIELDS), Column.choice("kind", KINDS),
            new Column("unit", Column.Type.UNIT, true, 80), Column.choice("state", STATES),
            new Column("year", Column.Type.YEAR, true, 4));

    /// Its word in addresses and tables, and in phrases.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Register> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /// What stands in an entry, its number aside.
    public List<Column> columns() {
        return this == DOCUMENTS ? OF_DOCUMENTS : OF_MODELS;
    }
}
