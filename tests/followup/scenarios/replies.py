"""Somebody answers."""

from sidecar.followup.acts import ActKind
from sidecar.followup.message import Meaning
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind
from sidecar.people import Mailbox
from tests.followup.scenarios.scenario import case
from tests.followup.stage import LIND, OFFICE, RAO, Stage

PRIVATE = Mailbox("Dr. Sunil Rao", "sunil.rao@mail.example")
OTHER_TALK = "Your poster"


def old_thread(s: Stage) -> None:
    """They answer an older thread about something else, after the request."""
    s.send(-20, Kind.OTHER, new=True, subject="Rota", name="rota").request()
    s.reply(3, in_reply_to=("rota@example.org",), references=("rota@example.org",), subject="Re: Rota")


SCENARIOS = [
    case("answered within the hour", lambda s: s.request().reply(0.04), 0.05, "classify-reply due"),
    case("answered on day three", lambda s: s.request().reply(3), 10, "classify-reply due"),
    case("answered after the first follow-up", lambda s: s.request().followup(8).reply(9), 10, "classify-reply due"),
    case(
        "answered after both",
        lambda s: s.request().followup(8).followup(16).reply(20),
        30,
        "classify-reply due",
    ),
    case("answered, looked at weeks later", lambda s: s.request().reply(3), 25, "classify-reply due"),
    case("two answers are one question", lambda s: s.request().reply(3).reply(3.1), 9, "classify-reply due"),
    case(
        "the user answered the answer: still unsorted",
        lambda s: s.request().reply(3).send(4, Kind.OTHER),
        9,
        "classify-reply due",
    ),
    case(
        "promised: quiet until the reminder",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED),
        9,
        "reminder waiting",
    ),
    case("declined", lambda s: s.request().reply(3).says(3, Meaning.DECLINED), 30),
    case(
        "declined, thanked, wished well",
        lambda s: s.request().reply(3).says(3, Meaning.DECLINED).send(4, Kind.LETTER_THANKS).reply(5),
        9,
    ),
    case(
        "declined, then changed their mind",
        lambda s: s.request().reply(3).says(3, Meaning.DECLINED).reply(9, Meaning.PROMISED),
        10,
        "classify-reply due",
    ),
    case(
        "asked for a CV, which was sent", lambda s: s.request().reply(3).says(3, Meaning.ASKS).send(4, Kind.OTHER), 15
    ),
    case("asked something, not answered by the user", lambda s: s.request().reply(3).says(3, Meaning.ASKS), 15),
    case("said they would think about it", lambda s: s.request().reply(3).says(3, Meaning.OTHER), 15),
    case(
        "a second answer after a promise asks again",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED).reply(8),
        9,
        "classify-reply due",
    ),
    case(
        "small talk after a promise leaves the promise",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED).reply(8).says(8, Meaning.OTHER),
        9,
        "reminder waiting",
    ),
    case(
        "promised, then withdrawn",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED).reply(8).says(8, Meaning.DECLINED),
        24,
    ),
    case("the meaning is said by the Message-ID", lambda s: s.request().reply(3).says(3, Meaning.DECLINED), 9),
    case(
        "the meaning is changed",
        lambda s: s.request().reply(3).says(3, Meaning.DECLINED).says(4, Meaning.PROMISED),
        9,
        "reminder waiting",
    ),
    case(
        "the meaning is taken back",
        lambda s: (
            s.request()
            .reply(3)
            .act(3, ActKind.MEANING, "m1@example.org", meaning=Meaning.DECLINED, id="x")
            .act(4, ActKind.UNDO, "x")
        ),
        9,
        "classify-reply due",
    ),
    case(
        "the question is waved away",
        lambda s: s.request().reply(3).on(Action.CLASSIFY_REPLY, 4, ActKind.DISMISS, 1),
        15,
    ),
    case("the question is done with", lambda s: s.request().reply(3).on(Action.CLASSIFY_REPLY, 4, ActKind.DONE, 1), 15),
    case(
        "answered from a private address, in the thread",
        lambda s: s.request().reply(3, sender=PRIVATE),
        9,
        "classify-reply due",
    ),
    case(
        "answered by the assistant, in the thread",
        lambda s: s.request().reply(3, sender=OFFICE),
        9,
        "classify-reply due",
    ),
    case(
        "answered by a stranger who was sent it on, in the thread",
        lambda s: s.request().reply(3, sender=LIND),
        9,
        "classify-reply due",
    ),
    case(
        "the assistant writes about something else, outside the thread",
        lambda s: s.request().reply(3, sender=OFFICE, new=True, subject="Parking"),
        9,
        "followup-1 due",
    ),
    case(
        "a new thread of the same person",
        lambda s: s.request().reply(3, new=True, subject="Letter"),
        9,
        "possible-reply due",
    ),
    case(
        "a new thread after the first follow-up",
        lambda s: s.request().followup(8).reply(10, new=True, subject="Hello"),
        16,
        "possible-reply due",
    ),
    case(
        "a new thread of the same person, before the request",
        lambda s: s.reply(-3, new=True, subject="Hello").request(),
        9,
        "followup-1 due",
    ),
    case("they write in an older thread about something else", old_thread, 9, "followup-1 due"),
    case(
        "the new thread was the answer: a promise",
        lambda s: s.request().reply(3, new=True, subject="Letter").says(4, Meaning.PROMISED),
        9,
        "reminder waiting",
    ),
    case(
        "the new thread was the answer: a refusal",
        lambda s: s.request().reply(3, new=True, subject="Letter").says(4, Meaning.DECLINED),
        9,
    ),
    case(
        "the new thread was about something else",
        lambda s: s.request().reply(3, new=True, subject=OTHER_TALK).on(Action.POSSIBLE_REPLY, 4, ActKind.DISMISS, 1),
        9,
        "followup-1 due",
    ),
    case(
        "the new thread settled it",
        lambda s: s.request().reply(3, new=True, subject="Letter").on(Action.POSSIBLE_REPLY, 4, ActKind.DONE, 1),
        9,
    ),
    case(
        "a second new thread after the first was waved away",
        lambda s: (
            s.request()
            .reply(3, new=True, subject=OTHER_TALK)
            .on(Action.POSSIBLE_REPLY, 4, ActKind.DISMISS, 1)
            .reply(6, new=True, subject="Your letter")
        ),
        9,
        "possible-reply due",
    ),
    case(
        "the user followed up after the new thread: it was no answer",
        lambda s: (
            s.request()
            .reply(3, new=True, subject=OTHER_TALK)
            .followup(9, in_reply_to=("m0@example.org",), references=())
        ),
        12,
        "followup-2 waiting",
    ),
    case(
        "answered in a new thread, then in the right one",
        lambda s: s.request().reply(3, new=True, subject="Letter").reply(4, in_reply_to=("m0@example.org",)),
        9,
        "classify-reply due",
    ),
    case(
        "an answer whose clock is a day slow",
        lambda s: s.request().reply(-1, in_reply_to=("m0@example.org",), references=()),
        9,
        "classify-reply due",
    ),
    case(
        "an answer to the early mention is sorted too",
        lambda s: s.send(0, Kind.LETTER_EARLY_ASK, new=True).reply(2),
        5,
        "classify-reply due",
    ),
    case(
        "an answer dated years ahead",
        lambda s: s.request().reply(3).change(1, sent_at=s.moment(2000)),
        9,
        "classify-reply due",
    ),
    case("an answer that reached the junk folder", lambda s: s.request().reply(3), 9, "classify-reply due"),
    case(
        "a reply to the follow-up sent in a new thread",
        lambda s: s.request().followup(9, new=True, subject="Following up").reply(11),
        18,
        "classify-reply due",
    ),
    case(
        "the user's own copy of the request is no answer",
        lambda s: s.request(cc=(Mailbox("", "amara.obi@example.org"),)),
        9,
        "followup-1 due",
    ),
    case(
        "a referee on record has a copy of the request to somebody else",
        lambda s: s.referee(RAO).request(to=LIND, cc=(RAO,)),
        9,
        "followup-1 due eva.lind",
    ),
    case(
        "both referees in one To: the first is followed up",
        lambda s: s.request(to=RAO, new=True).change(0, to=(RAO, LIND)),
        9,
        "followup-1 due",
    ),
]
