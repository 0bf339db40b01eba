"""The demo's messages: `season.toml` turned into emails with dates relative to now."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_string
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime, parseaddr
from importlib.resources import files

_DATE = re.compile(r"\{([+-]\d+)\}")
_MORNING = 9  # mail dated in days came in that hour


@dataclass(frozen=True, slots=True)
class Placed:
    """One message of the demo: where it lies and when it came."""

    folder: str
    at: datetime
    message: bytes


@dataclass(frozen=True, slots=True)
class DemoSeason:
    """The whole demo mailbox, oldest message first, and the address of its owner."""

    address: str
    mail: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A message as `season.toml` describes it; `sender`, `to`, `cc` and `bounce` are keys of its `people`."""

    id: str
    ago: int | str
    subject: str
    text: str
    sender: str = "me"
    to: str = "me"
    cc: str | None = None
    folder: str | None = None
    answers: str | None = None
    later: str = "0m"
    headers: Mapping[str, str] = field(default_factory=dict)
    bounce: str | None = None
    receipt: bool = False
    calendar: bool = False


def demo_season(now: datetime) -> DemoSeason:
    """Return the demo mailbox as it would look at `now` (aware); the same `now` gives the same mailbox."""
    data = tomllib.loads(files("sidecar.demo").joinpath("season.toml").read_text("utf-8"))
    entries = {raw["id"]: _Entry(**raw) for raw in data["mail"]}
    writer = _Writer(entries, data["people"], now)
    placed = sorted((writer.placed(entry) for entry in entries.values()), key=lambda one: one.at)
    return DemoSeason(parseaddr(data["people"]["me"])[1], tuple(placed))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes entries as emails of one moment."""

    entries: Mapping[str, _Entry]
    people: Mapping[str, str]
    now: datetime

    def placed(self, entry: _Entry) -> Placed:
        at = self.at(entry)
        message = EmailMessage()
        message["From"] = self.address(entry.sender)
        message["To"] = self.address(entry.to)
        if entry.cc:
            message["Cc"] = self.address(entry.cc)
        message["Subject"] = self.dated(entry.subject)
        message["Date"] = format_datetime(at)
        message["Message-ID"] = self.message_id(entry)
        chain = self.chain(entry)
        if chain:
            message["In-Reply-To"] = chain[-1]
            message["References"] = " ".join(chain)
        for name, value in entry.headers.items():
            message[name] = value
        message.set_content(self.dated(entry.text).lstrip())
        self.add_report(message, entry)
        if message.is_multipart():
            message.set_boundary(f"=_{entry.id}")
        folder = entry.folder or ("Sent" if entry.sender == "me" else "INBOX")
        return Placed(folder, at, message.as_bytes(policy=SMTP))

    def at(self, entry: _Entry) -> datetime:
        """Days ago mean that day's morning; hours ago mean just that; `later` adds minutes."""
        if isinstance(entry.ago, str):
            return self.now - timedelta(hours=int(entry.ago.removesuffix("h")))
        minute = sum(entry.id.split("-")[0].encode()) % 50
        day = self.now - timedelta(days=entry.ago)
        morning = day.replace(hour=_MORNING, minute=minute, second=0, microsecond=0)
        return morning + timedelta(minutes=int(entry.later.removesuffix("m")))

    def chain(self, entry: _Entry) -> list[str]:
        """Return the Message-IDs of what `entry` answers, the first of the thread first."""
        chain: list[str] = []
        while entry.answers is not None:
            entry = self.entries[entry.answers]
            chain.insert(0, self.message_id(entry))
        return chain

    def add_report(self, message: EmailMessage, entry: _Entry) -> None:
        """Add what makes a bounce (RFC 3464), a read receipt (RFC 8098) or a calendar answer (RFC 6047)."""
        if entry.calendar:
            message.add_alternative(_event(self.now), subtype="calendar", params={"method": "REPLY"})
        if entry.answers is None:
            return
        original = f"Message-ID: {self.chain(entry)[-1]}\n"
        if entry.bounce:
            failed = self.address(entry.bounce).addr_spec
            _report(
                message,
                "delivery-status",
                f"Reporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; {failed}\nAction: failed\nStatus: 5.1.2\n",
            )
            _part(message, "text/rfc822-headers", f"{original}To: {failed}\n")
        elif entry.receipt:
            reader = self.address(entry.sender).addr_spec
            _report(
                message,
                "disposition-notification",
                f"Final-Recipient: rfc822; {reader}\nOriginal-{original}"
                "Disposition: manual-action/MDN-sent-manually; displayed\n",
            )

    def message_id(self, entry: _Entry) -> str:
        return f"<{entry.id}.{self.at(entry):%Y%m%d%H%M}@demo.deardr.invalid>"

    def address(self, key: str) -> Address:
        name, address = parseaddr(self.people[key])
        return Address(name, addr_spec=address)

    def dated(self, text: str) -> str:
        """Replace {+3} and {-3} by the date that many days from now."""

        def written(found: re.Match[str]) -> str:
            day = self.now + timedelta(days=int(found[1]))
            return f"{day:%B} {day.day}"

        return _DATE.sub(written, text)


def _event(now: datetime) -> str:
    start = now + timedelta(days=6)
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//demo//EN\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:demo@post.example\n"
        f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}\nDTSTART:{start:%Y%m%dT%H%M%SZ}\nSUMMARY:Second visit\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )


def _report(message: EmailMessage, kind: str, fields: str) -> None:
    message.make_mixed()
    message.replace_header("Content-Type", "multipart/report")
    message.set_param("report-type", kind)
    _part(message, f"message/{kind}", fields)


def _part(message: EmailMessage, content_type: str, text: str) -> None:
    message.attach(message_from_string(f"Content-Type: {content_type}\n\n{text}", policy=default))
