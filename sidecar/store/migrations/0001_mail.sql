-- What was observed in the mailboxes. A message is one however often it is seen; a sighting is one copy in one folder.
CREATE TABLE account (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    cls TEXT NOT NULL,
    kind TEXT NOT NULL,
    sent_at REAL NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX message_of_ours ON message (sent_at) WHERE cls = 'sent' AND kind <> 'other';
CREATE INDEX message_machine ON message (sent_at) WHERE cls IN ('bounce', 'auto-reply');

-- What ties messages together: hashes of message ids, thread ids and correspondents' addresses.
CREATE TABLE handle (
    handle INTEGER NOT NULL,
    message INTEGER NOT NULL,
    PRIMARY KEY (handle, message)
) STRICT, WITHOUT ROWID;

-- Where reading stands in a folder; `progress` is the reader's own record.
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    uidvalidity INTEGER,
    read_at TEXT,
    suspicion TEXT,
    progress TEXT NOT NULL DEFAULT '{}',
    UNIQUE (account, name)
) STRICT;

CREATE TABLE sighting (
    folder INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    uidvalidity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    message INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    PRIMARY KEY (folder, uidvalidity, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX sighting_of_message ON sighting (message);
