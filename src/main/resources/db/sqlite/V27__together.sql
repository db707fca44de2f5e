-- Where residents stand, and the messages that a later one may replace, in the order in which people came: who comes
-- together writes together, and a transaction touches a few pages instead of one for each. The columns are the same.
CREATE TABLE session_together (
    pid         BLOB    NOT NULL PRIMARY KEY,
    version     INTEGER NOT NULL,
    state       BLOB,
    state_until INTEGER NOT NULL,
    lasting     BLOB,
    until       INTEGER NOT NULL
) STRICT;
INSERT INTO session_together (pid, version, state, state_until, lasting, until)
SELECT pid, version, state, state_until, lasting, until
  FROM session
 ORDER BY until;
DROP TABLE session;
ALTER TABLE session_together RENAME TO session;

CREATE TABLE anchor_together (
    pid     BLOB    NOT NULL,
    name    TEXT    NOT NULL,
    message BLOB    NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (pid, name)
) STRICT;
INSERT INTO anchor_together (pid, name, message, kept_at)
SELECT pid, name, message, kept_at
  FROM anchor
 ORDER BY kept_at;
DROP TABLE anchor;
ALTER TABLE anchor_together RENAME TO anchor;
