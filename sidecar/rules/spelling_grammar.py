"""A word is misspelt, or a phrase holds a clear slip of grammar.

## Why
A busy reader takes small slips for carelessness, and in medicine carelessness matters. Nobody expects perfect English of you; a
clean email is noticed all the same. Only slips with one clear remedy are named here: names, hospitals, acronyms, medical terms
and British spelling are left alone.

## When to ignore it
When the word is right and merely unknown here, such as the name of a town or a local exam: put it into your dictionary.
"""

import re
from collections.abc import Iterable, Iterator

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.rule import Edit, Field, Finding, Fix, Rule, Severity, Span, bad, good
from sidecar.lint.slips import slips_in
from sidecar.lint.spelling import Misspelling, misspellings, names_of

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=OURS,
    sources=("P",),
    examples=(
        bad(
            ask="Would you feel able to write a strong letter of recomendation for my application?",
            flags=("recomendation",),
            fixed="strong letter of recommendation for",
        ),
        bad(
            more="I have learn to present a patient untill every question is answered.",
            flags=("I have learn", "untill"),
            fixed="I have learned to present a patient until every",
        ),
        bad(
            more="I would be glad to discuss about the cases.",
            flags=("discuss about",),
            fixed="glad to discuss the cases",
        ),
        bad(
            news="Since I applied I have cleared Step 3. I am having 3 years experience in primary care.",
            flags=("cleared", "I am having", "3 years experience"),
            fixed="I have passed Step 3. I have 3 years of experience in primary care.",
            kind=Kind.PROGRAM_UPDATE,
        ),
        bad(more="As a IMG i would value your view.", flags=("a", "i"), fixed="As an IMG I would value your view."),
        bad(
            more="It was a good month. Hopefuly you remeber the man with the rash.",
            flags=("Hopefuly", "remeber"),
            fixed="Hopefully you remember the man",
        ),
        good(more="The behaviour of the paediatric team and the haematology programme impressed me."),
        good(
            more="Dr. Nkechi Obiora of Ibadan and the staff of Sengkang Hospital know the story of our IRB and the REDCap forms."
        ),
        good(
            more="We treated cholangiocarcinoma, mucormycosis and Takotsubo cardiomyopathy with posaconazole and milrinone."
        ),
        good(
            more="The 3-year-old girl had been ill for 3 weeks; an MRI and a CT were done within an hour, and a US later."
        ),
        good(
            more="I have worked there since 2019, and I look forward to hearing what you think of a one-page summary."
        ),
    ),
)

_LOWER_I = re.compile(r"i(?<![\w.'(/-]i)(?![\w.)/-])")


def check(facts: Facts) -> Iterator[Finding]:
    """Flag slips, and the misspelt words that are no part of one."""
    names = names_of(facts.draft, facts.profile)
    for field, text, sentences in (
        (Field.SUBJECT, facts.draft.subject, (facts.subject_sentence,)),
        (Field.BODY, facts.draft.prose, facts.prose.sentences),
    ):
        slips = [*_slips(field, text, sentences), *_lower_i(field, text)]
        words = (_misspelt(field, text, word) for word in misspellings(text, names))
        free = [word for word in words if not any(_overlap(word.span, slip.span) for slip in slips)]
        yield from sorted(slips + free, key=lambda finding: finding.span or Span(field, 0, 0))


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _slips(field: Field, text: str, sentences: Iterable[Stretch]) -> Iterator[Finding]:
    for slip in slips_in(text, sentences):
        yield _finding(Span(field, slip.start, slip.end), slip.note, (slip.better,))


def _misspelt(field: Field, text: str, word: Misspelling) -> Finding:
    message = f"“{text[word.start : word.end]}” looks misspelt; “{word.corrections[0]}” may be meant."
    return _finding(Span(field, word.start, word.end), message, word.corrections)


def _finding(span: Span, message: str, betters: tuple[str, ...]) -> Finding:
    fixes = (Fix(f"Write “{better}”", (Edit(span, better),), safe=len(betters) == 1) for better in betters)
    return Finding(span, message, tuple(fixes))


def _lower_i(field: Field, text: str) -> Iterator[Finding]:
    """Flag the first small "i" and mend them all."""
    spans = [Span(field, *match.span()) for match in _LOWER_I.finditer(text)]
    if spans:
        fix = Fix("Write “I”", tuple(Edit(span, "I") for span in spans), safe=True)
        yield Finding(spans[0], "The word “I” is always a capital.", (fix,))
