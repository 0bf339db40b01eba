"""What actions, states and kinds are called on pages and in the calendar."""

from collections.abc import Mapping

from sidecar.followup.conversation import Standing
from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind
from sidecar.web.keys import ReadingState

TITLES: Mapping[str, str] = {
    Action.FOLLOWUP_1: "a first follow-up",
    Action.FOLLOWUP_2: "a second and last follow-up",
    Action.MOVE_ON: "no answer: ask somebody else",
    Action.REMINDER: "a reminder of the promised letter",
    Action.FINAL_NUDGE: "the last word before the date",
    Action.SAY_THANKS: "a thank-you note",
    Action.FIX_ADDRESS: "the address did not work",
    Action.CLASSIFY_REPLY: "has answered: what do they say?",
    Action.POSSIBLE_REPLY: "wrote anew: is it the answer?",
}
WRITE: Mapping[str, str] = {  # what the button says that leads to a ready draft
    Action.FOLLOWUP_1: "Write",
    Action.FOLLOWUP_2: "Write",
    Action.MOVE_ON: "Ask somebody else",
    Action.REMINDER: "Write",
    Action.FINAL_NUDGE: "Write",
    Action.SAY_THANKS: "Write",
    Action.FIX_ADDRESS: "Write it again",
}
MEANINGS = (
    (Meaning.PROMISED, "They promise"),
    (Meaning.DECLINED, "They decline"),
    (Meaning.ASKS, "They ask something"),
    (Meaning.OTHER, "None of these"),
)
SNOOZES = ((1, "Until tomorrow"), (3, "For three days"), (7, "For a week"), (14, "For two weeks"))
READING: Mapping[str, str] = {
    ReadingState.NEW: "starting",
    ReadingState.READING: "reading",
    ReadingState.WATCHING: "up to date",
    ReadingState.FAILED: "trying again",
    ReadingState.STOPPED: "stopped",
}
STANDINGS: Mapping[str, str] = {
    Standing.PLANNED: "planned",
    Standing.SENT: "sent",
    Standing.ASKED: "asked",
    Standing.FOLLOWED_UP_ONCE: "followed up once",
    Standing.FOLLOWED_UP_TWICE: "followed up twice",
    Standing.NO_ANSWER: "no answer",
    Standing.BOUNCED: "not delivered",
    Standing.ANSWERED: "answered",
    Standing.DECLINED: "declined",
    Standing.PROMISED: "promised",
    Standing.LINK_SENT: "link sent",
    Standing.UPLOADED: "uploaded",
    Standing.THANKED: "thanked",
}
KINDS: Mapping[str, str] = {
    Kind.LETTER_REQUEST: "Request for a letter",
    Kind.LETTER_EARLY_ASK: "Early mention of a letter",
    Kind.LETTER_FOLLOWUP: "Follow-up on a request",
    Kind.LETTER_REMINDER: "Reminder of a promised letter",
    Kind.LETTER_THANKS: "Thanks for a letter",
    Kind.PROGRAM_UPDATE: "Update to a program",
    Kind.PROGRAM_TIE: "Tie to a program",
    Kind.PROGRAM_ELIGIBILITY: "Question of eligibility",
    Kind.PROGRAM_ROTATION: "Rotation at a program",
    Kind.PROGRAM_INTEREST: "Interest in a program",
    Kind.PROGRAM_INTENT: "Letter of intent after an interview",
    Kind.PROGRAM_THANKS: "Thanks for an interview",
    Kind.OTHER: "None of DearDr’s business",
}
