-- Registers that editors keep: documents, and models of "Dân vận khéo". `cells` is a JSON object of column and text, as
-- the register's own list of columns (room `register`) reads it. `key` is what no two entries may share while they stand.
-- An entry whose words were erased keeps its number, so that no other entry ever answers to its address.
CREATE TABLE register_entry (
    id           INTEGER NOT NULL PRIMARY KEY,
    register     TEXT    NOT NULL CHECK (register IN ('documents', 'models')),
    key          TEXT    NOT NULL,
    cells        TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE UNIQUE INDEX register_once ON register_entry (register, key) WHERE withdrawn_at IS NULL;

-- What each entry said, from the first revision to the one that stands, and which official wrote it.
CREATE TABLE register_version (
    entry    INTEGER NOT NULL REFERENCES register_entry (id),
    revision INTEGER NOT NULL,
    what     TEXT    NOT NULL CHECK (what IN ('added', 'changed', 'withdrawn', 'restored', 'erased')),
    cells    TEXT    NOT NULL,
    who      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (entry, revision)
) STRICT, WITHOUT ROWID;

-- Files that editors uploaded and have not taken yet, one for each of them and each register; for a day.
CREATE TABLE register_upload (
    official INTEGER NOT NULL,
    register TEXT    NOT NULL,
    file     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (official, register)
) STRICT, WITHOUT ROWID;
