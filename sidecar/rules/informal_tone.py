"""Chat language in an email to a senior colleague.

## Why
"Hey", "u" and "thx" are for friends. An attending or a program director reads them as not having taken the time.

## When to ignore it
When the reader writes to you like that.
"""

import re
from collections.abc import Iterator
from itertools import chain

from sidecar.kinds import OURS, Kind
from sidecar.lint.facts import Facts
from sidecar.lint.phrases import Phrases
from sidecar.lint.rule import Field, Finding, Rule, Severity, Span, bad, good

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("P",),
    examples=(
        bad(greeting="Hey Dr. Osei,", flags=["Hey"], fixed="Dear Dr. Osei,"),
        bad(
            thanks="Thx, and pls let me know if u need more.",
            flags=["Thx", "pls", "u"],
            fixed="Thank you, and please let me know if you need more.",
        ),
        bad(
            kind=Kind.PROGRAM_UPDATE,
            news="I'm gonna sit Step 3 soon, lol, since my last result arrived 😀.",
            flags=["gonna", "lol", "😀"],
        ),
        good(greeting="Hello Dr. Osei,"),
        good(more="The U wave in lead V2 was what you taught me to see."),
        good(
            kind=Kind.PROGRAM_UPDATE,
            news="Since I applied my article on LOL syndrome families, with Dr. Hey-Sun U, was published.",
        ),
    ),
)

_CHAT = Phrases(
    message="“{found}” is chat language; write it out.",
    wordings={
        **dict.fromkeys(
            (
                "lol,lmao,omg,haha,hahaha,hehe,wanna,gotta,kinda,sorta,lemme,gimme,yup,nope,yeah,yep,woohoo,stoked,super stoked,so cool,awesome,"
                "freaking out,huge fan,sweet spot,no biggie,hit me up,heads up,hiya,what's up,whats up,sup,btw,fyi,idk,imo,tbh,asap pls,sooo,soooo,sooo much,"
                "n ur,m waiting,dat,wid,abt,b4,2day,2morrow,tmrw,coz,cuz,bcoz,bcz,becoz,cos of,dnt,dont u,wud b,cud u,its me,tonnes of,thx a ton,cya,xoxo,"
                "ya,yo,dude,bro,guys,swamped lol,and stuff,shoot u,really really really,just checking in"
            ).split(",")
        ),
        "hey": "dear",
        "u": "you",
        "ur": "your",
        "pls": "please",
        "plz": "please",
        "plss": "please",
        "thx": "thank you",
        "thnx": "thank you",
        "tnx": "thank you",
        "gonna": "going to",
        "wud": "would",
        "cud": "could",
        "gr8": "great",
        "bcoz": "because",
        "bcz": "because",
        "coz": "because",
        "cuz": "because",
        "wd be": "would be",
    },
    fields=frozenset({Field.BODY, Field.SUBJECT}),
)
_PICTURES = (
    re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]+"),
    re.compile(r"[:;](?<!\S[:;])-?[)D(P](?!\w)"),
)
_MESSAGE = "Leave “{}” out of an email to somebody senior."


def check(facts: Facts) -> Iterator[Finding]:
    """Flag chat words, unless they are names or letters of the alphabet, and little pictures."""
    for finding in _CHAT.findings(facts):
        if finding.span is not None and not _proper(facts.draft.quote(finding.span)):
            yield finding
    for field, text in ((Field.SUBJECT, facts.draft.subject), (Field.BODY, facts.draft.prose)):
        for match in chain.from_iterable(pattern.finditer(text) for pattern in _PICTURES):
            yield Finding(Span(field, *match.span()), _MESSAGE.format(match[0]))


def _proper(written: str) -> bool:
    return written.isupper() or written in {"Yo", "Ya", "Sup", "Dude"}
