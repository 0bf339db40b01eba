"""The roster says that the program's filters leave you out.

## Why
Visa types, graduation year, scores and months of US experience are checked by a machine before a person reads. No email moves an
application past them; the time is better spent on programs whose filters you meet.

## When to ignore it
When the roster is out of date, or your email asks just that.
"""

from collections.abc import Iterator

from sidecar.kinds import PROGRAM, Kind
from sidecar.lint.addressees import program
from sidecar.lint.facts import Facts
from sidecar.lint.past import Past
from sidecar.lint.rule import Finding, Rule, Severity, bad, good
from sidecar.people import Profile, Program

_PAST_THE_FILTERS = frozenset({Kind.PROGRAM_ELIGIBILITY, Kind.PROGRAM_INTENT, Kind.PROGRAM_THANKS})
_SPONSORED = ("j-1", "j1", "h-1b", "h1b", "h1-b")


def _roster(
    visas: tuple[str, ...] = (), years: int | None = None, step2: int | None = None, usce: int | None = None
) -> Past:
    return Past(
        roster=(
            Program(
                id="millbrook", name="Millbrook General", domain="clinic.example", visas=visas,
                max_years_since_graduation=years, min_step2=step2, min_usce_months=usce,
            ),
        )
    )  # fmt: skip


RULE = Rule(
    severity=Severity.WARNING,
    kinds=PROGRAM,
    sources=("P",),
    examples=(
        bad(history=_roster(visas=("J-1",)), profile=Profile(visa="H-1B")),
        bad(history=_roster(years=5), profile=Profile(graduation_year=2018)),
        bad(history=_roster(step2=240), profile=Profile(step2=231)),
        bad(history=_roster(usce=3), profile=Profile(usce_months=1)),
        good(history=_roster(visas=("J-1", "H-1B")), profile=Profile(visa="h1b")),
        good(history=_roster(visas=("J-1",)), profile=Profile(visa="green card")),
        good(history=_roster(years=5), profile=Profile(graduation_year=2021)),
        good(history=_roster(step2=240), profile=Profile()),
        good(history=_roster(visas=("J-1",), step2=240)),
        good(kind=Kind.PROGRAM_ELIGIBILITY, history=_roster(visas=("J-1",)), profile=Profile(visa="H-1B")),
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Flag the first filter that the profile does not meet; what is unknown on either side counts as met."""
    there, profile = program(facts), facts.profile
    if there is None or profile is None or facts.kind in _PAST_THE_FILTERS:
        return
    unmet = _unmet(there, profile, facts.now.year)
    if unmet:
        yield Finding(None, f"{there.name} {unmet}; an email does not change that.")


def _unmet(there: Program, me: Profile, year: int) -> str | None:
    if (
        me.visa
        and there.visas
        and _visa(me.visa) in map(_visa, _SPONSORED)
        and _visa(me.visa) not in map(_visa, there.visas)
    ):
        return f"does not sponsor the {me.visa} visa you need"
    limit = there.max_years_since_graduation
    if me.graduation_year and limit is not None and year - me.graduation_year > limit:
        return f"takes graduates of the last {limit} years, and you graduated in {me.graduation_year}"
    if me.step2 is not None and there.min_step2 is not None and me.step2 < there.min_step2:
        return f"asks for at least {there.min_step2} in Step 2, and you have {me.step2}"
    if me.usce_months is not None and there.min_usce_months is not None and me.usce_months < there.min_usce_months:
        return f"asks for {there.min_usce_months} months of US clinical experience, and you have {me.usce_months}"
    return None


def _visa(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
