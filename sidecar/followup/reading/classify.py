"""What sort of mail a mail is: the tests in the order in which they must be asked (domain.md section 6)."""

from sidecar.followup.message import MessageClass
from sidecar.followup.reading import acknowledgement, autoreply, bounce, calendar_answer, mailing_list, receipt
from sidecar.followup.reading.classified import Classified
from sidecar.followup.reading.machine import is_desk, submitted, takes_no_answer
from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.mine import is_mine

# Delivery reports come first, for a third of them say auto-replied. Tickets come before absences, which they resemble.
_TESTS = (
    bounce.examine,
    receipt.examine,
    calendar_answer.examine,
    acknowledgement.examine,
    autoreply.examine,
    mailing_list.examine,
)


def classify(mail: Mail, *, folder_role: str, mine: frozenset[str]) -> Classified:
    """Tell what sort of mail `mail` is. The folder outranks the sender; what no test claims is taken for a person's."""
    if folder_role == "sent":
        return Classified(MessageClass.SENT, "It is in the folder of sent mail.")
    for test in _TESTS:
        if found := test(mail):
            return found
    return _by_sender(mail, mine)


def _by_sender(mail: Mail, mine: frozenset[str]) -> Classified:
    if is_mine(mail.sender.address, mine):
        return Classified(MessageClass.SENT, "It comes from one of your own addresses.")
    if submitted(mail) != "no" and not (is_desk(mail) and mail.in_thread):
        return Classified(MessageClass.OTHER, "A machine sent it on its own account (Auto-Submitted).")
    if takes_no_answer(mail):
        return Classified(MessageClass.OTHER, "It comes from an address that takes no answers.")
    if not mail.sender.address:
        return Classified(MessageClass.OTHER, "It names no sender.")
    return Classified(MessageClass.REPLY, "Nothing says that a machine wrote it.")
