"""The signs by which an email shows what it is for. `family` weighs all of them by name, `verdict` tells kinds by some.

Terminology: a *sign* is a grammar; a *weight* is how much it speaks for a family of kinds.
"""

from sidecar.lint.facts.grammar import Grammar

RECOMMENDATION = Grammar(
    "letter letters lor lors recommendation recommendations recomendation recomendations reference references referee recommender recommend recommenders referees",
    "(?:recom+end?ation|reference) letters?",
    "letters? of (?:recom+end?ation|reference|support)",
    "lors?",
    "(?:residency|strong|eras|application) letters?",
    "recom+end?ations?",
    r"(?:two|three|four|2|3|4) letters",
    "be a (?:reference|referee|recommender)|referees?|recommenders?",
    "recommend me",
    r"reference (?:for|request)",
)
LETTER_FOR_ME = Grammar(
    "letter letters write writing writers recommend",
    "write (?:for|on behalf of) me",
    "(?:write|writing|give|need|provide) ..3 letters?",
    "my letters?",
    "(?:your|the|this|any|a|an) (?:residency )?letters?",
    "letter writers?",
    "right to (?:see|view|read) ..2 letters?",
    "letter still",
)
LETTER_WANTED = Grammar(
    "letter letters write",
    r"(?:write|writing|give|giving|provide|providing|need|(?:ask|asks|asked|asking) for|requires?) (?:me |us |for me )?(?:a|an|any|one|some|my|your|the|four|three|two|strong) (?:[\w.-]+ ){0,3}?letters?(?! (?:of (?:intent|interest|invitation|support from)|confirming|stating|certifying|to the editor))",
    "any letter you can",
    "without your letter",
    "write for me",
    "letter (?:still )?pending",
    "my letter",
)
NOT_A_RECOMMENDATION = Grammar(
    "letter letters recommend recommendation recommendations reference write",
    r"(?:invitation|offer|cover|employment|confirmation|rejection|acceptance|experience|appointment|demand|engagement|visa|sponsor\w*|bank) letters?",
    r"letters? (?:of (?:intent|interest|invitation|credit|engagement|agreement|employment|offer|appointment)|confirming|stating|certifying|to the editor|for (?:the|my) (?:visa|landlord|bank))",
    r"(?:her|his|their|the candidate's|the student's) (?:letter of recommendation|recommendation)",
)
WRITER_SIDE = Grammar(
    "write give provide uploaded submitted finished written uploading writing wrote sent recommend",
    r"i(?:'ll| will| can| would be (?:happy|glad) to| could|'d be (?:happy|glad) to) (?:\w+ ){0,2}?(?:write|give|provide) (?:you|him|her|them|\w+) (?:a|the|your) (?:\w+ ){0,3}?(?:letter|recommendation|reference)",
    r"i(?:'ve| have|'m| am)? (?:just )?(?:uploaded|submitted|finished|written|uploading|writing|wrote|sent) (?:you )?(?:your|the) (?:\w+ )?(?:letter|recommendation|lor)",
    r"(?:pleased|happy|delighted|honou?red|glad|privilege|pleasure) to (?:\w+ )?recommend (?!me\b)\w+",
    r"i (?:\w+ )?recommend (?:him|her|them|dr|mr|ms)",
    r"yes,? (?:of course,? |sure,? |certainly,? )?i(?:'ll| will| can) (?:\w+ )?write|i(?:'ll| will) write (?:it |one )?for you(?! to)",
)
ABOUT_OTHERS_LETTERS = Grammar(
    "did has answered answer asked support desk ticket reached received coordinator assigned",
    r"(?:did|has|have) (?:dr|prof)\.? \w+ (?:\w+ ){0,2}?(?:answer\w*|repl\w+|upload\w*|wr\w+|agree\w*)",
    r"you (?:\w+ )?asked me to (?:write|recommend|upload)|(?:help|support) (?:desk|ticket|team)|letters? ..6 (?:reached|received by|arrived at|assigned to|show\w* (?:up )?in) (?:your|the) program|(?:lor|letter) ..4 (?:not assigned|as not)",
)
FOR_THE_WRITER = Grammar(
    "interview upload uploads uploading recommend me uploaded recommendation lor lors in portal programs recommending there received interviews match matched beside",
    r"for me|received|there|interviews?|match\w*|beside mine|upload\w*|recommend\w*|lors?|(?:is|letter's|it's) in(?! the mail)|portal|programs",
)
LETTER_FIELD = Grammar(
    "residency residencies eras match aamc usmle ecfmg nrmp specialty rotation rotations elective observership externship clerkship internship intern extern resident attending ward clinic icu img letterhead lor lors "
    "graduate phd master scholarship admission programs thesis admissions program service team unit",
    r"residenc(?:y|ies)|eras|(?:the|my|20\d\d|upcoming|residency) (?:\w+ )?match|aamc|usmle|ecfmg|nrmp|rotations?|elective|observership|externship|clerkship|internship|extern|sub-?intern|my (?:\w+ )?specialty|lors?|letterhead|(?:residency|medicine|training) programs?|"
    r"graduate (?:school|program)|ph\.?d|master'?s|scholarship|admissions?|thesis|your (?:ward|clinic|icu|service|team|unit)",
)
OTHER_LETTERS = Grammar(
    "landlord rent rental tenant flat apartment lease bank loan visa consulate embassy jury insurance nanny babysitter restaurant hotel plumber contractor insurance brother sister son daughter him her school course vaccine vaccines agency tutor book books film building mortgage",
    r"landlord|rent(?:al|ing)?|tenant|lease|(?:bank|loan|mortgage)|(?:consulate|embassy|visa officer)|jury duty|(?:nanny|babysitter|plumber|contractor|agency|restaurant|hotel|vaccines?)|recommend(?:ation)? (?:of |for |on )?(?:a|an|the|any|good|some) (?:good )?(?:place|restaurant|hotel|agency|tutor|book|film|course|building|apartment|lawyer|dentist)|"
    r"(?:letter|reference|recommendation) (?:for|to) (?:my (?:brother|sister|son|daughter|wife|husband|friend|landlord)|him|her|sofia|the (?:bank|consulate|landlord))",
)
NAMES_A_RECOMMENDATION = Grammar(
    "recommended recommends recommending recommendation recommendations recomendation recommend reference references referee referees recommender recommenders lor lors vouch",
    r"recom+end\w*|references?|referees?|lors?|vouch",
)
OTHER_SIDE_OF_A_LETTER = Grammar(
    "you your him her them letters faculty our subscribed reply happy glad thinking supervised write support notifications applicant resident candidate student association committee panel webinar issue all council sure unsubscribe we",
    r"^(?:i'm |i am |i'd be |i would be |very )*(?:happy|glad|pleased|honou?red|delighted) to (?:\w+ )?(?:write|do it|support you|help you)(?! (?:a|the) (?:summary|draft))|^(?:sure|of course|certainly|yes)\W+(?:\w+ )?(?:happy|glad|i)|(?:write|wrote|written|writing|do|upload\w*|letter|one|recommend) (?:\w+ ){0,3}?(?:for|about) (?:you\b(?!r)|him|her|them|an applicant|one of our)|recommend you(?! to)",
    r"your (?:cv|personal statement|own application|eras (?:account|application)|letter id|application (?:is|was|to|and)|residency application|match)(?! (?:day|list))(?: and| so|,|\.|$| when| by| is| to)|(?:send|email|forward|get) me (?:your|the) (?:cv|resume|statement|link|form|deadline|details|list)|(?:thank you|thanks) for (?:asking (?:me)?|thinking of me|your interest in our)",
    r"you (?:did|were|have done) (?:\w+ )?(?:fine|good|great|excellent|well|a (?:good|great)) (?:\w+ )?(?:work|job|student|intern|in)|i only (?:saw|worked with|supervised) you|wishing you (?:\w+ )?(?:success|luck|the best)|good luck (?:with|in) (?:the|your) (?:match|application|interviews?)",
    r"(?:dear|hi|hello) (?:applicants?|candidates?|faculty|colleagues|neighbou?rs|all|team|members)|do not reply to this|unsubscribe|subscribed|in this issue|(?:we|our (?:program|committee|association|department)) (?:\w+ )?(?:noticed|require[sd]?|received your|have an applicant|organi[sz]es?|invite|are pleased|look forward to meeting)|letters? (?:to upload|need to go out)|requests for letters|(?:second|support) my nomination|letters? to the (?:council|editor|board)|support letter for",
)
DESK = Grammar(
    "support desk helpdesk help ticket account refund deposit charged fee fees invoice error portal login password token permit account hearing housing customer service committee credentialing registrar billing team carms ecfmg intealth aamc nrmp fsmb eras epic status document documents transmit processed number peer privileges prometric",
    r"(?:help|support|service) ?desk|(?:eras|aamc|ecfmg|nrmp|carms|fsmb|customer|technical|epic|myintealth|intealth|prometric) (?:support|team|help|staff|services?|office)|^(?:dear|hello|hi|to) (?:the )?(?:eras|aamc|ecfmg|nrmp|carms|fsmb|intealth|epic|prometric|credentialing|billing|admissions office|registrar)|support ticket|ticket (?:no|number|#)|case (?:no|number|#)",
    r"refund|(?:my|the|a|paid) deposit|charged (?:twice|me|my)|invoice|error message|(?:log|sign) ?in (?:to|problem|error)|password|(?:shows?|getting|get|says?) (?:an? )?(?:error|\"?document could not)|could not be processed|(?:epic|myintealth|oasis|ecfmg) (?:account|report|id|portal)|scheduling permit|transmi(?:t|ssion) (?:of|my|the)|housing board|peer references|privileges",
)
FRIENDLY = Grammar(
    "hi hey hello dear yo",
    r"^(?:hi|hey|hello|yo|dear)? ?(?!dr|doctor|prof|professor|sir|madam|dear|ma|mr|mrs|ms|program|team|all|there)[a-z][a-z'-]+[,!]",
)
LOGISTICS_OF_AN_INTERVIEW = Grammar(
    "reschedule rescheduling zoom link date slot slots timezone zone connection join login mock practice invite invited invitation attend confirm camera technical thalamus another different other",
    r"re-?schedul\w+|(?:zoom|teams|webex|thalamus) (?:link|invite|invitation|meeting|account|login)|(?:another|different|other|new) (?:date|slot|day|time)(?! (?:zone )?of)|time zone|(?:confirm|accept) (?:my|the|your) (?:\w+ )?(?:interview|invitation|date|slot)|mock interview|practi[cs]e interview|pleased to invite|technical (?:problem|issue)|connection (?:broke|dropped|was lost)",
)
UPLOADS = Grammar("eras waive waived waiver upload uploaded", "eras|waive[dr]?|upload(?:ed)?")

