"""Wraps invented texts the way mail systems and clients do: with their fields, encodings and quotations."""

import quopri
from base64 import encodebytes
from collections.abc import Callable
from email.header import Header

ORIGINAL = "<request-1@mail.example>"
SENT = "Tue, 01 Sep 2026 09:30:00 -0400"
PLAIN = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
THREAD = f"In-Reply-To: {ORIGINAL}\nReferences: {ORIGINAL}\n"
ASKED = (
    "Dear Dr. Rao,\n\nWould you feel able to write a strong letter of recommendation by September 20?\n\nAmina Yusuf"
)


def _mail(fields: str, subject: str, body: str, *, sender: str = "Anita Rao <rao@hospital.example>") -> bytes:
    named = subject if subject.isascii() else Header(subject, "utf-8").encode()
    top = f"From: {sender}\nTo: Amina Yusuf <amina@mail.example>\nDate: {SENT}\nSubject: {named}\n"
    return (top + fields + "\n" + body + "\n").encode()


def _encoded(fields: str, subject: str, body: str, encoding: str) -> bytes:
    data = body.encode()
    text = (encodebytes(data) if encoding == "base64" else quopri.encodestring(data)).decode()
    typed = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n"
    return _mail(fields + typed, subject, text)


def _both(fields: str, subject: str, text: str, html: str) -> bytes:
    parts = (
        f"--b1\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n"
        f"--b1\nContent-Type: text/html; charset=utf-8\n\n{html}\n\n--b1--"
    )
    return _mail(fields + 'Content-Type: multipart/alternative; boundary="b1"\n', subject, parts)


def _paragraphs(body: str) -> str:
    return "".join(f"<p>{line}</p>" for line in body.split("\n") if line)


EXCHANGE_OOF = (
    "X-Auto-Response-Suppress: All\nAuto-Submitted: auto-generated\n"
    "X-MS-Exchange-Inbox-Rules-Loop: rao@hospital.example\n" + THREAD
)

MACHINES: dict[str, Callable[[str, str], bytes]] = {
    "gmail": lambda s, b: _both(
        f"Auto-Submitted: auto-replied\nPrecedence: bulk\nX-Autoreply: yes\n{THREAD}", s, b, _paragraphs(b)
    ),
    "exchange": lambda s, b: _both(EXCHANGE_OOF, s, b, _paragraphs(b)),
    "template": lambda s, b: _both(THREAD, s, b, _paragraphs(b)),
    "outlookcom": lambda s, b: _mail("X-Auto-Response-Suppress: All\n" + PLAIN, s, b),
    "zoho": lambda s, b: _mail("X-Autoreply: true\nX-Mailer: Zoho Mail\n" + PLAIN, s, b),
    "yahoo": lambda s, b: _mail("Auto-Submitted: auto-replied\nX-Mailer: YahooMailVacation\n" + PLAIN, s, b),
    "icloud": lambda s, b: _mail('Auto-Submitted: auto-replied\nX-Autoreply: "yes"\n' + PLAIN, s, b),
    "vacation": lambda s, b: _mail("Auto-Submitted: auto-replied (vacation)\nPrecedence: bulk\n" + PLAIN, s, b),
    "sieve": lambda s, b: _encoded(f"Auto-Submitted: auto-replied (vacation)\n{THREAD}", s, b, "quoted-printable"),
    "notes": lambda s, b: _mail("X-Mailer: Lotus Domino Web Server\n" + PLAIN, s, b),
    "groupwise": lambda s, b: _mail("X-Mailer: Novell GroupWise\n" + PLAIN, s, b),
    "proton": lambda s, b: _encoded("Auto-Submitted: auto-replied\nX-Autoreply: yes\n", s, b, "base64"),
    "cpanel": lambda s, b: _mail("X-Autorespond: Letter\nX-Loop: rao@hospital.example\n" + PLAIN, s, b),
    "office": lambda s, b: _mail(
        "Auto-Submitted: auto-replied\n" + PLAIN, s, b, sender="IM Residency <im@hospital.example>"
    ),
    "gone": lambda s, b: _mail("Auto-Submitted: auto-replied\n" + PLAIN, s, b),
}

