-- How often officials looked at a page of figures: by day, role, place and topic, never by account. `topic` is empty
-- where the page is about none.
CREATE TABLE looked (
    day   INTEGER NOT NULL,
    role  TEXT    NOT NULL,
    area  TEXT    NOT NULL,
    topic TEXT    NOT NULL,
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (day, area, topic, role)
) STRICT, WITHOUT ROWID;

-- What was noticed when a release was published, from published figures alone. `subject` and the two numbers say what
-- rose; `verdict` is what an official said of it afterwards: 1 true, 0 false, NULL nothing so far.
CREATE TABLE alert (
    id         INTEGER NOT NULL PRIMARY KEY,
    release_id TEXT    NOT NULL REFERENCES release (id),
    kind       TEXT    NOT NULL,
    period     TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    was        INTEGER NOT NULL,
    now        INTEGER NOT NULL,
    noticed_at INTEGER NOT NULL,
    verdict    INTEGER CHECK (verdict IN (0, 1)),
    UNIQUE (release_id, kind, period, subject)
) STRICT;
CREATE INDEX alert_noticed ON alert (noticed_at);
