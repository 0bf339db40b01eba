"""What the user wants counts: put off, wave away, done, track, leave alone, and take it back."""

from sidecar.followup.acts import ActKind
from sidecar.followup.prompt import Action
from sidecar.kinds import Kind
from sidecar.people import LetterState
from tests.followup.scenarios.scenario import case
from tests.followup.stage import RAO, Stage

F1 = Action.FOLLOWUP_1
UNDO, TRACK, UNTRACK = ActKind.UNDO, ActKind.TRACK, ActKind.UNTRACK
FIRST = "m0@example.org"


def colleague(s: Stage) -> Stage:
    return s.send(0, Kind.OTHER, new=True, subject="Question about the rota")


SCENARIOS = [
    case(
        "put off for three days",
        lambda s: s.request().on(F1, 8, ActKind.SNOOZE, until=s.moment(11)),
        10,
        "followup-1 snoozed",
    ),
    case(
        "put off, time is up",
        lambda s: s.request().on(F1, 8, ActKind.SNOOZE, until=s.moment(11)),
        11.1,
        "followup-1 due",
    ),
    case(
        "put off beyond the window",
        lambda s: s.request().on(F1, 8, ActKind.SNOOZE, until=s.moment(20)),
        20.1,
        "followup-1 overdue",
    ),
    case(
        "put off twice: the later word counts",
        lambda s: (
            s.request().on(F1, 8, ActKind.SNOOZE, until=s.moment(18)).on(F1, 9, ActKind.SNOOZE, until=s.moment(10))
        ),
        11,
        "followup-1 due",
    ),
    case(
        "put off, but they answered",
        lambda s: s.request().on(F1, 8, ActKind.SNOOZE, until=s.moment(18)).reply(9),
        10,
        "classify-reply due",
    ),
    case("waved away", lambda s: s.request().on(F1, 8, ActKind.DISMISS), 12),
    case("waved away before it was due", lambda s: s.request().on(F1, 2, ActKind.DISMISS), 9),
    case(
        "waved away, then the user wrote after all",
        lambda s: s.request().on(F1, 8, ActKind.DISMISS).followup(10),
        18,
        "followup-2 due",
    ),
    case(
        "waved away and taken back",
        lambda s: s.request().on(F1, 8, ActKind.DISMISS, id="x").act(9, UNDO, "x"),
        10,
        "followup-1 due",
    ),
    case(
        "taken back, and that taken back",
        lambda s: s.request().on(F1, 8, ActKind.DISMISS, id="x").act(9, UNDO, "x", id="y").act(9.1, UNDO, "y"),
        10,
    ),
    case(
        "done by telephone: the second is next", lambda s: s.request().on(F1, 8, ActKind.DONE), 12, "followup-2 waiting"
    ),
    case(
        "both done by telephone",
        lambda s: s.request().on(F1, 8, ActKind.DONE).on(Action.FOLLOWUP_2, 16, ActKind.DONE),
        24,
        "move-on due",
    ),
    case(
        "done, and that taken back",
        lambda s: s.request().on(F1, 8, ActKind.DONE, id="x").act(9, UNDO, "x"),
        10,
        "followup-1 due",
    ),
    case("moved on", lambda s: s.request().followup(8).followup(16).on(Action.MOVE_ON, 25, ActKind.DONE, 2), 26),
    case("left alone", lambda s: s.request().act(1, UNTRACK, FIRST), 12),
    case(
        "left alone by naming the answer's thread",
        lambda s: s.request().followup(8).act(9, UNTRACK, "m1@example.org"),
        20,
    ),
    case(
        "left alone and taken up again",
        lambda s: s.request().act(1, UNTRACK, FIRST).act(2, TRACK, FIRST),
        9,
        "followup-1 due",
    ),
    case(
        "left alone and that taken back",
        lambda s: s.request().act(1, UNTRACK, FIRST, id="x").act(2, UNDO, "x"),
        9,
        "followup-1 due",
    ),
    case("a colleague's mail, tracked", lambda s: colleague(s).act(1, TRACK, FIRST), 9, "followup-1 due"),
    case(
        "a colleague's mail, tracked, answered",
        lambda s: colleague(s).act(1, TRACK, FIRST).reply(3),
        9,
        "classify-reply due",
    ),
    case(
        "a colleague's mail, tracked, then left alone",
        lambda s: colleague(s).act(1, TRACK, FIRST).act(2, UNTRACK, FIRST),
        9,
    ),
    case("a colleague's mail, not tracked", colleague, 9),
    case(
        "a letter request that was not seen as one, tracked as such",
        lambda s: colleague(s).act(1, TRACK, FIRST, letter_kind=Kind.LETTER_REQUEST),
        9,
        "followup-1 due",
    ),
    case(
        "tracked, followed up in the same thread",
        lambda s: colleague(s).act(1, TRACK, FIRST).send(9, Kind.OTHER),
        17,
        "followup-2 due",
    ),
    case(
        "asked in person, said by hand", lambda s: s.referee().stands(0, LetterState.ASKED, "rao"), 9, "followup-1 due"
    ),
    case(
        "asked in person, then also by mail",
        lambda s: s.referee().stands(0, LetterState.ASKED, "rao").request(5),
        9,
        "followup-1 waiting",
    ),
    case(
        "said to be asked again after a misread refusal",
        lambda s: s.request().stands(2, LetterState.DECLINED).stands(3, LetterState.ASKED),
        9,
        "followup-1 due",
    ),
    case(
        "said to be followed up twice",
        lambda s: s.request().stands(9, LetterState.FOLLOWED_UP_TWICE),
        15,
        "move-on overdue",
    ),
    case("thanked by hand", lambda s: s.request().stands(9, LetterState.UPLOADED).stands(10, LetterState.THANKED), 12),
    case("planned only", lambda s: s.referee(state_by_hand=LetterState.PLANNED), 9),
    case(
        "on the record as declined, mail says nothing",
        lambda s: s.referee(state_by_hand=LetterState.DECLINED).request(),
        9,
    ),
    case(
        "on the record as asked, and they answered since",
        lambda s: s.referee(state_by_hand=LetterState.ASKED).request().reply(3),
        9,
        "classify-reply due",
    ),
    case(
        "an act on a prompt that is no more changes nothing",
        lambda s: s.request().followup(8).on(F1, 9, ActKind.DISMISS),
        17,
        "followup-2 due",
    ),
    case(
        "an act about mail nobody knows changes nothing",
        lambda s: s.request().act(1, TRACK, "unknown@x"),
        9,
        "followup-1 due",
    ),
    case("acts of tomorrow do not count today", lambda s: s.request().on(F1, 12, ActKind.DISMISS), 9, "followup-1 due"),
    case(
        "a mail to oneself is tracked in vain",
        lambda s: s.send(0, Kind.OTHER, new=True).change(0, to=(s.messages[0].sender,)).act(1, TRACK, FIRST),
        9,
    ),
    case(
        "the same person asked again by another subject within weeks",
        lambda s: s.request().request(20, RAO, subject="Recommendation letter, once more", name="b"),
        24,
        "followup-2 waiting",
    ),
]