_LETTER = r"(?:<letter>|your (?:support|words|reference|recommendation))"
THANKS_FOR_LETTER = Grammar(
    "putting standing believing supporting thank thanks thx thankful thanking grateful gratitude appreciate gracias obliged indebted owe kind kindness blessings glad happy bow gift letter letters recommendation lor reference arrived received uploaded it there",
    r"(?:thank(?:s|ful|ing)?(?: you| u)?|thx|grateful|gratitude|appreciate|gracias|obliged|indebted|thank-?you|bless\w*|bow) ..8 (?:for|that|to|about) ..6 (?:<letter>|wrote(?: for me| it)?|you wrote|writing|written|uploading|submitting|sending|your support)(?! (?:about|of (?:invitation|interest)))",
    r"<letter>(?:'s)? ..10 (?:thank(?:s|ful)?|thx|grateful|gratitude|gracias|kindness|glad|happy|appreciate)",
    r"(?:<letter>|it) (?:\w+ ){0,3}?(?:has|is|was|as|came|arrived|are)? ?(?:\w+ ){0,2}?(?:been )?(?:arrived|received|uploaded|came in|is in|in(?=[!.,]|$)|there|in the portal|assigned|with the programs|reached|signed and sent)(?! (?:yet|till|by))",
    r"(?:has|have) received (?:it|your letter|the letter)",
    r"(?:kind|good|generous) (?:of you )?to have written|(?:had its|its) part in|made my application (?:whole|complete)|with your letter my",
    r"thank you ..6 for (?:agreeing to write|writing|putting your name|standing (?:up )?for me|believing in me|supporting (?:me|my application))",
)
IN_NOW = Grammar(
    "in there uploaded received arrived came reached uploading wrote written writing did kept thanks",
    r"<letter>(?:'s)? ..6 (?:is in|in(?=[!.,]|$)|there|uploaded|received|arrived|came|reached|assigned)|(?:uploading|having written|writing) (?:it|the|my) ?|(?:kept your word|did within|did it)|thanks to (?:your|the) <letter>",
)
NOT_IN_YET = Grammar(
    "not yet till still pending missing outstanding due would near future never no thankful",
    r"(?:not|n't|never|no) (?:\w+ ){0,3}?(?:uploaded|arrived|received|there|in|come|seen|visible)|(?:still|yet|pending|missing|outstanding|due)|would be (?:\w+ )?(?:grateful|thankful|glad|happy)|(?:grateful|thankful) (?:for|to have|if) (?:\w+ ){0,4}?(?:letter|lor) (?:by|in|before|within|until|to)|in the near future",
)
STILL_TO_DO = Grammar(
    "remind reminder reminders due deadline deadlines yet still pending arrived upload submit need needed resend overdue waiting missing by helpful",
    "remind(?:er|ers|ing)?|due|deadlines?|yet|still|pending|not arrived|overdue|waiting|missing|resend|upload it|submit it|would be a very helpful date|by then",
)
_HAVE = r"(?:'ve |'d |have |had |has |did |\w+ly |were so kind to |were good enough to |were kind enough to |in your \w+ \w+ )*"
PROMISED = Grammar(
    "agreed agreeing agreement promised promise promises willing accepted accepting accept offered offering said say saying told mentioned assured word yes consented wrote committed count answered discussed spoke talked",
    rf"(?:you|u|sir|professor|doctor|madam) {_HAVE}(?:agreed|promised?|accepted|offered|consented|assured|committed)(?! (?:a position|the job|to meet|to review (?:my abstract|my paper)))",
    r"for (?:\w+ )?(?:agreeing|being willing|accepting|promising|offering)(?! to meet)",
    r"that you are willing to",
    rf"(?:you|u|sir|professor) {_HAVE}(?:said|told|mentioned|wrote|answered|replied|say|saying|tell) ..12 (?:write|<letter>|yes|upload|support|be in|ready|count on you|do it|turn to you|have it|recommend|ud|happy to)",
    r"(?:said|told me|your(?: \w+){0,2}) (?:\")?yes(?:\")?(?! (?:or|if))|gave (?:me )?your word|your (?:kind |good )?(?:word|promise|yes)|kept your word|promise from|as (?:agreed|promised|discussed)|promised (?:letter|lor|recommendation)",
    r"(?:kind|good|nice) of you to (?:accept|agree|offer|promise|say yes)|(?:letter|lor|recommendation|reference) (?:that |which )?(?:you|we) ..2 (?:agreed|promised|spoke|discussed|talked|offered)",
)
NOT_PROMISED = Grammar(
    "if would agreed meet review cake remind come back turn told asked invited hope promised agreeing accepted may could can",
    r"(?:if|would be glad if|hope) (?:you|u) (?:\w+ )?(?:agreed|accepted|agree|accept|offered)|(?:agreed|promised|agreeing|accepted) (?:to (?:meet|review (?:my (?:abstract|paper|cv|statement))|look|speak|talk)|us)|(?:told|asked|invited) me to (?:write|ask|contact|remind|come|call|email)|(?:may|could|can) (?:\w+ )?(?:come back|turn) to you",
)
REMINDS = Grammar(
    "remind reminder reminders reminded due deadline deadlines promised follow following check checking portal nudge outstanding pending missing uploaded upload slipped stand stands touch recall still news owe waiting received visible seen resend status coming progress remember incomplete complete except again agreed asking come did go know last needs resent see should there",
    r"(?:gentle |kind |small |little |friendly |final |second |last |just a |a )*remind(?:er|ers|ing|ed)?(?! (?:me|you which|of what i did|of (?:particular )?patients|that my|that the clinic))",
    r"<letter> ..4 (?:is |was )?due",
    r"deadline (?:is|for|of|was|to|and)",
    "due (?:on|by|in|date)?",
    "check-in on the",
    r"<letter> (?:we discussed|you promised|you agreed|you owe|we (?:spoke|talked|agreed))",
    "the remaining deadlines|first deadline",
    r"nudge|(?:check|checking|see|asking|know|wondering|wonder) (?:\w+ ){0,3}?(?:on |about |where |how |whether |if )(?:\w+ ){0,4}?<letter>|(?:how|where) (?:\w+ ){0,3}?<letter> (?:is |stands?|are )?(?:coming|stands?|going)?|things stand|touch base|slipped (?:from|your)",
    r"<letter> ..8 (?:not (?:\w+ )?(?:uploaded|received|arrived|there|in|seen|visible)|isn't (?:\w+ )?(?:there|visible|in|uploaded)|has not|hasn't|pending|missing|outstanding|still (?:not|missing|pending|to come|outstanding|shows|on)|not yet|to come|go through|on its way)",
    r"(?:can't|cannot|don't|do not|not) (?:\w+ )?(?:see|find) (?:the|your) <letter>|(?:missing|outstanding|pending|promised|remaining|last) <letter>|(?:did|have) (?:you|u) (?:\w+ ){0,3}?(?:time to |able to |chance to )?(?:write|upload|submit|send) (?:the|your|my|it)|(?:still|am|i'm) waiting for (?:my|your|the) <letter>|(?:news|update) (?:on|about|of) (?:the|your|my) <letter>",
    r"<letter> (?:\w+ )?(?:should|must|has to|needs to) be (?:in|uploaded|there|submitted)|complete but for|only (?:you|one|yours) (?:\w+ )?(?:not|missing|outstanding)|(?:recall|remember) (?:you )?(?:of )?the (?:matter|letter)|(?:resend|send) (?:\w+ ){0,3}?link (?:again|once more)?|link again|would you like it resent|come back to the letter",
)
NOT_A_REMINDER = Grammar(
    "remind reminder reminders deadline abstract congress address clinic",
    r"(?:abstract|congress|conference|submission) deadline|deadline (?:for|of) (?:the )?(?:abstract|congress|lor|applications?)|remind me|reminder (?:of what|that my)|reminders of|(?:you )?(?:told|asked) me to remind",
)
UNANSWERED = Grammar(
    "answer reply response answered replied ignored ignore heard hear attempt second third fourth 2nd 3rd 4th got get receive word resending resend forwarding unanswered silence waiting missed reach reached twice times wrote written asked emailed message see seen back news",
    r"(?:no|any|without an?) (?:answer|reply|response)(?! is needed| needed| necessary)",
    r"(?:not|n't|never|still|yet to|have yet to) (?:yet )?(?:heard|hear|answer|answered|reply|replied|respond|responded|given ..5 answer)(?! them)",
    r"(?:not|n't|never) (?:yet )?(?:got|get|received|receive|had|have) ..3 (?:answer|reply|response|back|word)",
    r"(?:second|third|fourth|2nd|3rd|4th) (?:e-?mail|mail|message|letter request|follow|time i|reminder)",
    r"last attempt|ignored my|(?:have |you )?ignor(?:ed?|ing) (?:my|me|all)|unanswered|(?:if the|if your|your|the) silence (?:means|is|hurts)|your silence|left without (?:an )?answer",
    r"re-?send(?:ing)? (?:\w+ ){0,3}?(?:message|mail|e-?mail|below)|forwarding (?:mine|my|it)|in case it (?:did not|didn't) (?:reach|arrive)|(?:may|might) have missed my|did (?:you|u) (?:\w+ ){0,3}?(?:see|get|receive|read) (?:my|what i)|(?:still|been|keep|kept) waiting (?:on|for) (?:a |your )?(?:\w+ )?(?:word|answer|reply|response)",
    r"(?:your|an) (?:answer|reply|response) (?:\w+ )?(?:did not|didn't|has not|hasn't|not) (?:come|arrived?|reach)|no news (?:so far|from you)|check my inbox|(?:wrote|written|asked|emailed) (?:to )?(?:you )?(?:\w+ )?(?:twice|two times|three times|several times|again and again)",
)
TO_HAND_IN = Grammar(
    "submit upload send finish complete",
    r"(?:submit|upload|send|finish|complete) (?:\w+ )?(?:it|yours|this)|(?:submit|upload) (?:the|your) <letter>",
)
REMINDER = Grammar("remind reminder reminders", "remind(?:er|ers|ing)?")
FOLLOWS_UP = Grammar(
    "emailed mailed contacted sent message initial earlier previous follow following followup check checking note reach reached attempt response reply answer email e mail emails wrote written asked requested request requests "
    "hear heard last again ignored second third 2nd 3rd 4th fourth chasing message first circle arrived got",
    r"follow(?:ing)?[\s-]?up(?!,?\s+(?:clinics?|visits?|care|stud\w+|data|appointments?|rotation|unit|of patients|program|on our talk))(?<!his follow-up)(?<!her follow-up)(?<!in follow-up)",
    "(?:my|the|this) (?:earlier|previous|first|last|initial|original) (?:e-?mail|mail|message|note|request|letter(?! (?:is|will|comes?|came|would|from|of)))",
    r"my (?:e-?mails?|mails?|messages?|note|request) (?:of|from|on|dated|sent)",
    r"(?:i|i'd|i've|had|have|and|already) (?:had |have |already )*(?:wrote|written|emailed|e-mailed|mailed|contacted|asked|sent|reached out) (?:to )?(?:you |your \w+ \w+ )?..3 (?:about|on|in|last|a|two|three|some|an|my|for|regarding|back)(?! (?:thesis|paper|behalf))",
    r"(?:on|in|since) (?:the )?(?:\d+ )?<month> ?(?:\d+)? (?:i|when i) (?:asked|wrote|emailed|sent)|(?:wrote|asked|emailed) (?:\w+ )?on (?:the )?\d",
    r"(?:my|the) ..3 (?:e-?mail|request) of",
    r"i (?:wrote|emailed|asked) (?:to ask|to you|whether|about)|my message (?:reached|got to|arrived) ?(?:you)?|whether my (?:message|mail|e-?mail)|if my (?:message|mail|e-?mail) (?:arrived|reached)|circle (?:round|back)",
    "check(?:ing)?(?: in| back)? (?:one last time|again|whether you)",
    "(?:my )?last (?:note|attempt|check|message|email|reminder)",
    r"(?:did not|didn't|haven't|have not|not) (?:\w+ )?(?:get|got|receive|received|hear|heard|had) ..3 (?:response|reply|answer|back|from you)",
    r"no (?:answer|reply|response)(?! (?:is |are )?(?:needed|necessary|required|expected))",
    r"(?:second|third|fourth|2nd|3rd|4th) (?:e-?mail|mail|time|message|reminder|follow)",
    "ignored my",
    r"i asked you (?:about|for) ..6 on",
)
_NOW_NOT = r"(?:later|after|once|when|at the (?:end|close)|at its end|at the end of it|towards? the end|by the last week|in (?:due course|a few weeks|some weeks|summer|spring|july|june|august|autumn|fall)|next (?:year|season|summer)|one day|some (?:later )?(?:point|day)|after some weeks|closer to|until then|by then|over)"
_FOR_A_LETTER = r"(?:<letter>|writ(?:e|ing) (?:for|on) (?:me|my)|ask you(?: then| properly)?|(?:the|a) (?:real |formal |official )?request|support me)"
LATER_ASK = Grammar(
    "nothing need today towards toward later after once when end close due weeks summer spring july june august autumn fall next day point early yet announce advance then over season intend plan ask watch",
    rf"{_NOW_NOT} ..14 (?:i|i'd|i'll|we|might|may|will|would|hope|like|want|love) ..8 (?:ask\w*|request\w*|approach\w*|turn to|come to|come back|trouble|hit (?:you|u) up|be needing|think of|talk|discuss|mention|write|be in touch) ..8 {_FOR_A_LETTER}",
    rf"(?:i|i'd|i'll|we|might|may|will|would|hope|like|want|love|plan|intend|going|planning) ..8 (?:ask\w*|request\w*|approach\w*|turn to|come to|come back|trouble|hit (?:you|u) up|be in touch|discuss|mention|collect\w*|be needing) ..12 {_NOW_NOT}",
    rf"{_NOW_NOT} ..30 (?:consider|ask\w*|about|request\w*|possible|possibility) ..6 <letter>|(?:ask|write|come back to) you ..8 (?:following|coming|next) (?:days|weeks) ..6 <letter>|i will ask you (?:a|for a|for the) <letter>",
    r"(?:isn't|is not|not) (?:\w+ )?(?:the request yet|a request yet|asking (?:yet|now|today))|too early to ask|no action needed (?:now|yet)|(?:only|just) (?:announce|mention|wanted to mention|to mention) (?:it|this|that)? ?(?:early|in advance|already|now)?|would be (?:ok|okay|alright|fine) (?:if|to) (?:i )?(?:\w+ )?(?:ask|come|approach)",
    r"(?:alright|ok|okay|fine|open) (?:\w+ ){0,3}?(?:if i|to) (?:\w+ )?(?:ask|came|come|approach|write) ..10 (?:after|later|at the end|in|when|once)|(?:real|formal|official|proper) request (?:will|would|comes?|to) (?:follow|come)|so (?:please )?watch me|nothing to decide (?:today|now|yet)|(?:no need to answer|not asking|not today|do not want to ask)(?: anything)? ?(?:now|today|yet)?|at the end (?:of it )?..6 (?:give|write) ..6 <letter>|ask you then|in a few weeks i",
)
RIGHT_AWAY = Grammar(
    "time come now attached waive waived link eras deadline by write",
    r"(?:could|can|will) you (?:please )?(?:write|upload|provide|submit)(?! (?:one|it)? ?(?:later|then|after))|i have waived|link (?:has been|was) sent|(?:the )?time (?:is now|has come)|now (?:is the time|i ask|i would like to ask)",
)

