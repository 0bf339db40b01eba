-- What the user said and set: the journal, the people, the season, the settings.
CREATE TABLE act (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE referee (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE program (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

-- One JSON value a name: profile, season, rule settings, the user's dictionary.
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE dismissed_finding (
    fingerprint TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
