"""What an email to a program has to say: an update, a tie, an eligibility matter, a rotation there.

Terminology: *news* is a fact that could change how an application is read; interest alone is none. A *record* is what a file
is made of (a result, a certificate, a paper, a letter, clinical experience, a post, a status); a *change* says that one came.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.places import us_place
from sidecar.lint.facts.prose import Stretch


class Topic(StrEnum):
    """The four reasons that justify an email to a program."""

    UPDATE = "update"
    TIE = "tie"
    ELIGIBILITY = "eligibility"
    ROTATION = "rotation"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: its topic, the sentence that tells it, and the words that gave it away.

    `told` is false where an update is only announced, as in "two things have changed".
    """

    topic: Topic
    sentence: Stretch
    words: Stretch
    told: bool = True


# --- records and changes

_EXAM = r"(?:(?:usmle )?step ?-?(?:1|2|3|i|ii|iii|one|two|three)(?: ?ck)?|ck|usmle|oet|mccqe\w*|plab|mrcp\w*|mrcs|board exam\w*|toefl|ielts|acls|comlex|exam(?:ination)?|pathways?)"
_RESULT = rf"(?:{_EXAM}|(?:my |new |the )?(?:scores?|results?|marks))"
_SCORE = r"(?<![\d,.$])[12]\d\d(?![\d,])"
_CERTIFICATE = (
    r"(?:ecfmg|pathways?|certificat\w+|licen[sc]e|licensure|registration|diploma|degree|mph|m\.?sc|ph\.?d|master'?s?(?: thesis)?|thesis|transcripts?|mspe|"
    r"(?:student )?performance evaluation|board[\s-]certifi\w+|membership|fellowship)"
)
_PAPER = (
    r"(?:papers?|articles?|manuscripts?|abstracts?|posters?|case (?:report|series)\w*|stud(?:y|ies)|book chapters?|chapters?|reviews?|meta-?analys[ie]s|publications?|trial(?: protocol)?|protocol|"
    r"grants?|awards?|prizes?|presentations?|lecture|talk|patent)"
)
_LETTER = r"(?:lors?|(?:us |u\.s\. |fourth |third |new |recommendation |additional |strong )*letters?(?: of recommendation)?|recommendation)"
_EXPERIENCE = r"(?:usce|(?:us|u\.s\.|american|hands-on|clinical) (?:clinical )?experience|(?:\w+[\s-])?(?:rotations?|observerships?|externships?|electives?|clerkships?|sub-?internships?|sub-?i)|months? of \w+)"
_POST = (
    r"(?:(?:clinical |research |teaching |postdoc\w* |visiting |junior |chief |medical |hospitalist |honorary )*(?:fellow(?:ship)?|assistant|associate|coordinator|scribe|instructor|lecturer|resident|registrar|officer|faculty|"
    r"postdoc\w*|volunteer|job|post|position|role|employment|internship|scientist|physician|doctor|member|manager))"
)
_STATUS = r"(?:visas?|green card|ead|work (?:permit|authori[sz]ation)|employment authori[sz]ation|asylum|citizen(?:ship)?|o-1|tps|l-2|h-?4|petition|permanent residen\w+|i-140|i-485|immigration status|status)"
_CAME = (
    r"(?:pass(?:ed|es)?|clear(?:ed)?|took|taken|gave|given|complet(?:ed?|ing|ion)|finish(?:ed|ing)?|arriv(?:ed|es)|c[ao]me(?:s)?|out|releas(?:ed?|es)|report(?:ed|s)?|receiv(?:ed?|ing)|got|get|gotten|obtained|earned|gained|issued|"
    r"approved|accepted|published|appear(?:ed|s)|indexed|presented|online|uploaded|added|submitted|available|granted|gave|awarded|won|conferred|declared|successful|visible|posted|in press|printed|done|behind me|"
    r"certified|fulfilled|achieved|secured|attached|in hand|ready|registered|recorded|updated|went (?:well|online)|funded|lifted|renewed|changed|became|become|hold|has|have|is now|are now|now)"
)
_BEGAN = r"(?:start(?:ed|ing)?|beg[ai]n(?:ning)?|join(?:ed|ing)?|appointed|promoted|hired|named|selected|elected|offered|accepted|became|become|took|taken|made|work(?:ing|s|ed)?|am|i'm|employed|serve|serving|engaged|doing|moved)"
_SINCE = (
    r"(?:since (?:then|i (?:applied|submitted|certified|sent)|applying|submi\w+|my (?:\w+ )?(?:application|submission)|that time|september|october|november|august|last|this|<month>|yesterday|\d)|after (?:i (?:applied|submit\w*|sen[dt]|certified)|"
    r"submi\w+|applying|my application|certifying)|recent(?:ly)?|just|newly|new|now|this (?:week|month)|last (?:week|month)|yesterday|in the mean ?time|meanwhile|currently|as (?:of|from)|additional|another|second|third|more|from <month>|as on|finally|at last|between then and now)"
)
_UPDATE = Grammar(
    "ecfmg step steps usmle ck oet mccqe plab mrcp mrcs score scores result results marks exam examination pathway pathways certificate certification certified license licence registration diploma degree mph msc phd master thesis "
    "transcript mspe evaluation board paper article manuscript abstract poster case study studies chapter review meta publication publications trial protocol grant award prize presentation lor lors letter letters recommendation usce rotation rotations "
    "observership observerships externship elective clerkship sub experience fellow fellowship assistant associate coordinator scribe instructor lecturer resident faculty job post position role research visa card ead permit authorization authorisation asylum citizen citizenship "
    "petition status changed change changes update updates updated novelty new presented appointed promoted hired granted honor prize published accepted months month elected news offered 140 485 o tps l h permanent supplement chosen recruited selected acls clerkships",
    rf"{_EXAM} ..8 (?:{_CAME}|{_SCORE})(?! soon| next)",
    rf"(?:{_CAME}|{_SCORE}) ..6 {_EXAM}",
    rf"(?:my|new|the|this|its|our) ..4 (?:scores?|results?) ..6 (?:{_CAME}|{_SCORE})",
    rf"(?:scores?|results?|marks|pass(?:ed)?):? {_SCORE}(?! (?:patients|students|beds|cases))",
    rf"(?:ecfmg|pathways?) ..5 (?:certif\w+|{_CAME})|(?:{_CAME}|am|i'm) ..4 (?:ecfmg|board)[\s-](?:certif\w+|cert)",
    rf"{_CERTIFICATE} ..6 (?:arrived|came|come|released|issued|received|conferred|completed?|approved|granted|uploaded|available|ready|now with|obtained|in hand|accepted|through|earned)",
    rf"(?:received|got|obtained|earned|granted|awarded|completed|issued|finished|holds?) ..4 {_CERTIFICATE}(?! (?:from|at) \w+ in (?:19|20))",
    rf"{_PAPER} ..14 (?:accepted|published|appear\w*|online|indexed|in press|out|printed|presented|funded|won|approved|awarded|selected|came out|received)",
    rf"(?:accepted|published|presented|co-?authored|indexed|won|received|awarded|gave me|got|new|named|received|funded|granted) ..6 {_PAPER}(?! of recommendation)",
    r"presented (?:\w+ ){0,2}?(?:at|in|on)",
    rf"{_LETTER} ..10 (?:uploaded|added|arrived|received|submitted|available|(?:is|are|was) (?:now |finally |also |already )*(?:in|on|with|at)|in (?:my )?eras|in my (?:file|application|eras)|assigned|released|came|reached|since yesterday)",
    rf"(?:uploaded|added|submitted|new|fresh|fourth|additional|another|extra|one more|received|assigned) ..5 {_LETTER}",
    rf"{_SINCE} ..10 {_EXPERIENCE}",
    rf"{_EXPERIENCE} ..8 (?:completed|finished|started|began|ended|done|since|<month>)",
    r"(?:completed?|finished|started|began|beginning|did|done|gained|doing|got|have) ..6 (?:usce|(?:us|u\.s\.|american|hands-on) (?:clinical )?experience|(?:\w+ )?(?:months?|weeks?) (?:of|more|additional) ..3)",
    rf"(?:{_BEGAN}) ..6 (?:a |an |the |as )*{_POST} ..8 (?:since|from|starting|as (?:of|from)|this|last|in|w\.?e\.?f\.?) (?:\d+\w* )?(?:of )?(?:<month>|then|monday|month|week|september|october|november|last)",
    rf"{_SINCE} ..6 (?:{_BEGAN}) ..5 {_POST}",
    rf"{_POST} ..8 (?:started|began|begins|since (?:\d+ )?<month>)",
    r"(?:appointed|promoted|hired|elected|named|selected|chosen|recruited|offered)(?: me)? ..4 (?:as|to|for|a|an|the|chief|resident|instructor|best)",
    rf"{_STATUS} ..8 (?:changed|granted|approved|received|renewed|issued|arrived|came through|adjusted|cleared|upgraded)",
    rf"(?:received|obtained|granted|got|have been granted|changed|approved|became|become|hold|holding|am now|i'm now) ..5 {_STATUS}(?! sponsor)",
    r"(?:was|were) (?:not|n't|still|only) (?:\w+ )?(?:available|released|ready|pending|complete|under review|in)|wasn't (?:available|ready)",
)
_ANNOUNCED = Grammar(
    "update updates updated change changes changed novelty supplement addition additions additional information news new different added post submission since things something one thing that",
    r"(?:updates?|updated|changes?|changed|novelty|supplement|addition|additions|news|additional information) ..3 (?:to|in|on|of|about|since|for|regarding|with|from) (?:\w+ ){0,2}?(?:application|file|profile|eras|record|curriculum|cv|status|candidacy|then|september|submission|my|i)",
    r"(?:application|file|profile|status|score|certification|eras|cv|visa|publication|research|residency|credentials?|candidate|applicant)[\s,:–-]+updates?|^updates?\b|(?:two|three|an?|several|some|the following|important|new|few|brief|short|quick|\d) (?:\w+ )?updates?",
    r"(?:new|news|what is new|what's new|changed|different|added|addition|additions) (?:\w+ ){0,2}?since (?:eras|i|my|september|the|then|submi\w+|applying)|post-submission|since (?:i |my )?(?:applied|application|submission|submitting|certifying|certified|the submission)|(?:things|something|one thing|that) (?:have|has|is all that) changed",
)
_NOT_YET = Grammar(
    "will plan planning scheduled going hope upcoming intend expecting expected await awaiting waiting pending soon registered preparing expect begin",
    r"(?:will|plan(?:ning)? to|scheduled (?:to|for)|going to|hope to|intend to|expect(?:ing|ed)? to|about to|preparing (?:to|for)|registered for) (?:\w+ )?(?:take|sit|write|give|pass|complete|finish|do|have|receive|get|be|start|begin|step)",
    r"(?:await(?:ing)?|waiting for) (?:\w+ ){0,3}?(?:results?|scores?|certificat\w+|decision)",
)

