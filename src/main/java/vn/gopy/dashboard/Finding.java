package vn.gopy.dashboard;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing about the running of the service that somebody looked at. It holds numbers, moments and names from
/// the settings: never what a resident said, and no id.
///
/// @param name   of its phrase: `operations.<name>` tells what was found, `operations.<name>.do` the way out
/// @param places what the phrase needs: numbers, moments, words
public record Finding(Section section, String name, State state, SortedMap<String, Object> places) {
    /// What it is about, in the order of the page.
    public enum Section {
        INTAKE, OUTBOX, ENDPOINTS, RELEASES, DATABASE, DISK, BACKUPS, HOUSE;

        /// Its word in phrases and in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it is: as it should be, to be looked at soon, or something must be done.
    public enum State {
        OK, LOOK, ACT;

        /// Its word in phrases and in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State worst(List<Finding> findings) {
            return findings.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(OK);
        }
    }

    public Finding {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    public static Finding of(Section section, String name, State state, Map<String, Object> places) {
        return new Finding(section, name, state, new TreeMap<>(places));
    }

    public boolean isWell() {
        return state == State.OK;
    }
}
