"""Sets a scene: mail and acts by the day they fall on, as a scenario tells them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.utils import format_datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from sidecar.app.verdict import verdict
from sidecar.followup.acts import Act, ActKind
from sidecar.followup.conversation import Desk
from sidecar.followup.decide import decide
from sidecar.followup.message import Meaning, Message, MessageClass
from sidecar.followup.prompt import Action, Prompt, prompt_id
from sidecar.followup.reading import read
from sidecar.followup.season import current
from sidecar.followup.trust import Reading
from sidecar.kinds import Kind
from sidecar.people import LetterState, Mailbox, Profile, Program, Referee

HOME = ZoneInfo("America/New_York")
ME = Mailbox("Amara Obi", "amara.obi@example.org")
RAO = Mailbox("Dr. Sunil Rao", "s.rao@hospital.example")
LIND = Mailbox("Prof. Eva Lind", "eva.lind@klinik.example")
OFFICE = Mailbox("Office of Dr. Rao", "office@hospital.example")
PROGRAM = Mailbox("Dr. Kay Moss", "k.moss@residency.example")
DAEMON = Mailbox("Mail Delivery System", "mailer-daemon@example.org")


class Stage:
    """Collects what happens. `day` counts days (fractions too) from 9:30 on the first day, New York time."""

    def __init__(self, first: str = "2026-08-04") -> None:
        self.first = datetime.combine(date.fromisoformat(first), datetime.min.time(), HOME) + timedelta(hours=9.5)
        self.messages: list[Message] = []
        self.acts: list[Act] = []
        self.referees: list[Referee] = []
        self.programs: list[Program] = []
        self.readings: list[Reading] = []
        self.profile = Profile(name="Amara Obi", time_zone="America/New_York")

    def moment(self, day: float) -> datetime:
        local = self.first.replace(tzinfo=None) + timedelta(days=day)
        return local.replace(tzinfo=HOME)

    def send(self, day: float, kind: Kind = Kind.LETTER_REQUEST, to: Mailbox = RAO, **fields: Any) -> Self:
        """The user sends an email, in answer to the last one with that person unless told otherwise (`new=True`)."""
        return self._add(day, MessageClass.SENT, ME, (to,), kind=kind, **fields)

    def request(self, day: float = 0, to: Mailbox = RAO, **fields: Any) -> Self:
        return self.send(day, Kind.LETTER_REQUEST, to, **{"new": True} | fields)

    def followup(self, day: float, to: Mailbox = RAO, **fields: Any) -> Self:
        return self.send(day, Kind.LETTER_FOLLOWUP, to, **fields)

    def reply(self, day: float, meaning: Meaning | None = None, sender: Mailbox = RAO, **fields: Any) -> Self:
        return self._add(day, MessageClass.REPLY, sender, (ME,), meaning=meaning, **fields)

    def away(self, day: float, back: str | None = None, sender: Mailbox = RAO, **fields: Any) -> Self:
        """An automatic reply, perhaps naming the first day back."""
        until = date.fromisoformat(back) if back else None
        return self._add(day, MessageClass.AUTO_REPLY, sender, (ME,), return_date=until, **fields)

    def away_until_one_of(self, day: float, *days: str, sender: Mailbox = RAO, **fields: Any) -> Self:
        """An automatic reply whose return date can be read two ways."""
        readings = tuple(date.fromisoformat(one) for one in days)
        return self.away(day, None, sender, return_date_ambiguous=True, return_dates=readings, **fields)

    def means(self, day: float, back: str, message: int = -1) -> Self:
        """The user says which day the `message`-th message means."""
        return self.act(day, ActKind.RETURN, self.messages[message].key, day=date.fromisoformat(back))

    def bounce(self, day: float, failed: Sequence[str] = (RAO.address,), **fields: Any) -> Self:
        original = self._last_sent().message_id
        named = {"original_message_id": original, "failed": tuple(failed), "subject": "Undelivered Mail"}
        return self._add(day, MessageClass.BOUNCE, DAEMON, (ME,), **{"new": True} | named | fields)

    def notice(self, day: float, cls: MessageClass, sender: Mailbox = DAEMON, **fields: Any) -> Self:
        """Mail of no person: a delay notice, a receipt, a list, …"""
        return self._add(day, cls, sender, (ME,), **fields)

    def raw(self, day: float, *headers: str, text: str, role: str = "inbox") -> Self:
        """Mail as it stands on a server, through the reading of headers and text. `{id}` is the last sent mail's id."""
        at = self.moment(day)
        last = next((m.message_id for m in reversed(self.messages) if m.cls is MessageClass.SENT), "")
        given = {
            f"Message-ID: <m{len(self.messages)}@example.org>": "message-id:",
            f"Date: {format_datetime(at)}": "date:",
        }
        block = [
            *headers,
            *(line for line, name in given.items() if not any(h.lower().startswith(name) for h in headers)),
        ]
        seen = read(
            "\r\n".join(block).replace("{id}", last or "").encode() + b"\r\n\r\n",
            text.replace("{id}", last or "").replace("\n", "\r\n").encode(),
            folder_role=role,
            mine=frozenset({ME.address}),
            received_at=at,
            kind_of=verdict,
        )
        self.messages.append(seen.message)
        return self

    def act(self, at: float, kind: ActKind, subject: str, /, **fields: Any) -> Self:
        name = fields.pop("id", f"act-{len(self.acts)}")
        self.acts.append(Act(name, self.moment(at), kind, subject, **fields))
        return self

    def says(self, day: float, meaning: Meaning) -> Self:
        """The user says what the latest answer means."""
        answers = [m for m in self.messages if m.cls is MessageClass.REPLY]
        return self.act(day, ActKind.MEANING, answers[-1].key, meaning=meaning)

    def stands(self, day: float, state: LetterState, subject: str | None = None) -> Self:
        return self.act(day, ActKind.STATE, subject or self.messages[0].key, state=state)

    def on(self, action: Action, day: float, kind: ActKind, message: int = 0, **fields: Any) -> Self:
        """The user acts on the prompt that hangs on the `message`-th message."""
        return self.act(day, kind, prompt_id(action, self.messages[message].key), **fields)

    def referee(self, to: Mailbox = RAO, **fields: Any) -> Self:
        self.referees.append(Referee("rao", to.name, to.address, **fields))
        return self

    def change(self, index: int, **fields: Any) -> Self:
        self.messages[index] = replace(self.messages[index], **fields)
        return self

    def desk(self, day: float, messages: Sequence[Message] | None = None) -> Desk:
        now = self.moment(day)
        return decide(
            self.messages if messages is None else messages,
            self.acts,
            self.referees,
            self.programs,
            current(now.date()),
            self.profile,
            now,
            self.readings,
        )

    def prompts(self, day: float) -> tuple[Prompt, ...]:
        return self.desk(day).prompts

    def says_due(self, day: float) -> list[str]:
        """The prompts in short: `followup-1 due`."""
        return sorted(f"{prompt.action} {prompt.state}" for prompt in self.prompts(day))

    def _last_sent(self) -> Message:
        return [m for m in self.messages if m.cls is MessageClass.SENT][-1]

    def _add(self, day: float, cls: MessageClass, sender: Mailbox, to: tuple[Mailbox, ...], **fields: Any) -> Self:
        at = self.moment(day)
        new = fields.pop("new", False)
        before = None if new else self._before(sender, to)
        name = fields.pop("name", f"m{len(self.messages)}")
        message = Message(
            key=f"{name}@example.org",
            message_id=f"{name}@example.org",
            cls=cls,
            sent_at=at,
            received_at=at,
            sender=sender,
            to=to,
            subject="Letter of recommendation for residency - Amara Obi",
        )
        if before:
            ids = {"in_reply_to": (before.message_id,), "references": (*before.references, before.message_id)}
            message = replace(message, subject=f"Re: {before.subject.removeprefix('Re: ')}", **ids)  # type: ignore[arg-type]  # ids are tuples of str
        self.messages.append(replace(message, **fields))
        return self

    def _before(self, sender: Mailbox, to: tuple[Mailbox, ...]) -> Message | None:
        """The last message with the same person, else the last one sent."""
        other = sender if sender != ME else to[0]
        theirs = [m for m in self.messages if m.message_id and other in (m.sender, *m.to)]
        sent = [m for m in self.messages if m.cls is MessageClass.SENT and m.message_id]
        return next(reversed(theirs or sent), None)
