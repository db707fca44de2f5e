-- That the sentence of an opinion may be shown as words of residents: a consent of its own with its evidence
-- (contracts.md P5, P11). It goes with the opinion.
CREATE TABLE quote_consent (
    feedback  INTEGER NOT NULL PRIMARY KEY REFERENCES feedback (id) ON DELETE CASCADE,
    version   TEXT    NOT NULL,
    text_hash TEXT    NOT NULL,
    given_at  INTEGER NOT NULL,
    channel   TEXT    NOT NULL,
    evidence  BLOB    NOT NULL
) STRICT;

-- Months whose sentences were chosen, each once, after the release that closed it.
CREATE TABLE quote_month (
    month      TEXT NOT NULL PRIMARY KEY,
    release_id TEXT NOT NULL REFERENCES release (id)
) STRICT, WITHOUT ROWID;

-- Sentences that the rule chose: an addition to the release that closed the month, which changes no figure. The id is
-- drawn by lot, so that it tells no order. `shown` is the wording that an editor proposed or that was released, sealed
-- under the resident's key; a row goes with the leave to show the sentence. Two accounts stand behind what is released.
CREATE TABLE quote (
    id          INTEGER NOT NULL PRIMARY KEY,
    feedback    INTEGER NOT NULL UNIQUE REFERENCES quote_consent (feedback) ON DELETE CASCADE,
    month       TEXT    NOT NULL REFERENCES quote_month (month),
    area        TEXT    NOT NULL,
    topic       TEXT    NOT NULL,
    side        TEXT    NOT NULL CHECK (side IN ('praise', 'criticism', 'question')),
    place       TEXT    NOT NULL CHECK (place IN ('nearest', 'farthest')),
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'proposed', 'released', 'declined')),
    revision    INTEGER NOT NULL,
    shown       BLOB,
    proposed_by INTEGER NOT NULL,
    agreed_by   INTEGER NOT NULL,
    CHECK (state <> 'released'
           OR (shown IS NOT NULL AND proposed_by > 0 AND agreed_by > 0 AND agreed_by <> proposed_by))
) STRICT;
CREATE INDEX quote_area ON quote (area, month);

-- How many were declined, and why: it stays when the sentence goes.
CREATE TABLE quote_declined (
    month  TEXT    NOT NULL,
    area   TEXT    NOT NULL,
    side   TEXT    NOT NULL,
    reason TEXT    NOT NULL,
    count  INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (month, area, side, reason)
) STRICT, WITHOUT ROWID;
