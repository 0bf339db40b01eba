"""What the hand-written signs alone make of an email: the kind that they speak for first.

It is one voice among those that `within` weighs, and the loudest.
"""

from collections.abc import Iterable

from sidecar.kinds import Kind
from sidecar.lint import signs
from sidecar.lint.facts import Facts, interview
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.news import Topic
from sidecar.lint.facts.prose import Sentences, Stretch

_TOPIC_KINDS = {
    Topic.UPDATE: Kind.PROGRAM_UPDATE,
    Topic.TIE: Kind.PROGRAM_TIE,
    Topic.ELIGIBILITY: Kind.PROGRAM_ELIGIBILITY,
    Topic.ROTATION: Kind.PROGRAM_ROTATION,
}


def letter_kind(facts: Facts) -> Kind:
    """Return which step of a letter an email is."""
    everything = facts.everything
    agreed, due = promised(everything), reminds(everything)
    settled = not agreed or (not due and _any(signs.IN_NOW, everything))
    if not facts.asks and settled and gives_thanks(everything):
        return Kind.LETTER_THANKS
    if _any(signs.UNANSWERED, everything) and not agreed:
        return Kind.LETTER_FOLLOWUP
    if (agreed or due) and not asks_anew(facts):
        return Kind.LETTER_REMINDER
    if _any(signs.FOLLOWS_UP, everything):
        return Kind.LETTER_FOLLOWUP
    early = _any(signs.LATER_ASK, everything) and not _any(signs.RIGHT_AWAY, everything)
    early = early and all(signs.LATER_ASK(ask.sentence) for ask in facts.asks)
    return Kind.LETTER_EARLY_ASK if early else Kind.LETTER_REQUEST


def gives_thanks(everything: Sentences) -> bool:
    """Whether a letter that is in is thanked for, and nothing is left to do about it."""
    thanked = [one for one in everything if signs.THANKS_FOR_LETTER(one) and not signs.NOT_IN_YET(one)]
    arrived = [one for one in everything if signs.IN_NOW(one) and not signs.NOT_IN_YET(one)]
    if arrived and any(map(interview.grateful, everything)):
        thanked = [*thanked, *arrived]
    return bool(thanked) and not _any(signs.STILL_TO_DO, [one for one in everything if one not in thanked])


def asks_anew(facts: Facts) -> bool:
    """An ask for "the letter" repeats an earlier one."""
    text = facts.prose.text
    return any(
        not signs.TO_HAND_IN(ask.sentence)
        and not signs.REMINDER(ask.sentence)
        and not signs.FOLLOWS_UP(ask.sentence)
        and not text[max(0, ask.noun.start - 6) : ask.noun.start].endswith(("the ", "your ", "this "))
        for ask in facts.asks
    )


def program_kind(facts: Facts) -> Kind:
    """Return what an email to a program is for."""
    if _any(signs.UNMATCHED, facts.everything):
        return Kind.PROGRAM_INTEREST
    if after := _after_an_interview(facts):
        return after
    if signs.LETTER_OF_INTEREST(facts.subject_sentence) or not facts.news or _appeals(facts):
        return Kind.PROGRAM_INTEREST
    topic = _main_topic(facts)
    if topic is Topic.UPDATE and _any(signs.SEEKS_A_POST, facts.everything):
        return Kind.PROGRAM_INTEREST  # who only now asks for a place has no file to update
    return _TOPIC_KINDS[topic]


def _after_an_interview(facts: Facts) -> Kind | None:
    thanks = any(map(interview.thanked_for, facts.everything))
    if not (facts.interviewed or thanks):
        return None
    notes_thanks = interview.grateful(facts.subject_sentence)  # such a note may end in a word of interest
    intends = _ranks(facts) or (_any(interview.INTENT, facts.everything) and not notes_thanks)
    if intends or not (thanks or facts.news):
        return Kind.PROGRAM_INTENT
    return Kind.PROGRAM_THANKS if thanks and not _news_in(facts.subject_sentence, facts) else None


def _ranks(facts: Facts) -> bool:
    """Whether the writer says where the program stands on their own list: more than a word of thanks."""
    of_interest = signs.LETTER_OF_INTEREST(facts.subject_sentence)
    return of_interest or facts.claims_top is not None or _any(interview.RANKS, facts.everything)


def _news_in(sentence: Stretch, facts: Facts) -> bool:
    return any(piece.sentence is sentence for piece in facts.news)


def _main_topic(facts: Facts) -> Topic:
    """Return what the email is mostly about: its subject, else what it tells first, else what it announces."""
    first = facts.news[0]
    if first.sentence is facts.subject_sentence:
        return first.topic
    return next((piece for piece in facts.news if piece.told), first).topic


def _appeals(facts: Facts) -> bool:
    """Whether a decision is to be reversed: the program's criteria are then arguments, not what is asked about."""
    only_criteria = all(piece.topic is Topic.ELIGIBILITY for piece in facts.news)
    return only_criteria and not _news_in(facts.subject_sentence, facts) and _any(signs.DECIDED, facts.everything)


def promised(everything: Sentences) -> bool:
    """Whether the referee has agreed."""
    return any(signs.PROMISED(one) and not signs.NOT_PROMISED(one) for one in everything)


def reminds(everything: Sentences) -> bool:
    """Whether a letter that is due is spoken of."""
    return any(signs.REMINDS(one) and not signs.NOT_A_REMINDER(one) for one in everything)


def _any(grammar: Grammar, sentences: Iterable[Stretch]) -> bool:
    return grammar.anywhere(sentences) is not None
