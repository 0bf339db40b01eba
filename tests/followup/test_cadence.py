"""When what falls due: the cadences of letters, as a table of sentences."""

from collections.abc import Callable

import pytest

from sidecar.followup.acts import ActKind
from sidecar.followup.message import Meaning, MessageClass
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind
from sidecar.people import LetterState, Mailbox
from tests.followup.stage import OFFICE, PROGRAM, RAO, Stage

Scene = Callable[[Stage], Stage]
NEW_ADDRESS = Mailbox("Dr. Sunil Rao", "sunil.rao@hospital.example")

CASES: list[tuple[str, Scene, float, list[str]]] = [
    ("six days of silence are too few", lambda s: s.request(), 6, ["followup-1 waiting"]),
    ("a week of silence calls for a first follow-up", lambda s: s.request(), 7, ["followup-1 due"]),
    ("the window is open for a week", lambda s: s.request(), 13.9, ["followup-1 due"]),
    ("after two weeks the first follow-up is late", lambda s: s.request(), 15, ["followup-1 overdue"]),
    ("a follow-up starts the clock anew", lambda s: s.request().followup(8), 14, ["followup-2 waiting"]),
    ("a week after the first comes the second", lambda s: s.request().followup(8), 16, ["followup-2 due"]),
    (
        "two follow-ups are enough: then somebody else",
        lambda s: s.request().followup(8).followup(17),
        25,
        ["move-on due"],
    ),
    ("an answer stops the clock and asks its meaning", lambda s: s.request().reply(3), 9, ["classify-reply due"]),
    ("an answer after a follow-up does too", lambda s: s.request().followup(8).reply(9), 20, ["classify-reply due"]),
    ("a refusal settles it", lambda s: s.request().reply(3).says(4, Meaning.DECLINED), 20, []),
    ("a question answered is not chased", lambda s: s.request().reply(3).says(3, Meaning.ASKS).send(4), 20, []),
    (
        "a promise waits for the reminder four weeks ahead",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED),
        10,
        ["reminder waiting"],
    ),
    (
        "four weeks before programs begin to review the reminder is due",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED),
        23,
        ["reminder due"],
    ),
    (
        "a week before it the final nudge takes over",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED),
        44,
        ["final-nudge due"],
    ),
    (
        "a reminder sent leaves the nudge",
        lambda s: s.request().reply(3).says(3, Meaning.PROMISED).send(23, Kind.LETTER_REMINDER),
        30,
        ["final-nudge waiting"],
    ),
    (
        "both sent leaves nothing",
        lambda s: (
            s.request().reply(3).says(3, Meaning.PROMISED).send(23, Kind.LETTER_REMINDER).send(44, Kind.LETTER_REMINDER)
        ),
        46,
        [],
    ),
    ("an upload calls for thanks", lambda s: s.request().stands(20, LetterState.UPLOADED), 21, ["say-thanks due"]),
    (
        "thanks end it",
        lambda s: s.request().stands(20, LetterState.UPLOADED).send(21, Kind.LETTER_THANKS),
        30,
        [],
    ),
    ("a bounce asks for the address, not for patience", lambda s: s.request().bounce(0.01), 9, ["fix-address due"]),
    (
        "sending again to a new address starts the clock anew",
        lambda s: s.request().bounce(0.01).request(2, NEW_ADDRESS, name="again"),
        8,
        ["followup-1 waiting"],
    ),
    (
        "and the week counts from there",
        lambda s: s.request().bounce(0.01).request(2, NEW_ADDRESS, name="again"),
        9.5,
        ["followup-1 due"],
    ),
    (
        "a notice of delay changes nothing",
        lambda s: s.request().notice(0.2, MessageClass.DELAY_NOTICE),
        8,
        ["followup-1 due"],
    ),
    (
        "an automatic reply is no answer",
        lambda s: s.request().away(0.01),
        8,
        ["followup-1 due"],
    ),
    (
        "who is away until later is not chased before",
        lambda s: s.request().away(0.01, back="2026-08-24"),
        17,
        ["followup-1 waiting"],
    ),
    (
        "but on the working day after the return",
        lambda s: s.request().away(0.01, back="2026-08-24"),
        21,
        ["followup-1 due"],
    ),
    (
        "who is back before the window opens changes nothing",
        lambda s: s.request().away(0.01, back="2026-08-06"),
        6,
        ["followup-1 waiting"],
    ),
    ("silence of a program is never chased", lambda s: s.send(0, Kind.PROGRAM_UPDATE, PROGRAM, new=True), 20, []),
    (
        "a bounce from a program is worth knowing",
        lambda s: s.send(0, Kind.PROGRAM_UPDATE, PROGRAM, new=True).bounce(0.01, [PROGRAM.address]),
        1,
        ["fix-address due"],
    ),
    ("other mail is none of our business", lambda s: s.send(0, Kind.OTHER, new=True), 20, []),
    (
        "the assistant's answer in the thread counts",
        lambda s: s.request().reply(3, sender=OFFICE),
        9,
        ["classify-reply due"],
    ),
    (
        "a new thread of the same person is asked about",
        lambda s: s.request().reply(3, new=True, subject="Quick question"),
        9,
        ["possible-reply due"],
    ),
    (
        "said to be something else, the follow-up is back",
        lambda s: (
            s.request()
            .reply(3, new=True, subject="Grand rounds")
            .on(Action.POSSIBLE_REPLY, 4, ActKind.DISMISS, message=1)
        ),
        9,
        ["followup-1 due"],
    ),
    (
        "a follow-up done by telephone counts",
        lambda s: s.request().on(Action.FOLLOWUP_1, 8, ActKind.DONE),
        16,
        ["followup-2 due"],
    ),
    (
        "a prompt put off is out of the way",
        lambda s: s.request().on(Action.FOLLOWUP_1, 8, ActKind.SNOOZE, until=s.moment(11)),
        9,
        ["followup-1 snoozed"],
    ),
    (
        "and comes back when its time is up",
        lambda s: s.request().on(Action.FOLLOWUP_1, 8, ActKind.SNOOZE, until=s.moment(11)),
        12,
        ["followup-1 due"],
    ),
    ("a prompt dismissed stays away", lambda s: s.request().on(Action.FOLLOWUP_1, 8, ActKind.DISMISS), 9, []),
    (
        "until the dismissal is undone",
        lambda s: s.request().on(Action.FOLLOWUP_1, 8, ActKind.DISMISS, id="mistake").act(8.1, ActKind.UNDO, "mistake"),
        9,
        ["followup-1 due"],
    ),
    ("a conversation let go is quiet", lambda s: s.request().act(1, ActKind.UNTRACK, "m0@example.org"), 9, []),
    (
        "a mail tracked by hand is followed up",
        lambda s: s.send(0, Kind.OTHER, new=True).act(1, ActKind.TRACK, "m0@example.org"),
        9,
        ["followup-1 due"],
    ),
    (
        "one email seen twice is one email",
        lambda s: s.request().request(0, name="copy"),
        8,
        ["followup-1 due"],
    ),
    ("an addition minutes later chases nobody", lambda s: s.request().send(0.01, Kind.OTHER), 8, ["followup-1 due"]),
    (
        "a reply without any thread header is known by its subject",
        lambda s: s.request().reply(3, in_reply_to=(), references=()),
        9,
        ["classify-reply due"],
    ),
]


@pytest.mark.parametrize(("scene", "day", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_due(scene: Scene, day: float, expected: list[str]) -> None:
    assert scene(Stage()).says_due(day) == expected


def test_a_prompt_says_who_what_why_and_when() -> None:
    (prompt,) = Stage().request().prompts(8)
    assert (prompt.person, prompt.address, prompt.kind) == (RAO.name, RAO.address, Kind.LETTER_REQUEST)
    assert prompt.reason == (
        "Dr. Sunil Rao has not answered your request of Tue 4 Aug 2026; "
        "a first follow-up fits Tue 11 Aug 2026 to Tue 18 Aug 2026."
    )
    assert (prompt.source, prompt.template, prompt.message_id) == ("L7", "followup-1", "m0@example.org")
    assert prompt.best.isoformat() == "2026-08-12T09:30:00-04:00"


def test_ids_are_the_same_on_every_machine() -> None:
    ids = {prompt.id for _ in range(3) for prompt in Stage().request().prompts(8)}
    assert ids == {"".join(ids)}
