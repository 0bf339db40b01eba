"""When each step falls due (domain.md 2.4 and 6), as data. Days are calendar days; negative ones lie before a date."""

from dataclasses import dataclass

from sidecar.followup.prompt import Action


@dataclass(frozen=True, slots=True)
class Cadence:
    """A step opens and closes so many days after what it hangs on; `template` is the draft that fits it."""

    opens: int
    closes: int
    source: str
    template: str | None


CADENCES = {
    Action.FOLLOWUP_1: Cadence(7, 14, "L7", "followup-1"),  # after the request
    Action.FOLLOWUP_2: Cadence(7, 14, "L7", "followup-2"),  # after follow-up 1
    Action.MOVE_ON: Cadence(7, 14, "L7", None),  # after follow-up 2
    Action.REMINDER: Cadence(-28, -21, "L7", "promised-reminder"),  # before the application date
    Action.FINAL_NUDGE: Cadence(-7, -1, "L7", "final-nudge"),  # before the application date
    # What mail or an upload calls for is due at once and stays so; it has no day on which it would be late.
    Action.SAY_THANKS: Cadence(0, 14, "L7", "thank-you"),  # after the upload
    Action.FIX_ADDRESS: Cadence(0, 60, "L7", None),  # after the bounce
    Action.CLASSIFY_REPLY: Cadence(0, 60, "L7", None),  # after the reply
    Action.POSSIBLE_REPLY: Cadence(0, 60, "L7", None),  # after the mail that may be one
}

# Where the days before the application date are past when the letter is promised:
BEFORE_NAMED_DATE = Cadence(-7, -1, "L7", "promised-reminder")  # before the date named in request or promise
AFTER_PROMISE = Cadence(14, 21, "L7", "promised-reminder")  # no date was named

FOLLOWUPS = 2  # then stop: never more than three emails to get a first answer (L7, L-FAQ2)
ADDENDUM_HOURS = 24  # what follows an email so soon belongs to it and chases nobody
RESEND_DAYS = 30  # after a bounce, the same email to another address is the same email
NEW_REQUEST_DAYS = 90  # a request after so long a pause is about another letter
THANKS_DAYS = 7  # thanks so soon after an answer are for the answer, later ones for the letter
REST_DAYS = 3  # between two reminders
SEASON_DAYS = 300  # a promise so long before an application date was for an earlier one
LAPSE_DAYS = 180  # a window closed for so long is nobody's business any more
MACHINE_SILENCE_HOURS = 24  # a mailbox not read for so long may hold an unseen answer
