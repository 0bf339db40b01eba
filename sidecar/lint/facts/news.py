"""What an email to a program has to say: an update, a tie, an eligibility matter, a rotation there.

Terminology: *news* is a fact that could change how an application is read; interest alone is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch


class Topic(StrEnum):
    """The four reasons that justify an email to a program."""

    UPDATE = "update"
    TIE = "tie"
    ELIGIBILITY = "eligibility"
    ROTATION = "rotation"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: its topic, the sentence that tells it, and the words that gave it away."""

    topic: Topic
    sentence: Stretch
    words: Stretch


_UPDATE = Grammar(
    "ecfmg lor lors changed usce since presented co passed scored score scores result results step certified certification published accepted paper publication publications article abstract "
    "poster letter completed finished uploaded released updates update married license licensed award awarded promoted started "
    "permanent citizen card rotation match fellowship manuscript",
    r"(?:passed|cleared|took|completed|finished) (?:my |the |usmle )*step ?(?:1|2|3|one|two|three)(?: ck| cs)?",
    r"(?:passed|cleared) (?:the )?(?:usmle|oet|mccqe|plab)",
    r"(?:step|usmle) ?(?:1|2|3)?(?: ck)? (?:\w+ ){0,3}?(?:was released|has arrived|is now|came back|came out|are out|is out|result:)",
    r"(?:my|new|the) (?:\w+ ){0,4}?(?:scores?|results?) (?:\w+ ){0,4}?(?:released|arrived|available|came|posted|in eras|was reported|is in|are in)",
    r"(?<!not\s)(?<!n't\s)(?:became|become|am now|now|been|got|is now|obtained|received|earned|have) (?!not\b)(?:\w+ ){0,2}?ecfmg[\s-](?:certified|certification|certificate)",
    r"ecfmg (?:certification|certificate) (?:\w+ ){0,3}?(?:issued|complete|completed|received|came|arrived|granted)",
    r"(?:paper|article|manuscript|abstract|poster|case report|study|chapter|review) ..12 (?:accepted|published|came out|appeared|in press|presented)",
    r"(?:published|presented|co-authored) (?:\w+ ){0,3}?(?:paper|article|manuscript|abstract|poster|case report|study|chapter|review)",
    r"(?:two|three|an?|several|some|the following|important|new|few|\d) (?:\w+ )?updates?",
    r"updates? (?:that|which|to my|on my|in my|since)",
    r"(?:new|one new|another) (?:letter|lor)s? (?:of recommendation )?",
    r"(?:additional|new|another|second|third) (?:\w+[\s-]){0,3}?(?:rotation|observership|externship|clinical experience|usce|elective|month of)",
    r"(?:finished|completed|did|started|began|beginning) ..4 (?:us|u\.s\.|american) clinical experience",
    r"(?:finished|completed|did|started|gained|new|additional|more) ..4 usce",
    r"since (?:then|i applied|applying|submitting|my application|i submitted|that time) ..10 (?:passed|completed|finished|published|received|obtained|started|moved|accepted|became|been|gained|earned|had)",
    r"(?:received|obtained|was granted|got) (?:my |a |the )?(?:green card|permanent residen\w+|us citizenship|u\.s\. citizenship|work permit|license|licence)",
    r"(?:things|something) (?:have|has) changed since",
)
_PLACE = r"(?:[\w.'-]+ ){0,4}?(?:in|to|near|from|around|within|here)"
_TIE = Grammar(
    "intention came rent own bought area live lives lived living moved move relocated settled grew raised born family husband wife spouse parents brother sister siblings sisters "
    "brothers fiance fiancee partner mother father children son daughter home house ties tie connection connections county hometown "
    "volunteer volunteered resident minutes roots neighborhood relatives friends local connected stay",
    r"(?:i|we|i've|we've|i have|have|am|i'm|currently|been) (?:\w+ ){0,3}?(?:lived|living|live|resided|residing|settled|based) (?:in|near|here|about|less|around|there|at|\d+|five|ten|fifteen|twenty|thirty|minutes)",
    r"(?:moved|relocated|moving|relocating) (?:\w+ ){0,3}?(?:to|here|back)(?! the u\.?s|,?\s+america|,?\s+united)",
    r"came (?:\w+ ){0,2}?(?:here|back)",
    r"(?:husband|wife|spouse|partner|fianc\w+|parents|family|brothers?|sisters?|siblings?|mother|father|children|in-laws|relatives|aunt|uncle|cousins?|son|daughter|girlfriend|boyfriend)(?:'s family)? ..8 (?:lives?|lived|living|works?|working|works as|based|settled|here|teaches|teach|farm|attends?|stud(?:y|ies|ying)|practices?|from|is an? \w+|has been|have been|owns?|grew|born|employed|accepted a position|moved|in the area|in the county)",
    r"(?:my|our|strong|close|personal|family|local|deep|long-standing) (?:\w+ ){0,2}?(?:ties|connections?|roots) (?:to|with|in|here)",
    r"local (?:ties|connections?)|strong connection|ties to|(?:a|strong|local|personal) connection to",
    r"(?:grew up|was raised|was born|went to (?:high school|college|school)|studied|graduated from \w+) (?:\w+ ){0,6}?(?:in|near|from|minutes|here|there)",
    r"(?:bought|own|rent) (?:a|our|an) (?:house|home|apartment)",
    r"all my family is|my family is here",
    r"(?:plan|planning|hope|intend|want|intention) (?:\w+ ){0,3}?(?:stay|remain|leave|leaving|settle) (?:\w+ ){0,6}?(?:area|here|region|state|long term|city|community|for ever|forever|new york|long-term)",
    r"minutes from (?:your|the) hospital",
)
_ELIGIBILITY = Grammar(
    "graduates imgs applicants take asks months clinical visa visas h1b h j ead sponsor sponsors sponsorship citizen citizenship green permanent resident authorization authorisation eligible eligibility "
    "requirement requirements cutoff cut graduation year limit policy policies usce accept consider considered",
    r"(?:sponsor|accept|support|offer|consider)s? (?:\w+ ){0,4}?(?:h-?1-?b|j-?1|visas?|imgs?|international)",
    r"(?:h-?1-?b|j-?1|visa) (?:\w+ ){0,4}?(?:sponsor\w*|applicants?|candidates?|status|policy|holders?|question|for)",
    r"(?:do|does|will) not (?:\w+ )?(?:need|require) (?:\w+ ){0,3}?(?:sponsor\w*|visa)",
    r"(?:became|become|am now|am|is) (?:an? )?(?:u\.?s\.?|american|united states) citizen",
    r"(?:green card|permanent resident|employment authori[sz]ation|work authori[sz]ation|\bead\b)",
    r"(?:graduation|graduation-year|years? of graduation|years? since graduation|five-year|three-year|\w+[\s-]year) (?:\w+ ){0,3}?(?:requirement|limit|cut[\s-]?off|policy|rule|window)",
    r"(?:limit|cut-?off|requirement|minimum|maximum) (?:of|for|is|on) (?:\w+ ){0,6}?(?:graduation|years?|score|usce|months?|clinical experience)",
    r"(?:am|be|still|fully) (?:\w+ )?eligible",
    r"(?:asks?|requires?|require) (?:for )?(?:\w+ ){0,4}?(?:u\.?s\.? clinical experience|usce|months of)",
    r"(?:take|accept|consider|invite)s? ..3 (?:graduates|imgs?|old graduates|applicants)",
    r"eligib(?:le|ility) (?:for|requirement|criteria|question|to)",
)
_ROTATION = Grammar(
    "done house research intern former sub visiting junior observed externed did during fellow rotated rotation rotations observership externship observer elective subinternship clerkship extern shadowed worked completed",
    r"(?:i|we) (?:\w+ ){0,2}?(?:rotated|shadowed|observed|externed) (?:\w+ ){0,5}?(?:at|with|in|on|here|your)",
    r"(?:completed|finished|did|done|had|during|complete|in) (?:\w+[\s-]){0,6}?(?:observership|externship|rotation|elective|sub-?internship|clerkship) (?:\w+[\s-]){0,6}?(?:at|with|in|on) (?:your|the)?",
    r"(?:was|been|am|former) (?:an? )?(?:\w+ )?(?:observer|extern|visiting (?:student|observer|resident)|sub-?intern|rotator|junior doctor|house officer|research fellow|volunteer|intern) (?:on|at|in|with|under|from|for)",
    r"(?:my|the) (?:\w+ ){0,4}?(?:observership|externship|rotation|elective|sub-?internship) (?:at|with|in|on) (?:your|the)?",
    r"where i rotated|where i (?:did|completed) my",
)
_GRAMMARS = (
    (Topic.ELIGIBILITY, _ELIGIBILITY),
    (Topic.UPDATE, _UPDATE),
    (Topic.TIE, _TIE),
    (Topic.ROTATION, _ROTATION),
)


def news(sentences: Iterable[Stretch]) -> tuple[News, ...]:
    """Return the pieces of news in order; one sentence may tell several."""
    return tuple(_news(sentences))


def _news(sentences: Iterable[Stretch]) -> Iterator[News]:
    for sentence in sentences:
        found = []
        for topic, grammar in _GRAMMARS:
            match = grammar.search(sentence)
            if match:
                words = Stretch(sentence.start + match.start(), sentence.start + match.end(), match[0])
                found.append(News(topic, sentence, words))
        yield from sorted(found, key=lambda piece: piece.words.start)
