"""The draft begs, or makes everything hang on this one reader.

## Why
Pity is no ground for a letter or an interview, and pressure makes a decent person step back. What you did together, or what is new
in your file, speaks better for you than how much you need it.

## When to ignore it
When the words are part of a title or a quotation.
"""

from sidecar.kinds import OURS, Kind
from sidecar.lint.phrases import Phrases
from sidecar.lint.rule import Rule, Severity, bad, good

RULE = Rule(
    severity=Severity.ERROR,
    kinds=OURS,
    sources=("P", "L10"),
    phrases=Phrases(
        message="“{found}” begs; leave it out and let the facts ask for you.",
        wordings=dict.fromkeys(
            (
                "only hope,last hope,my only dream,only dream,last chance,final chance,only chance,last opportunity,life depends,"
                "career depends,future depends,whole life depends,depends on you,in your hands,i beg,i am begging,i'm begging,begging you,beg you,i plead,"
                "pleading with you,please help me please,save my career,save my life,save me,desperate,desperately,in despair,desperation,i will do anything,"
                "i would do anything,will do anything,ready to do anything,do whatever it takes,have mercy,mercy on me,my life is finished,my life is over,life will be over,nobody will,"
                "no one else to turn to,nowhere else to turn,cannot eat or sleep,can't eat or sleep,cannot sleep,my dream will,dream will be shattered,"
                "shattered,everything will be lost,i have nothing left,on my knees,for god's sake,for the sake of god,must have an interview,"
                "must get an interview,one interview only,just one interview,only one interview,just give me a chance,give me one chance,give me a chance,"
                "please give me an opportunity,i really really,freaking out,please? please,hopeless,destroyed,my family will suffer,"
                "will not let us down,won't let us down,will not let me down,do not let me down,don't let me down,sold her house,sold his house,sold our house,"
                "sold our land,sold everything,my only option,only way out,last resort,it would kill me,cried many nights,i cry,in tears,with tears,"
                "with folded hands,my dream since childhood,dream of my life,dream is in your,fulfilling my dream,fulfill my dream,fulfil my dream,"
                "a matter of life,life and death,no other hope,losing hope,lost all hope,lose hope,give up everything"
            ).split(",")
        ),
    ),
    examples=(
        bad(more="You are my last hope.", flags=["last hope"]),
        bad(more="I am begging you, doctor: my future depends on you.", flags=["I am begging", "future depends"]),
        bad(subject="Last chance for a residency letter – Leila Haddad", flags=["Last chance"]),
        bad(
            kind=Kind.PROGRAM_INTEREST,
            more="I will do anything, just give me a chance.",
            flags=["I will do anything", "just give me a chance"],
        ),
        good(more="I hope that the new term has begun well for you."),
        good(kind=Kind.PROGRAM_UPDATE, news="My abstract “Dream recall in sleep apnea” was accepted since I applied."),
        good(more="The last case we saw on 4 West, a woman with sepsis, taught me most."),
        good(more="Helping the family through the last days of their father is what I remember most."),
    ),
)
