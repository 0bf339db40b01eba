"""What ties messages together, as 64-bit hashes, so that the few that matter are found among very many.

Terminology: a *thread handle* stands for a Message-ID, an Outlook conversation or a provider's thread; an *address
handle* for a correspondent.
"""

import hashlib

from sidecar.followup.message import Message, MessageClass
from sidecar.followup.outlook import conversation_root


def _hash(sort: str, value: str) -> int:
    digest = hashlib.blake2b(f"{sort}:{value}".encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def address_handle(address: str) -> int:
    """Return the handle of a correspondent's address (lower-cased)."""
    return _hash("address", address)


def id_handle(message_id: str) -> int:
    """Return the handle of a Message-ID (no angle brackets)."""
    return _hash("id", message_id)


def thread_handles(message: Message) -> set[int]:
    """Return the handles of every thread that the message's headers name."""
    ids = {message.message_id, message.original_message_id, *message.in_reply_to, *message.references}
    handles = {id_handle(one) for one in ids if one}
    if message.thread_index and (root := conversation_root(message.thread_index)):
        handles.add(_hash("outlook", root))
    if message.provider_thread:
        handles.add(_hash("provider", message.provider_thread))
    return handles


def address_handles(message: Message) -> set[int]:
    """Return the handles of the message's correspondents: recipients of sent mail, else its sender; those failed."""
    people = (*message.to, *message.cc) if message.cls is MessageClass.SENT else (message.sender,)
    return {address_handle(one.address) for one in people} | {address_handle(address) for address in message.failed}
