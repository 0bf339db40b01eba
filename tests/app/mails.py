"""The emails of these tests: a request, what it leads to, and how they hang together."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

APPLICANT = "Noor Ahmadi <applicant@example.org>"
REFEREE = "Clara Weiss <clara.weiss@hospital.example>"
REQUEST_ID = "request.1@example.org"

REQUEST = """Dear Dr. Weiss,

I was the observer on your geriatrics service at Linden Hospital in May and June.

I am applying to US Internal Medicine residency through ERAS in the coming match. Would you feel able to write a strong
letter of recommendation for me? If you would rather not, I would understand completely.

My CV is ready for you, and so is a list of the patients we saw together.

With thanks for your teaching,
Noor Ahmadi, MD
"""
PROMISE = """Dear Noor,

I would be glad to write you a strong letter. Send me your CV, please.

Clara Weiss
"""


SUBJECT = "Recommendation letter for residency, Noor Ahmadi"


def request(at: datetime) -> bytes:
    mail = _email(APPLICANT, REFEREE, SUBJECT, at)
    mail["Message-ID"] = f"<{REQUEST_ID}>"
    mail.set_content(REQUEST)
    return bytes(mail)


def promise(at: datetime) -> bytes:
    mail = _answer(f"Re: {SUBJECT}", at)
    mail.set_content(PROMISE)
    return bytes(mail)


def away_until(at: datetime, day: str) -> bytes:
    mail = _answer(f"Automatic reply: {SUBJECT}", at)
    mail["Auto-Submitted"] = "auto-replied"
    mail.set_content(f"I am out of the office and will be back on {day}.\n")
    return bytes(mail)


def away(at: datetime) -> bytes:
    mail = _answer(f"Automatic reply: {SUBJECT}", at)
    mail["Auto-Submitted"] = "auto-replied"
    back = at + timedelta(days=20)
    mail.set_content(f"I am out of the office and will be back on {back:%B} {back.day}, {back.year}.\n")
    return bytes(mail)


def _answer(subject: str, at: datetime) -> EmailMessage:
    mail = _email(REFEREE, APPLICANT, subject, at)
    mail["Message-ID"] = f"<{at.timestamp()}@hospital.example>"
    mail["In-Reply-To"] = mail["References"] = f"<{REQUEST_ID}>"
    return mail


def _email(sender: str, to: str, subject: str, at: datetime) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, subject, format_datetime(at)
    return mail
