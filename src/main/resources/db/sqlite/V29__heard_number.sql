-- Deliveries that their channel numbers, as Telegram does, one number each: the place of the channel's counter times
-- 2^40, and the delivery's own number. A new one is written at the end, and no other page is touched; with keys of
-- bytes SQLite levelled five pages at each tenth row. Keys that are no numbers stay in heard_update.
CREATE TABLE heard_counter (
    place   INTEGER NOT NULL PRIMARY KEY,
    channel TEXT    NOT NULL,
    counter INTEGER NOT NULL,
    UNIQUE (channel, counter)
) STRICT;

CREATE TABLE heard_number (
    number   INTEGER NOT NULL PRIMARY KEY,
    heard_at INTEGER NOT NULL
) STRICT;

-- The two numbers of a key, each in eight bytes, by their sixteen digits.
CREATE TABLE heard_read (
    channel  TEXT    NOT NULL,
    key      BLOB    NOT NULL,
    heard_at INTEGER NOT NULL,
    counter  INTEGER NOT NULL,
    number   INTEGER NOT NULL
) STRICT;
INSERT INTO heard_read (channel, key, heard_at, counter, number)
WITH RECURSIVE digit (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM digit WHERE i < 16)
SELECT channel, key, heard_at,
       sum((instr('0123456789ABCDEF', substr(hex(key), i, 1)) - 1) << (4 * (16 - i))),
       sum((instr('0123456789ABCDEF', substr(hex(key), 16 + i, 1)) - 1) << (4 * (16 - i)))
  FROM heard_update, digit
 WHERE channel = 'telegram' AND length(key) = 16
 GROUP BY channel, key, heard_at
HAVING sum((instr('0123456789ABCDEF', substr(hex(key), 16 + i, 1)) - 1) << (4 * (16 - i)))
       BETWEEN 0 AND 1099511627775;

INSERT INTO heard_counter (channel, counter)
SELECT DISTINCT channel, counter
  FROM heard_read;
INSERT INTO heard_number (number, heard_at)
SELECT place * 1099511627776 + number, heard_at
  FROM heard_read
  JOIN heard_counter ON heard_counter.channel = heard_read.channel AND heard_counter.counter = heard_read.counter;
DELETE FROM heard_update
 WHERE (channel, key) IN (SELECT channel, key FROM heard_read);
DROP TABLE heard_read;
