"""Which column of a table is which field: the names people and spreadsheets give them."""

import re
from collections.abc import Sequence

_PROGRAM = {
    "id": "id, program id, acgme id, acgme code, program code, nrmp code",
    "name": "name, program, program name, residency, residency program",
    "address": "address, email, e mail, mail, program email, contact email, email address, program mail",
    "city": "city, town, location city",
    "state": "state, st, location state",
    "hospital": "hospital, institution, sponsoring institution, sponsor, university, site, hospital name",
    "specialty": "specialty, speciality, field",
    "director": "director, pd, program director, pd name, director name, program director name",
    "director_address": "director address, pd email, director email, program director email",
    "coordinator": "coordinator, pc, program coordinator, coordinator name, program coordinator name",
    "coordinator_address": "coordinator address, pc email, coordinator email, program coordinator email",
    "domain": "domain, email domain, mail domain",
    "visas": "visas, visa, visa types, visa sponsorship, visas sponsored, visas accepted",
    "min_step2": "min step2, min step 2, step 2 min, minimum step 2, step 2 cutoff, step 2 ck min, min step 2 ck",
    "max_years_since_graduation": "max years since graduation, yog, max yog, yog cutoff, years since graduation,"
    " graduation limit, max years since grad, time since graduation",
    "min_usce_months": "min usce months, usce, usce months, min usce, usce required, months of usce",
    "do_not_email": "do not email, no email, dont email, do not contact, no emails",
    "interviewed_on": "interviewed on, interview, interview date, interviewed, date of interview",
    "time_zone": "time zone, timezone, tz",
    "note": "note, notes, comment, comments, remarks",
}
_REFEREE = {
    "id": "id",
    "name": "name, referee, letter writer, writer, attending, full name, author, letter author",
    "address": "address, email, e mail, mail, email address",
    "title": "title, salutation",
    "institution": "institution, hospital, affiliation, organization, organisation, clinic, place",
    "role": "role, position, relationship",
    "abroad": "abroad, outside us, outside the us, international, foreign",
    "time_zone": "time zone, timezone, tz",
    "worked_from": "worked from, from, start, start date, rotation start, worked since",
    "worked_until": "worked until, until, to, end, end date, rotation end, worked to, last day",
    "needed_by": "needed by, deadline, due, due date, letter due",
    "state_by_hand": "state by hand, state, status, stage",
    "note": "note, notes, comment, comments, remarks",
}
_PROFILE = {
    "name": "name, full name",
    "degrees": "degrees, degree",
    "school": "school, medical school, university",
    "graduation_year": "graduation year, year of graduation, yog, graduated",
    "aamc_id": "aamc id, aamc, aamc number",
    "email": "email, e mail, address, email address",
    "phone": "phone, telephone, mobile, phone number",
    "specialty": "specialty, speciality",
    "cycle": "cycle, match cycle, season",
    "visa": "visa, visa status, work status",
    "step1": "step1, step 1, usmle step 1",
    "step2": "step2, step 2, step 2 ck, usmle step 2, usmle step 2 ck",
    "step3": "step3, step 3, usmle step 3",
    "usce_months": "usce months, usce, months of usce",
    "time_zone": "time zone, timezone, tz",
    "identities": "identities, other addresses, aliases, other emails",
}


def plain_header(text: str) -> str:
    """Return a header for comparing: lower case, letters and digits only, single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold().replace("'", "").replace("’", "")))


def _by_header(fields: dict[str, str]) -> dict[str, str]:
    return {header.strip(): field for field, headers in fields.items() for header in headers.split(",")}


PROGRAM, REFEREE, PROFILE = _by_header(_PROGRAM), _by_header(_REFEREE), _by_header(_PROFILE)


def matched(headers: Sequence[str], known: dict[str, str]) -> tuple[dict[int, str], list[str]]:
    """Return the field of each column, the first column of a field winning, and the headers that mean nothing to us."""
    columns: dict[int, str] = {}
    ignored: list[str] = []
    for at, header in enumerate(headers):
        field = known.get(plain_header(re.sub(r"\([^)]*\)", " ", header))) or known.get(plain_header(header))
        if field and field not in columns.values():
            columns[at] = field
        elif header.strip():
            ignored.append(header.strip())
    return columns, ignored
