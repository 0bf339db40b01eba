"""Praise laid on too thick, deep bows, and reproach: what a reader feels pushed by.

Terminology: *flattery* raises the reader, a *bow* lowers the writer, *guilt* makes the reader owe something.
"""

from itertools import chain

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Sentences, Stretch

_GRAND = (
    r"(?:esteemed|prestigious|reputed|reputable|renowned|renown|world-?class|world-?famous|world-?renowned|illustrious|eminent|august|revered|venerable|noble|legendary|top-?notch|"
    r"unparalleled|unmatched|glorious|honou?rable|respectable|respected|famous|elite|outstanding and unique|great and|premier|finest|highly reputed|magnificent)"
)
_HOUSE = r"(?:program(?:me|s)?|institut(?:e|ion|ions)|hospital|university|department|residency|school|center|centre|faculty|organi[sz]ation|team|self|colleagues?)"
_PERSON = r"(?:doctors?|physicians?|teachers?|professors?|surgeons?|mentors?|persons?|people|humans?(?: being)?|man|woman|guide|clinicians?|attendings?)"
_FLATTERY = Grammar(
    "esteemed prestigious reputed reputable renowned renown world class famous illustrious eminent august revered venerable noble legendary top unparalleled unmatched glorious honourable honorable respectable elite "
    "premier finest magnificent best greatest kindest most legend god angel brilliance personality stature calibre caliber highness excellency self goodself father figure brilliant genius star pen equal compare match better heart soul doors light blessed holy respected great greatness none your",
    rf"(?:your|such an?|this|into|in an?|being an?|at an?|of an?|ur|that) (?:\w+ (?:and |, )?){{0,2}}?{_GRAND} (?:\w+[\s-]){{0,3}}?(?:{_HOUSE}|{_PERSON})",
    r"esteemed",
    r"your (?:\w+ )?(?:prestigious|reputed|renowned|world-class|illustrious|august|legendary|world-famous)",
    r"(?:prestigious|reputed|renowned|legendary|top-notch|world-class|world-renowned) (?:institute|institution|program|hospital|university|doctor|professor|physician)",
    rf"(?:the |a |such a |my )?(?:best|greatest|finest|kindest|noblest|most \w+) (?:\w+ )?(?:{_PERSON}|{_HOUSE}|hospitals?|programs?) ..3 (?:i (?:have |had |'ve )?(?:ever )?(?:met|seen|known|had|worked|come across|encountered)|in (?:my|the|all|whole|this|entire) (?:\w+ )?(?:life|lifetime|world|country|usa|us|nation|america|city|planet|career|university|hospital)|on earth|of all time|ever)",
    r"(?:best|greatest|finest) in the (?:\w+ )?(?:country|world|nation|usa|us|state)",
    r"you(?:'re| are| r) (?:truly |really |simply |like )?(?:an? |the |my )?(?:\w+ ){0,1}?(?:legend\w*|angel|genius|saint|god|god-sent|godsent|hero|idol|great (?:man|personality|soul|human)|shining star|second (?:father|mother)|light of)",
    r"(?:like|as|are|is) (?:a |an |my |next to |second |my second )*(?:god|father|mother|parent|angel|big brother)(?: figure)? (?:to|for) (?:me|us)|next to god|god to me|father figure",
    r"(?:person|personality|man|physician|doctor|teacher|someone|somebody|scientist|leader) (?:\w+ )?(?:like (?:you|yourself|your ?self)|of your (?:stature|calib(?:re|er)|greatness|level|standing|fame))(?: is| would be| to)",
    r"(?:no ?one|nobody|none|nothing) ..4 (?:match|matches|equals?|compare\w*|better than|as (?:good|great|kind) as|like) (?:to |with )?(?:you|your)(?! have| could)",
    r"your (?:\w+ )?(?:brilliance|greatness|highness|excellency|good self|goodself|kind self|kindself|magnanim\w+|genius|lordship|honou?r|grace|benevolence|holiness|vast knowledge|immense knowledge|divine \w+)",
    r"(?:kind|generous|noble|big|golden|pure|great) (?:heart|soul|hearted person)|kind-hearted|golden (?:pen|words?|hands?)|shining star",
    r"opens? all (?:the )?doors|(?:words?|line|signature|letter) (?:from|of) you(?:rs)? (?:\w+ ){0,2}?(?:is enough|would change|will change|can change|is worth|opens?)",
    r"great legend|living legend|without doubt the best|second to none|role model for (?:all|every|the whole)|most honou?rable|most (?:eminent|revered|distinguished|illustrious|learned|brilliant)",
    r"(?:renowned|eminent|distinguished|famous|celebrated|respected) (?:and \w+ )?(?:professor|physician|doctor|personality|figure|clinician) (?:like|such as|as) (?:you|yourself|your)|being a (?:\w+ )?(?:renowned|eminent|famous|distinguished|highly respected)",
)
_BOW = Grammar(
    "bow folded feet debt indebted obliged grateful thankful gratitude pray prayers praying bless god allah almighty lord humble humbly beg submission act kind precious kindly debted owe oblige respectfully favor favour privilege honour honor blessing servant obedient obediently spare hard proud grace kindness charity prayed golden worthy",
    r"folded hands|i bow|bow (?:down|before|to|my head)|touch(?:ing)? your feet|at your feet",
    r"(?:obliged|indebted|grateful|thankful|gratitude|debt|debted|owe you|obligated|favou?r|bless\w*|remember (?:it|this|you)) ..6 (?:for (?:my |whole |entire )?(?:life|lifetime|ever|eternity|always)|forever|rest of (?:my|our) (?:life|days|career)|all (?:of )?(?:my|our) (?:\w+ )?(?:life|days)|(?:my|our) (?:whole|entire) life|(?:un)?till? (?:my |the )?(?:death|last breath|grave|end)|as long as i live|life ?long|lifelong)",
    r"(?:forever|ever|eternally|deeply|highly|very much|greatly|profoundly|always|life-?long|hugely|extremely) (?:\w+ )?(?:obliged|indebted|in (?:your |ur )?debt)",
    r"(?:forever|ever|eternally|for ever) (?:be |remain |stay )?(?:so |very )?(?:grateful|thankful|appreciative)",
    r"(?:indebted|obliged) (?:to|forever)|in your debt|owe you (?:my|everything|a lot|so much)",
    r"(?:i|we|my family|my mother|my parents|they|and) (?:\w+ )?(?:will |shall |would |always |'ll |am |are )*(?:pray|praying|prayed)(?: (?:for (?:you|your)|to god|that you|day|every))?",
    r"(?:god|allah|almighty|lord|jesus) (?:\w+ )?(?:bless(?!(?: (?:you|u|ya)(?: all| always| and yours| sir| ma| mam| maam| doctor)?)?[^\w]*$)|reward|give|grant|keep|protect|will|almighty|repay)|(?:may|by|with) (?:his|god|god's|allah|the almighty|the lord)(?: \w+)? ?(?:grace|bless\w*|will|reward\w*)?|almighty",
    r"(?:act of|sheer|great|immense) (?:kindness|charity|mercy|generosity|benevolence)|this (?:great |small |big )?act of",
    r"(?:humbl(?:e|y)|meek(?:ly)?|earnest) (?:request\w*|submission|submit\w*|plea|servant|appeal\w*|beg\w*|ask\w*|pray\w*|regards|application)|(?:most|very) humbly|in all humility",
    r"beg to (?:state|say|inform|request|submit|apply)|obedient(?:ly)? (?:student|servant|yours|pupil)|yours? (?:most )?(?:obedient(?:ly)?|humbl[ey]|faithful servant)",
    r"(?:spare|few|some|one|your|minutes? of|moments? of|bit of|of) (?:\w+ ){0,3}?(?:precious|priceless|golden) (?:time|moments?|minutes?|words)",
    r"(?:honou?r|privilege|blessing) (?:to even|even to|of my life(?:time)?|beyond words)|too small to|not worthy",
    r"(?:great|big|huge|biggest|immense|special) (?:favou?r|obligation) (?:on|upon|to) (?:me|us|my)|do me (?:this|a|the) (?:great|big|huge) favou?r",
    r"(?:promise|assure|swear)(?: you| u)?(?: that)? (?:i |to )(?:will |shall |'ll )?(?:\w+ )?(?:work (?:very |so |extremely )?hard|work day|make you proud|give (?:my )?(?:100|hundred|best|all)|never (?:disappoint|let))",
    r"(?:make|makes|making) you (?:\w+ )?proud|never (?:regret|disappoint you)|work (?:day and night|very hard for you|hard for you)",
    r"so kind (?:as )?to|kind enough to (?:give|grant|offer|help|spare)|be (?:very |highly |so )?(?:much )?obliged|i(?:'d| would| will| shall)? be (?:highly|very|much|greatly|so) (?:thankful|obliged)(?: to you)?(?: for this| for life)?(?=,? (?:for this act|to your kind|for your kind))",
    r"with (?:due|utmost|profound|deepest|great) respect and (?:humble|humility|submission|reverence|honou?r)",
    r"most respectfully",
)
_GUILT = Grammar(
    "ignored ignore ignoring forgot forgotten promised never answered abandoned abandon disappointed disappointing disappointment broke cared care thought believed expected trusted after all everything how could can sad hurt shocked upset heartbroken painful "
    "silence silent alone minute know because fault conscience blame ashamed suffered suffer owe let refuse wasted hope human humanity heart cruel unfair live reason without nobody cares excuse situation asks left line",
    r"(?:you|u) (?:have |had |'ve |has |just |simply |totally |completely )*(?:ignored?|forgot(?:ten)?|abandon(?:ed)?|betrayed|neglected|never (?:answered|replied|responded|wrote|cared|bothered|even)|did not (?:even|bother|care)|didn't (?:even|bother|care)|did nothing|let me down|disappointed me|left me|broke (?:your|the) (?:promise|word)|don't care|do not care|owe me|promised me|keep ignoring)",
    r"ignor(?:ed|ing) (?:my|me|all my|both|these)|(?:being|been) ignored",
    r"(?:i|we) (?:\w+ )?(?:thought|believed|trusted|expected|was sure|was expecting) (?:\w+ )?(?:that )?(?:(?:you|u) (?:\w+ )?(?:cared?|would|were|had|are)|more from|better from)",
    r"expected more",
    r"after (?:all|everything|so much) (?:that |what |which |the \w+ )?(?:i|we) (?:\w+ )?(?:did|have done|'ve done|done|gave|worked|went through|have gone|sacrificed|put)",
    r"how (?:can|could|can u|could u) you (?:\w+ )?(?:be|ignore|do|refuse|forget|not|leave|treat|say|stay)",
    r"(?:sad|hurts?|hurt|disappointed|shocked|upset|heartbroken|painful|disappointing|pains|surprised|sorry to say|saddens|hurting) (?:me )?(?:that|by|with|to see|how|because|at|in) (?:\w+ )?(?:you (?:did|didn't|have|haven't|never|ignored?|forgot|don't|do|cannot|could|are|said|refus\w+)|your (?:silence|refusal|answer|reply|attitude|behaviou?r)|you$)",
    r"your (?:\w+ )?silence|so silent|no heart|heartless|cruel|inhuman|humanity",
    r"(?:left|leave|leaving) (?:me )?(?:\w+ )?(?:alone|waiting|hanging|behind|with nothing|in the dark)",
    r"(?:not|n't|never) (?:\w+ )?(?:find|spare|have|even|take) (?:\w+ )?(?:one|a single|two|five|even a) (?:minutes?|seconds?|moments?|line|word)",
    r"(?:you|u) (?:\w+ )?(?:know|see|understand|remember|saw) (?:very )?(?:well )?(?:how (?:much|hard|badly) i|what i (?:went|sacrificed|suffered)|my (?:situation|suffering|condition|pain|struggles?))",
    r"because of you(?!r (?:teaching|help|support|encouragement|example|guidance|lecture|advice))|your fault|on your conscience|to blame|blame you|your responsibility if|you will (?:know|be) (?:the )?(?:reason|responsible)",
    r"(?:hope you can|how will you|how can you) (?:live|sleep)|you (?:cannot|can't|can not) (?:refuse|say no|deny)",
    r"without your (?:\w+ )?(?:letter|help|support|recommendation|reply),? ..6 (?:i (?:will|would|am|can|cannot|can't)|my|nothing|everything|all)",
    r"nobody cares|no one cares|(?:mother|father|parents|family|wife|children) (?:\w+ )?(?:asks?(?! me to\b)|cry|cries|is crying|keeps? asking|waiting for your)",
    r"wasted (?:six|my|\w+) (?:years?|months?)|let me down|made me (?:lose|miss|suffer)|damage you|costs? me (?:my|the|a) (?:year|match|career)",
)
_TITLE = Grammar(
    "esteemed distinguished honour honor", r"(?:distinguished|honou?rs?) (?:lecture|award|service|society|roll|list)"
)


def flattery(sentences: Sentences) -> tuple[Stretch, ...]:
    """Return where the reader is flattered, bowed to, or made to feel guilty, in order."""
    return tuple(chain.from_iterable(grammar.every(sentences, unless=_TITLE) for grammar in (_FLATTERY, _BOW, _GUILT)))
