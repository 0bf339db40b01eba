"""What the sidecar remembers, in one SQLite file: headers, verdicts and fingerprints, never bodies."""
