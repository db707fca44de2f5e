-- Which identity at the provider is which official's: `mark` is a keyed hash of issuer and subject, under a key of its own.
CREATE TABLE official_identity (
    official  INTEGER NOT NULL PRIMARY KEY REFERENCES official (id),
    mark      BLOB    NOT NULL UNIQUE,
    linked_at INTEGER NOT NULL
) STRICT;

-- Trips to the provider that are over, by the SHA-256 of their nonce, until they would be over in any case.
CREATE TABLE official_trip (
    hash    BLOB    NOT NULL PRIMARY KEY,
    ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
