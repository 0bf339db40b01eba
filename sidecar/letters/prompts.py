"""Which template answers which prompt (domain.md section 6)."""

from datetime import datetime

from sidecar.kinds import Kind
from sidecar.letters.values import GAP
from sidecar.people import Referee

_FOLLOW_UPS = {
    "followup-1": "followup-1",
    "followup-2": "followup-2",
    "reminder": "promised-reminder",
    "final-nudge": "final-nudge",
}
_BY_KIND = {
    Kind.LETTER_EARLY_ASK: "early-ask",
    Kind.LETTER_FOLLOWUP: "followup-1",
    Kind.LETTER_REMINDER: "promised-reminder",
    Kind.LETTER_THANKS: "thank-you",
    Kind.PROGRAM_UPDATE: "program-update",
    Kind.PROGRAM_TIE: "program-tie",
    Kind.PROGRAM_ELIGIBILITY: "program-eligibility",
    Kind.PROGRAM_ROTATION: "program-rotation",
    Kind.PROGRAM_INTENT: "letter-of-interest",
    Kind.PROGRAM_THANKS: "interview-thank-you",
}
REQUEST = "request-recent-us"


def template_for(
    action: str, *, kind: Kind | None = None, referee: Referee | None = None, now: datetime | None = None
) -> str | None:
    """Return the id of the template a prompt offers, None when the prompt calls for no email.

    `move-on` offers a request to somebody else; `fix-address` what bounced, written again to the right address.
    """
    if action in _FOLLOW_UPS:
        return _FOLLOW_UPS[action]
    if action == "say-thanks":
        return "interview-thank-you" if kind and kind.family == "program" else "thank-you"
    if action == "move-on":
        return REQUEST
    if action == "fix-address":
        return request_for(referee, now) if kind in (None, Kind.LETTER_REQUEST) else _BY_KIND.get(kind)
    return None


def request_for(referee: Referee | None, now: datetime | None) -> str:
    """Return the request template that fits what is known of a referee (domain.md 2.2)."""
    if referee is None:
        return REQUEST
    role = (referee.role or "").casefold()
    if referee.abroad:
        return "request-abroad"
    if "chair" in role or "head of" in role:
        return "request-chair"
    if now and referee.worked_until and now.date() - referee.worked_until >= GAP:
        return "request-gap"
    return REQUEST
