"""Whether a mail of the user's asks after an earlier one: "only to be sure that my message arrived"."""

from sidecar.followup.reading.mail import Mail
from sidecar.followup.reading.patterns import fold, wordings

_WORDING = wordings("asking_after")
_LOOKED_AT = 800  # characters; who only asks after something is brief


def asks_after(mail: Mail) -> bool:
    """Say whether the own words of a mail ask whether an earlier email arrived, or recall it."""
    return _WORDING["asks-after"].search(fold(mail.own_text[:_LOOKED_AT])) is not None