GMAIL_QUOTE = "On Mon, Aug 31, 2026 at 8:00 AM Amina Yusuf <amina@mail.example> wrote:\n\n" + "\n".join(
    f"> {line}" for line in ASKED.split("\n")
)
OUTLOOK_QUOTE = (
    "From: Amina Yusuf <amina@mail.example>\nSent: Monday, August 31, 2026 8:00 AM\n"
    f"To: Anita Rao <rao@hospital.example>\nSubject: Letter of recommendation\n\n{ASKED}"
)
EXCHANGE_PERSON = (
    "X-MS-Has-Attach:\nX-MS-Exchange-Organization-SCL: 1\nThread-Topic: Letter\nThread-Index: Adc0\n" + THREAD
)


def _outlook_html(body: str) -> str:
    rest = "".join(f"<p class=MsoNormal>{line}</p>" for line in OUTLOOK_QUOTE.split("\n"))
    line = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"
    return f'<div class=WordSection1>{_paragraphs(body)}<div><div style="{line}">{rest}</div></div></div>'


PEOPLE: dict[str, Callable[[str, str], bytes]] = {
    "gmail": lambda s, b: _both(
        THREAD,
        s,
        f"{b}\n\n{GMAIL_QUOTE}",
        f'<div dir="ltr">{_paragraphs(b)}</div><div class="gmail_quote">{ASKED}</div>',
    ),
    "outlook": lambda s, b: _both(EXCHANGE_PERSON, s, f"{b}\n\n{OUTLOOK_QUOTE}", _outlook_html(b)),
    "exchange": lambda s, b: _encoded(
        EXCHANGE_PERSON, s, f"{b}\n\n________________________________\n{OUTLOOK_QUOTE}", "base64"
    ),
    "cisco": lambda s, b: _mail(
        f"X-Auto-Response-Suppress: DR, OOF, AutoReply\nX-IronPort-AV: x\n{THREAD}{PLAIN}", s, f"{b}\n\n{OUTLOOK_QUOTE}"
    ),
    "apple": lambda s, b: _encoded(
        THREAD,
        s,
        f"{b}\n\n> On Aug 31, 2026, at 8:00 AM, Amina Yusuf <amina@mail.example> wrote:\n> \n> Would you?",
        "quoted-printable",
    ),
    "thunderbird": lambda s, b: _mail(
        f"User-Agent: Mozilla Thunderbird\n{THREAD}Content-Type: text/plain; charset=utf-8; format=flowed\n",
        s,
        f"{b}\n\nAm 31.08.26 um 08:00 schrieb Amina Yusuf:\n> Would you feel able to write?\n\n-- \nAnita Rao",
    ),
    "mobile": lambda s, b: _mail(THREAD + PLAIN, s, f"{b}\n\nSent from my iPhone\n\n{GMAIL_QUOTE}"),
    "group": lambda s, b: _mail(
        "List-Id: <residency.hospital.example>\nList-Post: <mailto:residency@hospital.example>\n"
        f"Precedence: list\n{THREAD}{PLAIN}",
        s,
        b,
        sender="Jane Roe via Residency <residency@hospital.example>",
    ),
    "desk": lambda s, b: _mail(
        f"X-Zendesk-From-Account-Id: 71\nAuto-Submitted: auto-generated\n{THREAD}{PLAIN}",
        s,
        f"##- Please type your reply above this line -##\n\n{b}",
        sender="Jane Roe (Residency) <support@program.zendesk.example>",
    ),
    "suppress": lambda s, b: _mail(f"X-Auto-Response-Suppress: All\n{THREAD}{PLAIN}", s, f"{b}\n\n{OUTLOOK_QUOTE}"),
    "bulk": lambda s, b: _mail(f"Precedence: bulk\n{THREAD}{PLAIN}", s, f"{b}\n\n{GMAIL_QUOTE}"),
    "autono": lambda s, b: _mail(f"Auto-Submitted: no\n{THREAD}{PLAIN}", s, f"{b}\n\n{GMAIL_QUOTE}"),
    "notes": lambda s, b: _mail(f"X-Mailer: IBM Notes Release 9.0.1\n{THREAD}{PLAIN}", s, b),
    "postmaster": lambda s, b: _mail(THREAD + PLAIN, s, b, sender="Postmaster <postmaster@hospital.example>"),
}
