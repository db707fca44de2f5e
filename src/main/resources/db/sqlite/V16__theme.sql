-- That whoever sent an opinion wishes to hear what becomes of its subject: a consent of its own with its evidence
-- (contracts.md P5). It goes with the opinion.
CREATE TABLE hear_consent (
    feedback  INTEGER NOT NULL PRIMARY KEY REFERENCES feedback (id) ON DELETE CASCADE,
    language  TEXT    NOT NULL,
    version   TEXT    NOT NULL,
    text_hash TEXT    NOT NULL,
    given_at  INTEGER NOT NULL,
    channel   TEXT    NOT NULL,
    evidence  BLOB    NOT NULL
) STRICT;

-- What so many persons of a place spoke of, in months whose figures are published. Later months join it until it is
-- answered; then they open another one. `persons` is the largest of the published figures. `due` is the day, an epoch
-- day, by which the office itself has promised an answer, and `moved` how often it put that off.
CREATE TABLE theme (
    id          INTEGER NOT NULL PRIMARY KEY,
    area        TEXT    NOT NULL,
    topic       TEXT    NOT NULL,
    first_month TEXT    NOT NULL,
    last_month  TEXT    NOT NULL,
    persons     INTEGER NOT NULL,
    opened_at   INTEGER NOT NULL,
    due         INTEGER,
    moved       INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('heard', 'answered', 'changed', 'cannot')),
    revision    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX theme_open ON theme (area, topic) WHERE state = 'heard';

-- Months whose figures were taken into themes, each once.
CREATE TABLE theme_month (
    month TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What an office says to a theme: at most one draft a theme, and all that was sent. `done_at` is when everybody had been
-- told. `told`, `fits` and `fails` are published, rounded numbers of persons, as of a release; null where hidden.
CREATE TABLE theme_answer (
    id         INTEGER NOT NULL PRIMARY KEY,
    theme      INTEGER NOT NULL REFERENCES theme (id),
    state      TEXT    NOT NULL CHECK (state IN ('answered', 'changed', 'cannot')),
    vi         TEXT    NOT NULL,
    en         TEXT,
    proof      TEXT,
    drafted_by INTEGER NOT NULL,
    drafted_at INTEGER NOT NULL,
    sent_by    INTEGER,
    sent_at    INTEGER,
    done_at    INTEGER,
    told       INTEGER,
    judged     INTEGER NOT NULL,
    fits       INTEGER,
    fails      INTEGER
) STRICT;
CREATE UNIQUE INDEX theme_draft ON theme_answer (theme) WHERE sent_at IS NULL;

-- Who was told an answer, each once, and whether it meets their point; for twelve months.
CREATE TABLE theme_told (
    answer  INTEGER NOT NULL REFERENCES theme_answer (id),
    pid     BLOB    NOT NULL,
    told_at INTEGER NOT NULL,
    fits    INTEGER,
    PRIMARY KEY (answer, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX theme_told_person ON theme_told (pid);