# --- ties

_FAMILY = (
    r"(?:husband|wife|spouse|partner|fianc[eé]{1,2}|parents?|family|families|(?:\w+ )?(?:brothers?|sisters?|siblings?)|mother|father|mom|dad|mum|children|kids|in-laws|(?:father|mother|parents|brother|sister)-in-law|relatives|aunts?|uncles?|cousins?|sons?|"
    r"daughters?|girlfriend|boyfriend|grand\w+|twins?|better half|nephews?|nieces?|boy|girl|baby)(?:'s)?"
)
_ABROAD = (
    r"(?:the u\.?s\.?a?\b|u\.?s\.?a?\b|usa|united states|america|states|india|pakistan|nigeria|egypt|iran|iraq|china|brazil|colombia|mexico|nepal|bangladesh|sudan|syria|jordan|lebanon|turkey|russia|ukraine|canada|germany|france|spain|italy|"
    r"uk|united kingdom|england|london|ireland|australia|saudi|arabia|dubai|uae|qatar|oman|kuwait|philippines|kenya|ghana|ethiopia|lahore|karachi|delhi|mumbai|kerala|dhaka|kathmandu|cairo|lagos|tehran|baghdad|damascus|home country|my country|abroad|this country)"
)
_LIVES = (
    r"(?:lives?|lived|living|resid(?:e|es|ed|ing)|settled|based|works?|working|employed|teach(?:es)?|practi[cs](?:es|ing)|stud(?:y|ies|ying)|attends?|goes? to|go to|owns?|runs?|farms?|moved|relocated|job|jobs|resident|residency|postdoc\w*|"
    r"ph\.?d|professor|nurse|engineer|teacher|pharmacist|physician|doctor|pgy-?\d|school|college|university|grades?|treatment|therapy|here|there|born|buried|belongs?|have been|has been|is from|are from|grew up|was raised|started|accepted|signed|is an? \w+|are|is in|in the area|in the county)"
)
_TIE = Grammar(
    "husband wife spouse partner fiance fiancee fiancé fiancée parents parent family families brother brothers sister sisters sibling siblings mother father mom dad children kids laws law relatives aunt aunts uncle uncles cousin cousins son sons daughter daughters girlfriend boyfriend twins twin grandparents grandfather grandmother "
    "live lives lived living reside residing resident resided settled based moved move relocated grew raised born own bought rent home house hometown local native address roots ties tie connection connections stay staying stayed remain leave left leaving married volunteer volunteering volunteered interpret "
    "translate church mosque parish temple community neighborhood neighbourhood school college minutes miles came spent anchored nearby area region neighbors commute here there growing graduated apartment flat city state new hours work help finished county walking",
    rf"(?:my|our|whose|two|three|both|all|whole|his|her|older|younger|and|the) (?:\w+ ){{0,3}}?{_FAMILY} ..9 (?:{_LIVES}|in (?!{_ABROAD}|medicine|clinic|the (?:field|profession|hospital where)))(?! (?:in |to )?{_ABROAD})",
    rf"(?:with|near|beside|by|join|joining|at|to|for|because) (?:my|our|of my|of our) (?:\w+ ){{0,2}}?{_FAMILY}(?:'s)? ..6 (?:in|at|near|here|there|who|from) (?!{_ABROAD})",
    rf"(?:i|we|i've|we've|i'm|we're|have|am|also|currently|been|and|who|now|since) (?:\w+ ){{0,3}}?(?:lived|living|live|resided|residing|reside|settled|based|stayed|staying|relocated|moved|moving|rent|rented|own|bought|grew up|was born|was raised|raised|married) (?:\w+ ){{0,4}}?(?:in|near|here|about|less|around|there|at|to|from|back|down|up|by|within|home|house|apartment|\d+|five|ten|fifteen|twenty|thirty|minutes) (?!(?:the )?{_ABROAD})",
    r"(?:grew up|growing up|raised me|brought up|was raised|was born|native|resident) (?:\w+ ){0,2}?(?:in|near|here|of|above|there|from|at) ",
    r"(?:went to|attended|finished|graduated (?:from|at)|studied at|did|exchange student (?:in|at)|student (?:in|at)) (?:(?!medical)\w+ ){0,4}?(?:high school|college|elementary|university|undergrad\w*|mph|masters?|high)(?= (?:in|at|near|here|there|around)|[.,]|$)(?! (?:in|of) (?:\w+ )?(?:medicine|medical))",
    r"(?:my|our|the) (?:\w+ )?(?:home|hometown|home town|permanent address|address|house|church|mosque|parish|temple|roots|apartment|community|neighbou?rhood) (?:is|are|has been|was|since|here|there|in|sits|lies|of)",
    r"(?:called?|calls?|made|make|making|call|having) (?:\w+ ){0,3}?(?:our|my) (?:\w+ )?home",
    r"(?:my|our|strong|close|personal|family|local|deep|long-standing|real|real-life|genuine) (?:\w+ ){0,2}?(?:ties?|connections?|roots|links?|bonds?) (?:to|with|in|here|there)",
    r"local (?:ties?|connections?|applicant|resident|candidate|to)|(?:i'm|am|i am) (?:a )?(?:\w+ )?(?:local|native)|strong connection|ties? to|(?:a|strong|local|personal) connection (?:to|with)|ties? -|^ties?\b|\w+ native\b",
    r"(?:volunteer(?:ing|ed)?|interpret(?:ing|er)?|translat(?:e|ing|or)|teach|help(?:ing)?|serve|serving|donate|work) (?:\w+ ){0,6}?(?:at|for|in|with|to|of) ..6 (?:clinic|shelter|church|mosque|food (?:bank|pantry)|community|pantry|school|kitchen|center|centre|elders|parish|neighbou?rs|table)(?! in (?:my|our) (?:country|village))",
    r"(?:plan|planning|hope|intend|want|intention|wish|would like|mean|going|am) (?:\w+ ){0,3}?(?:to )?(?:stay|remain|leave|settle|staying|practi[cs]e|raise|build|put down) (?:\w+ ){0,6}?(?:area|here|there|region|state|long term|city|community|for ever|forever|long-term|after training|after residency|roots|our)",
    r"(?:never|not|n't|won't|wouldn't) (?:\w+ ){0,2}?(?:leave|leaving|left|move|moving|going elsewhere|go elsewhere|uproot)(?! (?:the hospital|your (?:clinic|service)|any))|anchored (?:here|there|in)|(?:i'm|we're|am|are) staying",
    r"(?:\d+|few|ten|five|fifteen|twenty|thirty|some|a couple of) (?:min|mins|minutes?|miles?|blocks?|km|hours?) (?:away |by car |drive |walk )*(?:from|of|to|away)|walking distance|across the (?:street|river)|blocks? (?:from|away)|close to your hospital|near your hospital|(?:in|from) your (?:city|town|area|county|community|neighbou?rhood|state|region)",
    r"came (?:\w+ ){0,2}?(?:here|back|to \w+ (?:as|in|at|when))|(?:all )?my family is (?:here|there|all)|spent (?:\w+ ){0,3}?(?:christmas|holidays?|summers?|winters?|ages|years|vacation\w*|childhood) ..6 (?:in|at|there|here|with)|(?:is|are|was|isn't|not) (?:a )?(?:random|dot|strange|unknown|new) (?:\w+ )?(?:for|to|on) (?:me|us|a map)",
    r"(?:husband|wife|spouse|partner|family|parents|fianc\w+|sister|brother|kids|children) (?:and \w+ )?(?:here|there|nearby|close by|in town)|family reasons?|to (?:be|live) (?:with|near|close to) my",
)
_BOUND = Grammar(
    "i we my our me us resident from",
    r"(?:i|we|me|us|i'm|i've|we're|we've|my|our) ..8 (?:live|lives|lived|living|from|home|house|own|bought|married|marry|moved|born|raised|grew|spent|stay|stayed|reside|residing|based|job|school|graduated from|native|church|mosque|parish|temple|community|neighbou?r\w*|family|families|husband|wife|spouse|"
    rf"{_FAMILY}|there|settled|roots|came|volunteer\w*|teach|coach\w*|interpret\w*|translate|apartment|flat|address|au pair|exchange student|practice|baptism|wedding|everything|heart|years?)",
    rf"(?:{_FAMILY}|home|house|family|born|raised|growing up|having grown|married) ..8 (?:i|we|my|our|me|us)",
    r"(?:being|am|i'm|comes?|coming) from|(?:resident|native|local) of",
)
_PROFESSIONAL = Grammar(
    "rotation rotated observership externship elective university hospital clinic conference meeting medical residency applied application program programs interview interviewed letter paper poster abstract research fellow fellowship clerkship presented exam center centre img internship worked trained training doctor graduate graduated interviews mbbs physician doctors graduates interview in at",
    r"(?:rotat\w+|observership|externship|elective|clerkship|conference|meeting|presented|poster|abstract|interview\w*|letter|paper|exam|fellow|fellowship|internship|trained|training|research) ..10 (?:in|at|from|of|near)",
    r"(?:university|hospital|medical (?:school|college|center|centre)|institute) (?:of|in|at) ",
    r"(?:graduate|graduated|img|physician|doctor|mbbs|m\.?d\.?) (?:\w+ ){0,2}?(?:from|of|in)",
)
_NO_TIE = Grammar(
    "no not without any although albeit",
    r"(?:no|not|n't|without) (?:\w+ ){0,3}?(?:ties?|connections?|family|relatives|link|roots)(?! (?:away|is))",
)

