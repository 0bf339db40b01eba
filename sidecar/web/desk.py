"""Joins what the desk says with the people it is about, for the API and the pages alike."""

from collections.abc import Sequence

from aiohttp import web

from sidecar.followup.conversation import Conversation, Desk, Standing
from sidecar.people import Program, Referee
from sidecar.web.keys import DESK, STORE
from sidecar.web.models.records import LetterOut, ProgramOut

PIPELINE = list(Standing)


def letters(app: web.Application) -> list[LetterOut]:
    """Return every letter: the referees on the list, then those only mail knows of, in the order of the pipeline."""
    desk, referees = app[DESK](), app[STORE].people.referees.all()
    about = [one for one in desk.conversations if one.kind.family == "letter"]
    known = [_letter(desk, referee, [one for one in about if one.referee == referee.id]) for referee in referees]
    others = [_letter(desk, None, [one]) for one in about if one.referee is None]
    return sorted([*known, *others], key=lambda letter: (PIPELINE.index(Standing(letter.state)), letter.person))


def programs(app: web.Application) -> list[ProgramOut]:
    """Return the roster with what was written to each program and what came back, by name."""
    desk, roster = app[DESK](), app[STORE].people.programs.all()
    by_program = {program.id: [one for one in desk.conversations if one.program == program.id] for program in roster}
    return sorted((_program(program, by_program[program.id]) for program in roster), key=_name)


def _letter(desk: Desk, referee: Referee | None, conversations: Sequence[Conversation]) -> LetterOut:
    latest = max(conversations, key=lambda one: (one.opened_at is not None, one.opened_at), default=None)
    prompts = [prompt.id for one in conversations for prompt in desk.prompts_of(one.id)]
    return LetterOut.of(referee, latest, prompts)


def _program(program: Program, conversations: Sequence[Conversation]) -> ProgramOut:
    return ProgramOut(
        id=program.id,
        name=program.name,
        program=program,
        emails=sum(1 + one.followups for one in conversations),
        last_sent_at=max((one.last_sent_at for one in conversations if one.last_sent_at), default=None),
        answered_at=max((one.answered_at for one in conversations if one.answered_at), default=None),
    )


def _name(program: ProgramOut) -> str:
    return program.name.casefold()
