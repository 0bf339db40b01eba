"""The follow-up starts a new thread instead of answering in the old one.

## Why
In the same thread the first email, with the dates and what you offered, is one scroll away. A new one makes the reader search.

## When to ignore it
When the first email went to an address that does not exist any more.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.addressees import addresses, day, thread
from sidecar.lint.facts import Facts
from sidecar.lint.history import Standing
from sidecar.lint.past import Past, noon
from sidecar.lint.rule import Finding, Rule, Severity, bad, good


def _asked(address: str = "miriam.osei@hospital.example", message_id: str | None = "m1") -> Past:
    first = noon("2026-07-02")
    return Past(standings={address: Standing(message_id, Kind.LETTER_REQUEST, first, 1, 0, first)})


RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_FOLLOWUP}),
    sources=("L7",),
    examples=(
        bad(history=_asked()),
        bad(history=_asked(), subject="Following up on my request – Leila Haddad"),
        bad(history=_asked(), ask="May I ask whether you have had time to think about a strong letter?"),
        good(history=_asked("somebody@hospital.example")),
        good(history=_asked(message_id=None)),
        good(),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a follow-up that answers no message though there is one to answer."""
    if facts.history is None or thread(facts):
        return
    standing = facts.history.conversation((), addresses(facts))
    if standing and standing.first_message_id:
        when = day(standing.first_sent_at)
        yield Finding(None, f"Write this as a reply to your email of {when}, so that the whole thread is at hand.")
