"""Nobody answers."""

from sidecar.kinds import Kind
from tests.followup.scenarios.scenario import case
from tests.followup.stage import LIND, RAO, Stage

BOSE = RAO.__class__("Dr. Mita Bose", "m.bose@clinic.example")


def three_people(s: Stage) -> None:
    s.request(0).request(3, LIND).request(6, BOSE)


SCENARIOS = [
    case("asked this morning", lambda s: s.request(), 0.1, "followup-1 waiting"),
    case("asked yesterday", lambda s: s.request(), 1, "followup-1 waiting"),
    case("asked five days ago", lambda s: s.request(), 5, "followup-1 waiting"),
    case("an hour short of a week", lambda s: s.request(), 6.95, "followup-1 waiting"),
    case("a week and an hour", lambda s: s.request(), 7.05, "followup-1 due"),
    case("ten days", lambda s: s.request(), 10, "followup-1 due"),
    case("an hour short of two weeks", lambda s: s.request(), 13.95, "followup-1 due"),
    case("two weeks and an hour", lambda s: s.request(), 14.05, "followup-1 overdue"),
    case("six weeks, never followed up", lambda s: s.request(), 42, "followup-1 overdue"),
    case("asked a year ago and long past caring", lambda s: s.request(), 300),
    case("followed up three days ago", lambda s: s.request().followup(9), 12, "followup-2 waiting"),
    case("followed up eight days ago", lambda s: s.request().followup(9), 17, "followup-2 due"),
    case("followed up three weeks ago", lambda s: s.request().followup(9), 30, "followup-2 overdue"),
    case("the first follow-up came too early", lambda s: s.request().followup(3), 9, "followup-2 waiting"),
    case("a week after one that came too early", lambda s: s.request().followup(3), 11, "followup-2 due"),
    case("the first follow-up came a month late", lambda s: s.request().followup(31), 33, "followup-2 waiting"),
    case("followed up twice, last week", lambda s: s.request().followup(8).followup(16), 20, "move-on waiting"),
    case("followed up twice, ten days ago", lambda s: s.request().followup(8).followup(16), 26, "move-on due"),
    case("followed up twice, a month ago", lambda s: s.request().followup(8).followup(16), 46, "move-on overdue"),
    case(
        "three follow-ups already: never a fourth",
        lambda s: s.request().followup(8).followup(16).followup(24),
        33,
        "move-on due",
    ),
    case(
        "the follow-up was read as some other mail", lambda s: s.request().send(9, Kind.OTHER), 12, "followup-2 waiting"
    ),
    case(
        "the second request is a follow-up in other words",
        lambda s: s.request().request(9, name="again"),
        12,
        "followup-2 waiting",
    ),
    case(
        "followed up in a new thread with another subject",
        lambda s: s.request().followup(9, new=True, subject="Following up on my letter request"),
        17,
        "followup-2 due",
    ),
    case(
        "followed up from the telephone, whose mail program drops the thread headers",
        lambda s: s.request().followup(9, in_reply_to=(), references=()),
        12,
        "followup-2 waiting",
    ),
    case(
        "the request itself was made in person: only the follow-up is in the mail",
        lambda s: s.followup(0, new=True),
        8,
        "followup-2 due",
    ),
    case("an early mention in the rotation is not chased", lambda s: s.send(0, Kind.LETTER_EARLY_ASK, new=True), 12),
    case(
        "the formal request after an early mention starts the clock",
        lambda s: s.send(0, Kind.LETTER_EARLY_ASK, new=True).send(20),
        28,
        "followup-1 due",
    ),
    case(
        "a forgotten attachment sent after an hour", lambda s: s.request().send(0.04, Kind.OTHER), 8, "followup-1 due"
    ),
    case(
        "the same request sent twice by a slip of the finger",
        lambda s: s.request().request(0.001, name="slip"),
        9,
        "followup-1 due",
    ),
    case(
        "three people asked on three days",
        three_people,
        11,
        "followup-1 due s.rao",
        "followup-1 due eva.lind",
        "followup-1 waiting m.bose",
    ),
    case(
        "one of two answered",
        lambda s: s.request(0).request(0.1, LIND).reply(2, sender=LIND),
        9,
        "followup-1 due s.rao",
        "classify-reply due eva.lind",
    ),
    case(
        "a forwarded request to a second person in the same thread",
        lambda s: s.request(0).send(1, to=LIND, references=("m0@example.org",)).reply(3, sender=LIND),
        9,
        "followup-1 due s.rao",
        "classify-reply due eva.lind",
    ),
    case("thanked for a talk in the corridor: nothing to chase", lambda s: s.request().send(4, Kind.LETTER_THANKS), 12),
    case(
        "a request on the last day before a clock change",
        lambda s: s.request(),
        7.02,
        "followup-1 due",
        first="2026-10-27",
    ),
    case("a request over Christmas", lambda s: s.request(), 8, "followup-1 due", first="2026-12-22"),
    case(
        "another letter asked of the same person a season later",
        lambda s: s.request().request(300, name="new"),
        308,
        "followup-1 due",
    ),
    case(
        "a message dated in the future by a wrong clock counts from when it arrived",
        lambda s: s.request().change(0, sent_at=s.moment(400)),
        8,
        "followup-1 due",
    ),
    case("mail of the day after tomorrow is not known yet", lambda s: s.request(2), 1),
]
