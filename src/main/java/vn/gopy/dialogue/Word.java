package vn.gopy.dialogue;

import java.util.Locale;

/// A word that is understood in every step, with or without slash and marks. `xa` is none: it is "far", the
/// likeliest complaint, before it is "commune".
enum Word {
    START, MENU, GOPY, HOI, XAMOI, SUA, HUY, DUNG, XOA, RUTLAI, DULIEU, BIENNHAN, GUIXA, TONGHOP, TRALOIDUNGY,
    CHUADUNGY, DUNGBAONUA, NHANTIN, TATTIN, THAMDO, DOITHOAI, RIENGTU, GIUP, NGONNGU, EN, VI;

    private final String typed = name().toLowerCase(Locale.ROOT);

    /// The word as it is typed without marks.
    String typed() {
        return typed;
    }
}
