"""The user's own records as typed data: profile, referees, programs; read from what people type and from CSV."""

from sidecar.roster.entries import BadValueError, with_entries
from sidecar.roster.importing import Imported, Skipped, import_programs, import_referees
from sidecar.roster.people_files import read_profile
from sidecar.roster.tables import UnreadableTableError

__all__ = [
    "BadValueError",
    "Imported",
    "Skipped",
    "UnreadableTableError",
    "import_programs",
    "import_referees",
    "read_profile",
    "with_entries",
]
