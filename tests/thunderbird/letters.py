"""Drafts and mails that the checks work with."""

import email.utils
from datetime import UTC, datetime, timedelta
from typing import Any

SUBJECT = "Letter of recommendation for residency: Alice Okafor"
WEAK = (
    "<p>Dear Dr. Rao,</p><p>Could you write any letter for me<i> as soon</i> as possible? You are my only hope.</p>"
    "<p>Thank you,<br>Alice Okafor</p>"
)
WEAK_PLAIN = """Dear Dr. Rao,

Could you write any letter for me as soon as possible? You are my only hope.

Thank you,
Alice Okafor
"""
LANDLORD = """<p>Hi Sam,</p><p>The kitchen tap drips again. Could somebody come as soon as possible? It is our only
hope.</p><p>Alice</p>"""
LANDLORD_DETAILS: dict[str, Any] = {"subject": "Dripping tap", "to": ["sam@homes.example"]}
GOOD = """<p>Dear Dr. Rao,</p>
<p>I worked with you as a visiting student on the general medicine service at Lakeside Hospital in
May and June 2026.</p>
<p>I am applying to residency in the United States in Internal Medicine through ERAS for the 2026-2027 match. Would you
be able to write a strong letter of recommendation for me by January 15, 2027? If that does not suit you, please feel
free to say no; I will understand.</p>
<p>I can send my CV, a draft of my personal statement and a short list of the patients we saw together. ERAS will send
you a secure link to upload the letter, and I plan to waive my right to see it.</p>
<p>Thank you for your time,<br>Alice Okafor, MBBS<br>Lagos College of Medicine, 2023<br>AAMC ID 12345678</p>"""

OTHER_GOOD = """<p>Dear Dr. Told,</p>
<p>In March 2026 I spent four weeks in your heart failure clinic at Harbour Hospital as an observer.</p>
<p>This autumn I apply to Internal Medicine residency in the US through ERAS, for the 2026-2027 cycle. Would you feel
able to support me with a strong letter of recommendation, by January 20, 2027? Please decline without hesitation if you
would rather not.</p>
<p>My CV and a page about the clinic's cases are ready for you.</p>
<p>With many thanks,<br>Alice Okafor</p>"""


def days_ago(days: float) -> str:
    """A Date header."""
    return email.utils.format_datetime(datetime.now(UTC) - timedelta(days=days))


def _message(headers: dict[str, str], body: str) -> bytes:
    lines = [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(
        [*lines, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", *body.split("\n"), ""]
    ).encode()


def request(key: str, days: float = 10) -> bytes:
    """A letter request that Alice sent to Dr. KEY some days ago, with the Message-ID `KEY.ask@example.org`."""
    name = key.title()
    body = (
        f"Dear Dr. {name},\n\nI am applying to residency in the United States through ERAS. Would you be able to write"
        " a strong letter of recommendation for me? Please feel free to say no.\n\nThank you,\nAlice Okafor"
    )
    return _message(
        {
            "From": "Alice Okafor <alice@example.org>",
            "To": f"Dr. {name} <{key}@hospital.example>",
            "Subject": f"{SUBJECT} ({name})",
            "Message-ID": f"<{key}.ask@example.org>",
            "Date": days_ago(days),
        },
        body,
    )


def reply(key: str, days: float = 1, body: str = "Dear Alice,\n\nyes, I will gladly write it.\n\nBest") -> bytes:
    """What Dr. KEY answered, with the Message-ID `KEY.reply@hospital.example`."""
    name = key.title()
    return _message(
        {
            "From": f"Dr. {name} <{key}@hospital.example>",
            "To": "Alice Okafor <alice@example.org>",
            "Subject": f"Re: {SUBJECT} ({name})",
            "Message-ID": f"<{key}.reply@hospital.example>",
            "In-Reply-To": f"<{key}.ask@example.org>",
            "References": f"<{key}.ask@example.org>",
            "Date": days_ago(days),
        },
        body,
    )


def note(key: str, subject: str, references: str = "") -> bytes:
    """A mail to Alice that is none of DearDr's business, with the Message-ID `KEY@example.net`."""
    thread = {"In-Reply-To": references, "References": references} if references else {}
    return _message(
        {
            "From": "Sam <sam@example.net>",
            "To": "Alice Okafor <alice@example.org>",
            "Subject": subject,
            "Message-ID": f"<{key}@example.net>",
            "Date": days_ago(2),
            **thread,
        },
        "Hello Alice,\n\nsee you on Monday.\n\nSam",
    )
