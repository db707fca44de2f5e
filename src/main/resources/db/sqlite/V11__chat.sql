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
