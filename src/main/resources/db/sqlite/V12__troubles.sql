-- Closed periods whose figures the audit refused: they stay without. up_to is the id of the last opinion that belongs
-- to them: what comes later goes into the next period. why names rules, no cell.
CREATE TABLE release_refused (
    kind       TEXT    NOT NULL CHECK (kind IN ('WEEK', 'MONTH', 'QUARTER', 'YEAR')),
    starts     TEXT    NOT NULL,
    up_to      INTEGER NOT NULL,
    refused_at INTEGER NOT NULL,
    why        TEXT    NOT NULL,
    PRIMARY KEY (kind, starts)
) STRICT, WITHOUT ROWID;

-- Releases that were published while nobody could be told, and what kind of fault it was.
CREATE TABLE release_untold (
    release_id TEXT    NOT NULL PRIMARY KEY REFERENCES release (id),
    failed_at  INTEGER NOT NULL,
    why        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- The refusal that an earlier program remembered until its next release: told above from now on.
DELETE FROM fact WHERE name = 'release-refused';
