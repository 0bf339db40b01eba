"""The draft flatters the reader, bows too deep, or makes them feel guilty.

## Why
"Esteemed", "your good self" and "forever in your debt" are polite in many places and sound false in an American inbox; reproach
sounds worse. Plain thanks for something the reader really did is the warmest form there is.

## When to ignore it
When the phrase is part of a name, or the reader writes like that to you.
"""

from sidecar.kinds import OURS, Kind
from sidecar.lint.phrases import Phrases
from sidecar.lint.rule import Rule, Severity, bad, good

_BETTER = {
    "esteemed": "",
    "your esteemed": "your",
    "your prestigious": "your",
    "your reputed": "your",
    "your renowned": "your",
    "your good self": "you",
    "your goodself": "you",
    "your kind self": "you",
    "eternally grateful": "grateful",
    "forever grateful": "grateful",
    "humbly request": "would like to ask",
    "most humbly": "",
    "precious time": "time",
}
_ASKED = (
    "consider,oblige,help,give,reply,inform,do,grant,provide,write,send,accept,look,spare,review,support,let me know,note,confirm,tell,share,advise,suggest,upload,submit,"
    "check,go,see,respond,revert,forward,issue,arrange,ensure,expedite,allow,understand,guide,excuse,forgive,acknowledge,complete,update,read,make,keep,call,take,"
    "invite,find,have,reconsider,recommend,clarify,mention,include,respond"
).split(",")
RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("P", "L10"),
    phrases=Phrases(
        message="“{found}” reads as flattery or pressure here; say it plainly.",
        wordings={**_BETTER, **{f"kindly {verb}": f"please {verb}" for verb in _ASKED}},
        also=lambda facts: facts.flattery,
    ),
    examples=(
        bad(more="I rotated in your esteemed hospital.", flags=["your esteemed"], fixed="I rotated in your hospital."),
        bad(thanks="I will be forever in your debt.", flags=["forever in your debt"]),
        bad(
            kind=Kind.PROGRAM_INTEREST,
            more="Kindly consider my application.",
            flags=["Kindly consider"],
            fixed="Please consider my application.",
        ),
        bad(kind=Kind.LETTER_REMINDER, more="My file is incomplete because of you.", flags=["because of you"]),
        good(thanks="Thank you for your time, and for the patience with which you taught us."),
        good(
            kind=Kind.LETTER_REMINDER,
            background="Thank you again for the letter you kindly agreed in July to write for my residency application.",
        ),
        good(more="I was honoured to present at your noon conference."),
        good(kind=Kind.PROGRAM_TIE, more="My husband is a nurse at your hospital, and his parents own a farm here."),
    ),
)
