-- Officials: those who have an account. `name_key` is the name as it is compared; `scope` is `province` or a unit's id.
-- `totp` is the second factor's secret, sealed under a key of its own purpose; `totp_step` the last time step whose code
-- was used.
CREATE TABLE official (
    id           INTEGER NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL,
    name_key     TEXT    NOT NULL UNIQUE,
    role         TEXT    NOT NULL,
    scope        TEXT    NOT NULL,
    password     TEXT    NOT NULL,
    totp         BLOB    NOT NULL,
    totp_step    INTEGER NOT NULL,
    enabled      INTEGER NOT NULL,
    made_at      INTEGER NOT NULL,
    signed_in_at INTEGER NOT NULL
) STRICT;

-- Open sessions, by the SHA-256 of their id. `whole` is 0 between the password and the second factor.
CREATE TABLE official_session (
    id       INTEGER NOT NULL PRIMARY KEY,
    hash     BLOB    NOT NULL UNIQUE,
    official INTEGER NOT NULL REFERENCES official (id),
    whole    INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX official_session_of ON official_session (official);

-- One-time codes that an operator gives out, by their SHA-256. `official` is 0 for somebody who has no account yet;
-- `totp` is made when the code is first typed.
CREATE TABLE official_code (
    id       INTEGER NOT NULL PRIMARY KEY,
    hash     BLOB    NOT NULL UNIQUE,
    kind     TEXT    NOT NULL,
    official INTEGER NOT NULL,
    role     TEXT    NOT NULL,
    scope    TEXT    NOT NULL,
    made_by  INTEGER NOT NULL,
    ends_at  INTEGER NOT NULL,
    totp     BLOB
) STRICT;

-- Recovery codes that are not used yet, by their SHA-256.
CREATE TABLE official_recovery (
    official INTEGER NOT NULL REFERENCES official (id),
    hash     BLOB    NOT NULL,
    PRIMARY KEY (official, hash)
) STRICT, WITHOUT ROWID;

-- The audit trail: each row's `link` is a keyed hash of the row and of the link before it. Content never stands here.
CREATE TABLE audit (
    id   INTEGER NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL,
    who  INTEGER NOT NULL,
    deed TEXT    NOT NULL,
    what TEXT    NOT NULL,
    link BLOB    NOT NULL
) STRICT;

-- Where the trail begins and ends: `before` is the link of the row before `first`, `seal` a keyed hash of all four.
CREATE TABLE audit_ends (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    first    INTEGER NOT NULL,
    before   BLOB    NOT NULL,
    last     INTEGER NOT NULL,
    link     BLOB    NOT NULL,
    seal     BLOB    NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is not changed');
END;

-- What is older than its time goes, from the beginning only, after `first` was moved.
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
WHEN OLD.id >= COALESCE((SELECT first FROM audit_ends), 0)
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is not deleted');
END;
