"""The demo mailbox: an invented season on an IMAP server of our own, for those who have not added an account yet."""
