"""Reading mailboxes over IMAP: the only package that talks to a mail server."""
