-- Questions without a source that residents let us keep, until the library answers them or their time is over. The text
-- is sealed under the resident's key; `mark` is a keyed mark of resident and words, so that the same question is kept
-- once. `told_wanted`: they wish to be told when there is a source. `library`: its version that had
-- none. The rest is the consent with its evidence.
CREATE TABLE question (
    id          INTEGER NOT NULL PRIMARY KEY,
    pid         BLOB    NOT NULL,
    mark        BLOB    NOT NULL,
    asked_at    INTEGER NOT NULL,
    text        BLOB    NOT NULL,
    language    TEXT    NOT NULL,
    told_wanted INTEGER NOT NULL,
    library     TEXT    NOT NULL,
    version     TEXT    NOT NULL,
    text_hash   TEXT    NOT NULL,
    channel     TEXT    NOT NULL,
    evidence    BLOB    NOT NULL,
    UNIQUE (pid, mark)
) STRICT;
CREATE INDEX question_asked ON question (asked_at);

-- Published groups of such questions: words that at least k persons of the group typed, a topic, persons rounded.
CREATE TABLE release_question (
    kind    TEXT    NOT NULL,
    starts  TEXT    NOT NULL,
    place   INTEGER NOT NULL,
    words   TEXT    NOT NULL,
    topic   TEXT,
    persons INTEGER NOT NULL CHECK (persons > 0),
    PRIMARY KEY (kind, starts, place),
    FOREIGN KEY (kind, starts) REFERENCES release_period (kind, starts)
) STRICT, WITHOUT ROWID;
