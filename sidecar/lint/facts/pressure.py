"""Orders, threats to keep writing, and other pressure on the reader."""

from collections.abc import Iterable

from sidecar.lint.facts.grammar import Grammar
from sidecar.lint.facts.prose import Stretch

_DEMAND = Grammar(
    "forget delay ignore day offer give interview ask request nobody continue must expect demand insist need upload send reply respond answer explain confirm write call check remind keep again until someone waiting wait immediately today now cannot have require "
    "want obliged owe deserve right should copied contacted secretary last make",
    r"you (?:must|have to|need to|are required to|are obliged to|had better|better) (?:\w+ly )?(?:write|upload|send|reply|respond|answer|give|give me|read|submit|invite|interview|help|review|do|understand|explain|confirm|make|tell|reconsider|consider)",
    r"i (?:\w+ )?(?:demand|insist|expect you|expect that|expect an?|expect your|require) (?:\w+ ?){0,2}?(?:answer|reply|response|letter|interview|to|explanation|you)?",
    r"i (?:need|want|have) to know (?:\w+ ){0,3}?(?:today|now|immediately|this week|tomorrow|by)",
    r"(?<!will\s)(?<!can\s)(?<!to\s)(?<!shall\s)(?<!you\s)(?<!not\s)(?:reply|respond|answer|upload it|send it|write it|submit it|call me|let me know|do it) (?:\w+ )?(?:immediately|today|now|at once|right away|without delay)(?!,? if)",
    r"i (?:will|shall|am going to|'ll) (?:\w+ ){0,2}?(?:keep|continue|write|email|e-mail|call|check in|follow up|send|remind|contact|phone|come) (?:\w+ ){0,4}?(?:again|until|every|each|daily|next (?:week|monday|tuesday|wednesday|thursday|friday)|the office|your office|on (?:monday|tuesday|wednesday|thursday|friday)|if i have no reply|if i do not hear|tomorrow)",
    r"keep (?:writing|emailing|calling|sending)",
    r"so that (?:someone|somebody|you) (?:will|would|can) (?:finally )?(?:respond|answer|reply|read)",
    r"(?:daily|hourly) reminders?|day \d+ of my",
    r"(?:please )?confirm that you have (?:read|received|seen)",
    r"i cannot wait (?:any ?more|longer|any longer)",
    r"(?:you cannot|you can't|you have no right to) (?:reject|refuse|ignore|deny|say no|decline)",
    r"(?:send|give|offer) me an interview(?: invitation| date)?",
    r"(?:ask|request) you to make one for me",
    r"i am (?:still )?waiting for your (?:immediate|urgent|prompt|reply|answer|response)",
    r"i (?:also )?called your (?:secretary|office|nurse)",
    r"nobody has (?:replied|answered|responded)|still have no answer|since you have not answered",
    r"do not (?:ignore|forget|delay)|don't (?:ignore|forget|delay)",
)


def demands(sentences: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return where the reader is ordered about or pressed."""
    return tuple(_DEMAND.find(sentences))
