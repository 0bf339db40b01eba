"""What rules may ask about the past, answered from the store (`sidecar.lint.history`)."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from sidecar.followup.conversation import Conversation, Desk
from sidecar.followup.message import Message, MessageClass
from sidecar.followup.observed import as_of
from sidecar.followup.prompt import Action
from sidecar.followup.undelivered import Undelivered
from sidecar.lint.history import Likeness, Standing
from sidecar.lint.sketch import shingles
from sidecar.people import Program, Referee, Season, SentMail
from sidecar.store.desk import DeskKeeper
from sidecar.store.store import Store

_NO_SEASON = timedelta(days=270)  # how far back "this season" reaches when its dates are not known
_FOLLOWUPS = (Action.FOLLOWUP_1, Action.FOLLOWUP_2)
_TOLD_APART = 0.3  # what repeats less of the draft is not worth naming


class StoreHistory:
    """The past at a moment: what bounced was never sent. Made for one draft; reads the store when first asked."""

    def __init__(self, store: Store, desks: DeskKeeper, now: datetime) -> None:
        self._store = store
        self._desks = desks
        self._now = now
        self._known = desks.known(now)

    def season(self) -> Season | None:
        """Return the current season with its dates."""
        return self._known.season

    def programs(self) -> Sequence[Program]:
        """Return the roster."""
        return self._known.programs

    def program_for(self, addresses: Sequence[str]) -> Program | None:
        """Return the roster's program that one of these addresses belongs to, by its people, else by its domain."""
        by_people = (one for one in self._known.programs if not _people(one).isdisjoint(addresses))
        by_domain = (one for one in self._known.programs if any(_is_of_domain(a, one) for a in addresses))
        return next(by_people, None) or next(by_domain, None)

    def referee_for(self, addresses: Sequence[str]) -> Referee | None:
        """Return the referee that one of these addresses belongs to."""
        return next((one for one in self._known.referees if one.address.casefold() in addresses), None)

    def sent_to(self, addresses: Sequence[str]) -> Sequence[SentMail]:
        """Return what was sent to any of these addresses."""
        wanted = set(addresses)
        return [mail for mail in self._sent if any(one.address in wanted for one in (*mail.to, *mail.cc))]

    def sent_to_program(self, program: str) -> Sequence[SentMail]:
        """Return what was sent this season to anybody of the program with this roster id."""
        return [mail for mail in self.sent_to_programs() if mail.program == program]

    def sent_to_programs(self) -> Sequence[SentMail]:
        """Return every email of this season to a program, on the roster or not."""
        begin = self._season_begins
        return [mail for mail in self._sent if mail.kind.startswith("program.") and mail.sent_at >= begin]

    def answered_by_program(self, program: str) -> datetime | None:
        """Return when the program last answered this season."""
        answers = (one.answered_at for one in self._desk.conversations if one.program == program)
        return max((at for at in answers if at and at >= self._season_begins), default=None)

    def like(self, text: str) -> Sequence[Likeness]:
        """Return earlier emails whose content resembles `text`, closest first."""
        name = self._known.profile.name
        draft = shingles(text, [name] if name else [])
        found = [
            Likeness(self._by_key[key], share)
            for key, sketch in self._store.sketches.like(draft.sketch)
            if key in self._by_key and (share := draft.repeated_in(sketch)) >= _TOLD_APART
        ]
        return sorted(found, key=lambda one: -one.share)

    def conversation(self, message_ids: Sequence[str], addresses: Sequence[str]) -> Standing | None:
        """Return where the thread of these messages stands, else the latest conversation with these people."""
        threads = (self._desk.of_message(one) for one in message_ids)
        found = next((one for one in threads if one), None) or self._latest_with(addresses)
        return self._standing(found) if found else None

    @property
    def _desk(self) -> Desk:
        return self._desks.at(self._now)

    @cached_property
    def _season_begins(self) -> datetime:
        opened = self._known.season.on("eras-opens")
        return datetime.combine(opened, time.min, UTC) if opened else self._now - _NO_SEASON

    @cached_property
    def _by_key(self) -> dict[str, SentMail]:
        """What the user sent and did not come back, by key, oldest first."""
        mail = as_of(self._known.messages, self._now)
        lost = Undelivered(mail)
        ours = (m for m in mail if m.cls is MessageClass.SENT and m.kind.family != "other" and not lost.of(m))
        return {message.key: self._sent_mail(message) for message in ours}

    @property
    def _sent(self) -> Sequence[SentMail]:
        return list(self._by_key.values())

    def _sent_mail(self, message: Message) -> SentMail:
        addresses = [one.address for one in (*message.to, *message.cc)]
        program = self.program_for(addresses) if message.kind.family == "program" else None
        referee = self.referee_for(addresses) if message.kind.family == "letter" else None
        return SentMail(
            message_id=message.message_id,
            kind=message.kind.value,
            to=message.to,
            cc=message.cc,
            subject=message.subject,
            sent_at=message.sent_at,
            greeting=message.greeting,
            program=program.id if program else None,
            referee=referee.id if referee else None,
            claims_top_choice=message.claims_top_choice,
        )

    def _latest_with(self, addresses: Sequence[str]) -> Conversation | None:
        theirs = [one for one in self._desk.conversations if one.address in addresses and one.last_sent_at]
        return max(theirs, key=lambda one: one.last_sent_at or self._season_begins, default=None)

    def _standing(self, conversation: Conversation) -> Standing | None:
        first, last = conversation.opened_at, conversation.last_sent_at
        if first is None or last is None:
            return None
        opens = [p.window.start.date() for p in self._desk.prompts_of(conversation.id) if p.action in _FOLLOWUPS]
        return Standing(
            first_message_id=conversation.message_ids[0] if conversation.message_ids else None,
            kind=conversation.kind.value,
            first_sent_at=first,
            mine=conversation.mine,
            followups=conversation.followups,
            last_sent_at=last,
            followup_opens=opens[0] if opens else None,
            answered_at=conversation.answered_at,
            uploaded_on=conversation.uploaded_at.date() if conversation.uploaded_at else None,
        )


def _people(program: Program) -> set[str]:
    known = (program.address, program.director_address, program.coordinator_address)
    return {address.casefold() for address in known if address}


def _is_of_domain(address: str, program: Program) -> bool:
    domain = (program.domain or "").casefold().lstrip("@")
    return bool(domain) and (address.endswith(f"@{domain}") or address.endswith(f".{domain}"))
