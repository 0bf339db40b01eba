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
from sidecar.lint.family import Family, weigh

_LIKELY = 0.6  # below it, silence: a false alarm in a stranger's mail costs more than a missed draft
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
    if _any(signs.WRITER_SIDE, facts.everything) or _any(signs.OTHER_SIDE, facts.everything):
        return KindGuess(Kind.OTHER, 0.9, "text")  # the referee's words, or the program's
    likely = weigh(facts)
    family = max((Family.LETTER, Family.PROGRAM), key=likely.__getitem__)
    if likely[family] < _LIKELY:
        return KindGuess(Kind.OTHER, round(1 - likely[family], 2), "text")
    kind = _letter_kind(facts) if family is Family.LETTER else _program_kind(facts)
    return KindGuess(kind, round(likely[family], 2), "text")


def _in_thread(facts: Facts, thread: Kind) -> Kind:
    """In a conversation about a letter a further email follows up, reminds or thanks; it never asks anew."""
    if thread.family == "letter":
        kind = _letter_kind(facts)
        return Kind.LETTER_FOLLOWUP if kind in {Kind.LETTER_REQUEST, Kind.LETTER_EARLY_ASK} else kind
    own = _program_kind(facts)
    return thread if own is Kind.PROGRAM_INTEREST else own


def _any(grammar: Grammar, sentences: Iterable[Stretch]) -> bool:
    return grammar.anywhere(sentences) is not None


def _letter_kind(facts: Facts) -> Kind:
    everything = facts.everything
    promised = any(signs.PROMISED(one) and not signs.NOT_PROMISED(one) for one in everything)
    reminds = any(signs.REMINDS(one) and not signs.NOT_A_REMINDER(one) for one in everything)
    settled = not promised or (not reminds and _any(signs.IN_NOW, everything))
    if not facts.asks and settled and _gives_thanks(everything):
        return Kind.LETTER_THANKS
    if _any(signs.UNANSWERED, everything) and not promised:
        return Kind.LETTER_FOLLOWUP
    if (promised or reminds) and not _asks_anew(facts):
        return Kind.LETTER_REMINDER
    if _any(signs.FOLLOWS_UP, everything):
        return Kind.LETTER_FOLLOWUP
    early = _any(signs.LATER_ASK, everything) and not _any(signs.RIGHT_AWAY, everything)
    early = early and all(signs.LATER_ASK(ask.sentence) for ask in facts.asks)
    return Kind.LETTER_EARLY_ASK if early else Kind.LETTER_REQUEST


def _gives_thanks(everything: Sentences) -> bool:
    """Whether a letter that is in is thanked for, and nothing is left to do about it."""
    thanked = [one for one in everything if signs.THANKS_FOR_LETTER(one) and not signs.NOT_IN_YET(one)]
    arrived = [one for one in everything if signs.IN_NOW(one) and not signs.NOT_IN_YET(one)]
    if arrived and any(map(interview.grateful, everything)):
        thanked = [*thanked, *arrived]
    return bool(thanked) and not _any(signs.STILL_TO_DO, [one for one in everything if one not in thanked])


def _asks_anew(facts: Facts) -> bool:
    """An ask for "the letter" repeats an earlier one."""
    text = facts.prose.text
    return any(
        not signs.TO_HAND_IN(ask.sentence)
        and not signs.REMINDER(ask.sentence)
        and not signs.FOLLOWS_UP(ask.sentence)
        and not text[max(0, ask.noun.start - 6) : ask.noun.start].endswith(("the ", "your ", "this "))
        for ask in facts.asks
    )


def _program_kind(facts: Facts) -> Kind:
    everything = facts.everything
    if _any(signs.UNMATCHED, everything):
        return Kind.PROGRAM_INTEREST
    thanks = any(map(interview.thanked_for, everything))
    if facts.interviewed or thanks:
        notes_thanks = interview.grateful(facts.subject_sentence)  # such a note may end in a word of interest
        if _ranks(facts) or (_any(interview.INTENT, everything) and not notes_thanks):
            return Kind.PROGRAM_INTENT
        if not thanks and not facts.news:
            return Kind.PROGRAM_INTENT
        if thanks and not _news_in(facts.subject_sentence, facts):
            return Kind.PROGRAM_THANKS
    if signs.LETTER_OF_INTEREST(facts.subject_sentence) or not facts.news:
        return Kind.PROGRAM_INTEREST
    return _TOPIC_KINDS[_main_topic(facts)]


def _ranks(facts: Facts) -> bool:
    """Whether the writer says where the program stands on their own list: more than a word of thanks."""
    of_interest = signs.LETTER_OF_INTEREST(facts.subject_sentence)
    return of_interest or facts.claims_top is not None or _any(interview.RANKS, facts.everything)


def _news_in(sentence: Stretch, facts: Facts) -> bool:
    return any(piece.sentence is sentence for piece in facts.news)


def _main_topic(facts: Facts) -> Topic:
    """Return what the email is mostly about: what its subject says, else what comes first."""
    return facts.news[0].topic
