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

-- Chats in which an official asks for figures. `mark` is a keyed hash of channel and address under a key of its own,
-- never that of residents' pseudonyms; and only the day of the linking is kept, so that nothing here leads to a resident.
CREATE TABLE official_chat (
    mark      BLOB    NOT NULL PRIMARY KEY,
    official  INTEGER NOT NULL UNIQUE REFERENCES official (id),
    linked_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One-time codes to link a chat, by their SHA-256; one an official.
CREATE TABLE official_chat_code (
    official INTEGER NOT NULL PRIMARY KEY REFERENCES official (id),
    hash     BLOB    NOT NULL UNIQUE,
    ends_at  INTEGER NOT NULL
) STRICT;
