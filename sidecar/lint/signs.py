"""Grammars of what shows without fail what an email is, or whose words it is in.

What is a matter of degree is weighed from words (`family`, `within`).
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
WRITER_SIDE = Grammar(
    "write give provide uploaded submitted finished written uploading writing wrote sent recommend",
    r"i(?:'ll| will| can| would be (?:happy|glad) to| could|'d be (?:happy|glad) to) (?:\w+ ){0,2}?(?:write|give|provide) (?:you|him|her|them|\w+) (?:a|the|your) (?:\w+ ){0,3}?(?:letter|recommendation|reference)",
    r"i(?:'ve| have|'m| am)? (?:just )?(?:uploaded|submitted|finished|written|uploading|writing|wrote|sent) (?:you )?(?:your|the) (?:\w+ )?(?:letter|recommendation|lor)",
    r"(?:pleased|happy|delighted|honou?red|glad|privilege|pleasure) to (?:\w+ )?recommend (?!me\b)\w+",
    r"i (?:\w+ )?recommend (?:him|her|them|dr|mr|ms)",
    r"yes,? (?:of course,? |sure,? |certainly,? )?i(?:'ll| will| can) (?:\w+ )?write|i(?:'ll| will) write (?:it |one )?for you(?! to)",
)
DESK = Grammar(
    "support desk helpdesk help ticket account refund deposit charged fee fees invoice error portal login password token permit account hearing housing customer service committee credentialing registrar billing team carms ecfmg intealth aamc nrmp fsmb eras epic status document documents transmit processed number peer privileges prometric",
    r"(?:help|support|service) ?desk|(?:eras|aamc|ecfmg|nrmp|carms|fsmb|customer|technical|epic|myintealth|intealth|prometric) (?:support|team|help|staff|services?|office)|^(?:dear|hello|hi|to) (?:the )?(?:eras|aamc|ecfmg|nrmp|carms|fsmb|intealth|epic|prometric|credentialing|billing|admissions office|registrar)|support ticket|ticket (?:no|number|#)|case (?:no|number|#)",
    r"refund|(?:my|the|a|paid) deposit|charged (?:twice|me|my)|invoice|error message|(?:log|sign) ?in (?:to|problem|error)|password|(?:shows?|getting|get|says?) (?:an? )?(?:error|\"?document could not)|could not be processed|(?:epic|myintealth|oasis|ecfmg) (?:account|report|id|portal)|scheduling permit|transmi(?:t|ssion) (?:of|my|the)|housing board|peer references|privileges",
)
WITHDRAWS = Grammar(
    "cancel withdraw withdrawing decline give renounce",
    "(?:cancel|withdraw|withdrawing|decline)(?: from)? my (?:interview|application|slot)|give (?:back|up) my (?:interview|slot)|(?:have to|need to|must) (?:cancel|renounce|withdraw|decline)(?! (?:my )?(?:tickets?|flight|trip))",
)
PROGRAM_STAFF = Grammar(
    "program programs programme director directors coordinator coordinators committee admissions selection pd admission",
    "programs?|programme|directors?|coordinators?|committee|admissions?|selection|pd",
)
OTHER_SIDE = Grammar(
    "applying application applications file thank received recommend",
    r"(?:thank you|thanks) for (?:applying|your (?:\w+ )?application|your interest in our)",
    r"(?:we|have|has been) (?:\w+ )?received your (?:\w+ )?(?:application|file)|your (?:application|file) (?:is|was|has been) (?:complete|incomplete|received|under review)",
    r"(?:pleased|happy|delighted|honou?red|glad|privilege|pleasure) to (?:\w+ )?recommend (?!me\b)\w+",
)
SEEKS_EXPERIENCE = Grammar(
    "shadow shadowing observe observer observership observerships externship externships elective electives clerkship clerkships research",
    r"(?:opportunit(?:y|ies)|possibility|chance|like|wish|want|hope|may i|can i|could i|place|arrange|request|apply|seeking|seek|looking|search\w*|interested|available|do|give me|grant me|join) ..5 (?:shadow(?:ing)?|observ(?:e|er|ing|erships?)|externships?|electives?|clerkships?|research (?:fellow|post|position|year|volunteer))(?! (?:at|with|in) your .* (?:in|last) <month>)",
)
JOB = Grammar(
    "position post job role hiring salary employment vacancy recruiter manager fellowship bonus offer onboarding",
    r"(?:position|post|job|role) (?:of|as|for) (?:an? |the )?(?!(?:\w+ )?resident)\w+|(?:research|lecturer|teaching|analyst|manager|locum|coordinator|scribe|hospitalist|fellowship) (?:position|post|job|role|interview)|job (?:description|offer|search|interview)|current job|new job|hiring|salary|recruiter",
)
