"""Another program has been told already that it is the first choice.

## Why
Only one program can be first. Programs talk to each other, and saying it twice is a falsehood that can end an application.

## When to ignore it
When you have taken the first claim back in writing.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.addressees import addresses, day, program
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past, mail
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_ELSEWHERE = Past(
    sent=(mail(Kind.PROGRAM_INTENT, "director@river.example", "2026-07-10", program="river", claims_top_choice=True),)
)
_HERE = Past(sent=(mail(Kind.PROGRAM_INTENT, "paul.lindqvist@clinic.example", "2026-07-10", claims_top_choice=True),))

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P-FAQ5", "N"),
    examples=(
        bad(
            kind=Kind.PROGRAM_INTENT,
            history=_ELSEWHERE,
            more="Your program is my first choice.",
            flags=["Your program is my first"],
        ),
        bad(
            kind=Kind.PROGRAM_INTENT,
            history=_ELSEWHERE,
            more="I will rank you number one.",
            flags=["rank you number one"],
        ),
        bad(
            kind=Kind.PROGRAM_THANKS,
            history=_ELSEWHERE,
            more="I should tell you that you are my top choice.",
            flags=["you are my top choice"],
        ),
        good(kind=Kind.PROGRAM_INTENT, history=_HERE, more="Your program is still my first choice."),
        good(kind=Kind.PROGRAM_INTENT, history=_ELSEWHERE, more="Your program is one of my top choices."),
        good(kind=Kind.PROGRAM_INTENT, history=Past(), more="Your program is my first choice."),
        good(kind=Kind.PROGRAM_INTENT, more="Your program is my first choice."),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the claim when an earlier mail made it to somebody else."""
    claim = facts.claims_top
    if claim is None or facts.history is None:
        return
    here, recipients = program(facts), set(addresses(facts))
    for mail_ in facts.history.sent_to_programs():
        same = (here and mail_.program == here.id) or recipients & {one.address for one in mail_.to}
        if mail_.claims_top_choice and not same:
            message = f"You told another program on {day(mail_.sent_at)} that it is your first choice; only one can be."
            yield Finding(Span(Field.BODY, claim.start, claim.end), message)
            return
