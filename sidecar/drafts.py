"""Ready drafts for what is due: joins a prompt or a message with the people it is about, and fills the template in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sidecar.followup.conversation import Conversation, Desk
from sidecar.followup.message import Message
from sidecar.followup.prompt import Action, Prompt
from sidecar.followup.season import current
from sidecar.letters import Library, Rendered, Thread
from sidecar.letters.values import Extra
from sidecar.people import Mailbox, Program, Referee, Season
from sidecar.store.store import Store


@dataclass(frozen=True, slots=True)
class Drafts:
    """Fills templates in from what is remembered. Raises UnusableTemplateError where a template cannot be used."""

    library: Library
    store: Store

    def for_prompt(self, prompt: Prompt, desk: Desk, now: datetime) -> Rendered | None:
        """Return the draft a prompt offers, with the real names, dates and thread; None when nothing is to be written.

        After a bounce the addresses written to are left out, since they are the one thing known to be wrong.
        """
        conversation = next((one for one in desk.conversations if one.id == prompt.conversation), None)
        thread = self._conversation_thread(conversation, prompt) if conversation else None
        referee = self._referee(conversation) if conversation else None
        program = (
            self.store.people.programs.get(conversation.program) if conversation and conversation.program else None
        )
        draft = self.library.draft_for(
            prompt.action,
            kind=prompt.kind,
            profile=self.store.people.profile(),
            referee=referee,
            program=program,
            season=self.season(now),
            thread=thread,
            now=now,
        )
        if draft is not None and conversation and prompt.action is Action.FIX_ADDRESS:
            failed = self._written_to(conversation) | {prompt.address}
            return replace(draft, to=tuple(mailbox for mailbox in draft.to if mailbox.address not in failed))
        return draft

    def from_template(  # noqa: PLR0913 - what a client may know about the email it is writing
        self,
        identifier: str,
        now: datetime,
        *,
        to: Sequence[Mailbox] = (),
        message_id: str | None = None,
        referee: Referee | None = None,
        program: Program | None = None,
        extra: Extra | None = None,
    ) -> Rendered:
        """Fill a template in for recipients and, for a reply, the message it answers; both may be unknown."""
        thread = self.thread(message_id) if message_id else None
        addresses = {mailbox.address.lower() for mailbox in to or (thread.to if thread else ())}
        named = next((Referee("", one.name, one.address) for one in to if one.name), None)
        return self.library.render(
            identifier,
            profile=self.store.people.profile(),
            referee=referee or self._referee_at(addresses) or named,
            program=program or self._program_at(addresses),
            season=self.season(now),
            thread=thread,
            extra=extra,
            now=now,
        )

    def season(self, now: datetime) -> Season:
        """Return the season's dates as the user edited them, else as shipped."""
        return self.store.people.season() or current(now.date())

    def thread(self, message_id: str) -> Thread | None:
        """Return the thread of a message as a reply needs it; None when the message is not known."""
        message = self.store.mail.by_message_id(message_id)
        if message is None:
            return None
        root = next(filter(None, map(self.store.mail.by_message_id, message.references)), message)
        return self._thread(root, message)

    def _written_to(self, conversation: Conversation) -> set[str]:
        sent = [found for one in conversation.message_ids if (found := self.store.mail.by_message_id(one))]
        return {mailbox.address for message in sent for mailbox in message.to}

    def _conversation_thread(self, conversation: Conversation, prompt: Prompt) -> Thread | None:
        known = [found for one in conversation.message_ids if (found := self.store.mail.by_message_id(one))]
        if not known:
            return None
        answered = next((message for message in known if message.message_id == prompt.message_id), known[-1])
        thread = self._thread(known[0], answered)
        return thread if prompt.action is Action.FIX_ADDRESS else replace(thread, to=_person(conversation, thread))

    def _thread(self, root: Message, answered: Message) -> Thread:
        before = tuple(reference for reference in answered.references if reference != answered.message_id)
        return Thread(
            subject=root.subject,
            first_sent=self._local_day(root.sent_at),
            greeting=root.greeting,
            message_id=answered.message_id,
            references=(*before, answered.message_id) if answered.message_id else before,
            to=root.to,
            cc=root.cc,
        )

    def _local_day(self, moment: datetime) -> date:
        zone = self.store.people.profile().time_zone
        return (moment.astimezone(ZoneInfo(zone)) if zone else moment).date()

    def _referee(self, conversation: Conversation) -> Referee | None:
        known = self.store.people.referees.get(conversation.referee) if conversation.referee else None
        if known is None and conversation.kind.family == "letter" and conversation.person:
            return Referee("", conversation.person, conversation.address)
        return known

    def _referee_at(self, addresses: set[str]) -> Referee | None:
        return next((one for one in self.store.people.referees.all() if one.address.lower() in addresses), None)

    def _program_at(self, addresses: set[str]) -> Program | None:
        for program in self.store.people.programs.all():
            theirs = (program.address, program.director_address, program.coordinator_address)
            if any(address and address.lower() in addresses for address in theirs):
                return program
        return None


def _person(conversation: Conversation, thread: Thread) -> tuple[Mailbox, ...]:
    """The one whom the conversation is with: the first email may have gone to others, too, or to an older address."""
    name = "" if "@" in conversation.person else conversation.person
    written = tuple(one for one in thread.to if one.address == conversation.address)
    return written or (Mailbox(name, conversation.address),)
