"""What a sent mail is for, told by the linter's own kind detection, so that draft and mailbox agree."""

from collections.abc import Callable
from datetime import datetime

from sidecar.followup.reading import SentPieces, SentVerdict
