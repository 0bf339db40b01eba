"""A mail server that takes everything and delivers nothing: what arrives is what the client put on the wire."""

import email
import email.policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Outgoing:
    """The mails taken so far, as bytes, oldest first."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        self.taken.append(envelope.original_content or b"")
        return "250 taken"

    def last(self) -> EmailMessage:
        return email.message_from_bytes(self.taken[-1], _class=EmailMessage, policy=email.policy.default)


def start(port: int) -> tuple[Controller, Outgoing]:
    """Start on a port; the caller stops the controller."""
    outgoing = Outgoing()
    controller = Controller(outgoing, hostname="127.0.0.1", port=port)
    controller.start()
    return controller, outgoing
