"""The referee works outside the United States, and ERAS is not explained.

## Why
Abroad, a mail from a foreign website with a link looks like fraud. One sentence on what ERAS is, that the letter is confidential
and that everybody does it this way, saves you the link that is never clicked.

## When to ignore it
When the referee has written for US programs before.
"""

from collections.abc import Iterator

from sidecar.kinds import Kind
from sidecar.lint.facts import Facts
from sidecar.lint.facts.logistics import ERAS_EXPLAINED
from sidecar.lint.rule import Finding, Rule, Severity, bad, good

_TARGET = "I am applying for residency in internal medicine in the United States through ERAS for the 2026-2027 match."

RULE = Rule(
    severity=Severity.ADVICE,
    kinds=frozenset({Kind.LETTER_REQUEST}),
    sources=("L5B",),
    examples=(
        bad(to="Dr. Miriam Osei <miriam.osei@korle.edu.gh>", target=_TARGET),
        bad(to="Prof. Osei <osei@kemu.edu.pk>", target=_TARGET),
        bad(to="Dr. Osei <m.osei@klinik.de>", target=_TARGET),
        good(to="Dr. Miriam Osei <miriam.osei@hospital.example>", target=_TARGET),
        good(
            to="Prof. Osei <osei@kemu.edu.pk>",
            target=f"{_TARGET} ERAS is the national system through which all applications go.",
        ),
        good(
            to="Dr. Osei <m.osei@klinik.de>",
            target="I am applying for internal medicine in the United States for the 2027 match, through the Electronic Residency Application Service (ERAS).",
        ),
    ),
)

_MESSAGE = "Outside the United States few people know ERAS; say in one sentence what it is, and offer a one-page guide."
_AMERICAN = frozenset("com org net edu gov mil us info health clinic md example test invalid localhost io me".split())


def check(facts: Facts) -> Iterator[Finding]:
    """Flag a request to a referee abroad that does not explain the system."""
    if _abroad(facts) and not facts.other_aim and ERAS_EXPLAINED.anywhere(facts.prose.sentences) is None:
        yield Finding(None, _MESSAGE)


def _abroad(facts: Facts) -> bool:
    if facts.referee is not None:
        return facts.referee.abroad
    endings = {one.address.rpartition(".")[2] for one in facts.draft.to if "." in one.address}
    return any(len(ending) == 2 and ending not in _AMERICAN for ending in endings)
