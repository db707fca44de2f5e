package vn.gopy.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.gopy.topic.Topic;

/// Which requests of an office are listed.
///
/// @param unit  the id of one unit; empty for all that the reader may see
/// @param mine  only those that are assigned to the reader
/// @param page  from 1 on
public record Filter(Which which, String unit, Optional<Topic> topic, boolean mine, int page) {
    /// So many are on a page.
    public static final int PAGE = 30;

    /// Where the requests stand that are listed.
    public enum Which {
        ALL, WAITING, LATE, ASKED, DONE;

        private final String word = name().toLowerCase(Locale.ROOT);

        public String word() {
            return word;
        }

        public static Optional<Which> of(String word) {
            return Arrays.stream(values()).filter(which -> which.word.equals(word)).findFirst();
        }
    }

    /// All of it, from the beginning.
    public static Filter all() {
        return new Filter(Which.ALL, "", Optional.empty(), false, 1);
    }
}
