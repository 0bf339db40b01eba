"""Mail as it stands on a server: letters, answers, absences and bounces read from their headers and text."""

from tests.followup.scenarios.scenario import case
from tests.followup.stage import Stage

ME = "From: Amara Obi <amara.obi@example.org>"
TO = "To: Dr. Sunil Rao <s.rao@hospital.example>"
RAO = 'From: "Rao, Sunil" <s.rao@hospital.example>'
BACK = "To: amara.obi@example.org"
ANSWERS = "In-Reply-To: <{id}>"

REQUEST = """Dear Dr. Rao,

I was a sub-intern on your cardiology service at Hillside Hospital in May 2026, and we looked after Mr. K. with the
unclear murmur together. I am applying to internal medicine residency in the United States for the 2026-2027 Match.

Would you feel able to write a strong letter of recommendation for my application through ERAS? If you would rather
not, please say so freely; I will understand.

I can send my CV, a draft of my personal statement and a list of the cases we shared. ERAS will send you a secure link
for the upload. I plan to waive my right to see the letter. A date around August 28, 2026 would leave time enough.

Thank you for considering it.

Amara Obi, MBBS
"""
FOLLOWUP = """Dear Dr. Rao,

On August 4 I wrote to ask whether you could write a strong letter of recommendation for my residency application. I
only want to be sure that my email reached you. If it does not suit you, please tell me and I will ask somebody else.

With thanks,
Amara Obi
"""
UPDATE = """Dear Dr. Moss,

I have applied to your internal medicine program this season (AAMC ID 12345678). Since I submitted, I passed Step 3
with a score of 231, and ECFMG certified me on October 1. My husband works in Dayton, ten minutes from your clinic.

Thank you for reading this,
Amara Obi
"""
RENT = """Dear Mrs. Long,

the heating on the second floor is out again. Could somebody look at it this week?

Amara Obi
"""


def asked(s: Stage, day: float = 0) -> Stage:
    return s.raw(day, ME, TO, "Subject: Letter of recommendation for residency - Amara Obi", text=REQUEST, role="sent")


def chased(s: Stage, day: float) -> Stage:
    subject = "Subject: Re: Letter of recommendation for residency - Amara Obi"
    return s.raw(day, ME, TO, subject, ANSWERS, "References: <{id}>", text=FOLLOWUP, role="sent")


def wrote_anew(s: Stage, day: float, subject: str, text: str) -> Stage:
    return asked(s).raw(day, ME, TO, f"Subject: {subject}", text=text, role="sent")


def answered(s: Stage, day: float, text: str, *headers: str) -> Stage:
    subject = "Subject: RE: Letter of recommendation for residency - Amara Obi"
    return s.raw(day, RAO, BACK, subject, *(headers or (ANSWERS,)), text=text)


def away(s: Stage, subject: str, text: str, *headers: str) -> Stage:
    return asked(s).raw(
        0.01, RAO, BACK, f"Subject: {subject}", ANSWERS, "Auto-Submitted: auto-replied", *headers, text=text
    )


def bounced(s: Stage, *headers: str, text: str) -> Stage:
    daemon = "From: Mail Delivery Subsystem <mailer-daemon@mx.example.org>"
    return asked(s).raw(0.01, daemon, BACK, *headers, text=text)


REPORT = """--b1
Content-Type: text/plain

The address below could not be reached. There will be no further attempt.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; s.rao@hospital.example
Action: failed
Status: 5.1.1

--b1
Content-Type: message/rfc822

Message-ID: <{id}>
Subject: Letter of recommendation for residency - Amara Obi

--b1--
"""

