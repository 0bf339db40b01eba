"""Machines answer: absence, bounces, delays, receipts, lists."""

from sidecar.followup.acts import ActKind
from sidecar.followup.message import Meaning, MessageClass
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind
from sidecar.people import Mailbox
from tests.followup.scenarios.scenario import case
from tests.followup.stage import LIND, OFFICE, PROGRAM, RAO, Stage

RIGHT = Mailbox("Dr. Sunil Rao", "sunil.rao@hospital.example")
MISSPELT = Mailbox("", "s.roa@hospital.example")
COPY = Mailbox("Chief resident", "chief@hospital.example")


def unclear(s: Stage) -> None:
    s.request().away(0.01, return_date_ambiguous=True)


NAMESAKE = Mailbox("Dr. Sunil Rao", "srao@university.example")


def two_in_one_second(s: Stage) -> None:
    s.request().bounce(0.01).request(0.005, LIND)
    s.bounce(0.01, [LIND.address])


SCENARIOS = [
    case(
        "two requests that come back in one second",
        two_in_one_second,
        1,
        "fix-address due s.rao",
        "fix-address due eva.lind",
    ),
    case(
        "after a bounce, a namesake elsewhere is asked in other words",
        lambda s: s.request().bounce(0.01).request(2, NAMESAKE, subject="Your recommendation", name="b"),
        5,
        "fix-address due s.rao",
        "followup-1 waiting srao",
    ),
    case(
        "after a bounce, another person is asked in the same words",
        lambda s: s.request().bounce(0.01).request(2, LIND),
        5,
        "fix-address due s.rao",
        "followup-1 waiting eva.lind",
    ),
    case("an automatic reply without a date", lambda s: s.request().away(0.01), 8, "followup-1 due"),
    case("away until before the window", lambda s: s.request().away(0.01, "2026-08-07"), 8, "followup-1 due"),
    case("away into the window: not yet", lambda s: s.request().away(0.01, "2026-08-13"), 8, "followup-1 waiting"),
    case(
        "away into the window: the working day after",
        lambda s: s.request().away(0.01, "2026-08-13"),
        10,
        "followup-1 due",
    ),
    case("away for a month: quiet", lambda s: s.request().away(0.01, "2026-09-08"), 20, "followup-1 waiting"),
    case("back on a Tuesday: due on Wednesday", lambda s: s.request().away(0.01, "2026-09-08"), 36, "followup-1 due"),
    case(
        "back on a Tuesday: late from Friday on",
        lambda s: s.request().away(0.01, "2026-09-08"),
        38,
        "followup-1 overdue",
    ),
    case(
        "back on a Friday: not at the weekend",
        lambda s: s.request().away(0.01, "2026-08-14"),
        11.5,
        "followup-1 waiting",
    ),
    case("back on a Friday: due on Monday", lambda s: s.request().away(0.01, "2026-08-14"), 13, "followup-1 due"),
    case(
        "back before Labor Day: due the day after it",
        lambda s: s.request().away(0.01, "2026-09-04"),
        35.1,
        "followup-1 due",
    ),
    case("back before Labor Day: not on it", lambda s: s.request().away(0.01, "2026-09-04"), 34, "followup-1 waiting"),
    case(
        "two notes of absence: the later return counts",
        lambda s: s.request().away(0.01, "2026-08-13").away(5, "2026-08-20"),
        12,
        "followup-1 waiting",
    ),
    case(
        "absent at the time of the follow-up",
        lambda s: s.request().followup(8).away(8.01, "2026-08-31"),
        17,
        "followup-2 waiting",
    ),
    case(
        "absent at the time of the follow-up, back since",
        lambda s: s.request().followup(8).away(8.01, "2026-08-31"),
        28.1,
        "followup-2 due",
    ),
    case(
        "absent after the second follow-up: do not give up yet",
        lambda s: s.request().followup(8).followup(16).away(16.1, "2026-09-08"),
        26,
        "move-on waiting",
    ),
    case("a return date long past is a leftover", lambda s: s.request().away(0.01, "2026-06-01"), 8, "followup-1 due"),
    case("a return date years ahead is a slip", lambda s: s.request().away(0.01, "2029-06-01"), 8, "followup-1 due"),
    case("a date with two readings of which neither is known moves nothing", unclear, 8, "followup-1 due"),
    case(
        "of two readings the later counts until the user says which",
        lambda s: s.request().away_until_one_of(0.01, "2026-08-05", "2026-09-08"),
        20,
        "followup-1 waiting",
    ),
    case(
        "the user says the earlier is meant",
        lambda s: s.request().away_until_one_of(0.01, "2026-08-05", "2026-09-08").means(8, "2026-08-05"),
        9,
        "followup-1 due",
    ),
    case(
        "the user says the later is meant",
        lambda s: s.request().away_until_one_of(0.01, "2026-08-05", "2026-09-08").means(8, "2026-09-08"),
        36,
        "followup-1 due",
    ),
    case(
        "of two readings one is past when it is written: no doubt",
        lambda s: s.request().away_until_one_of(0.01, "2026-05-09", "2026-08-05"),
        8,
        "followup-1 due",
    ),
    case("absence, then an answer", lambda s: s.request().away(0.01, "2026-08-20").reply(4), 8, "classify-reply due"),
    case(
        "an answer, then a note of absence",
        lambda s: s.request().reply(3).away(4, "2026-08-20"),
        8,
        "classify-reply due",
    ),
    case(
        "a note of absence in a thread of its own",
        lambda s: s.request().away(0.01, "2026-09-08", new=True, subject="Out of office"),
        20,
        "followup-1 waiting",
    ),
    case(
        "absence of somebody else changes nothing",
        lambda s: s.request().away(0.5, "2026-09-08", sender=LIND, new=True, subject="Away"),
        8,
        "followup-1 due",
    ),
    case("bounced at once", lambda s: s.request().bounce(0.01), 0.1, "fix-address due"),
    case("bounced a day later", lambda s: s.request().bounce(1), 2, "fix-address due"),
    case("bounced and left so", lambda s: s.request().bounce(0.01), 20, "fix-address due"),
    case(
        "bounced without naming the original",
        lambda s: s.request().bounce(0.01, original_message_id=None),
        8,
        "fix-address due",
    ),
    case(
        "bounced naming neither address nor original, only the subject",
        lambda s: s.request().bounce(
            0.01,
            [],
            original_message_id=None,
            subject="Undeliverable: Letter of recommendation for residency - Amara Obi",
        ),
        2,
        "fix-address due",
    ),
    case(
        "the bounce of another mail",
        lambda s: s.request().bounce(0.01, ["x@y.example"], original_message_id="other@example.org"),
        8,
        "followup-1 due",
    ),
    case(
        "bounced, sent again to the right address",
        lambda s: s.request(to=MISSPELT).bounce(0.01, [MISSPELT.address]).request(1, RAO),
        7.5,
        "followup-1 waiting",
    ),
    case(
        "bounced, sent again, a week ago",
        lambda s: s.request(to=MISSPELT).bounce(0.01, [MISSPELT.address]).request(1, RAO),
        8.5,
        "followup-1 due",
    ),
    case(
        "bounced, sent again in the same thread",
        lambda s: (
            s.request(to=MISSPELT).bounce(0.01, [MISSPELT.address]).send(1, to=RIGHT, in_reply_to=("m0@example.org",))
        ),
        9,
        "followup-1 due",
    ),
    case(
        "bounced, sent again to the same address",
        lambda s: s.request().bounce(0.01).request(2, name="again"),
        9.5,
        "followup-1 due",
    ),
    case(
        "sent again, and bounced again",
        lambda s: s.request().bounce(0.01).request(2, RIGHT).bounce(2.1, [RIGHT.address]),
        9.5,
        "fix-address due",
    ),
    case(
        "one address of two failed",
        lambda s: s.request().change(0, to=(RAO, RIGHT)).bounce(0.01, [RIGHT.address]),
        8,
        "followup-1 due",
    ),
    case(
        "the copy to the chief resident failed",
        lambda s: s.request(cc=(COPY,)).bounce(0.01, [COPY.address]),
        8,
        "followup-1 due",
    ),
    case(
        "a mailbox behind a forwarding failed",
        lambda s: s.request().bounce(0.01, ["rao.old@mail.example"]),
        3,
        "fix-address due",
    ),
    case(
        "the request arrived, the follow-up bounced",
        lambda s: s.request().followup(8).bounce(8.1),
        9,
        "fix-address due",
    ),
    case(
        "the follow-up bounced and was sent again",
        lambda s: s.request().followup(8).bounce(8.1).followup(9),
        12,
        "followup-2 waiting",
    ),
    case(
        "bounced, yet answered",
        lambda s: s.request().bounce(0.01).reply(2, in_reply_to=("m0@example.org",)),
        9,
        "classify-reply due",
    ),
    case(
        "the address was put right by telephone",
        lambda s: s.request().bounce(0.01).on(Action.FIX_ADDRESS, 1, ActKind.DONE),
        9,
        "followup-1 due",
    ),
    case("the bounce is waved away", lambda s: s.request().bounce(0.01).on(Action.FIX_ADDRESS, 1, ActKind.DISMISS), 9),
    case(
        "a bounce a fortnight later is about something else",
        lambda s: s.request().bounce(20, original_message_id=None),
        21,
        "followup-1 overdue",
    ),
    case(
        "delayed, not failed",
        lambda s: s.request().notice(0.2, MessageClass.DELAY_NOTICE, failed=(RAO.address,)),
        8,
        "followup-1 due",
    ),
    case(
        "delayed, then failed",
        lambda s: s.request().notice(0.2, MessageClass.DELAY_NOTICE).bounce(4),
        5,
        "fix-address due",
    ),
    case(
        "a read receipt is no answer", lambda s: s.request().notice(1, MessageClass.RECEIPT, RAO), 8, "followup-1 due"
    ),
    case(
        "a calendar answer is no answer",
        lambda s: s.request().notice(1, MessageClass.CALENDAR, RAO),
        8,
        "followup-1 due",
    ),
    case(
        "a circular of their hospital is no answer",
        lambda s: s.request().notice(1, MessageClass.LIST, RAO),
        8,
        "followup-1 due",
    ),
    case(
        "a ticket number is no answer",
        lambda s: s.request().notice(1, MessageClass.ACKNOWLEDGEMENT, OFFICE),
        8,
        "followup-1 due",
    ),
    case(
        "absence while a promise waits moves the reminder",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED).away(4, "2026-09-01"),
        23,
        "reminder waiting",
    ),
    case(
        "a program's mailbox bounced",
        lambda s: s.send(0, Kind.PROGRAM_TIE, PROGRAM, new=True).bounce(0.1, [PROGRAM.address]),
        1,
        "fix-address due",
    ),
    case(
        "a program's automatic reply",
        lambda s: s.send(0, Kind.PROGRAM_TIE, PROGRAM, new=True).away(0.1, sender=PROGRAM),
        20,
    ),
    case("the landlord's mailbox bounced", lambda s: s.send(0, Kind.OTHER, new=True).bounce(0.1), 1),
]
