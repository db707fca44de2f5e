-- Who wishes to get announcements: of a unit beside the province's, or of the province alone; about one topic, or about
-- all. A consent of its own with its evidence (contracts.md P5).
CREATE TABLE follow (
    pid       BLOB    NOT NULL PRIMARY KEY,
    unit      TEXT,
    topic     TEXT,
    language  TEXT    NOT NULL,
    version   TEXT    NOT NULL,
    text_hash TEXT    NOT NULL,
    given_at  INTEGER NOT NULL,
    channel   TEXT    NOT NULL,
    evidence  BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_unit ON follow (unit, pid);

-- What officials tell those who wish to hear. `area` is `province` or a unit's code. `sources` are ids of claims and
-- numbers of documents, one a line. It goes out from `goes_at` on, once it is approved by another official. `rests_until`
-- is when those are told whose week was full. How many were told is kept nowhere.
CREATE TABLE announcement (
    id          INTEGER NOT NULL PRIMARY KEY,
    area        TEXT    NOT NULL,
    topic       TEXT,
    policy      INTEGER NOT NULL CHECK (policy IN (0, 1)),
    vi          TEXT    NOT NULL,
    en          TEXT,
    sources     TEXT    NOT NULL,
    goes_at     INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('draft', 'approved', 'done', 'cancelled')),
    drafted_by  INTEGER NOT NULL,
    approved_by INTEGER,
    rests_until INTEGER,
    ended_at    INTEGER,
    revision    INTEGER NOT NULL,
    CHECK (state NOT IN ('approved', 'done') OR (approved_by IS NOT NULL AND approved_by <> drafted_by))
) STRICT;
CREATE INDEX announcement_state ON announcement (state, goes_at);

-- Who was told an announcement, each once, and in which week, so that nobody gets more than two; for twelve months.
CREATE TABLE announcement_told (
    announcement INTEGER NOT NULL REFERENCES announcement (id),
    pid          BLOB    NOT NULL,
    told_at      INTEGER NOT NULL,
    week         TEXT    NOT NULL,
    PRIMARY KEY (announcement, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX announcement_told_person ON announcement_told (pid, week);
