"""Where the writer is going: the specialty, the match cycle, the United States and their application system."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch
from sidecar.lint.phrases import Wordings


@dataclass(frozen=True, slots=True)
class Specialty:
    """A specialty named in the draft, at its place."""

    words: Stretch


_NAMES = (
    "internal medicine,family medicine,family practice,pediatrics,paediatrics,psychiatry,neurology,"
    "general surgery,surgery,obstetrics and gynecology,obstetrics,obstetrics & gynecology,ob-gyn,ob/gyn,obgyn,"
    "emergency medicine,anesthesiology,anesthesia,anaesthesiology,anaesthesia,radiology,diagnostic radiology,"
    "interventional radiology,pathology,dermatology,ophthalmology,orthopedics,orthopedic surgery,orthopaedics,"
    "orthopaedic surgery,otolaryngology,ent,urology,neurosurgery,neurological surgery,plastic surgery,"
    "vascular surgery,thoracic surgery,cardiothoracic surgery,preventive medicine,"
    "physical medicine and rehabilitation,pm&r,pmr,nuclear medicine,radiation oncology,medical genetics,"
    "child neurology,med-peds,medicine-pediatrics,transitional year,preliminary medicine,preliminary surgery,"
    "primary care,occupational medicine,im residency,fm residency,peds,im/fm,im application,im programs,"
    "fm programs,peds residency,psych,psych residency,child psychiatry,child and adolescent psychiatry,cardiology,"
    "gastroenterology,nephrology,oncology,hematology,pulmonology,endocrinology,rheumatology,infectious diseases,"
    "geriatrics,internal med,family med,emergency med,gynecology,gynaecology,obs and gynae,categorical medicine,"
    "categorical surgery"
).split(",")
_SPECIALTY = Wordings(*_NAMES)
_SHORT = frozenset({"im", "fm", "em"})
_SHORT_IN_CONTEXT = re.compile(
    r"(?<![\w'-])(?:im|fm|em)(?= (?:residenc|program|applicant|match|position|for the (?:20|match))|\)|, (?:this|20|match|pgy)| this (?:sept|fall|year|cycle)| in (?:20|the us))"
)

CYCLE = Grammar(
    "start starting starts begin beginning begins 2018 2019 2020 2021 2022 2023 matching residency applications intake program programs apply applying applied coming next this batch match cycle season year 2024 2025 2026 2027 2028 2029 2030 fall september application class sept summer autumn 2014 2015 2016 2017",
    r"<year>\s*(?:-|–|—|/|to|and)\s*(?:<year>|\d\d)",
    r"(?:match|matching|cycle|season|residency|application|applications|eras|class|intake|program|programs|batch)(?: (?:of|in|for|cycle|year|season))*,? <year>|residenc(?:y|ies) ..6 (?:year|july|june) <year>",
    r"<year>,? (?:\w+[\s,]+){0,3}?(?:match|cycle|season|residency|nrmp|eras|application|applications|intake|programs?)",
    r"(?:this|coming|upcoming|next|current|present) (?:\w+ ){0,2}?(?:match|cycle|season|application)",
    r"(?:apply|applying|application|applications|applied|residency) ..6 (?:this|next|in the|coming) (?:fall|year|september|sept|summer|autumn|cycle|season|match|month)",
    r"(?:this|next|coming) (?:fall|sept|september|year)(?:'s)? ..4 (?:apply|applying|application|match|residency)",
    r"(?:in|for) (?:the )?<year> (?:match|cycle)",
    r"match(?:es)? (?:in|of|for) (?:<month> )?<year>",
    r"positions? (?:that )?(?:start|begin)\w* (?:in |from )?(?:june|july) <year>",
    r"match (?:of |for |that |which )?(?:this|the (?:next|coming)|next|coming|starts|begins|opens) ?(?:year|fall|autumn|season|september|now|soon|in)?",
    r"(?:start|starting|starts|begin|beginning|begins) (?:of (?:work|training|residency) )?(?:in |from )?<month> <year>",
    r"(?:med|medicine|im|fm|peds|pediatrics|surgery|psych|psychiatry|neurology|pathology|dermatology|anesthesia|radiology)\)? (?:for|in|of)? ?<year>",
)
US = Grammar(
    "us u usa america american states eras usmle ecfmg aamc nrmp img residency residencies",
    r"u\.?\s?s\.?(?:a\.?)?(?=[\s,.;:)-]|$)",
    "america|american|united states|the states",
    "eras|usmle|ecfmg|aamc|nrmp",
)
AIM = Grammar(
    "looking apply applying applied application applications admission admissions submit pursue position training train residency study career match go going program programs internship scholarship for residence studies",
    r"appl(?:y|ying|ied|ications?)|admissions?|submit|pursue|training|train|residenc\w+|stud(?:y|ies)|career|match|programs?|position|internship|scholarship|for (?:a|an|the|my|me) |looking",
)
US_RESIDENCY = Grammar(
    "eras ecfmg aamc nrmp residency residencies resident match training gme programs",
    "eras|ecfmg|nrmp|electronic residency application",
    r"(?:u\.?s\.?a?\.?|america|american|united states) ..5 (?:residenc\w+|resident|match|graduate medical education|programs)",
    r"(?:residenc\w+|match|programs|postgraduate training) ..6 (?:u\.?s\.?a?\.?|america|american|united states|the states)",
)
RESIDENCY = Grammar(
    "residency residencies resident eras match postgraduate intern pgy usmle ecfmg img imgs nrmp pgy1",
    "residenc(?:y|ies)|eras|ecfmg|usmle|nrmp|pgy-?1|imgs?",
    r"(?:20\d\d|the) (?:\w+ )?match",
)


def specialties(sentences: Iterable[Stretch]) -> tuple[Specialty, ...]:
    """Return the specialties named, in order."""
    return tuple(
        Specialty(Stretch(sentence.start + match.start(), sentence.start + match.end(), match[0]))
        for sentence in sentences
        for match in _named(sentence)
    )


def _named(sentence: Stretch) -> Iterator[re.Match[str]]:
    yield from _SPECIALTY.finditer(sentence.text, sentence.words)
    if not _SHORT.isdisjoint(sentence.words):
        yield from _SHORT_IN_CONTEXT.finditer(sentence.text)


OTHER_AIM = Grammar(
    "teacher pgce apprenticeship caspa amcas aacomas sophas ucas otcas ptcas nursingcas adea pa physician doctor nurse dnp msn crna post reference references mph phd ph msc ms ma mba md master masters master's doctoral graduate scholarship internship internships job position positions college school "
    "schools fellowship tutor tutoring admission fulbright chevening scholarships grant mfa degree university summer role roles bachelor nursing dental undergraduate program research",
    r"(?:ph\.?d|m\.?ph|m\.?sc|m\.?b\.?a|m\.?f\.?a|m\.?s\.?|m\.?a\.?|master(?:'?s)?|doctoral|doctorate|bachelor'?s?|graduate|undergraduate) (?:\w+ ){0,3}?(?:in|programs?|programmes?|school|studies|applications?|degree)",
    r"(?:medical|dental|nursing|law|graduate|pharmacy|business|college|grad|veterinary) (?:schools?|applications?|programs?|college|admissions?)",
    r"(?:scholarship|internships?|fellowship|fulbright|chevening|tutor\w*|job|hospitalist|research) (?:\w+ ){0,2}?(?:application|applications|position|positions|program|programme|role|scheme)?",
    r"(?:position|positions|role|roles) (?:as|of|at|in|for)|(?:\w+ ){0,2}?positions (?:starting|at)",
    r"(?:applying|apply|application|applications) (?:\w+ ){0,3}?(?:to|for|at) (?:\w+ ){0,6}?(?:university|college|eth|mba|msc|phd|ms|position|internship|scholarship|fellowship|programmes|summer programs?)",
    r"caspa|amcas|aacomas|sophas|ucas|otcas|ptcas|nursingcas|adea|pa school|physician assistant|doctor of nursing|nurse practitioner|dnp|msn|crna",
    r"(?:new|a|another|this|the) (?:\w+ )?(?:position|job|post)|references? (?:for|from) (?:the |my |a )?(?:job|employer|former supervisors?)",
    r"teacher training|pgce|nurse residency|new grad|summer programs?|(?:the|a) (?:\w+ ){1,3}?md program|application to (?:\w+ )?university",
)
