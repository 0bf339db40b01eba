-- Fingerprints of the user's own emails, by which a near duplicate is found; no words are kept.
CREATE TABLE sketch (
    message INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    hashes BLOB NOT NULL
) STRICT;

-- The lowest hashes of each sketch, to look like ones up by.
CREATE TABLE shingle (
    hash INTEGER NOT NULL,
    message INTEGER NOT NULL REFERENCES sketch (message) ON DELETE CASCADE,
    PRIMARY KEY (hash, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX shingle_of_message ON shingle (message);
