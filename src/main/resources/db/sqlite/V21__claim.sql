-- Claims that editors write on the page: nothing of residents stands in them. `month` and `words` name the published
-- group of questions that a claim answers, where it answers one. `shown` is the version that is said to residents, null
-- when none is; the files beside the shipped ones are written from here.
CREATE TABLE claim (
    id       INTEGER NOT NULL PRIMARY KEY,
    month    TEXT,
    words    TEXT,
    shown    INTEGER,
    revision INTEGER NOT NULL
) STRICT;

-- What a claim said and is to say: at most one draft, and all that was published, each with the two accounts behind it.
-- `fields` is JSON: the editor's fields by name, each a list.
CREATE TABLE claim_version (
    id         INTEGER NOT NULL PRIMARY KEY,
    claim      INTEGER NOT NULL REFERENCES claim (id),
    fields     TEXT    NOT NULL,
    written_by INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    agreed_by  INTEGER,
    agreed_at  INTEGER,
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
    CHECK (agreed_by IS NULL OR agreed_by <> written_by)
) STRICT;
CREATE UNIQUE INDEX claim_draft ON claim_version (claim) WHERE agreed_by IS NULL;
