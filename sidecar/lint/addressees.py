"""Whom a draft goes to, as history knows them."""

from datetime import datetime

from sidecar.lint.facts import Facts
from sidecar.people import Program, SentMail


def addresses(facts: Facts) -> list[str]:
    """Return the addresses of To, then Cc."""
    return [one.address for one in (*facts.draft.to, *facts.draft.cc)]


def program(facts: Facts) -> Program | None:
    """Return the roster's program that the draft goes to; None also without history."""
    return facts.history.program_for(addresses(facts)) if facts.history else None


def interviewed(there: Program, now: datetime) -> bool:
    """Tell whether the interview at the program is over."""
    return there.interviewed_on is not None and there.interviewed_on <= now.date()


def thread(facts: Facts) -> list[str]:
    """Return the Message-IDs the draft answers, the nearest first."""
    ids = [facts.draft.in_reply_to, *reversed(facts.draft.references)]
    return [one for one in ids if one]


def answers_them(facts: Facts, there: Program) -> bool:
    """Tell whether the draft is a reply in a thread in which the program has written."""
    history = facts.history
    return bool(history and thread(facts) and history.answered_by_program(there.id))


def day(moment: datetime) -> str:
    """Return a date as messages show it: 8 July."""
    return f"{moment.day} {moment:%B}"


def latest(mails: list[SentMail]) -> SentMail | None:
    """Return the mail sent last."""
    return max(mails, key=lambda mail: mail.sent_at, default=None)
