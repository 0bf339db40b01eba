"""Who takes part: the applicant's profile, referees and programs. Typed data shared by linting and following up."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An RFC 5322 mailbox: a display name (may be empty) and an addr-spec, lower-cased for comparison by the reader."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The applicant. Every field may be unknown (None or empty); rules and templates must cope."""

    name: str | None = None
    degrees: str | None = None  # as written after the name: "MBBS", "MD, MPH"
    school: str | None = None
    graduation_year: int | None = None
    aamc_id: str | None = None
    email: str | None = None
    phone: str | None = None
    specialty: str | None = None
    cycle: str | None = None  # the two years of the match cycle: "2026-2027"
    visa: str | None = None  # "J-1", "H-1B", "green card", "US citizen", "EAD"
    step1: str | None = None  # "pass" or a three-digit score
    step2: int | None = None
    step3: int | None = None
    usce_months: int | None = None  # months of US clinical experience
    time_zone: str | None = None  # IANA name
    identities: tuple[str, ...] = ()  # other addresses the applicant writes from


class LetterState(StrEnum):
    """Where a letter stands in the pipeline of domain.md section 2.4."""

    PLANNED = "planned"
    ASKED = "asked"
    FOLLOWED_UP_ONCE = "followed-up-once"
    FOLLOWED_UP_TWICE = "followed-up-twice"
    NO_ANSWER = "no-answer"
    DECLINED = "declined"
    PROMISED = "promised"
    LINK_SENT = "link-sent"
    UPLOADED = "uploaded"
    THANKED = "thanked"


@dataclass(frozen=True, slots=True)
class Referee:
    """A person asked, or to be asked, for a letter. `worked_until` is the last day worked together."""

    id: str
    name: str
    address: str
    title: str | None = None  # "Dr.", "Professor"
    institution: str | None = None
    role: str | None = None  # "attending", "chair", "research mentor"
    abroad: bool = False
    time_zone: str | None = None
    worked_from: date | None = None
    worked_until: date | None = None
    needed_by: date | None = None  # the letter's own date, else the season's review date
    state_by_hand: LetterState | None = None  # the user's word, which wins over what mail shows
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """A residency program on the roster."""

    id: str
    name: str
    address: str | None = None
    city: str | None = None
    state: str | None = None
    hospital: str | None = None
    specialty: str | None = None
    director: str | None = None
    director_address: str | None = None
    coordinator: str | None = None
    coordinator_address: str | None = None
    domain: str | None = None  # of its addresses: "med.example.edu"
    visas: tuple[str, ...] = ()  # accepted; empty means unknown
    min_step2: int | None = None
    max_years_since_graduation: int | None = None
    min_usce_months: int | None = None
    do_not_email: bool = False
    interviewed_on: date | None = None
    time_zone: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """One date of a season (domain.md section 4)."""

    id: str  # eras-opens, submission-opens, review-begins, rank-list-deadline, match-day
    title: str
    on: date
    official: bool
    source: str


@dataclass(frozen=True, slots=True)
class Season:
    """An application year as data; nothing in the code knows a year."""

    name: str  # "2026-2027"
    milestones: tuple[Milestone, ...] = field(default_factory=tuple)

    def on(self, milestone: str) -> date | None:
        """Return the date of a milestone by id, or None."""
        return next((m.on for m in self.milestones if m.id == milestone), None)


@dataclass(frozen=True, slots=True)
class SentMail:
    """One earlier email of the user's, as history shows it to rules: no body, only what was read from it."""

    message_id: str | None
    kind: str
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    subject: str
    sent_at: datetime
    greeting: str | None = None  # the form of address used: "Dear Dr. Rao"
    program: str | None = None  # roster id
    referee: str | None = None
    claims_top_choice: bool = False
