"""The draft begs, or makes everything hang on this one reader.

## Why
Pity is no ground for a letter or an interview, and pressure makes a decent person step back. What you did together, or what is new
in your file, speaks better for you than how much you need it.

## When to ignore it
When the words are part of a title or a quotation.
"""

from sidecar.kinds import OURS, Kind
from sidecar.lint.phrases import Phrases
from sidecar.lint.rule import Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=OURS,
    sources=("P", "L10"),
    phrases=Phrases(
        message="“{found}” begs; leave it out and let the facts ask for you.",
        wordings={},
        also=lambda facts: facts.pleas,
    ),
    examples=(
        bad(more="You are my last hope.", flags=["last hope"]),
        bad(more="I am begging you, doctor: my future depends on you.", flags=["I am begging", "my future depends"]),
        bad(subject="Last chance for a residency letter – Leila Haddad", flags=["Last chance"]),
        bad(
            kind=Kind.PROGRAM_INTEREST,
            more="I will do anything, just give me a chance.",
            flags=["I will do anything", "just give me a chance"],
        ),
        good(more="I hope that the new term has begun well for you."),
        good(kind=Kind.PROGRAM_UPDATE, news="My abstract “Dream recall in sleep apnea” was accepted since I applied."),
        good(more="The last case we saw on 4 West, a woman with sepsis, taught me most."),
        good(more="Helping the family through the last days of their father is what I remember most."),
    ),
)
