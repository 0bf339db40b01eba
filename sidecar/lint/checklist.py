"""The five questions before an email to a program (P "framework"), answered from draft and roster where they can.

Fewer than two times yes: better not send.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.news import Topic
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.rule import Finding, Span

Answer = Literal["yes", "no", "ask"]

_TONE = (
    "desperation",
    "guilt-or-flattery",
    "arguing-decision",
    "asks-for-ranking",
    "demanding-tone",
    "score-excuses",
    "life-story",
)
_GENERIC = ("near-duplicate", "mass-recipients", "greeting-generic")


@dataclass(frozen=True, slots=True)
class Check:
    """One question: its stable id, the answer (`ask` where only the user can tell), the reason, and where it shows."""

    id: str
    answer: Answer
    because: str
    span: Span | None = None


def checklist(facts: Facts, flagged: Mapping[str, Finding]) -> tuple[Check, ...] | None:
    """Return the five answers for an email to a program, None for any other; `flagged` has one finding of each rule."""
    if facts.kind.family != "program":
        return None
    return (_update(facts), _tie(facts), _filters(facts, flagged), _specific(facts), _bearing(flagged))


def _update(facts: Facts) -> Check:
    found = _first(facts, Topic.UPDATE, Topic.ELIGIBILITY)
    if found:
        return _yes(facts, "meaningful-update", "New to the program", found)
    if facts.kind in {Kind.PROGRAM_THANKS, Kind.PROGRAM_INTENT}:
        return Check("meaningful-update", "ask", "After an interview no news is needed; is there any?")
    return Check("meaningful-update", "no", "No result, certificate, publication or change of visa is told.")


def _tie(facts: Facts) -> Check:
    found = _first(facts, Topic.TIE, Topic.ROTATION)
    if found:
        return _yes(facts, "real-tie", "A tie", found)
    return Check("real-tie", "no", "No tie to the place or the hospital is told.")


def _filters(facts: Facts, flagged: Mapping[str, Finding]) -> Check:
    if "outside-filters" in flagged:
        return Check("within-filters", "no", flagged["outside-filters"].message)
    program = facts.program
    if program is None or facts.profile is None:
        return Check(
            "within-filters",
            "ask",
            "Do you meet the filters for scores, visa, graduation year and experience?",
        )
    known = (program.visas, program.min_step2, program.max_years_since_graduation, program.min_usce_months)
    if not any(known):
        return Check("within-filters", "ask", f"The roster has no filters of {program.name}; do you meet them?")
    return Check("within-filters", "yes", f"Nothing on the roster's filters of {program.name} speaks against you.")


def _specific(facts: Facts) -> Check:
    if facts.specific_lines:
        return _yes(facts, "reads-as-specific", "Only this program could get", facts.specific_lines[0])
    return Check("reads-as-specific", "no", "Nothing in the text could be written to this program alone.")


def _bearing(flagged: Mapping[str, Finding]) -> Check:
    worst = next((rule for rule in (*_TONE, *_GENERIC) if rule in flagged), None)
    if worst is None:
        return Check("calm-and-own", "yes", "Nothing in it sounds desperate or mass-mailed.")
    return Check("calm-and-own", "no", flagged[worst].message, flagged[worst].span)


def _first(facts: Facts, *topics: Topic) -> Stretch | None:
    return next((piece.sentence for piece in facts.news if piece.topic in topics), None)


def _yes(facts: Facts, identifier: str, what: str, found: Stretch) -> Check:
    return Check(identifier, "yes", f"{what}: “{facts.shown(found)}”", facts.span_of(found))
