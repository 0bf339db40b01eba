"""Mail that came through a mailing list or to a list of subscribers (RFC 2369, RFC 2919)."""

import re

from sidecar.followup.message import MessageClass
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.mail import Mail

_LIST_ID = re.compile(r"<([^<>]+)>")
_MARKS = frozenset(
    {"list-id", "list-post", "list-unsubscribe", "list-help", "x-mailing-list", "x-beenthere", "mailing-list"}
)


def is_marked(mail: Mail) -> bool:
    """Whether the header fields name a list."""
    return not _MARKS.isdisjoint(mail.headers.fields)


def examine(mail: Mail) -> Classified | None:
    """Say whether `mail` is list mail; None if not, or if it only passed a group address on its way to the user.

    A department's shared address is often a list to the mail system. What comes from it in answer to a mail, addressed
    to the user and not to the list, is a person's reply.
    """
    if not is_marked(mail):
        return None
    if mail.in_thread and _addresses(mail).isdisjoint(box.address for name in ("to", "cc") for box in mail.boxes(name)):
        return None
    return Classified(MessageClass.LIST, "It came through a mailing list (List-* header fields).")


def _addresses(mail: Mail) -> set[str]:
    """Return the addresses by which the list may be known."""
    posts = {box.address for name in ("list-post", "x-mailing-list", "x-beenthere") for box in mail.boxes(name)}
    named = _LIST_ID.search(mail.headers.raw("list-id"))
    if named and "." in named[1]:
        name, _, domain = named[1].lower().partition(".")
        posts.add(f"{name}@{domain}")
    return posts
