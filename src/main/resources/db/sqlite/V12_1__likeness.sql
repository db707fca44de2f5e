-- By which near-duplicates of a text are found without the text: a keyed MinHash of 65 bytes, kept until the month's
-- figures are published, 40 days at most, and in no backup.
ALTER TABLE feedback ADD COLUMN likeness BLOB;
CREATE INDEX feedback_likeness ON feedback (filed_at) WHERE likeness IS NOT NULL;