# --- eligibility

_VISA = (
    r"(?:h-?1-?b?s?|h1|j-?1s?|h-?4|l-?2|o-?1|f-?1|tn(?: status)?|tps|ead|opt|visas?|green[\s-]?card|permanent resid\w+|work (?:permit|authori[sz]ation)|(?:u\.?s\.?|american|canadian|us) citizens?(?:hip)?|citizen(?:ship)?|us national|lpr|"
    r"authori[sz]ed to work|employment authori[sz]ation|asylum|asylee|refugee (?:travel|status)|sponsor(?:s|ed|ing|ship)?|immigration|statement of need|unrestricted ssn)"
)
_POLICY = (
    r"(?:cut[\s-]?offs?|requirements?|required|requires?|criteri(?:a|on)|filters?|screen(?:s|ed|ing)?|eligib\w+|minimum|maximum|exempt\w*|disqualif\w+|exclu\w+|mandatory|obligatory|threshold|limit|polic(?:y|ies)|rules?|barrier|preferred|allowed|waiver|recency|"
    r"(?:no|multiple|failed|two|more than one|number of|on) attempts?|years? (?:since|of|from|after) graduation|graduat\w+ (?:year|within|before|after|in|of)|(?:old|older|foreign|recent|canadian|caribbean|non-us|international|unmatched) (?:\w+ )?(?:graduates?|grads?|candidates?|applicants?)|gap)"
)
_ASKING = r"(?:does|do|is|are|can|could|may|would|will|should|whether|if|which|what|whats|wether|any|how many|how long|clarify|clarification|confirm|know|wonder\w*|question|ask|asking|tell me|correct|sure|unclear|understand|find|clear up|inquir\w+|enquir\w+)"
_SITE = r"(?:web ?site|web ?page|page|site|freida|faq|gme office|coordinator|brochure|listing|entry|residency explorer)"
_ELIGIBILITY = Grammar(
    "h1b h1 h j1 j l2 o1 o f1 tn tps ead opt visa visas green card permanent citizen citizens citizenship national sponsor sponsors sponsored sponsorship immigration asylum asylee refugee authorization authorisation permit work cut cutoff cutoffs requirement requirements required requires criteria filter filters screen screens "
    "screening eligible eligibility minimum maximum exempt exemption disqualify disqualified disqualifying exclude exclusion mandatory threshold limit policy policies rule rules barrier preferred attempts attempt graduation graduate graduates graduated website page site freida faq accept accepts consider considers considered take "
    "count counts need apply usce ecfmg letters ssn us accepted criterion img imgs necessary needed open possible required require takes will enough foreign is gap people waiver",
    rf"(?:sponsor|accept|support|offer|consider|take|process|petition|file|provide)(?:s|ing|ed)? (?:\w+ ){{0,4}}?{_VISA}",
    rf"{_VISA}(?! (?:interview|appointment) (?:on|at|in|was))(?! was (?:refused|rejected|denied))(?<!tourist visa)(?<!b-2 visa)(?<!b1 visa)(?<!my us visa)",
    rf"{_ASKING} ..14 {_POLICY}",
    rf"{_POLICY} ..12 (?:{_ASKING}|\?)",
    rf"{_SITE} ..12 (?:{_POLICY}|says?|states?|lists?|asks?|mentions?|reads?|tells?|written|updated|outdated|date|blank|disagree|shows?|limit|differ\w*)",
    rf"(?:on|in|at|according to|read|saw|from) (?:your|the|ur) (?:\w+ ){{0,2}}?{_SITE} ..10 (?:{_POLICY}|{_VISA}|\d|not|no)",
    r"(?:does|do|is|are|can|could|may|would|will) (?:\w+ ){0,6}?(?:accept|consider|take|invite|interview|apply|count|be considered|be accepted|qualify|pass|open to|fulfil\w*|satisf\w+|review|rank|admit)(?:s|ed|ing)? ",
    r"(?:accept|consider|take|invite|interview|review|open to|welcome|admit)(?:s|ing|ed)? (?:\w+ ){0,5}?(?:graduates?|grads?|imgs?|candidates?|applicants?|doctors|people|foreign)(?: who| with| of| from| that| without|\?|,|$)",
    r"(?:do|does|must|will) (?:i|we|one|an? \w+|applicants?|imgs?|candidates?) (?:\w+ )?(?:need|have to|require|be)|is (?:\w+ ){0,6}?(?:needed|required|mandatory|preferred|necessary|possible|accepted|enough|open|ok)",
    r"(?:graduation|graduation-year|years? of graduation|years? since graduation|five-year|three-year|\w+[\s-]year) (?:\w+ ){0,3}?(?:requirement|limit|cut[\s-]?off|policy|rule|window)",
    r"(?:fulfil\w*|meet|satisf\w+|match) (?:\w+ ){0,3}?(?:criteria|requirements?|cut[\s-]?offs?|filters?)",
    r"(?:need|needs|require|requires|requiring|without needing) (?:\w+ ){0,3}?(?:sponsor\w*|visa|j-?1|h-?1)",
    r"(?:am|be|still|fully) (?:\w+ )?eligible|eligib(?:le|ility)",
    r"(?:asks?|requires?|require) (?:for )?(?:\w+ ){0,4}?(?:u\.?s\.? clinical experience|usce|months of)",
)