APPLICANT: tuple[tuple[Grammar, float], ...] = (
    (Grammar("program programs programme residency hospital department institution", r"your (?:[\w'’&.-]+ ){0,5}?(?:residency|programs?|programme)"), 2.5),
    (Grammar("institution institute hospital department", r"your (?:\w+ )?(?:institution|institute|hospital|department)"), 0.5),
    (Grammar("residency residencies", "residency|residencies"), 2),
    (Grammar("aamc eras ecfmg nrmp", "aamc|eras|ecfmg|nrmp"), 2.5),
    (Grammar("img imgs international", "imgs?|international medical (?:graduate|doctor)s?"), 1.5),
    (Grammar("step usmle comlex", "step (?:1|2|3|one|two|three)|usmle|comlex"), 2),
    (Grammar("visa visas h1b h j ead sponsor", "h-?1-?b|j-?1|ead|visas?|sponsor(?:ship)? "), 1.5),
    (Grammar("h1b h sponsor", "sponsor (?:h-?1-?b|j-?1|visas?)|h-?1-?b"), 1.5),
    (Grammar("interview interviewed interviewing interviews invitation", "interview(?:ed|ing|s)?"), 1),
    (Grammar("rank ranking ranked", "rank(?:ing|ed)?"), 1.5),
    (Grammar("applicant applied application applying", "applicant|(?:have|'ve|i) applied|my application|applying"), 0.5),
    (Grammar("resident residents interns pgy chief faculty fellowship rounds", "(?:your|the|current) residents|interns|pgy-?1|chief residents?"), 1.5),
    (Grammar("incoming", "incoming (?:intern|resident)"), 2),
    (Grammar("application", "(?:consider|review) my application"), 0.5),
    (Grammar("match matched unmatched", "(?:to|not|will|hope to|the|did not) match|matched|unmatched"), 1),
    (Grammar("doctor medical hospital clinic", "medical (?:college|school|university)|hospital"), 0.5),
    (Grammar("graduation", r"graduation[\s-]year|year of graduation|since graduation"), 1),
)  # fmt: skip
WITHDRAWS = Grammar(
    "cancel withdraw withdrawing decline give renounce",
    "(?:cancel|withdraw|withdrawing|decline)(?: from)? my (?:interview|application|slot)|give (?:back|up) my (?:interview|slot)|(?:have to|need to|must) (?:cancel|renounce|withdraw|decline)(?! (?:my )?(?:tickets?|flight|trip))",
)
FOREIGN: tuple[tuple[Grammar, float], ...] = (
    (WITHDRAWS, 9),
    (Grammar("longer", "no longer (?:plan|able|wish|interested)"), 9),
    (Grammar("shadow shadowing observership externship", r"(?:opportunity|opportunities|possibility|chance|like|wish) ..3 (?:to shadow|for an? (?:observership|externship)|shadowing|observ\w+)|(?:seeking|looking for|request(?:ing)?) ..3 (?:shadowing|observership|externship)"), 6),
    (Grammar("role job hiring analyst engineer manager internship recruiter supervisor e notification grant", r"(?:data|software|senior|backend|frontend|operations|project|sales) \w+|hiring manager|(?:engineer|analyst|manager|director of|assistant director)|internship|grant number|notification"), 3),
    (Grammar("we our", r"we (?:hope|wanted|kindly request|would like|have attached|are pleased)"), 2),
    (Grammar("artist gallery lease rent flat landlord", "artist|gallery|lease|landlord"), 4),
)  # fmt: skip

