"""Tests of the area named imap."""