# --- a rotation there

_HERE = (
    r"(?:(?:your|ur) (?:own |affiliate |affiliated )?(?:[\w'&/-]+ ){0,4}?(?:hospital|unit|wards?|clinics?|department|dept|division|service|institut\w+|residents?|faculty|icu|micu|picu|ed|er|team|va|morning report|program|center|centre|site|floor|outpatients?|lab|rounds|campus|psychiatry|"
    r"medicine|pediatrics|surgery|neurology|hem/onc|oncology|cardiology|nephrology|dermatopathology|pathology|radiology|group|attendings?|interns|nurses)|with (?:you|u)|(?:your|ur) dr\.? \w+|here|there|under (?:you|dr)|at yours|followed you)"
)
_WORKED = (
    r"(?:rotated|rotating|rotate|rotation|observe[ds]?|observing|shadowed|shadowing|externed|extern|externship|observer|observership|sub-?i(?:ntern\w*)?|elective|clerkship|visiting (?:student|observer|resident)|rounded|worked|working|attended|trained|volunteer\w*|"
    r"research (?:\w+ )?(?:fellow|assistant|volunteer|year|student|scholar|rotation)|research at|student|preceptor|hosted me|sat in|home visits|returned|month with|weeks with|weeks in|weeks at|month (?:in|at|on)|experience|internship|intern|former|clinical (?:experience|attachment)|did (?:my|a|an)|postdoc\w*|sub-internship|house officer|junior doctor|precepted|supervised me|when i was with|i was with|my (?:away|time|month))"
)
_ROTATION = Grammar(
    "observe observes rotated rotating rotate rotation rotations observed observing shadowed shadowing externed extern externship observer observership observerships sub intern internship elective clerkship visiting rounded worked working attended trained volunteer volunteered research student preceptor hosted sat visits returned month weeks "
    "experience former did postdoc subinternship precepted supervised time with junior officer",
    rf"{_WORKED} ..8 {_HERE}",
    rf"{_HERE} ..8 {_WORKED}",
    r"(?:i|we) (?:\w+ ){0,2}?(?:rotated|shadowed|observed|externed) (?:\w+ ){0,5}?(?:at|with|in|on|here|your)",
    r"(?:completed|finished|did|done|had|during|complete|in) (?:\w+[\s-]){0,6}?(?:observership|externship|rotation|elective|sub-?internship|clerkship) (?:\w+[\s-]){0,6}?(?:at|with|in|on) (?:your|the)?",
    r"(?:was|been|am|former|the) (?:an? |the )?(?:\w+ )?(?:observer|extern|visiting (?:student|observer|resident)|sub-?intern|rotator|junior doctor|house officer|research fellow|volunteer|intern) (?:on|at|in|with|under|from|for|of|who)",
    r"(?:my|the) (?:\w+ ){0,4}?(?:observership|externship|rotation|elective|sub-?internship) (?:at|with|in|on|here|there)",
    r"where i rotated|where i (?:did|completed) my",
)
_ELSEWHERE = Grammar(
    "since recently new additional another second now just currently after as finally last mean meanwhile month more newly recent third week yesterday currently from between",
    rf"{_SINCE}",
)
_OWN_PLACE = Grammar("your ur you u here", "your|ur|with you|here|with u")


