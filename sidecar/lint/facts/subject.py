"""Does the subject line say what the email is about, or does it plead?"""

from collections.abc import Iterator

from sidecar.lint.facts.prose import Stretch
from sidecar.lint.phrases import Wordings

_FILLER = frozenset(
    "re fw fwd a an the of for to in on my your our i me you is it this that please pls plz kindly urgent urgently hello hi hey dear sir madam doctor dr prof "
    "professor small little quick favor favour request question questions query help need needed regarding about concerning important if have time "
    "follow following up followup hope dream from with and or q lor one some any just very third second first last attempt day all mail email message "
    "greetings good morning subject no new".split()
)
_TOPICS = frozenset(
    "letter letters recommendation recommendations recomendation lor lors reference references residency residencies applicant application applications update updates step visa "
    "interview interviews thank thanks connection conection ties tie interest interested intent observer observership rotation rotated externship ecfmg aamc eras match matched unmatched program "
    "score scores result results citizenship graduation ead h1b h j sponsorship eligibility eligible requirement requirements certification usce img imgs intern "
    "extern resident pgy medicine surgery pediatrics psychiatry neurology pathology radiology family anesthesiology ob gyn publication reminder usmle decision rejection "
    "elective electives clerkship fellowship applying intention mspe reply ranking choice rank training career cutoff support attempts criteria selection limit permit authorization asylum".split()
)

_PLEAS = Wordings(
    *(
        "please help,help me,need your help,urgent,urgently,urgent request,emergency,last chance,only hope,last hope,only chance,only dream,my dream,beg,begging,desperate,desperately,"
        "depends on you,depend on you,in your hands,save my career,save me,my life,asap,immediately,important!,final attempt,must have,i need,think of my family,"
        "love of god,read this,only you can,save my match,turn your face,god sake,sake of god,forgot my letter,do not ignore,don't ignore,please read,please reply,still waiting,a humble plea,humble request,have mercy,your mercy,beg for mercy,ask for mercy,cry for mercy,plea for mercy,mercy please,"
        "broken heart,last door,last try,no hope,hopeless,cry for help,please save,only you,give me a chance,one chance,at your feet,in tears,unread,refuse me,all depends,depends of you,depends of your,depends on your letter,no other door,before it is too late,my destiny,do not say no,dont say no,don't say no,interview only,only one interview,last favor,last favour"
    ).split(",")
)
_HARMLESS = Wordings(
    "urgent care",
    "emergency medicine",
    "emergency department",
    "emergency physician",
    "emergency room",
    "medical emergency",
)


def tells_its_purpose(subject: Stretch, *, thanks: bool) -> bool:
    """Tell whether the subject names a topic and a second word of substance; "Thank you" is enough for thanks."""
    words = subject.words
    if thanks and words & {"thank", "thanks"}:
        return True
    substance = words - _FILLER
    short_names = {"lor", "lors"} & words
    return bool(words & _TOPICS) and len(substance | short_names) >= 2


def pleas_in(subject: Stretch) -> Iterator[Stretch]:
    """Yield the words by which a subject pleads or hurries."""
    harmless = [match.span() for match in _HARMLESS.finditer(subject.text, subject.words)]
    for match in _PLEAS.finditer(subject.text, subject.words):
        if not any(start <= match.start() < end for start, end in harmless):
            yield Stretch(match.start(), match.end(), match[0])
