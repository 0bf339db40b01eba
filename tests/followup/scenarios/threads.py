"""Which mail answers which, when headers are missing, malformed or odd."""

import base64
from typing import Any

from sidecar.followup.message import MessageClass
from sidecar.kinds import Kind
from sidecar.people import Mailbox
from tests.followup.scenarios.scenario import case
from tests.followup.stage import LIND, ME, OFFICE, RAO

INDEX = base64.b64encode(bytes(range(22))).decode()
ANSWER = base64.b64encode(bytes(range(22)) + b"\x01\x02\x03\x04\x05").decode()
BARE: dict[str, Any] = {"in_reply_to": (), "references": ()}
SUBJECT = "Letter of recommendation for residency - Amara Obi"


SCENARIOS = [
    case(
        "only In-Reply-To",
        lambda s: s.request().reply(3, in_reply_to=("m0@example.org",), references=()),
        9,
        "classify-reply due",
    ),
    case(
        "only References",
        lambda s: s.request().reply(3, in_reply_to=(), references=("m0@example.org",)),
        9,
        "classify-reply due",
    ),
    case(
        "References that end elsewhere",
        lambda s: s.request().reply(3, in_reply_to=("x@y",), references=("m0@example.org", "x@y")),
        9,
        "classify-reply due",
    ),
    case(
        "the assistant, by References alone",
        lambda s: s.request().reply(3, sender=OFFICE, in_reply_to=(), references=("m0@example.org",)),
        9,
        "classify-reply due",
    ),
    case("no headers, marked subject", lambda s: s.request().reply(3, **BARE), 9, "classify-reply due"),
    case(
        "no headers, German mark",
        lambda s: s.request().reply(3, **BARE, subject=f"AW: {SUBJECT}"),
        9,
        "classify-reply due",
    ),
    case(
        "no headers, Turkish mark",
        lambda s: s.request().reply(3, **BARE, subject=f"YNT: {SUBJECT}"),
        9,
        "classify-reply due",
    ),
    case(
        "no headers, numbered mark",
        lambda s: s.request().reply(3, **BARE, subject=f"Re[2]: {SUBJECT}"),
        9,
        "classify-reply due",
    ),
    case(
        "no headers, marks piled up",
        lambda s: s.request().reply(3, **BARE, subject=f"[EXT] RE: Fwd: {SUBJECT}"),
        9,
        "classify-reply due",
    ),
    case(
        "no headers, other case and spaces",
        lambda s: s.request().reply(3, **BARE, subject=f"re:  {SUBJECT.upper()} "),
        9,
        "classify-reply due",
    ),
    case(
        "no headers, the assistant: a subject alone proves nothing",
        lambda s: s.request().reply(3, sender=OFFICE, **BARE),
        9,
        "followup-1 due",
    ),
    case(
        "no headers, same subject, but months later",
        lambda s: s.request().reply(100, **BARE),
        101,
        "possible-reply due",
    ),
    case(
        "headers that name an unknown message, marked subject",
        lambda s: s.request().reply(3, in_reply_to=("gone@x",), references=("gone@x",)),
        9,
        "classify-reply due",
    ),
    case(
        "Outlook's index alone",
        lambda s: s.request(thread_index=INDEX, thread_topic=SUBJECT).reply(
            3, **BARE, subject=f"RE: {SUBJECT}", thread_index=ANSWER, thread_topic=SUBJECT
        ),
        9,
        "classify-reply due",
    ),
    case(
        "Outlook's index, answered by the assistant",
        lambda s: s.request(thread_index=INDEX, thread_topic=SUBJECT).reply(
            3, **BARE, sender=OFFICE, thread_index=ANSWER, thread_topic=SUBJECT
        ),
        9,
        "classify-reply due",
    ),
    case(
        "a malformed index is no tie",
        lambda s: s.request(thread_index="!!").reply(3, **BARE, sender=OFFICE, thread_index="!!", subject="Hello"),
        9,
        "followup-1 due",
    ),
    case(
        "the provider's thread alone",
        lambda s: s.request(provider_thread="17").reply(3, **BARE, subject="Hello", provider_thread="17"),
        9,
        "classify-reply due",
    ),
    case(
        "a chain over a mail that was never seen",
        lambda s: s.request().reply(5, in_reply_to=("lost@x",), references=("m0@example.org", "lost@x"), sender=OFFICE),
        9,
        "classify-reply due",
    ),
    case(
        "headers that point at themselves",
        lambda s: s.request(references=("m0@example.org",), in_reply_to=("m0@example.org",)),
        9,
        "followup-1 due",
    ),
    case(
        "two mails that answer each other",
        lambda s: s.request(in_reply_to=("m1@example.org",)).reply(3, in_reply_to=("m0@example.org",)),
        9,
        "classify-reply due",
    ),
    case(
        "the user writes a new request in an old thread of small talk",
        lambda s: s.reply(-30, new=True, subject="Hello").request(0, new=False),
        9,
        "followup-1 due",
    ),
    case(
        "an answer in that old thread counts",
        lambda s: s.reply(-30, new=True, subject="Hello").request(0, new=False).reply(3),
        9,
        "classify-reply due",
    ),
    case(
        "the follow-up from another account of the user",
        lambda s: s.request().followup(8).change(1, sender=Mailbox("Amara Obi", "amara@mail.example")),
        12,
        "followup-2 waiting",
    ),
    case(
        "a subject changed in the answer",
        lambda s: s.request().reply(3, subject="Re: yes of course"),
        9,
        "classify-reply due",
    ),
    case("no subject at all", lambda s: s.request(subject="").reply(3, subject="Re:"), 9, "classify-reply due"),
    case(
        "no subject and no headers",
        lambda s: s.request(subject="").reply(3, **BARE, subject=""),
        9,
        "possible-reply due",
    ),
    case(
        "an empty name",
        lambda s: s.request(to=Mailbox("", RAO.address)).reply(3, sender=Mailbox("", RAO.address)),
        9,
        "classify-reply due",
    ),
    case(
        "same subject to two people, one answers without headers",
        lambda s: s.request(0).request(0.1, LIND).reply(3, sender=LIND, **BARE),
        9,
        "followup-1 due s.rao",
        "classify-reply due eva.lind",
    ),
    case(
        "a note of absence without headers, known by its mark",
        lambda s: s.request().away(0.1, "2026-09-08", **BARE, subject=f"Automatic reply: {SUBJECT}"),
        20,
        "followup-1 waiting",
    ),
    case("seen twice: in Sent and in All Mail", lambda s: s.request().request(0, name="m0"), 9, "followup-1 due"),
    case(
        "saved by the client and by the server under two ids",
        lambda s: s.request().request(0, name="server"),
        9,
        "followup-1 due",
    ),
    case(
        "an answer to the server's copy",
        lambda s: s.request().request(0, name="server").reply(3, in_reply_to=("server@example.org",), references=()),
        9,
        "classify-reply due",
    ),
    case(
        "the answer seen in the inbox and in a folder",
        lambda s: s.request().reply(3).reply(3, name="m1"),
        9,
        "classify-reply due",
    ),
    case(
        "a copy to oneself, seen as mail from outside",
        lambda s: s.request()._add(0, MessageClass.SENT, ME, (RAO,), name="m0", kind=Kind.OTHER),
        9,
        "followup-1 due",
    ),
    case("without any Message-ID", lambda s: s.request(message_id=None, key="print-1"), 9, "followup-1 due"),
    case(
        "without any Message-ID, answered by subject",
        lambda s: s.request(message_id=None, key="print-1").reply(3, **BARE, subject=f"Re: {SUBJECT}"),
        9,
        "classify-reply due",
    ),
]
