"""The forms for profile, referees and programs: which fields, in which order, and what is said beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from http import HTTPStatus
from typing import TypeVar

from sidecar.people import Profile, Program, Referee
from sidecar.roster import BadValueError, with_entries
from sidecar.web.problems import ProblemError

R = TypeVar("R", Profile, Referee, Program)


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form; `type` is what HTML calls it."""

    name: str
    label: str
    hint: str = ""
    type: str = "text"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with its value, as the page shows it."""

    name: str
    label: str
    hint: str
    type: str
    required: bool
    value: str


PROFILE = (
    FormField("name", "Full name", "As in your ERAS application."),
    FormField("degrees", "Degrees", "As written after your name: MBBS, or MD, MPH."),
    FormField("school", "Medical school"),
    FormField("graduation_year", "Year of graduation"),
    FormField("aamc_id", "AAMC ID", "Eight digits; programs find you by it."),
    FormField("specialty", "Specialty you apply in"),
    FormField("cycle", "Match cycle", "Both years: 2026-2027."),
    FormField("email", "Email address in ERAS", type="email"),
    FormField("identities", "Other addresses you write from", "Separated by commas."),
    FormField("phone", "Phone", "With country code.", type="tel"),
    FormField("visa", "Visa or work status", "J-1, H-1B, green card, EAD …"),
    FormField("step1", "Step 1", "“pass”, or the score."),
    FormField("step2", "Step 2 CK"),
    FormField("step3", "Step 3"),
    FormField("usce_months", "Months of US clinical experience"),
    FormField("time_zone", "Time zone", "Such as America/New_York; times are shown in it."),
)
REFEREE = (
    FormField("name", "Name", required=True),
    FormField("title", "Title", "Dr., Professor"),
    FormField("address", "Email address", type="email"),
    FormField("role", "Role", "attending, chair, research mentor"),
    FormField("institution", "Hospital or institution"),
    FormField("worked_from", "Worked together from", type="date"),
    FormField("worked_until", "Worked together until", type="date"),
    FormField("needed_by", "Letter needed by", "Empty: the day programs begin to review.", type="date"),
    FormField("time_zone", "Their time zone", "Such as America/Chicago."),
    FormField("abroad", "Works outside the US", "The request then explains ERAS.", type="checkbox"),
    FormField("note", "Note", type="textarea"),
)
PROGRAM = (
    FormField("name", "Program", required=True),
    FormField("hospital", "Hospital"),
    FormField("specialty", "Specialty"),
    FormField("city", "City"),
    FormField("state", "State"),
    FormField("director", "Program director"),
    FormField("director_address", "Director’s email", type="email"),
    FormField("coordinator", "Coordinator"),
    FormField("coordinator_address", "Coordinator’s email", type="email"),
    FormField("address", "The program’s own email", type="email"),
    FormField("domain", "Domain of its addresses", "med.example.edu"),
    FormField("visas", "Visas it takes", "J-1, H-1B; empty when unknown."),
    FormField("min_step2", "Least Step 2 CK score"),
    FormField("max_years_since_graduation", "Most years since graduation"),
    FormField("min_usce_months", "Least months of US experience"),
    FormField("interviewed_on", "Interviewed on", type="date"),
    FormField("time_zone", "Its time zone", "Such as America/Chicago."),
    FormField("do_not_email", "Asks applicants not to email", type="checkbox"),
    FormField("note", "Note", type="textarea"),
)


def filled(form: tuple[FormField, ...], record: Profile | Referee | Program | None) -> list[Filled]:
    """Return the fields of a form with a record's values, empty ones without a record."""
    return [
        Filled(one.name, one.label, one.hint, one.type, one.required, _written(getattr(record, one.name, None)))
        for one in form
    ]


def entered(record: R, form: tuple[FormField, ...], given: Mapping[str, str]) -> R:
    """Return the record with what was typed; raise a problem that says which field is wrong."""
    names = {field.name for field in fields(record)} & {one.name for one in form}
    try:
        return with_entries(record, {name: value for name, value in given.items() if name in names})
    except BadValueError as error:
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from None


def _written(value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)
