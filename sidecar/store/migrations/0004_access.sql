-- Who may come in. Only digests of secrets are kept; `purpose` says what a credential opens.
-- "IF NOT EXISTS": databases of the first days made this table before there was a migration for it.
CREATE TABLE IF NOT EXISTS credential (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    last_used_at TEXT
) STRICT;
