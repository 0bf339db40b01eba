"""Drafts joined from what is remembered: the real names, dates and thread."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sidecar.config import resources
from sidecar.drafts import Drafts
from sidecar.followup.conversation import Desk
from sidecar.followup.decide import decide
from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.letters import Library
from sidecar.people import Mailbox
from sidecar.store.store import Store
from sidecar.web.models.prompts import PromptOut
from tests.letters.applicants import SEASON, ZOE

ASKED = datetime(2026, 6, 2, 1, 30, tzinfo=UTC)  # June 1 in the evening where the applicant lives
REQUEST = Message(
    key="request@mail.example",
    message_id="request@mail.example",
    cls=MessageClass.SENT,
    sent_at=ASKED,
    received_at=ASKED,
    sender=Mailbox("Zoë", "zoe.agaoglu@mail.example"),
    to=(Mailbox("Anita Rao", "arao@lakeside.example"),),
    subject="Recommendation letter for US residency: Zoë Ağaoğlu",
    kind=Kind.LETTER_REQUEST,
    greeting="Dear Professor Rao",
)


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[Drafts]:
    store = Store(tmp_path / "db.sqlite3")
    store.people.save_profile(replace(ZOE.profile, time_zone="America/Chicago"))
    store.people.referees.put(ZOE.referee)
    store.people.programs.put(ZOE.program)
    store.people.save_season(SEASON)
    yield Drafts(Library(resources("templates") / "email"), store)
    store.close()


def desk(drafts: Drafts, now: datetime, *messages: Message) -> Desk:
    drafts.store.mail.observe(messages)
    people = drafts.store.people
    known = drafts.store.mail.that_matter(ASKED - timedelta(days=30))
    return decide(known, (), people.referees.all(), people.programs.all(), SEASON, people.profile(), now)


def test_a_first_follow_up_is_a_reply_that_names_the_user_s_own_day_and_keeps_the_greeting(drafts: Drafts) -> None:
    now = ASKED + timedelta(days=9)
    due = desk(drafts, now, REQUEST)
    (prompt,) = due.prompts
    draft = drafts.for_prompt(prompt, due, now)
    assert draft is not None
    assert draft.template == "followup-1"
    assert draft.subject == "Re: Recommendation letter for US residency: Zoë Ağaoğlu"
    assert draft.text.startswith("Dear Professor Rao,\n\nOn June 1, 2026 I wrote")
    assert draft.in_reply_to == "request@mail.example"
    assert draft.references == ("request@mail.example",)
    assert [mailbox.address for mailbox in draft.to] == ["arao@lakeside.example"]
    assert draft.placeholders == ()


def test_a_second_follow_up_names_the_day_of_the_first_email_and_stays_in_its_thread(drafts: Drafts) -> None:
    chaser = replace(
        REQUEST,
        key="chaser@mail.example",
        message_id="chaser@mail.example",
        sent_at=ASKED + timedelta(days=9),
        received_at=ASKED + timedelta(days=9),
        subject="Re: " + REQUEST.subject,
        in_reply_to=("request@mail.example",),
        references=("request@mail.example",),
        kind=Kind.LETTER_FOLLOWUP,
    )
    now = ASKED + timedelta(days=18)
    due = desk(drafts, now, REQUEST, chaser)
    (prompt,) = due.prompts
    draft = drafts.for_prompt(prompt, due, now)
    assert draft is not None
    assert draft.template == "followup-2"
    assert "my email of June 1, 2026" in draft.text
    assert draft.in_reply_to == prompt.message_id
    assert draft.references[0] == "request@mail.example"


def test_a_bounced_request_is_written_anew_without_the_address_that_failed(drafts: Drafts) -> None:
    bounce = Message(
        key="bounce@mx.example",
        message_id="bounce@mx.example",
        cls=MessageClass.BOUNCE,
        sent_at=ASKED + timedelta(minutes=2),
        received_at=ASKED + timedelta(minutes=2),
        sender=Mailbox("", "mailer-daemon@mx.example"),
        failed=("arao@lakeside.example",),
        original_message_id="request@mail.example",
    )
    now = ASKED + timedelta(days=1)
    due = desk(drafts, now, REQUEST, bounce)
    (prompt,) = due.prompts
    draft = drafts.for_prompt(prompt, due, now)
    assert draft is not None
    assert (draft.template, draft.kind) == ("request-recent-us", Kind.LETTER_REQUEST)
    assert draft.to == ()
    assert draft.in_reply_to is None
    drafts.store.people.referees.put(replace(ZOE.referee, address="anita.rao@lakeside.example"))
    mended = drafts.for_prompt(prompt, due, now)
    assert mended is not None
    assert [mailbox.address for mailbox in mended.to] == ["anita.rao@lakeside.example"]


def test_a_follow_up_to_one_of_two_who_were_asked_together_goes_to_them_alone(drafts: Drafts) -> None:
    both = replace(
        REQUEST,
        to=(*REQUEST.to, Mailbox("Ines Castellanos", "ines@x.example")),
        greeting="Dear Drs. Rao and Castellanos",
    )
    now = ASKED + timedelta(days=9)
    due = desk(drafts, now, both)
    found = [drafts.for_prompt(prompt, due, now) for prompt in due.prompts]
    assert sorted(mailbox.address for draft in found if draft for mailbox in draft.to) == [
        "arao@lakeside.example",
        "ines@x.example",
    ]


def test_after_a_silent_referee_the_draft_is_for_somebody_else(drafts: Drafts) -> None:
    chasers = [
        replace(
            REQUEST,
            key=f"chaser{n}@mail.example",
            message_id=f"chaser{n}@mail.example",
            sent_at=ASKED + timedelta(days=9 * n),
            received_at=ASKED + timedelta(days=9 * n),
            subject="Re: " + REQUEST.subject,
            in_reply_to=("request@mail.example",),
            references=("request@mail.example",),
            kind=Kind.LETTER_FOLLOWUP,
        )
        for n in (1, 2)
    ]
    now = ASKED + timedelta(days=27)
    due = desk(drafts, now, REQUEST, *chasers)
    (prompt,) = due.prompts
    assert prompt.action == "move-on"
    draft = drafts.for_prompt(prompt, due, now)
    assert draft is not None
    assert draft.to == ()
    assert "Rao" not in draft.text
    assert draft.text.startswith("Dear Dr. [family name],")


def test_a_referee_known_from_mail_alone_is_addressed_by_name(drafts: Drafts) -> None:
    drafts.store.people.referees.remove(ZOE.referee.id)
    now = ASKED + timedelta(days=9)
    due = desk(drafts, now, replace(REQUEST, greeting=None))
    (prompt,) = due.prompts
    draft = drafts.for_prompt(prompt, due, now)
    assert draft is not None
    assert draft.text.startswith("Dear Dr. Rao,\n")


def test_a_template_chosen_while_writing_knows_the_recipient_and_the_thread(drafts: Drafts) -> None:
    desk(drafts, ASKED, REQUEST)
    now = ASKED + timedelta(days=40)
    to_program = drafts.from_template("program-tie", now, to=(Mailbox("", "POneill@lakeside.example"),))
    assert to_program.text.startswith("Dear Dr. O'Neill,")
    reply = drafts.from_template("promised-reminder", now, message_id="request@mail.example")
    assert reply.text.startswith("Dear Professor Rao,")
    assert reply.in_reply_to == "request@mail.example"
    stranger = drafts.from_template("thank-you", now, to=(Mailbox("Ines Castellanos", "ines@x.example"),))
    assert stranger.text.startswith("Dear Dr. Castellanos,")
    assert stranger.to == (Mailbox("Ines Castellanos", "ines@x.example"),)


def test_a_message_nobody_has_seen_makes_no_thread(drafts: Drafts) -> None:
    draft = drafts.from_template("followup-1", ASKED, message_id="unseen@x.example")
    assert draft.in_reply_to is None
    assert "[your first email's date]" in draft.text


def test_the_shipped_season_serves_until_the_user_edits_it(drafts: Drafts) -> None:
    drafts.store.people.save_season(None)
    assert drafts.season(ASKED).on("review-begins") == date(2026, 9, 23)


def test_every_prompt_that_has_a_draft_names_its_template(drafts: Drafts) -> None:
    bounce = Message(
        key="bounce@mx.example",
        message_id="bounce@mx.example",
        cls=MessageClass.BOUNCE,
        sent_at=ASKED + timedelta(minutes=2),
        received_at=ASKED + timedelta(minutes=2),
        sender=Mailbox("", "mailer-daemon@mx.example"),
        failed=("arao@lakeside.example",),
        original_message_id="request@mail.example",
    )
    now = ASKED + timedelta(days=1)
    (prompt,) = desk(drafts, now, REQUEST, bounce).prompts
    draft = drafts.for_prompt(prompt, desk(drafts, now), now)
    assert draft is not None
    assert PromptOut.of(prompt, None).template == draft.template
