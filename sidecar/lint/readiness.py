"""How ready a letter request is, from 0 to 100, and which sentence earned each part (weights of L10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.ask import Form
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.rule import Finding, Span

_TONE_COSTS = {
    "desperation": 10,
    "guilt-or-flattery": 6,
    "demanding-tone": 6,
    "urgency-shouting": 5,
    "informal-tone": 5,
    "life-story": 5,
    "score-excuses": 5,
    "greeting-generic": 4,
    "subject-dramatic": 4,
    "self-praise": 2,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score: what it may earn, what it did, why, and the place that speaks for it, if there is one."""

    id: str
    weight: int
    earned: int
    because: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """The score and its parts; the score is their sum."""

    score: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """Something worth points: found here, or missing."""

    points: int
    found: Stretch | bool | None
    missing: str


def readiness(facts: Facts, flagged: Mapping[str, Finding]) -> Readiness | None:
    """Return the readiness of a letter request, None for any other kind; `flagged` has one finding of each rule."""
    if facts.kind is not Kind.LETTER_REQUEST:
        return None
    parts = (
        _part(facts, "clear-ask", 30, _ask(facts)),
        _part(facts, "context-and-reminder", 30, _context(facts)),
        _part(facts, "logistics-and-deadline", 20, _logistics(facts)),
        _tone(flagged),
    )
    return Readiness(sum(part.earned for part in parts), parts)


def _ask(facts: Facts) -> tuple[_Item, ...]:
    ask = next((ask for ask in facts.asks if ask.form is not Form.NEED), None)
    return (
        _Item(12, ask.sentence if ask else None, "a plain question for the letter"),
        _Item(12, facts.strong_letter, "the word “strong”"),
        _Item(6, facts.way_out, "a sentence that makes it easy to decline"),
    )


def _context(facts: Facts) -> tuple[_Item, ...]:
    place = next((bond.sentence for bond in facts.relationships if bond.place), None)
    time = next((bond.sentence for bond in facts.relationships if bond.time), None)
    specialty = facts.specialties[0].words if facts.specialties else None
    return (
        _Item(8, place, "where you worked together"),
        _Item(7, time, "when you worked together"),
        _Item(7, facts.us_residency or facts.other_aim, "that the letter is for residency in the United States"),
        _Item(4, specialty or facts.other_aim, "the specialty"),
        _Item(4, facts.cycle or facts.other_aim, "the match cycle"),
    )


def _logistics(facts: Facts) -> tuple[_Item, ...]:
    return (
        _Item(8, facts.names_a_day, "a date for the letter"),
        _Item(5, facts.upload, "how the letter gets in"),
        _Item(4, facts.materials or bool(facts.draft.attachments), "something to write from, such as your CV"),
        _Item(3, facts.waiver or facts.other_aim, "that you waive the right to see the letter"),
    )


def _part(facts: Facts, identifier: str, weight: int, items: tuple[_Item, ...]) -> Part:
    missing = [item.missing for item in items if not item.found]
    best = next((item.found for item in items if isinstance(item.found, Stretch)), None)
    earned_by = f"“{facts.shown(best)}”" if best else ""
    lacking = f"Missing: {', '.join(missing)}." if missing else ""
    because = " ".join(piece for piece in (earned_by, lacking) if piece) or "All of it is there."
    span = facts.span_of(best) if best else None
    return Part(identifier, weight, sum(item.points for item in items if item.found), because, span)


def _tone(flagged: Mapping[str, Finding]) -> Part:
    costs = {rule: cost for rule, cost in _TONE_COSTS.items() if rule in flagged}
    earned = max(0, 20 - sum(costs.values()))
    if not costs:
        return Part("professional-tone", 20, earned, "The tone is calm and factual throughout.")
    worst = flagged[next(iter(costs))]
    return Part("professional-tone", 20, earned, worst.message, worst.span)
