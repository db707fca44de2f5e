-- Endpoints that operators manage while the service runs; those of the settings stand there alone. `url`, `secret` and
-- `old_secret` are sealed: a URL may hold a token. Until `old_until` events are signed with both secrets.
CREATE TABLE hook_managed (
    name       TEXT    NOT NULL PRIMARY KEY,
    url        BLOB    NOT NULL,
    secret     BLOB    NOT NULL,
    old_secret BLOB,
    old_until  INTEGER,
    events     TEXT    NOT NULL,
    paused_at  INTEGER,
    made_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every attempt to tell an endpoint something. `answer` is how the answer began, as plain text, or why there was none.
CREATE TABLE hook_delivery (
    id       INTEGER NOT NULL PRIMARY KEY,
    endpoint TEXT    NOT NULL,
    event    TEXT    NOT NULL,
    type     TEXT    NOT NULL,
    attempt  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    millis   INTEGER NOT NULL,
    status   INTEGER NOT NULL,
    result   TEXT    NOT NULL,
    answer   TEXT    NOT NULL
) STRICT;
CREATE INDEX hook_delivery_of ON hook_delivery (endpoint, id);
CREATE INDEX hook_delivery_at ON hook_delivery (at);

-- What was given up between two moments goes out again, some at a time: what is given up anew lies after `until`.
CREATE TABLE hook_again (
    endpoint TEXT    NOT NULL PRIMARY KEY,
    since    INTEGER NOT NULL,
    until    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
