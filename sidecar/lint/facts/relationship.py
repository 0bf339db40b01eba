"""How writer and reader know each other: what they did together, where, and when.

Terminology: a *bond* is work or study under the reader; a *place* is a ward, clinic, course or hospital; a bond is *concrete*
when it has a place or a time with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sidecar.lint.facts.dates import dates, may_name_one
from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

BOND = Grammar(
    "under met spent shared overlapped signed marked corrected graded watched presented scrubbed followed covered consultant sho rotator chance privilege your remember department lectures classes courses seminars lecture looked cared managed treated saw worked working work rotated rotation observer observership extern externship intern internship student students studied supervised supervisor "
    "taught teaching class course seminar clerkship elective shadow shadowed shadowing assisted team officer posting posted resident clinic "
    "fellow mentor advisor adviser lab project rounds took volunteer volunteered together trained guided joined house registrar thesis time "
    "evaluation ward unit service served earned advisee completed did done group section asked for from had let studio with",
    r"(?:i|we|you and i|having|when i|while i) (?:\w+ ){0,4}?(?:worked|working|rotated|shadowed|assisted|volunteered|trained|studied|served|interned|joined|observed|did|completed|was posted)",
    r"work(?:ed|ing) (?:closely )?(?:together|with you|under you|alongside you|for you|in your|on your|at your)",
    r"(?:i was|i have been|i had been|as|being|been|former|was) (?:an? |your |the )?(?:\w+[\s-]){0,3}?(?:observer|extern|intern|student|resident|fellow|junior doctor|house officer|medical officer|registrar|volunteer|advisee|trainee|assistant|clerk|sub-?intern|mentee|member)",
    r"i was (?:\w+ ){0,2}?(?:in|on|with|under) your",
    r"(?:your|our|the|my) (?:\w+[\s-]){0,6}?(?:class(?:es)?|courses?|seminars?|lectures?|clinics?|ward|unit|service|department|lab|team|rotation|elective|clerkship|rounds|project|group|workshop|studio|section|tutorial|rotations)",
    r"(?:you (?:were|are|have been)|as) my (?:\w+ ){0,2}?(?:supervisor|attending|advisor|adviser|mentor|teacher|professor|preceptor|tutor|chief|consultant)",
    r"(?:looked after|cared for|saw|managed|treated) (?:\w+ ){0,5}?together",
    r"you (?:taught|supervised|mentored|trained|guided|precepted|evaluated)",
    r"(?:my|the|our) (?:\w+ ){0,3}?(?:rotation|observership|externship|elective|internship|clerkship|posting|fellowship|thesis|time) (?:with|under|in|at|on)",
    r"(?:did|done|do|completed|finished) ..5 (?:rotation|observership|externship|elective|posting|house job|clerkship)",
    r"(?:allowing|letting) me to (?:shadow|observe|rotate)",
    r"work together on|working together|our work together|time together",
    r"i took \w+",
    r"remember me from|know me from|you (?:may |might )?remember me|one of your",
    r"familiar with my (?:performance|work)",
    r"(?:with|under|beside|alongside|for) (?:you|u) (?:for|in|during|at|on|from|last|this|since|two|three|four|six|eight)|under your (?:supervision|guidance|mentorship|direction|wing)",
    r"(?:we|you and i) (?:\w+ ){0,2}?(?:met|spent|shared|overlapped|did|saw|had|looked after|treated|operated|ran|presented|published|admitted)|(?:weeks|months|years|time|days?|rounds) (?:\w+ ){0,3}?(?:together|with you|in your|under you|at your|on your)",
    r"your (?:\w+[\s-]){0,2}?(?:student|observer|intern|extern|sho|rotator|house officer|resident|mentee|trainee|sub-?i|sub-?intern|visiting)|(?:the|that) (?:\w+[\s-]){0,3}?(?:observer|extern|intern|sub-?intern|student|resident) (?:from|who|that|in)",
    r"(?:you|u) (?:\w+ ){0,1}?(?:signed|marked|corrected|graded|saw me|let me|watched|showed me|asked me|hosted|gave me|wrote on my|were (?:the|my|our) (?:\w+ )?(?:consultant|attending|supervisor|preceptor|chief|teacher))",
    r"i (?:\w+ )?(?:looked after|presented|scrubbed|followed|attended|covered|rounded|shadow(?:ed)?|had the (?:chance|privilege|honou?r|pleasure|opportunity) to)",
)
PLACE = Grammar(
    "wards meeting er group took batch posting meetings clinics courses classes seminars ward unit service clinic hospital department lab class course seminar rotation rounds icu nicu ed room rooms nursery center centre institute "
    "school college bay suite consult team lectures elective operating theatre theater emergency clinical college university course project conference "
    "medicine surgery floor rotations observership clerkship officer english math spanish app redesign campus redesign practice cardiology externship lecture neurology pediatrics psychiatry radiology thesis workshop",
    r"(?:[\w'’.-]+ ){1,6}?(?:ward|unit|service|clinic|hospital|department|lab|icu|nicu|nursery|center|centre|institute|emergency room|trauma bay|suite|operating rooms?|theatres?|floor|reading room|medical college|infirmary|consult team|team)",
    r"(?:[\w'’.-]+ ){0,5}?(?:class(?:es)?|courses?|seminars?|lectures?|workshop|project|app|redesign|rotation|rotations|clerkship|elective|practice|posting|batch|cruise|group|meetings?|conference|thesis|observership|externship)",
    r"(?:in|on|at) (?:the )?(?:general medicine|internal medicine|surgery|pediatrics|psychiatry|cardiology|neurology|icu|ed|er|wards?|radiology)",
    r"took \w+ \d+",
)
_WHEN = Grammar(
    "",
    r"(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|a|few|several|those|these) (?:\w+ )?(?:weeks?|months?|years?|semesters?|days|winters|summers)",
    r"(?:last|this|that|in|of|early|late|mid|during|the) (?:\w+ )?(?:fall|autumn|spring|summer|winter|christmas week|semester)|fortnight|(?:first|second) half|(?:in|since|of|during|,) <year>|<month>",
)
_EMPTY = Grammar(
    "remember hospital you", r"remember me from (?:the )?(?:hospital|university|college|school|work)(?=[.,!]|$)"
)
_VAGUE_TIME = Grammar(
    "in since ago semester last spring summer fall autumn winter year month years two past week recently yesterday this term months weeks",
    r"(?:last|this|past|previous) (?:semester|spring|summer|fall|autumn|winter|year|month|term|week|two years|three years|quarter)",
    r"(?:for|over|during) (?:the )?(?:past |last )?(?:\d+|one|two|three|four|five|six|several|many|eight) (?:weeks?|months?|years?|semesters?)",
    r"<season>,? (?:of )?<year>|in <year>|since <year>|<season> semester",
    r"(?:two|three|four|\d+|one|a|some) (?:years?|months?|weeks?) ago",
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """What is said of the work together: the sentence, and whether a place and a time are given."""

    sentence: Stretch
    place: bool
    time: bool


def relationships(sentences: Iterable[Stretch], today: date) -> Iterator[Relationship]:
    """Yield what the sentences say about work or study under the reader."""
    for sentence in filter(_tells_of_a_bond, sentences):
        when = any(dates(sentence, today)) or _VAGUE_TIME(sentence) or _WHEN(sentence)
        yield Relationship(sentence, PLACE(sentence), when)


def last_day(sentences: Iterable[Stretch], today: date) -> date | None:
    """Return the latest day up to today that the sentences name of work or study under the reader."""
    dated = (each for each in sentences if may_name_one(each) and _tells_of_a_bond(each))
    days = (read.on for each in dated for read in dates(each, today))
    return max((day for day in days if day and day <= today), default=None)


def _tells_of_a_bond(sentence: Stretch) -> bool:
    return BOND(sentence) and not _EMPTY(sentence)
