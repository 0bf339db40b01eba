"""Which addresses are the user's: the ones named and the ones the Sent folder shows, in any spelling."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_DOTLESS = frozenset({"gmail.com", "googlemail.com"})
SEEN_ENOUGH = 2  # one stray mail filed into Sent must not make a stranger the user


def canonical(address: str) -> str:
    """Return the form by which two spellings of one mailbox compare equal: no plus tag, and no dots at Gmail."""
    local, at, domain = address.strip().lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in _DOTLESS:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}{at}{domain}"


@lru_cache(maxsize=64)
def _canonical_set(mine: frozenset[str]) -> frozenset[str]:
    return frozenset(map(canonical, mine))


def is_mine(address: str, mine: frozenset[str]) -> bool:
    """Say whether `address` is one of the user's, in any spelling."""
    return bool(address) and canonical(address) in _canonical_set(mine)


def learned(known: Iterable[str], senders_in_sent: Iterable[str]) -> frozenset[str]:
    """Return the known addresses and those that the Sent folder's From fields show at least twice (its aliases)."""
    seen = Counter(map(str.lower, filter(None, senders_in_sent)))
    return frozenset(map(str.lower, known)) | {address for address, times in seen.items() if times >= SEEN_ENOUGH}
