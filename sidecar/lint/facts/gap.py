"""Does the writer name the time that has passed since they worked together?"""

from sidecar.lint.facts.grammar import Grammar

GAP_NAMED = Grammar(
    "yrs flies lie between last crossed written heard seen spoken gone elapsed since ago while time long year years passed meanwhile then touch contact last been after meantime",
    r"(?:it (?:has|is)|it's|has) (?:\w+ ){0,3}?(?:been|passed)? ?(?:\w+ ){0,3}?(?:years?|a while|a long time|some time|months) (?:\w+ ){0,2}?(?:since|ago)?",
    r"(?:years?|months|a while|a long time|some time) (?:have|has) passed|(?:years?|a while|long time) ago",
    r"since (?:then|leaving|i left|we last|our|that time|graduating|my (?:internship|graduation))",
    r"in the (?:meantime|time since|years since|year since)|meanwhile",
    r"(?:out of touch|lost touch|not been in (?:touch|contact)|long silence|after (?:\w+ ){0,2}?(?:years|time))",
    r"(?:it's|it is|it has|it'll be|it will be|its|time flies|there (?:are|is|has)|a|since|after|almost|nearly|already|more than|over|about) (?:\w+ ){0,5}?(?:years?|yrs?|months|while|long time)(?:\w* ){0,4}? ?(?:since|ago|passed|gone by|already|now|that|between us|have|has)",
    r"(?:have|has|had) (?:\w+ ){0,2}?(?:passed|gone by|elapsed)|(?:not|n't|never) (?:\w+ ){0,2}?(?:written|been in (?:touch|contact)|heard|crossed|seen you|spoken)(?: ..3 (?:since|for|in))|long time no|paths have not crossed|last (?:saw|spoke|met|wrote|worked|contact)|(?:years?|months) (?:lie|between)",
    r"summary of (?:\w+ ){0,4}?(?:since|time|years)|what i have done since",
)
