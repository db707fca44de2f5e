-- Requests: what residents chose to send to an office. Days are epoch days of local time; `due` is the last day to
-- answer, `ends_on` the last day to open it again. The number is keyed and tells no order. The rest is the consent with
-- its evidence (contracts.md P5). `solved` and `rating` are what the sender says of the answer.
CREATE TABLE request (
    id          INTEGER NOT NULL PRIMARY KEY,
    pid         BLOB    NOT NULL,
    unit        TEXT    NOT NULL,
    topic       TEXT    NOT NULL,
    language    TEXT    NOT NULL,
    sent_on     INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('open', 'asked', 'answered')),
    asked_on    INTEGER,
    ends_on     INTEGER,
    solved      INTEGER CHECK (solved IN (0, 1)),
    rating      INTEGER CHECK (rating BETWEEN 1 AND 5),
    reopened    INTEGER NOT NULL,
    assigned    INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    receipt     BLOB    NOT NULL,
    version     TEXT    NOT NULL,
    text_hash   TEXT    NOT NULL,
    given_at    INTEGER NOT NULL,
    channel     TEXT    NOT NULL,
    evidence    BLOB    NOT NULL,
    CHECK (state <> 'answered' OR ends_on IS NOT NULL)
) STRICT;
CREATE INDEX request_unit ON request (unit, state, due);
CREATE INDEX request_person ON request (pid);

-- All that was said about a request, by its sender and by officials, sealed under the sender's key: it goes with them.
-- `official` is 0 for the sender.
CREATE TABLE request_words (
    id       INTEGER NOT NULL PRIMARY KEY,
    request  INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    kind     TEXT    NOT NULL CHECK (kind IN ('sent', 'asked', 'replied', 'answered', 'reopened', 'handed', 'note')),
    said_on  INTEGER NOT NULL,
    official INTEGER NOT NULL,
    text     BLOB    NOT NULL
) STRICT;
CREATE INDEX request_words_of ON request_words (request);

-- Beginnings of answers that an office keeps for itself: `scope` is `province` or a unit's id.
CREATE TABLE request_template (
    id    INTEGER NOT NULL PRIMARY KEY,
    scope TEXT    NOT NULL,
    name  TEXT    NOT NULL,
    text  TEXT    NOT NULL
) STRICT;
