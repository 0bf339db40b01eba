"""The one sentence of a prompt: what is due and why, with its dates."""

from datetime import date, datetime, tzinfo

from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind

_MEANINGS = {
    Meaning.PROMISED: "it reads like a promise",
    Meaning.DECLINED: "it reads like a refusal",
    Meaning.ASKS: "it seems to ask something of you",
    Meaning.OTHER: "it is not clear what it means",
}


def plain(text: str) -> str:
    """Return untrusted text on one line, without control characters."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def day(at: datetime | date, where: tzinfo) -> str:
    """Return a date as it is read aloud, such as `Tue 1 Sep 2026`."""
    on = at.astimezone(where) if isinstance(at, datetime) else at
    return f"{on:%a} {on.day} {on:%b %Y}"


def noun(kind: Kind) -> str:
    """Return what an email of this kind is called in a sentence."""
    if kind.family == "program":
        return "email"
    return "request" if kind.family == "letter" else "message"


def silence(action: Action, person: str, email: str, last: str, between: str) -> str:
    """Say that somebody has not answered, and what that calls for."""
    match action:
        case Action.FOLLOWUP_1:
            return f"{person} has not answered your {email} of {last}; a first follow-up fits {between}."
        case Action.FOLLOWUP_2:
            return f"{person} has not answered your follow-up of {last}; a second and last one fits {between}."
        case _:
            return f"{person} has not answered two follow-ups, the last of {last}; stop here and ask somebody else."


def promise(action: Action, person: str, promised: str | None, deadline: str | None) -> str:
    """Say that a promised letter is not in, and what that calls for."""
    since = f" on {promised}" if promised else ""
    if deadline is None:
        return f"{person} promised the letter{since} and it is not recorded as uploaded; one friendly reminder is due."
    if action is Action.FINAL_NUDGE:
        return f"The letter that {person} promised{since} is not in; a last nudge is due a week before {deadline}."
    return f"The letter that {person} promised{since} is not in; a reminder fits well ahead of {deadline}."


def thanks(person: str, uploaded: str) -> str:
    """Say that a thank-you note is due."""
    return f"The letter of {person} is in since {uploaded}; a thank-you note is due."


def lost(address: str, kind: Kind, sent: str, bounced: str) -> str:
    """Say that an email never arrived."""
    return f"Your {noun(kind)} of {sent} to {address} came back on {bounced}; correct the address and send it again."


def reply(person: str, answered: str, meaning: Meaning | None) -> str:
    """Ask what an answer means."""
    return f"{person} answered on {answered}: {_MEANINGS[meaning or Meaning.OTHER]}; say what it means."


def stray(person: str, wrote: str, sent: str) -> str:
    """Ask whether new mail is an answer."""
    return f"{person} wrote in a new thread on {wrote}, after your email of {sent}; say whether that is the answer."


def with_caution(reason: str, caution: str | None) -> str:
    """Add to a reason why it may not hold."""
    return f"{reason.removesuffix('.')}; mind that {caution}." if caution else reason


def ambiguous_return(answered: str, *, asked: bool) -> str:
    """Say that an automatic reply names a date with two readings."""
    until = "; the later one counts until you say which is meant" if asked else ""
    return f"the automatic reply of {answered} names a return date that can be read two ways{until}"


def unread(account: str, read: str | None) -> str:
    """Say that the mailbox may hold an unseen answer."""
    return f"the mailbox {account} was last read on {read}" if read else f"the mailbox {account} was never read in full"


def suspicious(account: str, suspicion: str) -> str:
    """Say that the mailbox looked wrong when last read."""
    return f"an answer may be missing in the mailbox {account} ({plain(suspicion).rstrip('.')})"
