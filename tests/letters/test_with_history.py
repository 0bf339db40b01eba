"""Templates sent by one applicant to several people: the rules that know the past have nothing above advice to say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sidecar.followup.message import Message, MessageClass
from sidecar.kinds import Kind
from sidecar.lint.engine import lint
from sidecar.lint.sketch import shingles
from sidecar.people import Mailbox
from sidecar.store.desk import DeskKeeper
from sidecar.store.history import StoreHistory
from sidecar.store.store import Store
from tests.letters.applicants import FIVE, SEASON, ZOE, Applicant
from tests.letters.test_lint import above_advice, as_draft
from tests.letters.test_templates import EMAILS, SHIPPED

MINE = ("since", "have_letters_from", "new", "update")  # words about the applicant, the same in every letter
WHEN = {  # a day of the season on which such an email is in its place
    "letter": datetime(2026, 6, 10, 15, tzinfo=UTC),
    "program": datetime(2026, 9, 21, 15, tzinfo=UTC),
    "interviewed": datetime(2026, 12, 15, 15, tzinfo=UTC),
}
SEVERAL = [t for t in EMAILS if t.kind is Kind.LETTER_REQUEST or t.kind.family == "program"]


def as_zoe(other: Applicant) -> Applicant:
    """Return Zoë writing to another's referee and program, with that one's words about them."""
    return replace(other, profile=ZOE.profile, words=other.words | {name: ZOE.words[name] for name in MINE})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "db.sqlite3")
    made.people.save_profile(ZOE.profile)
    made.people.save_season(SEASON)
    made.people.referees.put(*(one.referee for one in FIVE))
    made.people.programs.put(*(one.program for one in FIVE))
    yield made
    made.close()


def moment(identifier: str) -> datetime:
    if identifier in {"letter-of-interest", "interview-thank-you"}:
        return WHEN["interviewed"]
    return WHEN["program" if identifier in {one.id for one in EMAILS if one.kind.family == "program"} else "letter"]


def write(store: Store, identifier: str, who: Applicant, number: int) -> list[str]:
    """Lint the draft as it would be written on its day, then take it as sent; return what was above advice."""
    now = moment(identifier) + timedelta(days=number)
    rendered = SHIPPED.render(
        identifier,
        profile=who.profile,
        referee=who.referee,
        program=who.program,
        season=SEASON,
        extra=who.words,
        now=now,
    )
    draft = as_draft(rendered, who.profile.email)
    history = StoreHistory(store, DeskKeeper(store), now)
    report = lint(draft, kind=Kind(rendered.kind), now=now, profile=who.profile, history=history)
    store.mail.observe([sent(identifier, number, now, rendered.to, rendered.text, Kind(rendered.kind))])
    return above_advice(report)


def sent(  # noqa: PLR0917 - all of them make the message
    identifier: str, number: int, at: datetime, to: tuple[Mailbox, ...], text: str, kind: Kind
) -> Message:
    key = f"{identifier}-{number}@mail.example"
    names = [ZOE.profile.name or "", *(mailbox.name for mailbox in to)]
    return Message(
        key=key,
        message_id=key,
        cls=MessageClass.SENT,
        sent_at=at,
        received_at=at,
        sender=Mailbox(ZOE.profile.name or "", ZOE.profile.email or ""),
        to=to,
        subject=identifier,
        kind=kind,
        sketch=shingles(text, names).sketch,
    )


@pytest.mark.parametrize("identifier", [template.id for template in SEVERAL])
def test_the_same_template_to_five_people_with_words_of_their_own_passes(store: Store, identifier: str) -> None:
    for number, other in enumerate(FIVE):
        assert write(store, identifier, as_zoe(other), number) == []


@pytest.mark.parametrize("identifier", [template.id for template in SEVERAL])
def test_a_template_in_which_only_the_names_are_changed_is_held(store: Store, identifier: str) -> None:
    write(store, identifier, ZOE, 0)
    again = replace(ZOE, referee=FIVE[4].referee, program=FIVE[4].program)
    assert "near-duplicate" in [one.partition(":")[0] for one in write(store, identifier, again, 1)]
