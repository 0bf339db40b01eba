"""What each folder is for, and why: the user's word before the server's (RFC 6154), the server's before the name.

Terminology: a *leaf* is the last part of a folder's name, without the levels above it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sidecar.imap.account import Role
from sidecar.imap.client import Listed
from sidecar.imap.folder_names import NAMES, UNSENT

_ATTRIBUTES = {
    "\\sent": Role.SENT,
    "\\junk": Role.JUNK,
    "\\spam": Role.JUNK,  # XLIST's older word
    "\\archive": Role.ARCHIVE,
    "\\all": Role.ALL,
    "\\allmail": Role.ALL,
    "\\trash": Role.TRASH,
    "\\inbox": Role.INBOX,
}
_NEVER = frozenset({"\\noselect", "\\nonexistent", "\\drafts", "\\flagged", "\\important"})
_BY_NAME = {name: role for role, names in NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Choice:
    """One folder to read, what it is taken for, and the reason in one short clause for the user."""

    role: Role
    folder: str
    reason: str


def choose(listed: Iterable[Listed], chosen: Mapping[Role, str], *, labels: bool = False) -> tuple[Choice, ...]:
    """Return the folders to read, each once, the most telling first.

    `labels` (Gmail, X-GM-EXT-1) reads All Mail instead of the folders it contains, when it is shown over IMAP.
    Sent stays, because what was sent must be known before what answers it.
    """
    usable = [folder for folder in listed if not folder.attributes & _NEVER]
    by_name = {folder.name: folder for folder in usable}
    picked: dict[str, Choice] = {}
    for role, name in chosen.items():
        if name in by_name:
            picked[name] = Choice(role, name, "chosen by you")
    settled = {choice.role for choice in picked.values()} - {Role.FILED}
    for reasoned in (_by_attribute, _by_leaf):
        for folder in usable:
            choice = reasoned(folder)
            if choice and folder.name not in picked and choice.role not in settled:
                picked[folder.name] = choice
        settled |= {choice.role for choice in picked.values()} - {Role.FILED, Role.ARCHIVE}
    for folder in usable:
        if folder.name not in picked and _leaf(folder) not in UNSENT:
            picked[folder.name] = Choice(Role.FILED, folder.name, "another folder mail may be filed in")
    order = list(Role)
    choices = sorted(
        picked.values(), key=lambda choice: (choice.role is not Role.SENT, order.index(choice.role), choice.folder)
    )
    if labels and any(choice.role is Role.ALL for choice in choices):
        return tuple(choice for choice in choices if choice.role in {Role.SENT, Role.ALL, Role.JUNK, Role.TRASH})
    return tuple(choices)


def _by_attribute(folder: Listed) -> Choice | None:
    if folder.name.upper() == "INBOX":
        return Choice(Role.INBOX, folder.name, "every account has it (INBOX)")
    for attribute in sorted(folder.attributes):
        role = _ATTRIBUTES.get(attribute)
        if role:
            return Choice(role, folder.name, f"the server marks it {attribute.title()}")
    return None


def _by_leaf(folder: Listed) -> Choice | None:
    role = _BY_NAME.get(_leaf(folder))
    depth = folder.name.count(folder.separator)
    if role is None or depth > (2 if folder.name.startswith("[") else 1):
        return None  # "Old job/Sent" deep down is somebody's own filing
    return Choice(role, folder.name, "by its name")


def _leaf(folder: Listed) -> str:
    return folder.name.rpartition(folder.separator)[2].strip().casefold()
