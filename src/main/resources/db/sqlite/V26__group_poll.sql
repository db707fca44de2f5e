-- Polls of the register that were posted in groups of a messenger, as its own anonymous polls: a row for each group, with
-- how many chose each option, one a line, and nobody's vote. `place` (a keyed pseudonym of the group), `peer` (the
-- messenger's id of its poll) and `message` (sealed) are kept until the poll is stopped, and no moment outlives that
-- either: what is left tells how many voted, not where. `parcel` is the letter that posts or stops it; `counted` and
-- `counted_at` tell which totals came last.
CREATE TABLE group_poll (
    id         INTEGER NOT NULL PRIMARY KEY,
    poll       INTEGER NOT NULL REFERENCES poll (id),
    state      TEXT    NOT NULL CHECK (state IN ('posting', 'open', 'stopping', 'stopped')),
    place      BLOB,
    parcel     INTEGER,
    peer       TEXT UNIQUE,
    message    BLOB,
    voters     TEXT    NOT NULL,
    counted    INTEGER,
    counted_at INTEGER,
    posted_at  INTEGER,
    UNIQUE (poll, place),
    CHECK (state <> 'stopped' OR (place IS NULL AND parcel IS NULL AND peer IS NULL AND message IS NULL
                                  AND counted IS NULL AND counted_at IS NULL AND posted_at IS NULL))
) STRICT;
CREATE INDEX group_poll_place ON group_poll (place);
CREATE INDEX group_poll_state ON group_poll (state);
