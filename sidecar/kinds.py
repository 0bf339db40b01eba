"""The kinds of email the product knows (domain.md section 1). Shared vocabulary of linting and following up."""

from enum import StrEnum


class Kind(StrEnum):
    """A stable identifier for what an email is for; `OTHER` means it is none of our business."""

    LETTER_REQUEST = "letter.request"
    LETTER_EARLY_ASK = "letter.early-ask"
    LETTER_FOLLOWUP = "letter.followup"
    LETTER_REMINDER = "letter.reminder"
    LETTER_THANKS = "letter.thanks"
    PROGRAM_UPDATE = "program.update"
    PROGRAM_TIE = "program.tie"
    PROGRAM_ELIGIBILITY = "program.eligibility"
    PROGRAM_ROTATION = "program.rotation"
    PROGRAM_INTEREST = "program.interest"
    PROGRAM_INTENT = "program.intent"
    PROGRAM_THANKS = "program.thanks"
    OTHER = "other"

    @property
    def family(self) -> str:
        """`letter`, `program` or `other`."""
        return self.value.partition(".")[0]


ALL = frozenset(Kind)
LETTER = frozenset(kind for kind in Kind if kind.family == "letter")
PROGRAM = frozenset(kind for kind in Kind if kind.family == "program")
OURS = LETTER | PROGRAM