_NEAR = 45  # characters between people and the place that they are bound to


def news(sentences: Iterable[Stretch]) -> tuple[News, ...]:
    """Return the pieces of news in order; one sentence may tell several."""
    return tuple(_news(sentences))


def _news(sentences: Iterable[Stretch]) -> Iterator[News]:
    for sentence in sentences:
        update = None if _NOT_YET(sentence) else _UPDATE.search(sentence)
        announced = None if update or _NOT_YET(sentence) else _ANNOUNCED.search(sentence)
        found = [
            News(
                topic,
                sentence,
                Stretch(sentence.start + match.start(), sentence.start + match.end(), match[0]),
                told=match is not announced,
            )
            for topic, match in (
                (Topic.ELIGIBILITY, _ELIGIBILITY.search(sentence)),
                (Topic.UPDATE, update or announced),
                (Topic.TIE, None if _NO_TIE(sentence) else _TIE.search(sentence) or _bound_to_a_place(sentence)),
                (Topic.ROTATION, None if _is_elsewhere(sentence) else _ROTATION.search(sentence)),
            )
            if match
        ]
        yield from sorted(found, key=lambda piece: piece.words.start)


def _bound_to_a_place(sentence: Stretch) -> re.Match[str] | None:
    """Return what binds the writer, or their people, to a town or state that the sentence names."""
    if _PROFESSIONAL(sentence) or not us_place(sentence):
        return None
    bound = _BOUND.search(sentence)
    if bound is None:
        return None
    around = sentence.text[max(0, bound.start() - _NEAR) : bound.end() + _NEAR]
    return bound if us_place(Stretch(sentence.start, sentence.start + len(around), around)) else None


def _is_elsewhere(sentence: Stretch) -> bool:
    """Whether what is said of a rotation is news because it is new, not because it was here."""
    return _ELSEWHERE(sentence) and not _OWN_PLACE(sentence)
