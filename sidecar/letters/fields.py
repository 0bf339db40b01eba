"""The blanks every template may show: a short label for the text, and a hint for whoever fills it in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """Something a template wants to know. `label` stands in the text as `[label]`."""

    name: str
    label: str
    hint: str


_WORDS = {
    "me.name": ("your full name", "As it stands in your ERAS application."),
    "me.degrees": ("your degree", "As you write it after your name, for example MBBS."),
    "me.school": ("your medical school", "Its official English name."),
    "me.graduation_year": ("year of graduation", "Four digits."),
    "me.aamc_id": ("your AAMC ID", "Eight digits, from your ERAS account. Programs find you by it."),
    "me.email": ("your email address", "The one in your ERAS application."),
    "me.phone": ("your phone number", "With its country code."),
    "me.specialty": ("your specialty", "The specialty you apply in, written out."),
    "me.cycle": ("your match cycle", "Both of its years."),
    "me.visa": ("your visa or work status", "For example J-1, H-1B, EAD, permanent resident."),
    "referee.family_name": ("family name", "The referee's family name, as they write it themselves."),
    "referee.institution": ("hospital or clinic", "Where you worked together."),
    "referee.months": ("month and year", "When you worked together: May 2024, or: from March to June 2025."),
    "program.director_family_name": ("director's family name", "From the program's own site."),
    "program.name": ("name of the program", "As its own site writes it."),
    "program.place": ("program's city", "City, and state where it helps."),
    "program.interviewed_on": ("interview date", "Month and day."),
    "thread.date": ("your first email's date", "So that the first email is easily found."),
    "role": ("your role there", "For example: sub-intern, observer, research assistant."),
    "service": ("service or clinic", "As it is called there, with its article: the cardiology consult service."),
    "shared_work": ("your shared work", "One or two things: a clinic, a patient without identifying details, a talk."),
    "observed": (
        "your work as they saw it",
        "One sentence with a detail: what this person saw you do, and nobody else.",
    ),
    "since": ("your work since then", "One or two full sentences, plain facts, no apology."),
    "reason": ("why this program", "One or two reasons in words that fit no other program."),
    "deadline": (
        "target date",
        "Two to four weeks before applications open, and two weeks from today at least.",
    ),
    "needed_by": ("your application date", "The day the letter has to be in; by default the day review begins."),
}


def described(name: str, own: Mapping[str, Field]) -> Field:
    """Return the field for a name: the template's own description, else the shared one, else words made of the name."""
    if name in own:
        return own[name]
    label, hint = _WORDS.get(name) or (name.replace(".", " ").replace("_", " ").strip() or "?", "")
    return Field(name, label, hint)