SCENARIOS = [
    case("a request as sent, a week of silence", asked, 8, "followup-1 due"),
    case("a request as sent, three days of silence", asked, 3, "followup-1 waiting"),
    case("request and follow-up as sent", lambda s: chased(asked(s), 9), 12, "followup-2 waiting"),
    case("request and two follow-ups as sent", lambda s: chased(chased(asked(s), 9), 18), 27, "move-on due"),
    case(
        "a yes",
        lambda s: answered(asked(s), 2, "Happy to. Send me your CV and I will write it by the end of the month.\n"),
        9,
        "classify-reply due",
    ),
    case(
        "a no",
        lambda s: answered(asked(s), 2, "I am sorry, but I do not know your work well enough for a strong letter.\n"),
        9,
        "classify-reply due",
    ),
    case(
        "an answer without thread headers",
        lambda s: answered(asked(s), 2, "Sure.\n", "X-Mailer: Webmail"),
        9,
        "classify-reply due",
    ),
    case(
        "a person's mail with an exchange server's marks",
        lambda s: answered(asked(s), 2, "Sure.\n", ANSWERS, "X-Auto-Response-Suppress: DR, OOF, AutoReply"),
        9,
        "classify-reply due",
    ),
    case(
        "away, in English",
        lambda s: away(
            s,
            "Automatic reply: Letter of recommendation",
            "I am out of the office and will be back on September 8, 2026.\n",
        ),
        20,
        "followup-1 waiting",
    ),
    case(
        "away, in English, and back",
        lambda s: away(
            s,
            "Automatic reply: Letter of recommendation",
            "I am out of the office and will be back on September 8, 2026.\n",
        ),
        36.1,
        "followup-1 due",
    ),
    case(
        "away, in German",
        lambda s: away(
            s, "Automatische Antwort: Letter of recommendation", "Ich bin ab dem 8. September 2026 wieder im Haus.\n"
        ),
        20,
        "followup-1 waiting",
    ),
    case(
        "away, in Spanish",
        lambda s: away(
            s, "Respuesta automática: Letter of recommendation", "Estoy fuera y vuelvo el 8 de septiembre de 2026.\n"
        ),
        20,
        "followup-1 waiting",
    ),
    case("away, no date", lambda s: away(s, "Out of office", "I read mail rarely this month.\n"), 8, "followup-1 due"),
    case(
        "a standard bounce",
        lambda s: bounced(
            s,
            "Subject: Undelivered Mail Returned to Sender",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
            text=REPORT,
        ),
        1,
        "fix-address due",
    ),
    case(
        "a bounce in plain words",
        lambda s: bounced(
            s,
            "Subject: failure notice",
            "Return-Path: <>",
            text="Sorry, the message to <s.rao@hospital.example> could not be delivered: no such user here.\n",
        ),
        1,
        "fix-address due",
    ),
    case(
        "a bounce with the failed address in a header",
        lambda s: bounced(
            s,
            "Subject: Delivery Status Notification (Failure)",
            "X-Failed-Recipients: s.rao@hospital.example",
            text="No such user.\n",
        ),
        1,
        "fix-address due",
    ),
    case(
        "a bounce that calls itself an automatic reply",
        lambda s: bounced(
            s,
            "Subject: Undeliverable",
            "Auto-Submitted: auto-replied",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
            text=REPORT,
        ),
        9,
        "fix-address due",
    ),
    case(
        "a notice of delay",
        lambda s: bounced(
            s,
            "Subject: Warning: could not send message for past 4 hours",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
            text=REPORT.replace("Action: failed", "Action: delayed")
            .replace("5.1.1", "4.4.1")
            .replace("There will be no further attempt", "It will be tried again"),
        ),
        8,
        "followup-1 due",
    ),
    case(
        "an update to a program",
        lambda s: s.raw(
            0,
            ME,
            "To: Dr. Kay Moss <moss@mercy.example>",
            "Subject: Step 3 result and ECFMG certification - Amara Obi, Internal Medicine",
            text=UPDATE,
            role="sent",
        ),
        12,
        first="2026-10-06",
    ),
    case(
        "in a thread of its own, a line that asks whether the request came through",
        lambda s: wrote_anew(s, 9, "Hello", "Dear Dr. Rao, I was wondering whether my email reached you. Amara"),
        18,
        "followup-2 due",
    ),
    case(
        "in a thread of its own, from the phone",
        lambda s: wrote_anew(s, 9, "quick question", "Hello Dr. Rao, did you get my message from last week? Amara"),
        18,
        "followup-2 due",
    ),
    case(
        "in a thread of its own, in case it was lost",
        lambda s: wrote_anew(s, 9, "Checking in", "Dr. Rao, writing again in case my email got lost. Best, Amara"),
        18,
        "followup-2 due",
    ),
    case(
        "in a thread of its own, a reminder that calls itself one",
        lambda s: wrote_anew(
            s, 9, "Letter", "Dear Dr. Rao, a friendly reminder about August 4. Declining is fine. Amara"
        ),
        18,
        "followup-2 due",
    ),
    case(
        "in a thread of its own, not having heard back",
        lambda s: wrote_anew(s, 9, "Residency", "Dear Dr. Rao, I have not heard from you yet; is all well? Amara"),
        18,
        "followup-2 due",
    ),
    case(
        "in a thread of its own, about another thing",
        lambda s: wrote_anew(s, 9, "Poster", "Dear Dr. Rao, the poster is printed and hangs in the lobby. Amara"),
        18,
        "followup-1 overdue",
    ),
    case(
        "one's own request passed on to a friend",
        lambda s: s.raw(
            0,
            ME,
            "To: Ben Adeyemi <ben@friends.example>",
            "Subject: Fwd: Letter of recommendation for residency - Amara Obi",
            text="That is how I put it, maybe it helps you.\n\n---------- Forwarded message ---------\n"
            "From: Amara Obi <amara.obi@example.org>\nDate: Tue, Aug 4, 2026\nSubject: Letter of recommendation for "
            f"residency - Amara Obi\nTo: Dr. Sunil Rao <s.rao@hospital.example>\n\n{REQUEST}",
            role="sent",
        ),
        12,
    ),
    case(
        "one's own request passed on by Outlook",
        lambda s: s.raw(
            0,
            ME,
            "To: Ben Adeyemi <ben@friends.example>",
            "Subject: FW: Letter of recommendation for residency - Amara Obi",
            text="Ben, see below.\n\n________________________________\nFrom: Amara Obi <amara.obi@example.org>\n"
            "Sent: Tuesday, August 4, 2026 9:30 AM\nTo: Dr. Sunil Rao <s.rao@hospital.example>\n"
            f"Subject: Letter of recommendation for residency - Amara Obi\n\n{REQUEST}",
            role="sent",
        ),
        12,
    ),
    case(
        "one's own request passed on to the same referee once more counts",
        lambda s: asked(s).raw(
            9,
            ME,
            TO,
            "Subject: Fwd: Letter of recommendation for residency - Amara Obi",
            text="Dear Dr. Rao, I send this once more in case it went astray.\n\n"
            "---------- Forwarded message ---------\n"
            f"From: Amara Obi <amara.obi@example.org>\n\n{REQUEST}",
            role="sent",
        ),
        18,
        "followup-2 due",
    ),
    case(
        "a mail to the landlady",
        lambda s: s.raw(0, ME, "To: Mrs. Long <long@homes.example>", "Subject: Heating", text=RENT, role="sent"),
        12,
    ),
    case(
        "a request seen in the inbox only, as a copy to oneself",
        lambda s: s.raw(
            0,
            ME,
            TO,
            "Cc: amara.obi@example.org",
            "Subject: Letter of recommendation for residency - Amara Obi",
            text=REQUEST,
        ),
        8,
        "followup-1 due",
    ),
    case(
        "a circular of the hospital from the same person",
        lambda s: asked(s).raw(
            3,
            RAO,
            BACK,
            "Subject: Grand rounds in September",
            "List-Id: <rounds.hospital.example>",
            "Precedence: list",
            text="The programme is attached.\n",
        ),
        8,
        "followup-1 due",
    ),
]
