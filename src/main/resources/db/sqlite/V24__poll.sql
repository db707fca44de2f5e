-- The register of polls: each row is one wording of a question, with up to six options, one a line. Another wording is
-- another row of the same series, and another line of figures. `role` is that of its author;
-- `ends_at` is the first moment at which nobody answers any more, and does not change once it is over.
CREATE TABLE poll (
    id          INTEGER NOT NULL PRIMARY KEY,
    series      INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    area        TEXT    NOT NULL,
    vi          TEXT    NOT NULL,
    options     TEXT    NOT NULL,
    en          TEXT,
    options_en  TEXT,
    state       TEXT    NOT NULL CHECK (state IN ('draft', 'open', 'dropped')),
    role        TEXT    NOT NULL,
    drafted_by  INTEGER NOT NULL,
    drafted_at  INTEGER NOT NULL,
    approved_by INTEGER,
    opened_at   INTEGER,
    ends_at     INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    UNIQUE (series, version),
    CHECK (state <> 'open' OR (approved_by IS NOT NULL AND approved_by <> drafted_by AND opened_at IS NOT NULL))
) STRICT;
CREATE INDEX poll_end ON poll (state, ends_at);

-- Who answered what, once a person, with the order in which they saw the options and the consent that choosing was
-- (contracts.md P5); for twelve months.
CREATE TABLE poll_answer (
    poll      INTEGER NOT NULL REFERENCES poll (id),
    pid       BLOB    NOT NULL,
    choice    INTEGER NOT NULL CHECK (choice BETWEEN 0 AND 5),
    shown     TEXT    NOT NULL,
    version   TEXT    NOT NULL,
    text_hash TEXT    NOT NULL,
    given_at  INTEGER NOT NULL,
    channel   TEXT    NOT NULL,
    evidence  BLOB    NOT NULL,
    PRIMARY KEY (poll, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX poll_answer_person ON poll_answer (pid);
