"""Two follow-ups went unanswered already.

## Why
Somebody who did not answer three emails has answered. A fourth costs you the acquaintance and wins no letter; the time is better spent on
asking somebody else.

## When to ignore it
When they told you by another way to write again.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.addressees import addresses, thread
from sidecar.lint.facts import Facts
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.history import Standing
from sidecar.lint.past import Past, noon
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

MOST_FOLLOWUPS = 2

_MAIL = r"(?:e-?mail|mail|message|note|letter|request|attempt|try)"
_CHASE = r"(?:follow-?up|follow up|reminder|chaser|nudge)"
_COUNTED = Grammar(
    "fourth fifth sixth seventh eighth 4th 5th 6th 7th 8th third 3rd four five six seven times daily",
    rf"(?:fourth|fifth|sixth|seventh|eighth|4th|5th|6th|7th|8th) (?:and \w+ )?(?:{_MAIL}|{_CHASE})",
    rf"(?:third|3rd) (?:and \w+ )?{_CHASE}",
    r"(?:emailed|mailed|written|wrote|messaged|contacted|reminded|asked) (?:to )?you (?:\w+ )?(?:four|five|six|seven|many|several) times",
    rf"(?:four|five|six|seven) (?:{_MAIL}|{_CHASE})s",
    rf"daily {_CHASE}s?",
)
_REFEREE = "miriam.osei@hospital.example"


def _followed_up(times: int) -> Past:
    last = noon("2026-07-01")
    standing = Standing(None, Kind.LETTER_REQUEST, noon("2026-06-01"), times + 1, times, last)
    return Past(standings={_REFEREE: standing})  # fmt: skip


RULE = Rule(
    severity=Severity.ERROR,
    kinds=frozenset({Kind.LETTER_FOLLOWUP}),
    sources=("L7",),
    examples=(
        bad(history=_followed_up(2)),
        bad(history=_followed_up(4)),
        bad(background="This is my fourth email to you about a letter.", flags=["fourth email"]),
        bad(background="I have written to you five times since May.", flags=["written to you five times"]),
        good(history=_followed_up(1)),
        good(background="This is my second and last email about this; I wrote on 8 July."),
        good(background="I wrote to you in my fourth week on the wards, on 8 July."),
    ),
)

_MESSAGE = "They have not answered two follow-ups; stop here and ask somebody else."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a third follow-up, known from history or from the draft's own count."""
    counted = _COUNTED.anywhere(facts.prose.sentences)
    standing = facts.history.conversation(thread(facts), addresses(facts)) if facts.history else None
    if counted:
        yield Finding(Span(Field.BODY, counted.start, counted.end), _MESSAGE)
    elif standing and not standing.answered_at and standing.followups >= MOST_FOLLOWUPS:
        yield Finding(None, _MESSAGE)
