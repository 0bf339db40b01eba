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

_FLATTERY = (
    "esteemed,your esteemed,your good self,your kind self,your goodself,shining star,golden pen,most honourable,most honorable,"
    "great honour to even,best in the country,best in the world,without doubt the best,world-renowned,world renowned,god bless you,almighty,"
    "by his grace,may god,your highness,your excellency,great legend,living legend,a god to me,next to god,like a father to me,father figure,"
    "prestigious institute,prestigious institution,prestigious program,prestigious hospital,your prestigious,reputed institution,reputed hospital,your reputed,your renowned,renowned program,legendary"
)
_BOWING = (
    "forever in your debt,eternally grateful,indebted to you,forever indebted,ever indebted,forever grateful,remain indebted,deeply indebted,grateful to you all my life,humble servant,"
    "obedient student,most obedient,yours obediently,kindly consider,kindly oblige,kindly help,kindly give,kindly reply,kindly inform,kindly do,kindly grant,kindly provide,kindly write,kindly send,"
    "kindly accept,kindly look,kindly spare,kindly review,kindly support,be so kind to offer,kind enough to give me,so kind to offer,precious time,"
    "few moments of your precious,act of charity,i promise i will work,promise to give 100%,work day and night,work very hard for you,"
    "very hard day and night,will make you proud,humbly request,humbly beg,most humbly,great favour on me,great favor on me,be very obliged,highly obliged,much obliged to you,touch your feet"
)
_GUILT = (
    "you have ignored,you ignored,ignored my,because of you,i expected more,expected more from,you will know the reason,you forgot my,you promised me,how much damage,"
    "it would be very sad for,did not even open,didn't even open,you never answered,you did not even,you didn't even,you owe me,after all i did,after everything i did,let me down,"
    "disappointed in you,disappointed that you,you are a kind person,i know you are kind,you know how much i suffered,my mother asks,asks me every day,you cannot refuse,you can't refuse,will be your fault,on your conscience,"
    "i hope you can live,heartbroken,all my other writers,everyone else managed,nobody cares,my parents will be,without your letter,without your help,without your support i,wasted six years,have already refused"
)

RULE = Rule(
    severity=Severity.WARNING,
    kinds=OURS,
    sources=("P", "L10"),
    phrases=Phrases(
        message="“{found}” reads as flattery or pressure here; say it plainly.",
        wordings={
            **dict.fromkeys(f"{_FLATTERY},{_BOWING},{_GUILT}".split(",")),
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
            "kindly consider": "please consider",
            "kindly reply": "please reply",
            "kindly send": "please send",
            "kindly write": "please write",
            "kindly provide": "please provide",
            "kindly give": "please give",
            "kindly inform": "please tell",
            "kindly review": "please review",
            "kindly help": "please help",
            "precious time": "time",
        },
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
