"""The text has no paragraphs, or one that is too long.

## Why
On a phone between two patients a grey block is not read. Greeting, who you are, the question, the practical part, thanks: five
short paragraphs let the eye find the question.

## When to ignore it
When your mail program shows paragraphs that are lost here.
"""

from collections.abc import Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.prose import Stretch, word_count
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

_LONG = " ".join(["We went through the notes of the week and compared them with the guideline."] * 12)

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=OURS,
    sources=("P",),
    examples=(
        bad(more=_LONG, flags=[_LONG]),
        bad(kind=Kind.PROGRAM_TIE, more=_LONG, flags=[_LONG]),
        bad(text=f"Dear Dr. Osei, {_LONG} Sincerely, Leila", flags=[f"Dear Dr. Osei, {_LONG} Sincerely, Leila"]),
        good(more="We went through the notes of the week and compared them with the guideline."),
        good(kind=Kind.PROGRAM_TIE, more="I would be glad to answer any question."),
        good(kind=Kind.LETTER_FOLLOWUP),
    ),
)

_MESSAGE = "This paragraph has {} words; split it where the subject changes."
_MOST_WORDS = 150
_MOST_WITHOUT_BREAK = 120


def check(facts: Facts) -> Iterator[Finding]:
    """Flag long paragraphs; where the whole text is one, a shorter one already."""
    paragraphs = [stretch for stretch in facts.prose.paragraphs if stretch.word_count > 8]
    most = _MOST_WORDS if len(paragraphs) > 1 else _MOST_WITHOUT_BREAK
    for paragraph in paragraphs:
        if paragraph.word_count > most and (count := _densest(paragraph)) > most:
            yield Finding(Span(Field.BODY, paragraph.start, paragraph.end), _MESSAGE.format(count))


def _densest(paragraph: Stretch) -> int:
    """The words of its longest run of lines that are no list items."""
    counts = [0]
    for line in paragraph.text.split("\n"):
        if line.lstrip()[:1] in {"-", "–", "•", "*", "·", "▪"}:
            counts.append(0)
        else:
            counts[-1] += word_count(line)
    return max(counts)
