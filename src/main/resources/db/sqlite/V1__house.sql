-- Times are epoch milliseconds, days are epoch days in UTC. A pid is a pseudonym (contracts.md P1).

-- A resident: the wrapped data key, and the sealed address to reply to.
CREATE TABLE person (
    pid           BLOB    NOT NULL PRIMARY KEY,
    key           BLOB    NOT NULL,
    address       BLOB,
    address_until INTEGER,
    reachable     INTEGER NOT NULL,
    met_on        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where a resident stands in the dialogue, sealed under their key, for a day; the version is counted at every turn.
-- `lasting` is what they chose to be remembered (language, home), with their consent; the row goes at `until`.
CREATE TABLE session (
    pid         BLOB    NOT NULL PRIMARY KEY,
    version     INTEGER NOT NULL,
    state       BLOB,
    state_until INTEGER NOT NULL,
    lasting     BLOB,
    until       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Deliveries heard, by the channel's key of the delivery; kept for 8 days at least (contracts.md T9).
CREATE TABLE heard_update (
    channel  TEXT    NOT NULL,
    key      BLOB    NOT NULL,
    heard_at INTEGER NOT NULL,
    PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;

-- Messages heard, by a keyed mark that begins with the second of sending, so that new ones lie together; kept for ever.
CREATE TABLE heard_message (
    mark BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What arrived and could not be read: kind and reason, never a value (contracts.md P3); kept for 7 days.
CREATE TABLE parked (
    channel   TEXT    NOT NULL,
    key       BLOB    NOT NULL,
    kind      TEXT    NOT NULL,
    why       TEXT    NOT NULL,
    parked_at INTEGER NOT NULL,
    PRIMARY KEY (channel, key)
) STRICT, WITHOUT ROWID;

-- Consent in force or withdrawn, with its evidence (contracts.md P5).
CREATE TABLE consent (
    pid          BLOB    NOT NULL PRIMARY KEY,
    version      TEXT    NOT NULL,
    purposes     TEXT    NOT NULL,
    text_hash    TEXT    NOT NULL,
    given_at     INTEGER NOT NULL,
    channel      TEXT    NOT NULL,
    evidence     BLOB    NOT NULL,
    withdrawn_at INTEGER
) STRICT, WITHOUT ROWID;

-- Opinions, kept for twelve months; the figures stay.
CREATE TABLE feedback (
    id            INTEGER NOT NULL PRIMARY KEY,
    pid           BLOB    NOT NULL,
    filed_at      INTEGER NOT NULL,
    mood          INTEGER CHECK (mood BETWEEN 1 AND 5),
    topic         TEXT    NOT NULL,
    second_topic  TEXT,
    place         TEXT    NOT NULL CHECK (place IN ('in', 'unclear', 'outside')),
    unit          TEXT,
    text          BLOB,
    guessed_mood  INTEGER,
    guessed_topic TEXT,
    faces_up      INTEGER NOT NULL,
    on_behalf     INTEGER NOT NULL,
    receipt       BLOB    NOT NULL
) STRICT;
CREATE INDEX feedback_filed ON feedback (filed_at);
CREATE INDEX feedback_person ON feedback (pid);

-- What is only counted.
CREATE TABLE counter (
    what  TEXT    NOT NULL,
    day   INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (what, day)
) STRICT, WITHOUT ROWID;

-- What must leave the house. The body of a letter is sealed under its resident's key.
CREATE TABLE parcel (
    id       INTEGER NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL CHECK (kind IN ('letter', 'notice')),
    line     BLOB    NOT NULL,
    body     BLOB    NOT NULL,
    due      INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    put_at   INTEGER NOT NULL
) STRICT;

-- Messages of ours that a later one may replace, for the few days in which it can.
CREATE TABLE anchor (
    pid     BLOB    NOT NULL,
    name    TEXT    NOT NULL,
    message BLOB    NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (pid, name)
) STRICT, WITHOUT ROWID;

-- Parcels given up, with the reason; the body stays as it was.
CREATE TABLE dead_letter (
    id       INTEGER NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL,
    line     BLOB    NOT NULL,
    body     BLOB    NOT NULL,
    why      TEXT    NOT NULL,
    attempts INTEGER NOT NULL,
    died_at  INTEGER NOT NULL
) STRICT;

-- Residents who had themselves erased, by a keyed mark of the pseudonym, so that nothing resurrects them.
CREATE TABLE tombstone (
    mark      BLOB    NOT NULL PRIMARY KEY,
    erased_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Small facts of the program itself, such as the offset of long polling.
CREATE TABLE fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