TO_A_PROGRAM = Grammar(
    "your ur program programs programme residency director interview interviewed rank ranking applied application visa visas sponsor website page decision rejection",
    r"(?:your|ur) (?:[\w'’&.-]+ ){0,5}?(?:residency|programs?|programme|website|page|site|decision|rejection|institution|cut-?off)",
    r"(?:have|'ve|i) applied to|my application to (?:your|the)|sponsor (?:h-?1-?b|h|j-?1|j|visas?)|interview (?:invitation|list|date|with you)",
    r"(?:thank you|thanks|thx) ..8 interview|interviewed (?:at|with|for)|(?:my|the) interview (?:on|at|with|last)|rank(?:ing)? (?:your|you|it)",
    r"program director|residency program in|residency program at",
)
PROGRAM_STAFF = Grammar(
    "program programs programme director directors coordinator coordinators committee admissions selection pd admission",
    "programs?|programme|directors?|coordinators?|committee|admissions?|selection|pd",
)
APPLIES = Grammar(
    "post resident want seek seeking looking need accept accepts take consider accepting considering letter update usce yog graduation cutoff graduates requirement page website site application applied applying applicant candidacy interview residency interested position positions seat spot spots seat seats aamc incoming interns residents pgy file profile cv request cycle season training",
    r"(?:consider|review|reviewing|considering|read|reading|look at|accept) (?:\w+ )?my (?:\w+ )?(?:application|file|profile|cv|candidacy|request)",
    r"(?:i|i'm|i've|am|have|was|being) (?:\w+ )?(?:applied|applying|an? (?:\w+ ){0,3}?applicant)",
    r"my (?:\w+ )?(?:application|candidacy)",
    r"(?:residency|pgy-?\d|first-year) (?:positions?|spots?|seats?|training position)",
    r"(?:an|for|me|get|offer|the|invited for) (?:\w+ )?interview",
    r"aamc|incoming (?:intern|resident)|(?:your|ur) (?:interns|residents)",
    r"(?:resident|residency|training) (?:doctor|post|prog\w*|program\w*)|post of (?:a )?resident|(?:want|seek\w*|looking for|apply\w*|like|hope for|need) (?:\w+ ){0,4}?residency|(?:accept|accepts|take|takes|consider|accepting|considering|sponsor) (?:\w+ ){0,3}?(?:imgs?|graduates?|applicants?|old grads?)",
    r"application update|update (?:to|on|of|regarding) (?:my|the) (?:\w+ )?application|(?:residency|pgy-?1|specialty) applicant|letter of (?:interest|intent|continued interest)|(?:appl(?:y|ied)|applicant) (?:\w+ ){0,4}?(?:match|cycle|season|residency|prog)",
    r"(?:usce|us clinical experience|yog|year of graduation|cut-?off|graduates within) ..6 (?:requirement|fair|policy|rule|count|accept)|(?:your )?(?:requirement|page|website|site) ..8 (?:graduat\w+|usce|us clinical experience|attempts?|visas?|img)",
)
OTHER_SIDE = Grammar(
    "applying application applications file thank received recommend",
    r"(?:thank you|thanks) for (?:applying|your (?:\w+ )?application|your interest in our)",
    r"(?:we|have|has been) (?:\w+ )?received your (?:\w+ )?(?:application|file)|your (?:application|file) (?:is|was|has been) (?:complete|incomplete|received|under review)",
    r"(?:pleased|happy|delighted|honou?red|glad|privilege|pleasure) to (?:\w+ )?recommend (?!me\b)\w+",
)
ERRAND = Grammar(
    "appointment observership externship elective contract rent apartment flat lease landlord consulate consular embassy plan refund fee visa",
    r"(?:to|could i|can i|may i) (?:do|join|attend|arrange|complete|undertake|apply for) (?:an?|the|my) (?:\w+ )?(?:observership|externship|elective|clerkship)",
    r"(?:residency|employment|my|the) contract|(?:rent|lease|flat|apartment) (?:on|near|for|from|agreement)|rental agreement|landlord",
    r"(?:visa|consular) (?:appointment|office|officer|section)|consulate|embassy|health plan|(?:exam|fee|my) refund|get the fee back",
)
UNMATCHED = Grammar("match unmatched soap", "(?:did not|didn't|not) match|unmatched|soap")
LETTER_OF_INTEREST = Grammar("letter loi", "letter of (?:interest|intent)|loi")
DECIDED = Grammar(
    "rejection rejected reject refusal refused declined decline denial denied decision reconsider reconsideration appeal regrets reverse overturn",
    r"re-?consider\w*|(?:your|the|this|my) (?:\w+ ){0,2}?(?:rejection|refusal|denial|regrets)|(?:reverse|overturn|appeal|contest|know|with|accept|review|share|about|against) (?:of |against )?(?:your|the|this|that) (?:\w+ )?decision",
    r"(?:you|your (?:program|office|committee)|the (?:program|committee)|was|been|got) (?:\w+ )?(?:rejected|refused|declined|denied)(?! by)",
)
SEEKS_A_POST = Grammar(
    "seeking seek looking search want need wish interested position positions seat post spot place vacancy vacancies apply applying dates date",
    r"(?:seek(?:ing)?|looking for|search(?:ing)? (?:for)?|want|wish|need|interested in|give me|grant me|offer me|provide me|hoping for) (?:\w+ ){0,3}?(?:residency|training|resident|pgy-?1) (?:\w+ )?(?:positions?|seats?|posts?|spots?|places?|jobs?|slots?)",
    r"(?:last|closing) dates? (?:for|of|to) appl\w+|how (?:can|do|to|should|may) (?:i )?apply|vacanc(?:y|ies)",
)
SEEKS_EXPERIENCE = Grammar(
    "shadow shadowing observe observer observership observerships externship externships elective electives clerkship clerkships research",
    r"(?:opportunit(?:y|ies)|possibility|chance|like|wish|want|hope|may i|can i|could i|place|arrange|request|apply|seeking|seek|looking|search\w*|interested|available|do|give me|grant me|join) ..5 (?:shadow(?:ing)?|observ(?:e|er|ing|erships?)|externships?|electives?|clerkships?|research (?:fellow|post|position|year|volunteer))(?! (?:at|with|in) your .* (?:in|last) <month>)",
)
JOB = Grammar(
    "position post job role hiring salary employment vacancy recruiter manager fellowship bonus offer onboarding",
    r"(?:position|post|job|role) (?:of|as|for) (?:an? |the )?(?!(?:\w+ )?resident)\w+|(?:research|lecturer|teaching|analyst|manager|locum|coordinator|scribe|hospitalist|fellowship) (?:position|post|job|role|interview)|job (?:description|offer|search|interview)|current job|new job|hiring|salary|recruiter",
)
