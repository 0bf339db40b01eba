"""An address is misspelt in a way that cannot be meant.

## Why
A letter to `gmial.com` reaches nobody, or somebody else, and you wait three weeks for an answer.

## When to ignore it
When the domain really exists.
"""

import re
from collections.abc import Iterator

from sidecar.kinds import ALL, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.rule import Edit, Finding, Fix, Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=ALL,
    sources=("common sense",),
    examples=(
        bad(to="Dr. Miriam Osei <m.osei@gmial.com>", flags=["m.osei@gmial.com"], fixed="m.osei@gmail.com"),
        bad(to="Dr. Miriam Osei <m.osei@hospital.con>", flags=["m.osei@hospital.con"], fixed="m.osei@hospital.com"),
        bad(cc="office@yaho.com", flags=["office@yaho.com"], fixed="office@yahoo.com"),
        bad(kind=Kind.OTHER, to="sam@outlok.com", flags=["sam@outlok.com"], fixed="sam@outlook.com"),
        good(to="Dr. Miriam Osei <m.osei@gmail.com>"),
        good(to="Dr. Miriam Osei <m.osei@gmx.com>"),
        good(to="Dr. Miriam Osei <m.osei@hospital.co>"),
        good(kind=Kind.OTHER, to="sam@ymail.com"),
    ),
)

_MESSAGE = "{} looks misspelt; did you mean {}?"
_MAIL_HOUSES = {
    "gmail.com": "gmial gmai gmal gmil gmaill gamil gnail gmail1 gmqil gmaik gimail ggmail gmsil gemail".split(),
    "yahoo.com": "yaho yahooo yhoo yahho yaoo yahoo1 uahoo".split(),
    "hotmail.com": "hotmial hotmal hotmai hotnail hotmil hotmaill hotmsil homail".split(),
    "outlook.com": "outlok outloook oulook outllook outlool outook otlook".split(),
    "icloud.com": "iclod icoud iclould icloude".split(),
}
_WRONG_NAMES = {wrong: right for right, wrongs in _MAIL_HOUSES.items() for wrong in wrongs}
_WRONG_ENDINGS = {"con": "com", "cmo": "com", "ocm": "com", "comm": "com", "vom": "com", "xom": "com", "cpm": "com", "ogr": "org", "orgg": "org", "ort": "org", "eud": "edu", "eduu": "edu", "nte": "net", "gvo": "gov"}  # fmt: skip
_HOUSES_WITH_OTHER_ENDING = re.compile(r"(?:gmail|hotmail|outlook|yahoo)\.(?:co|cm|om|c|comcom|com\.com)$")


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the address of every recipient whose domain is a known slip."""
    for recipient in facts.draft.recipients:
        local, _, domain = recipient.mailbox.address.rpartition("@")
        better = _mended(domain)
        if local and better != domain:
            fix = Fix(f"Write {local}@{better}", (Edit(recipient.address, f"{local}@{better}"),), safe=True)
            yield Finding(recipient.address, _MESSAGE.format(recipient.mailbox.address, f"{local}@{better}"), (fix,))


def _mended(domain: str) -> str:
    name, _, ending = domain.rpartition(".")
    ending = _WRONG_ENDINGS.get(ending, ending)
    if ending == "com" and name in _WRONG_NAMES:
        return _WRONG_NAMES[name]
    if _HOUSES_WITH_OTHER_ENDING.match(domain) and domain not in {"yahoo.co", "hotmail.co"}:
        return f"{domain.partition('.')[0]}.com"
    return f"{name}.{ending}"
