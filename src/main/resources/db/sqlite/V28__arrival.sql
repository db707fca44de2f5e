-- Residents in the order in which they came, and their opinions found by that number: who comes together files
-- together, and an opinion no longer touches a page of its own in an index of scattered pseudonyms. The number is a
-- place in the order, nothing else: whose an opinion is, its pseudonym tells. 0: an opinion whose resident never came
-- (sample data).
CREATE TABLE person_together (
    arrival       INTEGER NOT NULL PRIMARY KEY,
    pid           BLOB    NOT NULL UNIQUE,
    key           BLOB    NOT NULL,
    address       BLOB,
    address_until INTEGER,
    reachable     INTEGER NOT NULL,
    met_on        INTEGER NOT NULL
) STRICT;
INSERT INTO person_together (pid, key, address, address_until, reachable, met_on)
SELECT pid, key, address, address_until, reachable, met_on
  FROM person
 ORDER BY met_on, pid;
DROP TABLE person;
ALTER TABLE person_together RENAME TO person;

ALTER TABLE feedback ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
UPDATE feedback
   SET arrival = coalesce((SELECT arrival FROM person WHERE person.pid = feedback.pid), 0);
DROP INDEX feedback_person;
CREATE INDEX feedback_person ON feedback (arrival);

-- The opinions of one resident, by their pseudonym.
CREATE VIEW own_feedback AS
SELECT person.pid, feedback.id
  FROM person
  JOIN feedback ON feedback.arrival = person.arrival AND feedback.pid = person.pid;
