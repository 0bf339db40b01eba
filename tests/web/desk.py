"""A desk with one of everything, as following up would leave it."""

from datetime import datetime, timedelta

from sidecar.followup.conversation import Conversation, Desk, Standing
from sidecar.followup.message import Meaning, Message, MessageClass
from sidecar.followup.prompt import Action, Prompt, PromptState, Window
from sidecar.kinds import Kind
from sidecar.people import Mailbox

ME = Mailbox("Amina Yusuf", "amina@example.org")


def sent(message_id: str, to: Mailbox, at: datetime, subject: str) -> Message:
    """An email the applicant sent."""
    return Message(
        key=message_id,
        message_id=message_id,
        cls=MessageClass.SENT,
        sent_at=at,
        received_at=at,
        sender=ME,
        to=(to,),
        subject=subject,
        kind=Kind.LETTER_REQUEST,
    )


def conversation(
    number: int, person: str, standing: Standing, now: datetime, *, days_ago: int, kind: Kind = Kind.LETTER_REQUEST
) -> Conversation:
    """A conversation that began so many days ago."""
    name = person.rsplit(maxsplit=1)[-1].lower()
    return Conversation(
        id=f"c{number}",
        kind=kind,
        person=person,
        address=f"{name}@example.edu",
        subject="Recommendation letter for internal medicine residency: Amina Yusuf",
        standing=standing,
        tracked=True,
        keys=(f"m{number}@example.org",),
        message_ids=(f"m{number}@example.org",),
        opened_at=now - timedelta(days=days_ago),
        last_sent_at=now - timedelta(days=days_ago),
        answered_at=None,
        followups=0,
    )


def prompt(
    about: Conversation,
    action: Action,
    state: PromptState,
    now: datetime,
    *,
    opens: int,
    reason: str,
    template: str | None = "letter-followup-1",
    suggestion: Meaning | None = None,
) -> Prompt:
    """A prompt whose window opens so many days from now and stays open for a week."""
    start = now + timedelta(days=opens)
    return Prompt(
        id=f"p{about.id[1:]}",
        action=action,
        person=about.person,
        address=about.address,
        subject=about.subject,
        message_id=about.message_ids[0],
        kind=Kind.LETTER_FOLLOWUP,
        window=Window(start, start + timedelta(days=7)),
        best=start + timedelta(days=1),
        state=state,
        reason=reason,
        source="L7",
        template=template,
        conversation=about.id,
        suggestion=suggestion,
    )


def desk(now: datetime) -> Desk:
    """Return a desk with a prompt in every state."""
    rao = conversation(1, "Dr. Anita Rao", Standing.ASKED, now, days_ago=16)
    chen = conversation(2, "Dr. Wei Chen", Standing.ASKED, now, days_ago=9)
    silva = conversation(3, "Professor Marta Silva", Standing.ANSWERED, now, days_ago=5)
    okafor = conversation(4, "Dr. Ngozi Okafor", Standing.FOLLOWED_UP_ONCE, now, days_ago=12)
    haddad = conversation(5, "Dr. Sami Haddad", Standing.BOUNCED, now, days_ago=3)
    return Desk(
        (rao, chen, silva, okafor, haddad),
        (
            prompt(
                rao,
                Action.FOLLOWUP_1,
                PromptState.OVERDUE,
                now,
                opens=-9,
                reason="You asked 16 days ago and have had no answer.",
            ),
            prompt(
                chen,
                Action.FOLLOWUP_1,
                PromptState.DUE,
                now,
                opens=-2,
                reason="You asked 9 days ago and have had no answer.",
            ),
            prompt(
                haddad,
                Action.FIX_ADDRESS,
                PromptState.DUE,
                now,
                opens=-3,
                reason="Your request could not be delivered to haddad@example.edu.",
                template=None,
            ),
            prompt(
                silva,
                Action.CLASSIFY_REPLY,
                PromptState.DUE,
                now,
                opens=-1,
                reason="The reply says “I would be glad to”.",
                template=None,
                suggestion=Meaning.PROMISED,
            ),
            prompt(
                okafor,
                Action.FOLLOWUP_2,
                PromptState.WAITING,
                now,
                opens=4,
                reason="Your follow-up was sent 3 days ago.",
                template="letter-followup-2",
            ),
        ),
    )
