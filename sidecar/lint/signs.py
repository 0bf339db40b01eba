"""The signs by which an email shows what it is for. `kind` weighs them; nothing else reads them.

Terminology: a *sign* is a grammar; a *weight* is how much it speaks for a family of kinds.
"""

from sidecar.lint.facts.grammar import Grammar

RECOMMENDATION = Grammar(
    "letter letters lor lors recommendation recommendations recomendation recomendations reference references referee recommender recommend",
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
)
UPLOADS = Grammar("eras waive waived waiver upload uploaded", "eras|waive[dr]?|upload(?:ed)?")

THANKS_FOR_LETTER = Grammar(
    "thank thanks grateful appreciate letter recommendation arrived received",
    r"(?:thank you|thanks|grateful|thankful) ..4 (?:for|to) (?:\w+ )?(?:my|your|the|writing|submitting|uploading|sending) ..3 (?:<letter>|it)",
    r"thank you ..6 for (?:agreeing to write|writing)",
    r"(?:letter|recommendation|lor) (?:has|is|was) (?:\w+ )?(?:been )?(?:arrived|received|uploaded|in)",
    r"(?:has|have) received (?:it|your letter|the letter)",
)
STILL_TO_DO = Grammar(
    "remind reminder reminders due deadline deadlines yet still pending arrived upload submit need needed resend overdue waiting missing by helpful",
    "remind(?:er|ers|ing)?|due|deadlines?|yet|still|pending|not arrived|overdue|waiting|missing|resend|upload it|submit it|would be a very helpful date|by then",
)
PROMISED = Grammar(
    "agreed agreeing promised promise willing accepted accepting offered",
    r"(?:you|you've|you have) (?:\w+ly )?(?:agreed|promised|accepted|offered)",
    r"for (?:\w+ )?(?:agreeing|being willing|accepting|promising)",
    "that you are willing to",
    "you promised",
)
REMINDS = Grammar(
    "remind reminder reminders due deadline deadlines promised follow following check portal",
    "remind(?:er|ers|ing)?",
    r"<letter> ..4 (?:is |was )?due",
    r"deadline (?:is|for|of|was|to|and)",
    "due (?:on|by|in|date)?",
    "check-in on the",
    r"<letter> (?:we discussed|you promised|you agreed)",
    "the remaining deadlines|first deadline",
)
UNANSWERED = Grammar(
    "answer reply response answered replied ignored heard hear attempt second third fourth 2nd 3rd 4th got get receive",
    r"(?:no|any|without an?) (?:answer|reply|response)(?! is needed| needed| necessary)",
    r"(?:not|n't|never|still) (?:yet )?(?:heard|hear|answered|replied|responded)(?! them)",
    r"(?:not|n't|never) (?:yet )?(?:got|get|received|receive|had) ..3 (?:answer|reply|response|back)",
    r"(?:second|third|fourth|2nd|3rd|4th) (?:e-?mail|mail|message|letter request|follow)",
    "last attempt|ignored my|you have ignored",
)
REMINDER = Grammar("remind reminder reminders", "remind(?:er|ers|ing)?")
FOLLOWS_UP = Grammar(
    "emailed mailed contacted sent message initial earlier previous follow following followup check checking note reach attempt response reply answer email e mail emails wrote asked requested request "
    "hear heard last again ignored second third 2nd 3rd 4th fourth chasing message first",
    r"follow(?:ing)?[\s-]?up(?!,?\s+(?:clinics?|visits?|care|stud\w+|data|appointments?|rotation|unit|of patients|program))",
    "(?:my|the|this) (?:earlier|previous|first|last|initial|original) (?:e-?mail|mail|message|note|request|letter)",
    r"my (?:e-?mails?|mails?|messages?|note|request) (?:of|from|on|dated|sent)",
    r"i (?:wrote|emailed|e-mailed|mailed|contacted|asked|sent) (?:to )?you ..3 (?:about|on|in|last|a|two|three|some|an|my|for|regarding)",
    r"(?:my|the) ..3 (?:e-?mail|request) of",
    r"i (?:wrote|emailed|asked) (?:to ask|to you|whether|about)|my message (?:reached|got to) you|whether my (?:message|mail|e-?mail)",
    "check(?:ing)?(?: in| back)? (?:one last time|again|whether you)",
    "(?:my )?last (?:note|attempt|check|message|email|reminder)",
    r"(?:did not|didn't|haven't|have not|not) (?:\w+ )?(?:get|got|receive|received|hear|heard|had) ..3 (?:response|reply|answer|back|from you)",
    "no (?:answer|reply|response)",
    r"(?:second|third|fourth|2nd|3rd|4th) (?:e-?mail|mail|time|message|reminder|follow)",
    "ignored my",
    r"i asked you (?:about|for) ..6 on",
)
LATER = Grammar(
    "after later end future rotation once finish completed",
    r"(?:after|at the end of|by the end of|once i (?:finish|complete)|when i (?:finish|complete)) (?:this|the|my|our|these) (?:rotation|month|block|elective|observership|weeks|four weeks|clerkship)",
    "following up after",
    "ask you then",
    "in a few weeks i",
)
LATER_ASK = Grammar(
    "ask request follow following open mind mention consider think approach come",
    r"(?:ask|request|follow(?:ing)? up|approach|come back|open to|consider|mention)",
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
SPECIALTY_WEIGHT = 1.5
DOCTOR_WEIGHT = 1.0
FOREIGN: tuple[tuple[Grammar, float], ...] = (
    (Grammar("cancel withdraw decline attend plan", "(?:cancel|withdraw|decline)(?: from)? my (?:interview|application)|no longer (?:plan|able|wish|interested)"), 9),
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
    "application applied applying applicant candidacy interview residency interested position positions seat spot spots seat seats aamc incoming interns residents pgy file profile cv request",
    r"(?:consider|review|reviewing|considering|read|reading|look at|accept) (?:\w+ )?my (?:\w+ )?(?:application|file|profile|cv|candidacy|request)",
    r"(?:i|i'm|i've|am|have|was|being) (?:\w+ )?(?:applied|applying|an? (?:\w+ ){0,3}?applicant)",
    r"my (?:\w+ )?(?:application|candidacy)",
    r"(?:residency|pgy-?\d|first-year) (?:positions?|spots?|seats?|training position)",
    r"(?:an|for|me|get|offer|the|invited for) (?:\w+ )?interview",
    r"aamc|incoming (?:intern|resident)|(?:your|ur) (?:interns|residents)",
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
LETTER_OF_INTEREST = Grammar("letter interest", "letter of interest")
