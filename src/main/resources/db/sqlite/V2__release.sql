-- Published releases: frozen sets of figures. Rows are only added; true counts are never stored.
CREATE TABLE release (
    id           TEXT    NOT NULL PRIMARY KEY,
    published_at INTEGER NOT NULL,
    k            INTEGER NOT NULL,
    round        INTEGER NOT NULL,
    questions    TEXT    NOT NULL,
    previous     TEXT    NOT NULL,
    hash         TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- The periods that are closed, each by one release; up_to is the id of the last opinion that was looked at.
CREATE TABLE release_period (
    kind       TEXT    NOT NULL CHECK (kind IN ('WEEK', 'MONTH', 'QUARTER', 'YEAR')),
    starts     TEXT    NOT NULL,
    release_id TEXT    NOT NULL REFERENCES release (id),
    up_to      INTEGER NOT NULL,
    PRIMARY KEY (kind, starts)
) STRICT, WITHOUT ROWID;
CREATE INDEX release_period_release ON release_period (release_id);

-- The figures: persons, rounded; NULL is hidden.
CREATE TABLE release_cell (
    kind        TEXT    NOT NULL,
    starts      TEXT    NOT NULL,
    area        TEXT    NOT NULL,
    cube_table TEXT    NOT NULL,
    item        TEXT    NOT NULL,
    persons     INTEGER CHECK (persons > 0),
    PRIMARY KEY (kind, starts, area, cube_table, item),
    FOREIGN KEY (kind, starts) REFERENCES release_period (kind, starts)
) STRICT, WITHOUT ROWID;
