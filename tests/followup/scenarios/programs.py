"""Mail to programs: nothing is chased, whatever comes back (P-FAQ2)."""

from sidecar.followup.acts import ActKind
from sidecar.kinds import Kind
from sidecar.people import Mailbox, Program
from tests.followup.scenarios.scenario import Scenario, case
from tests.followup.stage import PROGRAM, RAO, Stage

COORDINATOR = Mailbox("Jo Park", "jo.park@residency.example")
TYPO = Mailbox("", "k.mos@residency.example")


def wrote(s: Stage, kind: Kind = Kind.PROGRAM_UPDATE, **fields: object) -> Stage:
    return s.send(0, kind, PROGRAM, **{"new": True, "subject": "Update - Amara Obi, Internal Medicine"} | fields)


def on_roster(s: Stage) -> Stage:
    s.programs.append(
        Program("mercy", "Mercy", director_address=PROGRAM.address, coordinator_address=COORDINATOR.address)
    )
    return s


def silent(kind: Kind) -> Scenario:
    return case(f"{kind}: silence stays silence", lambda s: wrote(s, kind), 12, first="2026-10-06")


SCENARIOS = [
    case("an update, a day ago", wrote, 1, first="2026-10-06"),
    case("an update, ten days ago", wrote, 10, first="2026-10-06"),
    case("an update, a month ago", wrote, 30, first="2026-10-06"),
    *[silent(kind) for kind in Kind if kind.family == "program"],
    case("they answered", lambda s: wrote(s).reply(2, sender=PROGRAM), 5, first="2026-10-06"),
    case(
        "the coordinator answered",
        lambda s: wrote(s, cc=(COORDINATOR,)).reply(2, sender=COORDINATOR),
        5,
        first="2026-10-06",
    ),
    case(
        "they wrote by themselves",
        lambda s: wrote(s).reply(2, sender=PROGRAM, new=True, subject="Interview"),
        5,
        first="2026-10-06",
    ),
    case("away", lambda s: wrote(s).away(0.1, "2026-10-20", sender=PROGRAM), 16, first="2026-10-06"),
    case(
        "a second mail after the interview",
        lambda s: wrote(s).send(60, Kind.PROGRAM_INTENT, PROGRAM, new=True),
        70,
        first="2026-10-06",
    ),
    case("bounced", lambda s: wrote(s).bounce(0.1, [PROGRAM.address]), 1, "fix-address due", first="2026-10-06"),
    case(
        "bounced, sent again",
        lambda s: (
            s.send(0, Kind.PROGRAM_TIE, TYPO, new=True, greeting="Dear Dr. Moss")
            .bounce(0.1, [TYPO.address])
            .send(1, Kind.PROGRAM_TIE, PROGRAM, new=True, greeting="Dear Dr. Moss")
        ),
        9,
        first="2026-10-06",
    ),
    case(
        "only the coordinator's copy bounced",
        lambda s: wrote(s, cc=(COORDINATOR,)).bounce(0.1, [COORDINATOR.address]),
        1,
        first="2026-10-06",
    ),
    case("on the roster, silent", lambda s: wrote(on_roster(s)), 12, first="2026-10-06"),
    case(
        "tracking it by hand does not make a chase of it",
        lambda s: wrote(s).act(1, ActKind.TRACK, "m0@example.org"),
        12,
        first="2026-10-06",
    ),
    case(
        "a letter and a program in one mailbox",
        lambda s: wrote(s).request(1, RAO, subject="Letter"),
        9,
        "followup-1 due",
    ),
    case(
        "a person who is asked for a letter and runs a program",
        lambda s: s.send(0, Kind.PROGRAM_UPDATE, RAO, new=True, subject="Update").request(1, RAO, subject="Letter"),
        9,
        "followup-1 due",
    ),
]
