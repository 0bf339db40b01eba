"""Whether two addresses are one person's, told by the names beside them, by greetings, and by the addresses themselves.

Terminology: a *name* is the set of its folded words, titles and offices apart. Two names *fit* when every word of the
shorter one, be it an initial or misspelt, is in the longer one; they *clash* when they do not.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from sidecar.people import Mailbox

_WORD = re.compile(r"[^\W\d_]+")
_NO_NAME = frozenset(
    (
        "dr drs doctor doctors prof profs professor professors mr mrs ms miss mx sir sirs madam mam maam ma am md "
        "do mbbs phd mph facp frcp dear hi hello hey good morning afternoon evening day greetings respected "
        "honorable honourable esteemed most highly very to whom it may concern the all team everyone both "
        "colleague colleagues of and or from at in for program programme director directors coordinator committee "
        "admissions selection residency office secretary assistant department clinic chair chief attending "
        "physician faculty internal medicine pd gme herr frau sehr geehrter geehrte lieber liebe señor señora "
        "senor senora estimado estimada doctora querido querida monsieur madame cher chère docteur professeur "
        "prezado prezada sayın hocam bey hanım"
    ).split()
)
_SHORTEST = 3  # letters of a name that are told from initials
_SPELT_ALIKE = 0.8
_SLIP = 0.75  # of two local parts at one place: a slip of the finger, not another person


@dataclass(frozen=True, slots=True)
class Seen:
    """What an email shows of the person it is for."""

    name: frozenset[str]
    greeted: frozenset[str]
    address: str

    @classmethod
    def of(cls, box: Mailbox, greeting: str | None) -> "Seen":
        """Take the person of a recipient and the greeting of the email."""
        return cls(name_words("" if "@" in box.name else box.name), name_words(greeting or ""), box.address)


def name_words(text: str) -> frozenset[str]:
    """Return the words of a name, without accents, titles and what names nobody."""
    return frozenset(map(_plain, _WORD.findall(text.casefold()))) - _NO_NAME


def may_be_one(one: Seen, other: Seen) -> bool:
    """Whether anything says that two emails are for one person, and no name says the contrary."""
    if _clash(one.name, other.name):
        return False
    if _shared(one.name, other.name) or _slipped(one.address, other.address):
        return True
    return bool(
        _shared(one.greeted, other.greeted)
        or _is_in(one.address, other.name | other.greeted)
        or _is_in(other.address, one.name | one.greeted)
        or _is_in(one.address, name_words(_local(other.address)))
    )


def surely_one(one: Seen, other: Seen) -> bool:
    """Whether two emails are for one person whatever they are about: the same name, and an address but for a slip."""
    named = len(one.name & other.name) > 1 and not _clash(one.name, other.name)
    return named and _slipped(one.address, other.address)


def is_greeted(box: Mailbox, greeting: str | None) -> bool:
    """Whether a greeting names the owner of an address."""
    seen = Seen.of(box, greeting)
    return bool(_shared(seen.name, seen.greeted)) or _is_in(seen.address, seen.greeted)


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _local(address: str) -> str:
    return address.partition("@")[0]


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and not all(any(_same_word(word, each) for each in longer) for word in shorter)


def _same_word(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST:
        return one[0] == other[0]
    return SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE


def _shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in one & other if len(word) > 1)


def _is_in(address: str, name: frozenset[str]) -> bool:
    """Whether the part before the at sign is made of a name: `rao`, `s.rao`, `srao`, `sunilrao`, `rao.home`."""
    pieces = _WORD.findall(_plain(_local(address)))
    words = [word for word in name if len(word) >= _SHORTEST]
    return any(_consists_of(piece, word, name) for piece in pieces for word in words)


def _consists_of(piece: str, word: str, name: frozenset[str]) -> bool:
    """Whether a piece is a word of a name with at most an initial or another word of it beside."""
    if piece.startswith(word):
        rest = piece.removeprefix(word)
    elif piece.endswith(word):
        rest = piece.removesuffix(word)
    else:
        return False
    return len(rest) <= 1 or rest in name


def _slipped(one: str, other: str) -> bool:
    """Whether two addresses differ by a slip: nearly the same name at the same place, or the same name at another."""
    (name, _, place), (other_name, _, other_place) = one.partition("@"), other.partition("@")
    return SequenceMatcher(None, name, other_name).ratio() >= (_SLIP if place == other_place else 1)
