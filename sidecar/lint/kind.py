"""What an email is for, told from its text; the conversation's kind and the user's word win over it.

What speaks for none of our kinds is `other`, and so is what speaks for one only faintly.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sidecar.kinds import Kind
from sidecar.lint import signs
from sidecar.lint.draft import Draft
from sidecar.lint.facts import Facts, interview
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.news import Topic
from sidecar.lint.facts.prose import Sentences, Stretch

_ENOUGH = 3.0
_TOPIC_KINDS = {
    Topic.UPDATE: Kind.PROGRAM_UPDATE,
    Topic.TIE: Kind.PROGRAM_TIE,
    Topic.ELIGIBILITY: Kind.PROGRAM_ELIGIBILITY,
    Topic.ROTATION: Kind.PROGRAM_ROTATION,
}


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A kind, how sure (0 to 1), and who chose it: `text`, `thread` or `user`."""

    kind: Kind
    confidence: float
    chosen_by: Literal["text", "thread", "user"]


def detect(draft: Draft) -> KindGuess:
    """Return what the text says about the kind of `draft`."""
    return detect_from(Facts(draft, now=datetime.now(UTC)))


def detect_from(facts: Facts, *, chosen: Kind | None = None, thread_kind: Kind | None = None) -> KindGuess:
    """Return the kind: the user's word first, then the conversation's, then the text's."""
    if chosen is not None:
        return KindGuess(chosen, 1.0, "user")
    if thread_kind is not None and thread_kind is not Kind.OTHER:
        return KindGuess(_in_thread(facts, thread_kind), 1.0, "thread")
    return _from_text(facts)


def _from_text(facts: Facts) -> KindGuess:
    letter, program = _letter_weight(facts), _program_weight(facts)
    weight = max(letter, program)
    if weight < _ENOUGH:
        return KindGuess(Kind.OTHER, _confidence(_ENOUGH - weight), "text")
    kind = _letter_kind(facts) if _about_a_letter(facts, letter, program) else _program_kind(facts)
    return KindGuess(kind, _confidence(weight - _ENOUGH), "text")


def _in_thread(facts: Facts, thread: Kind) -> Kind:
    """In a conversation about a letter a further email follows up, reminds or thanks; it never asks anew."""
    if thread.family == "letter":
        kind = _letter_kind(facts)
        return Kind.LETTER_FOLLOWUP if kind in {Kind.LETTER_REQUEST, Kind.LETTER_EARLY_ASK} else kind
    own = _program_kind(facts)
    return thread if own is Kind.PROGRAM_INTEREST else own


def _confidence(margin: float) -> float:
    return round(min(0.99, 0.6 + 0.1 * margin), 2)


def _letter_weight(facts: Facts) -> float:
    everything = Sentences(one for one in facts.everything if not signs.NOT_A_RECOMMENDATION(one))
    if _any(signs.WRITER_SIDE, everything):
        return 0
    named = any(sentence is facts.subject_sentence and signs.RECOMMENDATION(sentence) for sentence in everything) * 3
    named += _any(signs.RECOMMENDATION, everything) * 2
    asked = any(signs.RECOMMENDATION(ask.sentence) or signs.LETTER_WANTED(ask.sentence) for ask in facts.asks) * 2.5
    asked = asked if any(ask.sentence in everything for ask in facts.asks) else 0
    mine = _any(signs.LETTER_FOR_ME, everything) * (1.5 + 1.5 * _any(signs.UPLOADS, everything))
    wanted = _any(signs.LETTER_WANTED, everything) * 1.5
    about = _any(signs.LETTER_FOR_ME, everything) or _any(signs.RECOMMENDATION, everything)
    settled = (about and _any(signs.PROMISED, everything)) * 2
    return named + asked + mine + wanted + settled + _any(signs.THANKS_FOR_LETTER, everything)


def _program_weight(facts: Facts) -> float:
    """Words of the field weigh only where the writer speaks to a program, as one who applies there."""
    everything = Sentences((*facts.everything, facts.name_sentence))
    if _any(signs.OTHER_SIDE, everything) or not _applies(facts, everything):
        return 0
    total = sum(weight for grammar, weight in signs.APPLICANT if _any(grammar, everything))
    total -= sum(weight for grammar, weight in signs.FOREIGN if _any(grammar, everything))
    doctor = facts.greeting is not None and facts.greeting.title in {"dr", "doctor"}
    total += signs.DOCTOR_WEIGHT * doctor + signs.SPECIALTY_WEIGHT * bool(facts.specialties)
    return total + any(map(interview.thanked_for, everything))


def _applies(facts: Facts, everything: Sentences) -> bool:
    """Whom it addresses tells most; what merely names the field may be an errand: a visa, a lease, a contract."""
    if _any(signs.TO_A_PROGRAM, facts.everything):
        return True
    greeted = facts.greeting is not None and signs.PROGRAM_STAFF(facts.greeting_sentence)
    return (greeted or _any(signs.APPLIES, everything)) and not _any(signs.ERRAND, facts.everything)


def _about_a_letter(facts: Facts, letter: float, program: float) -> bool:
    """What tells a letter for residency from an email to a program is whom it addresses."""
    if letter < _ENOUGH or any(signs.RECOMMENDATION(ask.sentence) for ask in facts.asks):
        return letter >= _ENOUGH
    return letter >= program or not _any(signs.TO_A_PROGRAM, facts.everything)


def _any(grammar: Grammar, sentences: Iterable[Stretch]) -> bool:
    return grammar.anywhere(sentences) is not None


def _letter_kind(facts: Facts) -> Kind:
    body = facts.prose.sentences
    everything = facts.everything
    if _any(signs.THANKS_FOR_LETTER, everything) and not facts.asks and not _any(signs.STILL_TO_DO, everything):
        return Kind.LETTER_THANKS
    if any(signs.LATER(sentence) and signs.LATER_ASK(sentence) for sentence in body):
        return Kind.LETTER_EARLY_ASK
    if _any(signs.UNANSWERED, everything) and not _any(signs.PROMISED, everything):
        return Kind.LETTER_FOLLOWUP
    if _any(signs.PROMISED, everything) or (_any(signs.REMINDS, everything) and not _asks_anew(facts)):
        return Kind.LETTER_REMINDER
    return Kind.LETTER_FOLLOWUP if _any(signs.FOLLOWS_UP, everything) else Kind.LETTER_REQUEST


def _asks_anew(facts: Facts) -> bool:
    """An ask for "the letter" repeats an earlier one."""
    text = facts.prose.text
    return any(
        not signs.REMINDER(ask.sentence)
        and not signs.FOLLOWS_UP(ask.sentence)
        and not text[max(0, ask.noun.start - 6) : ask.noun.start].endswith(("the ", "your ", "this "))
        for ask in facts.asks
    )


def _program_kind(facts: Facts) -> Kind:
    everything = facts.everything
    if _any(signs.UNMATCHED, everything):
        return Kind.PROGRAM_INTEREST
    if interview.interviewed(everything) and _any(interview.INTENT, everything) and not _thanks_only(facts):
        return Kind.PROGRAM_INTENT
    if any(map(interview.thanked_for, everything)):
        return Kind.PROGRAM_THANKS
    if signs.LETTER_OF_INTEREST(facts.subject_sentence) or not facts.news:
        return Kind.PROGRAM_INTEREST
    return _TOPIC_KINDS[facts.news[0].topic]


def _thanks_only(facts: Facts) -> bool:
    """A thank-you note may end in a word of interest; a claim about the rank list makes it more than that."""
    return interview.thanked_for(facts.subject_sentence) and not facts.claims_top
