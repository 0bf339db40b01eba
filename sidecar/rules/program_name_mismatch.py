"""The email names a program, hospital or city that belongs to another program on your roster.

## Why
A name left over from the last draft is the surest sign of a circular, and it is read first.

## When to ignore it
When you name the other place on purpose, as where you rotated or where your family lives.
"""

import re
from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.addressees import program
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past
from sidecar.lint.phrases import fold
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good
from sidecar.people import Program

_HERE = Program(id="millbrook", name="Millbrook General Internal Medicine", city="Millbrook", domain="clinic.example")
_THERE = Program(
    id="river", name="Riverside Community", hospital="St. Olaf Hospital", city="Duluth", domain="river.example"
)
_ROSTER = Past(roster=(_HERE, _THERE))

_BEFORE_A_CITY = r"(?:your (?:\w+ ){0,3}(?:in|at|of)|(?:train|training|live|living|move|moving|residency|program|programs|hospital|match) (?:\w+ )?(?:in|to|at))\s+"
_OWN_STORY = re.compile(
    r"\b(?:i|we) (?:have |had |also |once |previously )?(?:rotated|worked|trained|studied|observed|volunteered|lived|served|spent|grew|"
    r"completed|did|finished|was|were|am|born)\b|\bmy (?:\w+ )?(?:rotation|observership|externship|elective|clerkship|brother|sister|"
    r"family|wife|husband|spouse|parents|attending|mentor|month|work|job|research)\b"
)

RULE = Rule(
    severity=Severity.ERROR,
    kinds=PROGRAM,
    sources=("P-FAQ6",),
    examples=(
        bad(history=_ROSTER, more="I hope to train at Riverside Community.", flags=["Riverside Community"]),
        bad(history=_ROSTER, more="Your work at St. Olaf Hospital drew me.", flags=["St. Olaf Hospital"]),
        bad(history=_ROSTER, more="I would gladly move to Duluth.", flags=["Duluth"]),
        bad(history=_ROSTER, subject="Riverside Community: update from Leila Haddad, internal medicine", flags=["Riverside Community"]),
        good(history=_ROSTER, more="I would gladly train at Millbrook General."),
        good(history=_ROSTER, more="I rotated at St. Olaf Hospital in May."),
        good(history=_ROSTER, more="My sister lives in Duluth."),
        good(history=Past(roster=(_THERE,)), more="I hope to train at Riverside Community."),
        good(kind=Kind.PROGRAM_TIE, more="I hope to train at Riverside Community."),
    ),
)  # fmt: skip


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first name of another program in subject and body."""
    here = program(facts)
    if here is None or facts.history is None:
        return
    theirs = " ".join(fold(name) for name in (*_names(here), here.city or ""))
    for other in facts.history.programs():
        if other.id == here.id:
            continue
        found = _named(facts, other, theirs)
        if found:
            name = facts.draft.quote(found)
            yield Finding(found, f"“{name}” belongs to another program; this email goes to {here.name}.")
            return


def _named(facts: Facts, other: Program, theirs: str) -> Span | None:
    forms = [re.escape(fold(name)) for name in _names(other) if fold(name) not in theirs]
    city = fold(other.city or "")
    if city and city not in theirs:
        forms.append(rf"(?:{_BEFORE_A_CITY})(?P<city>{re.escape(city)})")
    if not forms:
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(forms)})\b")
    if match := pattern.search(facts.subject_folded):
        return Span(Field.SUBJECT, *_place(match))
    for sentence in facts.prose.sentences:
        match = pattern.search(sentence.text)
        if match and not _OWN_STORY.search(sentence.text):
            start, end = _place(match)
            return Span(Field.BODY, sentence.start + start, sentence.start + end)
    return None


def _place(match: re.Match[str]) -> tuple[int, int]:
    named = match.groupdict().get("city")
    return match.span("city") if named else match.span()


def _names(one: Program) -> list[str]:
    """Names long enough to mean this place and no other."""
    return [name for name in (one.name, one.hospital) if name and len(name) > len("General")]
