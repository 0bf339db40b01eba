"""Outlook's Thread-Index: what all messages of a conversation share."""

import base64
import binascii

_CONVERSATION_BYTES = 22  # what follows tells the replies apart


def conversation_root(thread_index: str) -> str | None:
    """Return the part of a Thread-Index that names the conversation, None when it is malformed."""
    try:
        decoded = base64.b64decode(thread_index, validate=False)
    except (binascii.Error, ValueError):
        return None
    return decoded[:_CONVERSATION_BYTES].hex() if len(decoded) >= _CONVERSATION_BYTES else None
