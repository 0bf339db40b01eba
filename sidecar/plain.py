"""Untrusted text made safe to show on a line: in a letter, a table, a terminal, a message."""

import re
import unicodedata

_LINE_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF])


def line(text: str) -> str:
    """Return text as one line without control, surrogate, noncharacter or bidirectional formatting code points."""
    kept = (c for c in _LINE_BREAKS.sub(" ", text).translate(_BIDI) if c == "\t" or not _is_unfit(c))
    return " ".join("".join(kept).split())


def _is_unfit(c: str) -> bool:
    return unicodedata.category(c) in ("Cc", "Cs") or 0xFDD0 <= ord(c) <= 0xFDEF or ord(c) & 0xFFFE == 0xFFFE
