package vn.gopy.register;

import java.util.List;
import java.util.stream.Collectors;

/// What no two entries may share: documents their number, models their title in a commune and kind.
final class Keys {
    private Keys() {}

    static String of(Register register, Cells cells) {
        return switch (register) {
            case DOCUMENTS -> ofNumber(cells.of("number"));
            case MODELS -> List.of("title", "unit", "kind").stream().map(cells::of).map(Choices::plain)
                    .collect(Collectors.joining("|"));
        };
    }

    /// Marks, spaces and punctuation of a number aside.
    static String ofNumber(String number) {
        return Choices.plain(number);
    }
}
