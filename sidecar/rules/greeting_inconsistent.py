"""The reader is addressed in different ways, within the email or from one email to the next.

## Why
"Dr. Rao" in one line and "Sir" in the next, or "Dear Professor Rao" in July and "Hi Anita" in August, make the reader wonder which of the
emails was meant for them.

## When to ignore it
When they have signed with their first name and asked you to use it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sidecar.kinds import OURS, Kind
from sidecar.lint.addressees import day, latest
from sidecar.lint.facts import Facts
from sidecar.lint.facts.greeting import Greeting, greeting
from sidecar.lint.past import Past, mail
from sidecar.lint.phrases import fold
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good

_NO_NAME = frozenset({"sir", "madam", "ma'am", "maam", "mam"})
_ALIKE = {
    "doctor": "dr",
    "professor": "prof",
    "mam": "madam",
    "ma'am": "madam",
    "maam": "madam",
    "mrs": "ms",
    "miss": "ms",
}
_TITLES = "dr doctor prof professor mr mrs ms miss sir madam ma'am maam mam"
_TITLE = f"(?:{_TITLES.replace(' ', '|')})"
_TITLE_WORDS = frozenset(re.findall(r"\w+", _TITLES))
# Spoken to, not of: set off by punctuation on both sides, or at the head of a sentence that goes on to "I" or "you".
_ADDRESSED = re.compile(
    rf"(?P<lead>^|[,;:]\s+|\b(?:dear|thank you|thanks|if|for)\s+)(?P<form>(?P<title>{_TITLE})\b(?:\.?\s+(?P<name>[^\W\d_][\w'’-]+))?)"
    r"(?=\s*[,.!?;](?!\s+who)|\s*$|\s+(?:i|please|(?:could|would|can|will|if) you)\b|(?(name)(?!)|\s+(?:feels?|could|would|can|cannot|will|is|has)\b))"
)
_SPEAKS_TO = re.compile(r"^(?:dear|thank you|thanks)\b|\b(?:as you know|thank you|thanks|please|you),?\s*$")
_REFEREE = "miriam.osei@hospital.example"


def _before(form: str) -> Past:
    return Past(sent=(mail(Kind.LETTER_REQUEST, _REFEREE, "2026-07-08", greeting=form),))


RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("L10",),
    examples=(
        bad(thanks="Thank you for considering this, Sir.", flags=["Sir"]),
        bad(out="If you would rather not, Madam, I understand.", flags=["Madam"]),
        bad(opening="As you know, Dr. Farrow, the month has ended.", flags=["Dr. Farrow"]),
        bad(greeting="Dear Sir,", opening="Dear Dr. Osei, I hope you are well.", flags=["Dr. Osei"]),
        bad(kind=Kind.LETTER_FOLLOWUP, history=_before("Dear Professor Osei"), flags=["Dear Dr. Osei"], fixed="Dear Professor Osei,"),
        bad(kind=Kind.LETTER_FOLLOWUP, history=_before("Dear Dr. Osei"), greeting="Hi Miriam,", flags=["Hi Miriam"], fixed="Dear Dr. Osei,"),
        good(thanks="Thank you for considering this, Dr. Osei."),
        good(background="I worked with you and your fellow, Dr. Farrow, at Harbor Hospital in June 2026."),
        good(background="I worked on your service in June 2026, together with my mentor, Professor Lang."),
        good(more="Professor Lang, who knows me for two weeks, has answered at once."),
        good(kind=Kind.PROGRAM_UPDATE, greeting="Dear Ms. Hollis, dear Dr. Lang,", to="June Hollis <hollis@clinic.example>"),
        good(more="Dr. Farrow has told me that she does not mind if you ask her about my work."),
        good(kind=Kind.LETTER_FOLLOWUP, history=_before("Dear Dr. Osei")),
        good(kind=Kind.LETTER_FOLLOWUP, history=_before("Hello Dr. Osei")),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of address: title without its dot, family name; either may be missing."""

    title: str | None
    name: str

    @classmethod
    def of(cls, found: Greeting) -> "_Form":
        title = _ALIKE.get(found.title, found.title) if found.title else None
        return cls(title, found.family_name)

    def differs(self, other: "_Form") -> bool:
        named = self.name and other.name and self.name != other.name
        titled = self.title != other.title and (self.title or other.title)
        return bool(named or titled)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first form that differs from the greeting, and a greeting that differs from the last email's."""
    found = facts.greeting
    if found is None or found.placeholder:
        return
    yield from _within(facts, found)
    yield from _since_the_last(facts, found)


def _within(facts: Facts, found: Greeting) -> Iterator[Finding]:
    here = _Form.of(found)
    greeted = facts.prose.text.find("\n", found.end)  # until there several may be greeted
    for sentence in facts.prose.sentences.having(_TITLE_WORDS):
        if sentence.end <= found.end:
            continue
        for match in _ADDRESSED.finditer(sentence.text):
            start = sentence.start + match.start("form")
            if start < max(found.end, greeted) or not _is_spoken_to(sentence.text, match):
                continue
            there = _Form(_ALIKE.get(match["title"], match["title"]), (match["name"] or "").casefold())
            if _clashes(here, there):
                words = facts.draft.text[start : start + len(match["form"])]
                span = Span(Field.BODY, start, start + len(words))
                message = f"You begin with “{found.text}” and say “{words}” here; keep to one form of address."
                yield Finding(span, message)
                return


def _clashes(here: _Form, there: _Form) -> bool:
    """A greeting without a name clashes with a name later, one with a name with "Sir" or another name or rank."""
    if there.title in {"sir", "madam"}:
        return bool(here.name)
    if not here.name:
        return bool(there.name)
    lower = {here.title, there.title} & {"mr", "ms"} and here.title != there.title
    return bool(lower or (there.name and there.name != here.name))


def _is_spoken_to(sentence: str, match: re.Match[str]) -> bool:
    """Tell "As you know, Dr. Rao, …" from "my mentor, Dr. Rao, …"."""
    before = sentence[: match.start("form")].rstrip()
    if match.end("form") - match.start("form") >= len(sentence.rstrip(".,! ")):
        return False  # a line that is nothing but a name is a signature
    if match["title"] in _NO_NAME and not match["name"]:
        return True
    at_the_head = not before or before in {"dear", "thank you,", "thanks,"}
    return at_the_head or bool(_SPEAKS_TO.search(before.rstrip(",;: ")))


def _since_the_last(facts: Facts, found: Greeting) -> Iterator[Finding]:
    if facts.history is None or found.generic:
        return
    recipients = [one.address for one in facts.draft.to]
    last = latest([one for one in facts.history.sent_to(recipients) if one.greeting])
    before = greeting(last.greeting, fold(last.greeting)) if last and last.greeting else None
    if last is None or before is None or before.generic or not _Form.of(before).differs(_Form.of(found)):
        return
    span = Span(Field.BODY, found.start, found.end)
    fix = Fix(f"Write “{before.text}”", (Edit(span, before.text),))
    yield Finding(span, f"On {day(last.sent_at)} you wrote “{before.text}”; keep to that form of address.", (fix,))
