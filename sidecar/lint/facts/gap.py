"""Does the writer name the time that has passed since they worked together?"""

from sidecar.lint.facts.grammar import Grammar

GAP_NAMED = Grammar(
    "since ago while time long year years passed meanwhile then touch contact last been after",
    r"(?:it (?:has|is)|it's|has) (?:\w+ ){0,3}?(?:been|passed)? ?(?:\w+ ){0,3}?(?:years?|a while|a long time|some time|months) (?:\w+ ){0,2}?(?:since|ago)?",
    r"(?:years?|months|a while|a long time|some time) (?:have|has) passed|(?:years?|a while|long time) ago",
    r"since (?:then|leaving|i left|we last|our|that time|graduating|my (?:internship|graduation))",
    r"in the (?:meantime|time since|years since|year since)|meanwhile",
    r"(?:out of touch|lost touch|not been in (?:touch|contact)|long silence|after (?:\w+ ){0,2}?(?:years|time))",
    r"summary of (?:\w+ ){0,4}?(?:since|time|years)|what i have done since",
)
