"""What sort of mail a mail is: the tests in the order in which they must be asked (domain.md section 6)."""

from dataclasses import dataclass

from sidecar.followup.message import MessageClass
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.mine import is_mine


@dataclass(frozen=True, slots=True)
class Classified:
    """A class, and the one sentence that says why."""

    cls: MessageClass
    because: str
    failed: tuple[str, ...] = ()
    original_message_id: str | None = None


def classify(mail: Mail, *, folder_role: str, mine: frozenset[str]) -> Classified:
    """Tell what sort of mail `mail` is."""
    if folder_role == "sent":
        return Classified(MessageClass.SENT, "It is in the folder of sent mail.")
    if folder_role == "drafts":
        return Classified(MessageClass.OTHER, "It is a draft.")
    if is_mine(mail.sender.address, mine):
        return Classified(MessageClass.SENT, "It comes from one of your own addresses.")
    return Classified(MessageClass.REPLY, "Nothing says that a machine wrote it.")
