"""The request does not say that the letter is for residency in the United States.

## Why
"My future training" can mean anything. A referee who knows that the letter goes to US programs through ERAS knows its reader, its
form and its length, and can judge whether they are the right person to write it.

## When to ignore it
When you and the referee have spoken about your plans, and the letter is for something else.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L1",),
    examples=(
        bad(
            text="Dear Dr. Osei,\n\nI am preparing the next step of my career. Would you write a strong letter for me?\n\nSincerely,\nLeila"
        ),
        bad(
            text="Dear Dr. Osei,\n\nI need a strong letter of recommendation for my higher training abroad. May I ask you for one?\n\nLeila"
        ),
        bad(text="Dear Dr. Osei,\n\nCould you give me a strong recommendation for my documents?\n\nThank you,\nLeila"),
        good(target="This September I apply for internal medicine residency in America, for the 2027 match."),
        good(target="My applications go to US programs in internal medicine, through ERAS, for the 2026-2027 cycle."),
        good(target="I am entering the 2027 Match in internal medicine."),
        good(
            subject="Recommendation letter for a master's degree – Leila Haddad",
            target="I am applying for a master's degree in public health in Oslo.",
            materials="My CV is attached, and I can send one page with the patients we saw together, so that nothing has to come "
            "from memory. Which of them you write about is of course for you to decide.",
            logistics="The letter is uploaded through the university's portal, as a signed PDF on letterhead.",
            waiver="",
            date="It would help me a great deal to have it in by 4 September.",
        ),
    ),
)

_MESSAGE = "Say that the letter is for residency in the United States, applied for through ERAS."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request that names neither, unless it names another aim."""
    if facts.us_residency is None and not facts.other_aim:
        yield Finding(None, _MESSAGE)
