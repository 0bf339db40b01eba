"""What holds of every mailbox, however its mail came to be seen."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.followup.acts import Act, ActKind, standing
from sidecar.followup.conversation import Desk
from sidecar.followup.copies import merged
from sidecar.followup.message import Meaning, Message, MessageClass
from sidecar.followup.moments import best_moment, plus_days, working_day_after
from sidecar.followup.prompt import Action, PromptState, Window
from sidecar.kinds import Kind
from sidecar.people import LetterState
from tests.followup.stage import LIND, ME, PROGRAM, RAO, Stage

settings.register_profile("followup", deadline=None, max_examples=60)
settings.load_profile("followup")

FEDERAL = holidays.country_holidays("US", years=range(2025, 2029))
CHASES = {Action.FOLLOWUP_1, Action.FOLLOWUP_2, Action.MOVE_ON}
DAYS = st.floats(0, 60).map(lambda day: round(day, 2))
ZONES = st.sampled_from(
    ["America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Europe/Berlin", "Pacific/Auckland"]
)
MOMENTS = st.datetimes(datetime(2025, 6, 1), datetime(2027, 6, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds
PEOPLE = st.sampled_from([RAO, LIND, PROGRAM])


@st.composite
def stages(draw: st.DrawFn) -> Stage:
    """A season's mail with up to three people: requests, follow-ups, answers, machines' mail, acts."""
    stage = Stage("2026-06-01")
    for day in sorted(draw(st.lists(DAYS, min_size=1, max_size=9))):
        _happen(stage, day, draw)
    return stage


def _happen(stage: Stage, day: float, draw: st.DrawFn) -> None:
    person = draw(PEOPLE)
    known = [m for m in stage.messages if m.cls is MessageClass.SENT]
    match draw(st.integers(0, 8)) if known else 0:
        case 0:
            kind = draw(st.sampled_from([Kind.LETTER_REQUEST, Kind.LETTER_REQUEST, Kind.PROGRAM_UPDATE, Kind.OTHER]))
            stage.send(day, kind, person, new=True)
        case 1 | 2:
            kind = draw(st.sampled_from([Kind.LETTER_FOLLOWUP, Kind.LETTER_REMINDER, Kind.LETTER_THANKS, Kind.OTHER]))
            stage.send(day, kind, person)
        case 3:
            stage.reply(day, draw(st.sampled_from([None, *Meaning])), person, new=draw(st.booleans()))
        case 4:
            back = stage.moment(day + draw(st.integers(0, 30))).date().isoformat()
            later = stage.moment(day + draw(st.integers(31, 90))).date().isoformat()
            match draw(st.integers(0, 3)):
                case 0 | 1:
                    stage.away(day, draw(st.sampled_from([None, back])), person)
                case 2:
                    stage.away_until_one_of(day, back, later, sender=person)
                case _:
                    stage.away_until_one_of(day, back, later, sender=person).means(
                        day, draw(st.sampled_from([back, later]))
                    )
        case 5:
            stage.bounce(day, [known[-1].to[0].address])
        case 6 if any(m.cls is MessageClass.REPLY for m in stage.messages):
            stage.says(day, draw(st.sampled_from(Meaning)))
        case 7:
            stage.stands(day, draw(st.sampled_from(LetterState)))
        case _:
            for prompt in stage.prompts(day)[:1]:
                stage.act(day, draw(st.sampled_from([ActKind.DONE, ActKind.DISMISS])), prompt.id)


@given(stages(), DAYS, st.randoms())
def test_the_order_of_observation_does_not_matter(stage: Stage, day: float, random: Random) -> None:
    expected = stage.desk(day)
    messages = list(stage.messages)
    random.shuffle(messages)
    random.shuffle(stage.acts)
    assert stage.desk(day, messages) == expected


@given(stages(), DAYS)
def test_mail_seen_again_changes_nothing(stage: Stage, day: float) -> None:
    assert stage.desk(day, stage.messages * 2) == stage.desk(day)


@given(stages(), DAYS, st.sampled_from([ActKind.UNTRACK, ActKind.TRACK, ActKind.DISMISS, ActKind.DONE]))
def test_an_act_undone_leaves_no_trace(stage: Stage, day: float, kind: ActKind) -> None:
    before = stage.desk(day)
    for number, subject in enumerate([stage.messages[0].key, *(prompt.id for prompt in before.prompts)]):
        stage.act(-1, kind, subject, id=f"mistake-{number}")
        stage.act(-0.5, ActKind.UNDO, f"mistake-{number}")
    assert stage.desk(day) == before


@given(stages(), DAYS)
def test_nobody_is_chased_after_an_answer(stage: Stage, day: float) -> None:
    desk = stage.desk(day)
    for prompt in desk.prompts:
        if prompt.action in CHASES and not any(act.kind is ActKind.STATE for act in stage.acts):
            (conversation,) = [c for c in desk.conversations if c.id == prompt.conversation]
            assert conversation.answered_at is None


@given(stages(), DAYS)
def test_nobody_gets_more_than_two_follow_up_prompts(stage: Stage, day: float) -> None:
    desk = stage.desk(day)
    for conversation in desk.conversations:
        chasing = [prompt for prompt in desk.prompts_of(conversation.id) if prompt.action in CHASES]
        assert len(chasing) <= 1
        if conversation.followups >= 2:
            assert all(prompt.action is Action.MOVE_ON for prompt in chasing)


@given(stages(), DAYS)
def test_ids_of_prompts_are_unique(stage: Stage, day: float) -> None:
    ids = [prompt.id for prompt in stage.desk(day).prompts]
    assert len(ids) == len(set(ids))


@given(stages(), DAYS)
def test_programs_are_never_chased(stage: Stage, day: float) -> None:
    for prompt in stage.desk(day).prompts:
        if prompt.kind.family == "program":
            assert prompt.action is Action.FIX_ADDRESS


@given(stages(), DAYS)
def test_the_state_of_a_prompt_is_where_now_lies_in_its_window(stage: Stage, day: float) -> None:
    now = stage.moment(day)
    for prompt in stage.desk(day).prompts:
        assert prompt.window.start <= prompt.window.end
        inside = prompt.window.start <= now <= prompt.window.end
        assert (prompt.state is PromptState.DUE) == inside or prompt.state is PromptState.SNOOZED
        _assert_good(prompt.best, prompt.window, now)


def _assert_good(best: datetime, window: Window, now: datetime) -> None:
    assert best.weekday() < 5
    assert best.date() not in FEDERAL
    assert best >= window.start
    assert best >= now or best == window.start
    fitting = _fitting_days(max(window.start, now), window.end)
    if fitting:
        assert window.start <= best <= window.end
        preferred = [one for one in fitting if one.weekday() in (1, 2, 3)]
        if preferred:
            assert best.weekday() in (1, 2, 3)


def _fitting_days(begin: datetime, end: datetime) -> list[datetime]:
    """The mornings that lie wholly between two moments, counted one by one."""
    fitting = []
    day = begin.replace(hour=8, minute=0, second=0, microsecond=0)
    while day <= end:
        if day >= begin and day + timedelta(hours=2) <= end and day.weekday() < 5 and day.date() not in FEDERAL:
            fitting.append(day)
        day = (day.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=day.tzinfo)
    return fitting


@given(MOMENTS, st.integers(0, 20 * 24), ZONES, st.integers(-5 * 24, 30 * 24))
def test_the_best_moment_is_a_working_morning_inside_the_window(
    start: datetime, hours: int, name: str, off: int
) -> None:
    where = ZoneInfo(name)
    window = Window(start, start + timedelta(hours=hours))
    now = start + timedelta(hours=off)
    best = best_moment(window, where, now)
    assert best.tzinfo is where
    local = Window(window.start.astimezone(where), window.end.astimezone(where))
    _assert_good(best, local, max(now, window.start).astimezone(where))
    assert 8 <= best.hour <= 17


@given(MOMENTS, st.integers(0, 60), ZONES)
def test_days_are_counted_on_the_wall_clock(at: datetime, days: int, name: str) -> None:
    where = ZoneInfo(name)
    before, after = at.astimezone(where), plus_days(at, days, where)
    assert (after.date() - before.date()).days == days
    skipped = after.time().replace(fold=0) != before.time().replace(fold=0)
    assert not skipped or abs((after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())) > timedelta(0)


@given(st.dates(date(2025, 1, 1), date(2028, 1, 1)), st.integers(1, 5))
def test_working_days_skip_weekends_and_holidays(day: date, count: int) -> None:
    later = working_day_after(day, count)
    between = [later - timedelta(days=n) for n in range((later - day).days)]
    assert sum(one.weekday() < 5 and one not in FEDERAL for one in between) == count


COPIES = st.builds(
    Message,
    key=st.just("k"),
    message_id=st.just("k"),
    cls=st.sampled_from(MessageClass),
    sent_at=MOMENTS,
    received_at=MOMENTS,
    sender=st.just(ME),
    kind=st.sampled_from(Kind),
    subject=st.sampled_from(["", "a", "b"]),
    meaning=st.sampled_from([None, *Meaning]),
    provider_thread=st.sampled_from([None, "1", "2"]),
)


@given(COPIES, COPIES, COPIES)
def test_copies_merge_alike_in_any_order(one: Message, two: Message, three: Message) -> None:
    assert merged(one, two) == merged(two, one)
    assert merged(merged(one, two), three) == merged(one, merged(two, three))
    assert merged(one, merged(one, two)) == merged(one, two)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6))
def test_undoing_every_act_leaves_none(pairs: list[tuple[int, int]]) -> None:
    at = datetime(2026, 8, 1, tzinfo=UTC)
    acts = [Act(f"a{n}", at, ActKind.TRACK, "m") for n, _ in enumerate(pairs)]
    undos = [Act(f"u{n}", at + timedelta(days=1), ActKind.UNDO, act.id) for n, act in enumerate(acts)]
    assert standing([*acts, *undos]) == ()
    redos = [Act(f"v{n}", at + timedelta(days=2), ActKind.UNDO, undo.id) for n, undo in enumerate(undos)]
    assert standing([*acts, *undos, *redos]) == tuple(sorted(acts, key=lambda act: act.id))


def test_an_empty_mailbox_has_an_empty_desk() -> None:
    assert Stage().desk(0) == Desk()
