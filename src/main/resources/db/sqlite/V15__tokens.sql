-- Keys of programs, by their SHA-256: a key is 256 random bits, so nobody finds one by trying. `scope` is `province` or a
-- unit's id; `used_on` the last day of use, in days since 1970.
CREATE TABLE api_token (
    id         INTEGER NOT NULL PRIMARY KEY,
    hash       BLOB    NOT NULL UNIQUE,
    name       TEXT    NOT NULL,
    purpose    TEXT    NOT NULL,
    scope      TEXT    NOT NULL,
    a_minute   INTEGER NOT NULL,
    made_at    INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    used_on    INTEGER,
    revoked_at INTEGER
) STRICT;

-- Bridges to other messengers that operators manage while the service runs; sealed and rotated as endpoints are.
CREATE TABLE bridge_managed (
    name       TEXT    NOT NULL PRIMARY KEY,
    callback   BLOB    NOT NULL,
    secret     BLOB    NOT NULL,
    old_secret BLOB,
    old_until  INTEGER,
    made_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
