-- How an endpoint for our events fares: one row for each that ever failed or was disabled. `failing_since` is the first
-- failure since the last success; `refusals` counts answers in a row that say no (4xx).
CREATE TABLE hook_endpoint (
    name          TEXT    NOT NULL PRIMARY KEY,
    last_status   INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    failing_since INTEGER,
    refusals      INTEGER NOT NULL,
    disabled_at   INTEGER,
    why           TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
