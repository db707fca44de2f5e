package vn.gopy.export;

import java.util.Locale;
import java.util.Optional;
import vn.gopy.release.Share;

/// What every kind of file tells of a row, in this order; the codebook says what each column means.
enum Column {
    PERIOD, FIRST_DAY, LAST_DAY, AREA, AREA_NAME, TABLE, ITEM, PERSONS, HIDDEN, PERCENT, LOW, HIGH, OF, TOPIC;

    /// Its name in the files.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A text, a whole number, a day, or yes and no; an empty text for nothing.
    Object of(Entry entry) {
        return switch (this) {
            case PERIOD -> entry.period().code();
            case FIRST_DAY -> entry.period().start();
            case LAST_DAY -> entry.period().lastDay();
            case AREA -> entry.area().code();
            case AREA_NAME -> entry.areaName();
            case TABLE -> entry.table();
            case ITEM -> entry.item();
            case PERSONS -> value(entry.persons());
            case HIDDEN -> entry.persons().isEmpty();
            case PERCENT -> value(entry.share().map(Share::percent));
            case LOW -> value(entry.share().map(Share::low));
            case HIGH -> value(entry.share().map(Share::high));
            case OF -> value(entry.share().map(Share::of));
            case TOPIC -> entry.topic();
        };
    }

    private static Object value(Optional<Integer> number) {
        return number.isPresent() ? number.get() : "";
    }
}
