"""How many programs have been written to."""

from datetime import datetime

from sidecar.kinds import Kind
from sidecar.lint.addressees import addresses, program
from sidecar.lint.facts import Facts
from sidecar.people import SentMail

_AFTER_AN_INTERVIEW = frozenset({Kind.PROGRAM_INTENT, Kind.PROGRAM_THANKS})


def programs_with_this_one(facts: Facts, since: datetime | None = None) -> int | None:
    """Return the number of programs written to this season (since a moment), this one included.

    None when nothing is known, when this program is among those already, and for what follows an interview.
    """
    if facts.history is None or facts.kind in _AFTER_AN_INTERVIEW:
        return None
    before = [mail for mail in facts.history.sent_to_programs() if since is None or mail.sent_at >= since]
    known = {_program(mail) for mail in before}
    here, recipients = program(facts), set(addresses(facts))
    if (here and here.id in known) or any(recipients & {one.address for one in mail.to} for mail in before):
        return None
    return len(known) + 1


def _program(mail: SentMail) -> str:
    """The program, by roster or else by the domain of its address."""
    return mail.program or next((one.address.rpartition("@")[2] for one in mail.to), "")
