"""One person at several addresses, and several persons in one email."""

from sidecar.followup.message import Meaning
from sidecar.kinds import Kind
from sidecar.people import Mailbox
from tests.followup.scenarios.scenario import Scene, case
from tests.followup.stage import LIND, PROGRAM, RAO, Stage

OSEI = Mailbox("Kofi Osei", "kosei@county.example")
OSEI_HOME = Mailbox("", "osei.family@home.example")
OSEI_REVERSED = Mailbox("Osei, Kofi", "k.osei@university.example")
BARE_TAN = Mailbox("", "mei.tan@clinic.example")
TAN_HOME = Mailbox("Mei Tan", "tan.mei@home.example")
BANERJEE = Mailbox("Lata Banerjee", "banerjee@county.example")
OTHER_OSEI = Mailbox("Ama Osei", "a.osei@county.example")
GENERIC = "Respected Sir"
OTHER_PROGRAM = Mailbox("Dr. Lee Hart", "l.hart@othertown.example")


def back_and_again(first: Mailbox, second: Mailbox, greeting: str | None, subject: str = "LOR") -> Scene:
    def scene(s: Stage) -> object:
        s.request(to=first, greeting=greeting, subject=subject).bounce(0.01, [first.address])
        return s.request(3, second, greeting=greeting, subject=subject)

    return scene


def to_two(s: Stage, greeting: str = "Dear Dr. Rao and Professor Lind") -> Stage:
    return s.request(greeting=greeting).change(0, to=(RAO, Mailbox("", LIND.address)))


def to_two_bare(s: Stage) -> Stage:
    return s.request(greeting="Dear Drs. Osei and Tan").change(
        0, to=(Mailbox("", OSEI.address), Mailbox("", "mtan@clinic.example"))
    )


SCENARIOS = [
    case(
        "bounced, sent to the home address under a generic greeting",
        back_and_again(OSEI, OSEI_REVERSED, GENERIC),
        11,
        "followup-1 due",
    ),
    case(
        "bounced, sent to a private address that only holds the family name",
        back_and_again(OSEI, OSEI_HOME, "Hi Dr. Osei"),
        11,
        "followup-1 due",
    ),
    case(
        "bounced, no greeting at all, name only beside the second address",
        back_and_again(BARE_TAN, TAN_HOME, None),
        11,
        "followup-1 due",
    ),
    case(
        "bounced, the same generic words to another person",
        back_and_again(OSEI, BANERJEE, GENERIC),
        11,
        "fix-address due kosei",
        "followup-1 due banerjee",
    ),
    case(
        "bounced, the same words to a colleague of the same family name",
        back_and_again(OSEI, OTHER_OSEI, "Dear Dr. Osei"),
        11,
        "fix-address due kosei",
        "followup-1 due a.osei",
    ),
    case(
        "bounced, the same words to another program",
        lambda s: (
            s.send(0, Kind.PROGRAM_UPDATE, PROGRAM, new=True, greeting="Dear Program Director", subject="Update")
            .bounce(0.01, [PROGRAM.address])
            .send(2, Kind.PROGRAM_UPDATE, OTHER_PROGRAM, new=True, greeting="Dear Program Director", subject="Update")
        ),
        4,
        "fix-address due k.moss",
        first="2026-10-06",
    ),
    case(
        "bounced, sent again under another subject in the same words",
        lambda s: (
            s.request(to=OSEI, greeting="Dear Dr. Osei", sketch=bytes(range(200)))
            .bounce(0.01, [OSEI.address])
            .request(2, OSEI_HOME, greeting="Dear Dr. Osei", subject="Second try", sketch=bytes(range(200)))
        ),
        10,
        "followup-1 due",
    ),
    case(
        "the follow-up goes to the private address, in the thread",
        lambda s: s.request(to=OSEI, greeting="Dear Dr. Osei").send(
            8,
            Kind.LETTER_FOLLOWUP,
            OSEI_HOME,
            greeting="Hello Dr. Osei",
            in_reply_to=("m0@example.org",),
            references=("m0@example.org",),
        ),
        16,
        "followup-2 due",
    ),
    case(
        "a line in the thread to the private address that was taken for none of our business",
        lambda s: s.request(to=OSEI, greeting="Dear Dr. Osei").send(
            8, Kind.OTHER, OSEI_HOME, greeting="Dr. Osei", in_reply_to=("m0@example.org",)
        ),
        16,
        "followup-2 due",
    ),
    case(
        "in the thread, somebody else is asked instead",
        lambda s: s.request(to=OSEI, greeting="Dear Dr. Osei").send(
            8, Kind.LETTER_REQUEST, BANERJEE, greeting="Dear Dr. Banerjee", in_reply_to=("m0@example.org",)
        ),
        16,
        "followup-1 overdue kosei",
        "followup-1 due banerjee",
    ),
    case("two referees in one email", to_two, 9, "followup-1 due s.rao", "followup-1 due eva.lind"),
    case("two referees known by their addresses alone", to_two_bare, 9, "followup-1 due kosei", "followup-1 due mtan"),
    case(
        "two referees greeted together",
        lambda s: to_two(s, "Dear Professors"),
        9,
        "followup-1 due s.rao",
        "followup-1 due eva.lind",
    ),
    case(
        "the secretary beside the referee is not asked for a letter",
        lambda s: s.request(greeting="Dear Dr. Rao").change(0, to=(RAO, Mailbox("Joan Petty", "jp@hospital.example"))),
        9,
        "followup-1 due s.rao",
    ),
    case(
        "of two referees in one email one answers",
        lambda s: to_two(s).reply(3, sender=LIND, in_reply_to=("m0@example.org",)),
        9,
        "followup-1 due s.rao",
        "classify-reply due eva.lind",
    ),
    case(
        "of two referees in one email one declined, the other is followed up",
        lambda s: (
            to_two(s).reply(3, sender=LIND, in_reply_to=("m0@example.org",)).says(3.1, Meaning.DECLINED).followup(8)
        ),
        16,
        "followup-2 due",
    ),
    case(
        "of two referees in one email one address failed",
        lambda s: to_two(s).bounce(0.01, [LIND.address]),
        9,
        "followup-1 due s.rao",
        "fix-address due eva.lind",
    ),
    case(
        "an earlier mail of a person, and a request to another without Message-ID",
        lambda s: (
            s.reply(-10, new=True, subject="Roster", sender=LIND)
            .request(0, LIND)
            .request(0.2, message_id=None, key="print-9")
        ),
        9,
        "followup-1 due s.rao",
        "followup-1 due eva.lind",
    ),
]
