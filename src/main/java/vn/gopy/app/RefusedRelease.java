package vn.gopy.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gopy.dashboard.Finding;
import vn.gopy.dashboard.Finding.Section;
import vn.gopy.dashboard.Finding.State;
import vn.gopy.db.Tx;
import vn.gopy.release.ReleaseException;

/// The release that was refused last, until one is published: which rule stood against it, and no cell by name.
///
/// @param rules what the auditors held against it, each once
record RefusedRelease(Instant at, String period, String rules) {
    private static final String KEEP = """
            INSERT INTO fact (name, value)
            VALUES ('release-refused', ?)
                ON CONFLICT (name) DO UPDATE
               SET value = excluded.value
            """;
    private static final String FIND = """
            SELECT value
              FROM fact
             WHERE name = 'release-refused'
            """;
    private static final String FORGET = """
            DELETE FROM fact
             WHERE name = 'release-refused'
            """;

    static RefusedRelease of(ReleaseException refused, Instant at) {
        return new RefusedRelease(at, refused.period(), String.join("; ", refused.rules()));
    }

    void keep(Tx tx) {
        tx.run(KEEP, String.join("\n", List.of(Long.toString(at.toEpochMilli()), period, rules)));
    }

    static int forget(Tx tx) {
        return tx.run(FORGET);
    }

    static Optional<RefusedRelease> find(Tx tx) {
        return tx.first(FIND, row -> row.text(1).split("\n", 3))
                .map(parts -> new RefusedRelease(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1],
                        parts[2]));
    }

    Finding finding() {
        return Finding.of(Section.RELEASES, "release.refused", State.ACT,
                Map.of("at", at, "period", period, "rules", rules));
    }
}
