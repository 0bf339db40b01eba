"""From observed messages and the user's acts to what is due: one pure function of its arguments."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from sidecar.followup import wording
from sidecar.followup.acts import Act, standing
from sidecar.followup.cadence import LAPSE_DAYS
from sidecar.followup.case import Case
from sidecar.followup.cases import cases
from sidecar.followup.conversation import Conversation, Desk, Standing
from sidecar.followup.directory import Directory, party_of
from sidecar.followup.events import Rulings, events, record_says
from sidecar.followup.leave import Leaves
from sidecar.followup.message import Message, MessageClass
from sidecar.followup.moments import best_moment, zone
from sidecar.followup.observed import as_of
from sidecar.followup.progress import Progress, advance
from sidecar.followup.prompt import Action, Prompt, PromptState, Window, prompt_id
from sidecar.followup.steps import RESTS_ON_SILENCE, Matter, Setting, Step, next_step
from sidecar.followup.trust import Reading, doubt
from sidecar.people import Profile, Program, Referee, Season

_LAPSE = timedelta(days=LAPSE_DAYS)
_QUESTIONS = (Action.CLASSIFY_REPLY, Action.POSSIBLE_REPLY)
_PRESSING = (PromptState.OVERDUE, PromptState.DUE, PromptState.SNOOZED, PromptState.WAITING)


def decide(  # noqa: PLR0913, PLR0917 - a pure function takes everything it depends on
    messages: Iterable[Message],
    acts: Iterable[Act],
    referees: Sequence[Referee],
    programs: Sequence[Program],
    season: Season | None,
    profile: Profile,
    now: datetime,
    readings: Sequence[Reading] = (),
) -> Desk:
    """Return all conversations that matter and what is due at `now`; the order of messages and acts does not matter.

    Windows are on the user's clock (the profile's zone, else the offset of the latest sent email); best moments on the
    recipient's where it is known. `readings` tell how far silence can be believed.
    """
    mail = as_of(messages, now)
    rulings = Rulings.of(standing(act for act in acts if act.at <= now), mail)
    found = cases(mail, Directory(referees, programs), rulings.wished)
    known = {case.party.id for case in found}
    unwritten = [Case("letter", party) for party in map(party_of, referees) if party.id not in known]
    here = zone(profile.time_zone) or _clock_of_mail(mail)
    conversations: list[Conversation] = []
    prompts: dict[str, Prompt] = {}  # by id: one mail may speak in two conversations, it is asked about once
    for case in (*found, *unwritten):
        setting = Setting(now, here, zone(case.party.time_zone) or here, season)
        progress = _progress(case, rulings, season)
        if case in unwritten and progress.standing is Standing.PLANNED:
            continue
        matter = Matter(case, progress, setting, Leaves.of(case.received, rulings.returns))
        step = next_step(matter) if rulings.is_tracked(case) else None
        conversation = _conversation(matter, step, tracked=rulings.is_tracked(case))
        conversations.append(conversation)
        if step and now <= step.window.end + _LAPSE:
            prompt = _prompt(step, conversation, setting, rulings)
            prompts.setdefault(prompt.id, _with_doubt(prompt, step, case, setting, readings))
    shown = (prompt for prompt in prompts.values() if prompt.id not in rulings.dismissed)
    return Desk(tuple(conversations), tuple(sorted(shown, key=_pressing)))


def _progress(case: Case, rulings: Rulings, season: Season | None) -> Progress:
    progress = Progress(case.root, case.aside)
    for event in events(case, rulings):
        progress = advance(progress, event)
    last_word = record_says(case, progress, season)
    return advance(progress, last_word) if last_word else progress


def _conversation(matter: Matter, step: Step | None, *, tracked: bool) -> Conversation:
    case, progress, messages = matter.case, matter.progress, matter.case.messages
    return Conversation(
        id=case.id,
        kind=case.kind,
        person=wording.plain(case.party.name),
        address=case.party.address,
        subject=wording.plain(case.sent[0].subject) if case.sent else "",
        standing=_shown(progress, step, matter.setting.now),
        tracked=tracked,
        keys=tuple(message.key for message in messages),
        message_ids=tuple(message.message_id for message in messages if message.message_id),
        opened_at=case.sent[0].sent_at if case.sent else None,
        last_sent_at=progress.last_sent,
        answered_at=progress.answered_at,
        mine=len(case.sent),
        followups=progress.followups,
        uploaded_at=progress.uploaded_at,
        referee=case.party.referee.id if case.party.referee else None,
        program=case.party.program.id if case.party.program else None,
    )


def _shown(progress: Progress, step: Step | None, now: datetime) -> Standing:
    if progress.lost:
        return Standing.BOUNCED
    given_up = step is not None and step.action is Action.MOVE_ON and step.window.start <= now
    return Standing.NO_ANSWER if given_up else progress.standing


def _prompt(step: Step, conversation: Conversation, setting: Setting, rulings: Rulings) -> Prompt:
    name = prompt_id(step.action, step.anchor)
    until = rulings.snoozed.get(name)
    snoozed = until is not None and setting.now < until
    earliest = max(setting.now, until) if until else setting.now
    answers = step.answers
    return Prompt(
        id=name,
        action=step.action,
        person=conversation.person,
        address=conversation.address,
        subject=wording.plain(answers.subject) if answers else conversation.subject,
        message_id=answers.message_id if answers else None,
        kind=conversation.kind,
        window=step.window,
        best=best_moment(step.window, setting.there, earliest),
        state=PromptState.SNOOZED if snoozed else _state(step.window, setting.now),
        reason=step.reason,
        source=step.source,
        template=step.template,
        conversation=conversation.id,
        suggestion=answers.meaning if answers and step.action in _QUESTIONS else None,
        caution=step.caution,
        question=step.question,
    )


def _state(window: Window, now: datetime) -> PromptState:
    if now < window.start:
        return PromptState.WAITING
    return PromptState.DUE if now <= window.end else PromptState.OVERDUE


def _with_doubt(prompt: Prompt, step: Step, case: Case, setting: Setting, readings: Sequence[Reading]) -> Prompt:
    """Say in the prompt why the silence it rests on may be no silence."""
    caution = prompt.caution
    if step.action in RESTS_ON_SILENCE and caution is None:
        mine = case.sent[-1].sender.address if case.sent else ""
        caution = doubt(readings, mine, step.window.start, setting.now, setting.here)
    return replace(prompt, caution=caution, reason=wording.with_caution(prompt.reason, caution))


def _clock_of_mail(mail: Sequence[Message]) -> tzinfo:
    """The offset of the latest sent email: the best guess at the user's clock."""
    sent = [message for message in mail if message.cls is MessageClass.SENT]
    return (sent[-1].sent_at.tzinfo or UTC) if sent else UTC


def _pressing(prompt: Prompt) -> tuple[int, datetime, str]:
    return _PRESSING.index(prompt.state), prompt.window.end, prompt.id
