"""Somebody promised a letter. Programs begin to review on 23 September 2026: the reminder is due on 26 August, the last
nudge on 16 September."""

from datetime import date

from sidecar.followup.acts import ActKind
from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind
from sidecar.people import LetterState
from tests.followup.scenarios.scenario import case
from tests.followup.stage import RAO, Stage

REMIND = Kind.LETTER_REMINDER
PROMISED = Meaning.PROMISED


def promised(s: Stage, asked: float = 0, answered: float = 3) -> Stage:
    return s.request(asked).reply(answered).says(answered, PROMISED)


def by(s: Stage, on: str, asked: float = 0) -> Stage:
    """Promised with a date of their own."""
    return s.request(asked).reply(asked + 3, named_date=date.fromisoformat(on)).says(asked + 3, PROMISED)


SCENARIOS = [
    case("promised in June: quiet in July", promised, 40, "reminder waiting", first="2026-06-02"),
    case("the day before the reminder", promised, 21, "reminder waiting"),
    case("four weeks ahead", promised, 22, "reminder due"),
    case("reminder not sent for ten days", promised, 32, "reminder overdue"),
    case("a week ahead the nudge takes its place", promised, 43, "final-nudge due"),
    case("the day itself has come", promised, 50, "final-nudge overdue"),
    case("reminded on time: wait for the nudge", lambda s: promised(s).send(23, REMIND), 30, "final-nudge waiting"),
    case("reminded on time, a week ahead", lambda s: promised(s).send(23, REMIND), 44, "final-nudge due"),
    case("reminded and nudged", lambda s: promised(s).send(23, REMIND).send(44, REMIND), 49),
    case(
        "reminded two days before the nudge: leave them in peace",
        lambda s: promised(s).send(41, REMIND),
        43.1,
        "final-nudge waiting",
    ),
    case("reminded before the day: that was it", lambda s: promised(s).send(15, REMIND), 24, "final-nudge waiting"),
    case(
        "reminded in a mail read as a follow-up",
        lambda s: promised(s).send(23, Kind.LETTER_FOLLOWUP),
        30,
        "final-nudge waiting",
    ),
    case(
        "wrote them something else in the reminder's week",
        lambda s: promised(s).send(23, Kind.OTHER),
        30,
        "final-nudge waiting",
    ),
    case(
        "thanked for the promise: still to be reminded",
        lambda s: promised(s).send(4, Kind.LETTER_THANKS),
        23,
        "reminder due",
    ),
    case(
        "sent the upload link: still to be reminded",
        lambda s: promised(s).stands(5, LetterState.LINK_SENT),
        23,
        "reminder due",
    ),
    case("they answered the reminder", lambda s: promised(s).send(23, REMIND).reply(24), 25, "classify-reply due"),
    case(
        "they promised again when reminded",
        lambda s: promised(s).send(23, REMIND).reply(24).says(24, PROMISED),
        44,
        "final-nudge due",
    ),
    case(
        "promised too late for the reminder, in time for the nudge",
        lambda s: promised(s, 20, 30),
        35,
        "final-nudge waiting",
    ),
    case("and a week ahead", lambda s: promised(s, 20, 30), 44, "final-nudge due"),
    case(
        "promised in the last week, no date named: a fortnight later",
        lambda s: promised(s, 40, 46),
        55,
        "reminder waiting",
    ),
    case("promised in the last week, a fortnight ago", lambda s: promised(s, 40, 46), 61, "reminder due"),
    case("promised in the last week, a month ago", lambda s: promised(s, 40, 46), 76, "reminder overdue"),
    case("promised in October by a date: a week before it", lambda s: by(s, "2026-11-10", 60), 85, "reminder waiting"),
    case("promised in October by a date: the week has come", lambda s: by(s, "2026-11-10", 60), 92, "reminder due"),
    case("promised in October by a date: it has passed", lambda s: by(s, "2026-11-10", 60), 99, "reminder overdue"),
    case(
        "promised by the day after tomorrow: a fortnight is time enough",
        lambda s: by(s, "2026-10-08", 60),
        70,
        "reminder waiting",
    ),
    case(
        "the date in the request rules when the promise names none",
        lambda s: s.request(60, named_date=date(2026, 11, 10)).reply(63).says(63, PROMISED),
        92,
        "reminder due",
    ),
    case(
        "the promise's date goes before the request's",
        lambda s: (
            s.request(60, named_date=date(2026, 10, 30)).reply(63, named_date=date(2026, 11, 20)).says(63, PROMISED)
        ),
        85,
        "reminder waiting",
    ),
    case("one reminder by the named date, and no more", lambda s: by(s, "2026-11-10", 60).send(92, REMIND), 99),
    case(
        "a date named in a timely promise does not move the reminder",
        lambda s: by(s, "2026-08-20"),
        17,
        "reminder waiting",
    ),
    case(
        "a letter with a date of its own",
        lambda s: promised(s.referee(needed_by=date(2026, 11, 2)), 10, 14),
        62.5,
        "reminder due",
    ),
    case(
        "a letter with a date of its own: not by the season's",
        lambda s: promised(s.referee(needed_by=date(2026, 11, 2)), 10, 14),
        44,
        "reminder waiting",
    ),
    case(
        "promised by word of mouth, on the record",
        lambda s: s.referee(state_by_hand=LetterState.PROMISED),
        23,
        "reminder due",
    ),
    case(
        "promised by word of mouth, said by hand",
        lambda s: s.referee().stands(2, LetterState.PROMISED, "rao"),
        23,
        "reminder due",
    ),
    case(
        "promised though the mail does not show it",
        lambda s: s.request().stands(5, LetterState.PROMISED),
        23,
        "reminder due",
    ),
    case(
        "the user says promised weeks after the reply: it counts from the reply",
        lambda s: s.request().reply(2).stands(19, LetterState.PROMISED),
        19.1,
        "reminder due",
        first="2026-10-06",
    ),
    case(
        "the user says promised, and the reply named its day",
        lambda s: s.request().reply(2, named_date=date(2026, 10, 20)).stands(9, LetterState.PROMISED),
        9.1,
        "reminder due",
        first="2026-10-06",
    ),
    case(
        "the user says promised without any reply: it counts from then",
        lambda s: s.request().stands(19, LetterState.PROMISED),
        20,
        "reminder waiting",
        first="2026-10-06",
    ),
    case(
        "thanked weeks after the reply, then recorded as uploaded",
        lambda s: s.request().reply(2).send(18, Kind.LETTER_THANKS).stands(20, LetterState.UPLOADED),
        21,
    ),
    case(
        "thanked at once for the reply, later recorded as uploaded",
        lambda s: s.request().reply(2).send(3, Kind.LETTER_THANKS).stands(20, LetterState.UPLOADED),
        21,
        "say-thanks due",
    ),
    case("uploaded", lambda s: promised(s).stands(20, LetterState.UPLOADED), 21, "say-thanks due"),
    case(
        "uploaded weeks ago, not thanked",
        lambda s: promised(s).stands(20, LetterState.UPLOADED),
        45,
        "say-thanks overdue",
    ),
    case(
        "uploaded and thanked", lambda s: promised(s).stands(20, LetterState.UPLOADED).send(21, Kind.LETTER_THANKS), 22
    ),
    case(
        "thanked in a mail read as something else",
        lambda s: promised(s).stands(20, LetterState.UPLOADED).send(21, Kind.OTHER),
        22,
    ),
    case(
        "thanked by card",
        lambda s: promised(s).stands(20, LetterState.UPLOADED).on(Action.SAY_THANKS, 22, ActKind.DONE),
        23,
    ),
    case(
        "they wrote that it is in, were thanked, then it was recorded",
        lambda s: (
            promised(s)
            .reply(18)
            .says(18, Meaning.OTHER)
            .send(18.1, Kind.LETTER_THANKS)
            .stands(20, LetterState.UPLOADED)
        ),
        21,
    ),
    case(
        "you are welcome, they write",
        lambda s: promised(s).stands(20, LetterState.UPLOADED).send(21, Kind.LETTER_THANKS).reply(22),
        23,
    ),
    case(
        "uploaded on the record, while a reminder was due",
        lambda s: promised(s).stands(24, LetterState.UPLOADED),
        25,
        "say-thanks due",
    ),
    case(
        "recorded as uploaded by mistake and taken back",
        lambda s: (
            promised(s)
            .act(20, ActKind.STATE, "m0@example.org", state=LetterState.UPLOADED, id="x")
            .act(20.1, ActKind.UNDO, "x")
        ),
        23,
        "reminder due",
    ),
    case("declined by hand", lambda s: s.request().stands(3, LetterState.DECLINED), 12),
    case("given up by hand", lambda s: s.request().followup(8).stands(9, LetterState.NO_ANSWER), 20),
    case(
        "a reminder put off",
        lambda s: promised(s).on(Action.REMINDER, 23, ActKind.SNOOZE, 1, until=s.moment(28)),
        24,
        "reminder snoozed",
    ),
    case(
        "a reminder done by telephone",
        lambda s: promised(s).on(Action.REMINDER, 23, ActKind.DONE, 1),
        30,
        "final-nudge waiting",
    ),
    case(
        "a reminder waved away: the nudge still comes",
        lambda s: promised(s).on(Action.REMINDER, 23, ActKind.DISMISS, 1),
        44,
        "final-nudge due",
    ),
    case(
        "only a reminder is in the mail: the rest was said in person",
        lambda s: s.send(23, REMIND, RAO, new=True),
        30,
        "final-nudge waiting",
    ),
    case("a promise of the season before", promised, 400, first="2025-08-05"),
]
