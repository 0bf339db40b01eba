"""Reading a draft: from text to facts to findings. Pure; knows nothing of mailboxes, stores or the web."""
