-- Dialogue sessions: a window in which residents' questions on a subject are collected. `area` is `province` or a unit's
-- code. `closes_at` is the first moment at which nobody asks any more. `gathered_at` is when the questions were grouped,
-- once, soon after the close.
CREATE TABLE forum (
    id          INTEGER NOT NULL PRIMARY KEY,
    area        TEXT    NOT NULL,
    vi          TEXT    NOT NULL,
    en          TEXT,
    opens_at    INTEGER NOT NULL,
    closes_at   INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('draft', 'approved', 'dropped')),
    drafted_by  INTEGER NOT NULL,
    approved_by INTEGER,
    gathered_at INTEGER,
    revision    INTEGER NOT NULL,
    CHECK (state <> 'approved' OR (approved_by IS NOT NULL AND approved_by <> drafted_by)),
    CHECK (gathered_at IS NULL OR state = 'approved')
) STRICT;
CREATE INDEX forum_close ON forum (state, closes_at);

-- What residents ask in a session, sealed under their keys, with the consent that sending is (contracts.md P5). No
-- official reads it. `number` is the group it fell into, if into one that is shown.
CREATE TABLE forum_question (
    id          INTEGER NOT NULL PRIMARY KEY,
    forum       INTEGER NOT NULL REFERENCES forum (id),
    pid         BLOB    NOT NULL,
    mark        BLOB    NOT NULL,
    text        BLOB    NOT NULL,
    language    TEXT    NOT NULL,
    told_wanted INTEGER NOT NULL CHECK (told_wanted IN (0, 1)),
    number      INTEGER,
    version     TEXT    NOT NULL,
    text_hash   TEXT    NOT NULL,
    asked_at    INTEGER NOT NULL,
    channel     TEXT    NOT NULL,
    evidence    BLOB    NOT NULL,
    UNIQUE (forum, pid, mark)
) STRICT;
CREATE INDEX forum_question_person ON forum_question (pid);

-- The groups of a session as they are published, and the answer of a named office to each. Group 0 is everybody who
-- asked: its number of persons is told nowhere.
CREATE TABLE forum_group (
    forum       INTEGER NOT NULL REFERENCES forum (id),
    number      INTEGER NOT NULL,
    words       TEXT    NOT NULL,
    topic       TEXT,
    persons     INTEGER,
    state       TEXT    NOT NULL CHECK (state IN ('open', 'draft', 'sent', 'done')),
    office      TEXT,
    vi          TEXT,
    en          TEXT,
    drafted_by  INTEGER,
    approved_by INTEGER,
    sent_at     INTEGER,
    revision    INTEGER NOT NULL,
    PRIMARY KEY (forum, number),
    CHECK ((number = 0) = (persons IS NULL)),
    CHECK (state = 'open' OR (office IS NOT NULL AND vi IS NOT NULL AND drafted_by IS NOT NULL)),
    CHECK (state NOT IN ('sent', 'done') OR (approved_by IS NOT NULL AND approved_by <> drafted_by))
) STRICT, WITHOUT ROWID;

-- Who was told an answer, each once; as long as their questions are kept.
CREATE TABLE forum_told (
    forum   INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    pid     BLOB    NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (forum, number, pid)
) STRICT, WITHOUT ROWID;
CREATE INDEX forum_told_person ON forum_told (pid);
