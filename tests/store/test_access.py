"""Credentials: each opens one thing, for a time, until revoked; their secrets are nowhere on disk."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sidecar.store.access import Access, Purpose

START = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


class StoppedClock:
    """Time that moves when told to."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def access(tmp_path: Path, clock: StoppedClock) -> Iterator[Access]:
    opened = Access(tmp_path / "a.sqlite3", clock)
    yield opened
    opened.close()


def test_a_token_opens_its_own_purpose_and_no_other(access: Access) -> None:
    token = access.issue(Purpose.CLIENT, "Thunderbird")
    found = access.check(Purpose.CLIENT, token)
    assert found is not None
    assert found.name == "Thunderbird"
    assert [purpose for purpose in Purpose if access.check(purpose, token)] == [Purpose.CLIENT]


def test_a_ticket_is_redeemed_once(access: Access) -> None:
    ticket = access.issue(Purpose.TICKET)
    assert access.redeem(Purpose.TICKET, ticket)
    assert not access.redeem(Purpose.TICKET, ticket)


def test_a_ticket_expires(access: Access, clock: StoppedClock) -> None:
    ticket = access.issue(Purpose.TICKET)
    clock.advance(timedelta(minutes=15))
    assert not access.redeem(Purpose.TICKET, ticket)


def test_a_code_is_found_however_it_is_typed(access: Access) -> None:
    code = access.issue(Purpose.CODE)
    assert len(code) == len("ABCD-EFGH")
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert access.redeem(Purpose.CODE, typed)


def test_a_revoked_token_opens_nothing(access: Access) -> None:
    token = access.issue(Purpose.CLIENT, "Thunderbird")
    (listed,) = access.credentials(Purpose.CLIENT)
    assert not access.revoke(listed.id, Purpose.SESSION)
    assert access.revoke(listed.id, Purpose.CLIENT)
    assert access.check(Purpose.CLIENT, token) is None
    assert not access.revoke(listed.id, Purpose.CLIENT)


def test_last_use_is_noted_to_the_minute(access: Access, clock: StoppedClock) -> None:
    token = access.issue(Purpose.CLIENT, "Thunderbird")
    assert access.credentials(Purpose.CLIENT)[0].last_used_at is None
    access.check(Purpose.CLIENT, token)
    clock.advance(timedelta(seconds=59))
    access.check(Purpose.CLIENT, token)
    assert access.credentials(Purpose.CLIENT)[0].last_used_at == START
    clock.advance(timedelta(seconds=1))
    access.check(Purpose.CLIENT, token)
    assert access.credentials(Purpose.CLIENT)[0].last_used_at == START + timedelta(minutes=1)


def test_no_secret_is_on_disk(access: Access, tmp_path: Path) -> None:
    secrets = [access.issue(purpose, "name to be found") for purpose in Purpose]
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"name to be found" in held
    for secret in secrets:
        assert secret.encode() not in held
        assert secret.replace("-", "").encode() not in held


def test_another_process_may_issue_what_this_one_checks(access: Access, tmp_path: Path, clock: StoppedClock) -> None:
    elsewhere = Access(tmp_path / "a.sqlite3", clock)
    assert access.redeem(Purpose.TICKET, elsewhere.issue(Purpose.TICKET))
    elsewhere.close()


def test_what_has_expired_is_removed_when_the_next_is_issued(access: Access, clock: StoppedClock) -> None:
    access.issue(Purpose.TICKET)
    clock.advance(timedelta(hours=1))
    assert access.credentials(Purpose.TICKET) == ()
    access.issue(Purpose.TICKET)
    assert len(access.credentials(Purpose.TICKET)) == 1
