"""Finds misspelt common words: words that no list knows and that are a slip away from one everybody uses.

Terminology: an *everyday* word is the first choice for a correction, a *common* one the second; a *known* word is
merely left alone.
Silence is the default: a word is flagged only if it is plain lower-case English but for one slip.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from sidecar.lint.draft import Draft
from sidecar.lint.wordlist import Sieve, WordList, word_list
from sidecar.people import Profile

# What stands between blanks, brackets and the like is passed in one step, and a word only stands at its beginning.
_TOKEN = re.compile(r"([A-Za-z]{4,30}+(?:-[A-Za-z]{4,30}+)*+)(?!['\w@/\\&+-]|\.\w)|[\w@./\\#&+'-]++")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiouy"
_SHORTEST = 4  # letters; below that nearly every string is a word, a name or an abbreviation
_ALWAYS_CAPITALISED = frozenset(
    [
        *("january", "february", "september", "october", "november", "december"),
        *("tuesday", "wednesday", "thursday", "saturday"),
        *("sincerely", "respectfully", "gratefully", "regards", "cordially", "faithfully"),
    ]
)  # what a word with a capital may be a slip of, besides a name
_SHORTEST_CAPITAL = 6  # a capital may begin a name as well as a sentence
_FOREIGN_SHARE = 0.2  # of unknown words, above which a text is not plain English
_STEM = 4
_SUFFIXES = ("er", "ers", "able", "ness", "less")
_SHORT_SECOND_HALVES = frozenset({"end", "day", "off", "out", "ups", "way", "man", "men", "net", "box", "hub"})
_NO_SECOND_HALF = frozenset({"full", "fully", "ally", "ions", "ment", "ting", "able", "less", "ship"})
_SENTENCE_END = re.compile(r"(?:[a-z]{4}|(?<!\w)(?!vs|al|no|st|ed|pp)[a-z]{2,3}|[\d)\"'])[.!?] $")
_TERM = re.compile(
    r".+(?:ectom(?:y|ies)|oscop(?:y|ies|ic)|itis|osis|olog(?:y|ist|ists|ical|ic)|emia|aemia|path(?:y|ies|ic)|plasty|"
    r"graph(?:y|ic)|gram|grams|otomy|ostomy|algia|uria|oma|omas|iatric|iatrics|itide|azole|mycin|cillin|pril|sartan|"
    r"statin|mab|olol|idine|penia|rrhea|rrhage|sclerosis|esthesia|aesthesia|genic|lysis|trophy|cyte|cytes|ectasia)"
)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelt word: where it stands, and what was likely meant, the likeliest first."""

    start: int
    end: int
    corrections: tuple[str, ...]


@cache
def _everyday() -> frozenset[str]:
    """Return the words that make up nearly all of any text, as what is quickest to ask; the field's are among them."""
    return frozenset((*word_list("everyday.txt.gz"), *_domain(), *_ALWAYS_CAPITALISED))


@cache
def _common() -> WordList:
    return word_list("common.txt.gz")


@cache
def _other() -> WordList:
    return word_list("other.txt.gz")


@cache
def _domain() -> frozenset[str]:
    return frozenset((files("sidecar.lint") / "words" / "domain.txt").read_text("ascii").split())


@cache
def _sieve() -> Sieve:
    return Sieve(chain(_everyday(), _common()))


def is_common(word: str) -> bool:
    """Tell whether a lower-case word is one everybody uses, in general English or in this field."""
    return _is_everyday(word) or word in _common()


def _is_everyday(word: str) -> bool:
    return word in _everyday()


@lru_cache(8192)
def is_known(word: str) -> bool:
    """Tell whether a lower-case word is English in any spelling, or a term of the field."""
    return is_common(word) or word in _other() or _TERM.fullmatch(word) is not None or _is_derived(word)


def _is_derived(word: str) -> bool:
    """Tell whether a word is made of known ones by the rules of English ("recommender", "frontend")."""
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if len(stem) >= _STEM and stem != word and (is_common(stem) or is_common(stem + "e")):
            return True
    return any(
        _is_half(word[at:]) and is_common(word[:at]) and is_common(word[at:]) for at in range(_STEM, len(word) - 2)
    )


def _is_half(word: str) -> bool:
    """Tell whether a word may be the second half of a compound nobody listed."""
    return word in _SHORT_SECOND_HALVES if len(word) < _STEM else word not in _NO_SECOND_HALF


def names_of(draft: Draft, profile: Profile | None = None) -> frozenset[str]:
    """Return the words, in lower case, that the people of an email are called by."""
    texts = [draft.quote(span) for span in (draft.name_lines, draft.signature) if span]
    texts += [f"{one.mailbox.name} {one.mailbox.address}" for one in draft.recipients]
    texts += [draft.sender.name] if draft.sender else []
    texts += [profile.name or "", profile.school or ""] if profile else []
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def misspellings(text: str, names: Container[str] = frozenset()) -> Iterator[Misspelling]:
    """Yield the misspelt words of a text in order. `names` holds lower-cased words that are right by definition.

    A text that is largely not English yields nothing.
    """
    tokens = _tokens(text)
    words = {token[1] for token in tokens} - _everyday()
    strange = {word for word in words if not is_known(word.lower()) and word.lower() not in names}
    unknown = [token for token in tokens if token[1] in strange]
    if _is_foreign(unknown, len(tokens)):
        return
    for token in unknown:
        word = token[1]
        if found := _meant(word, text, token):
            yield Misspelling(*token.span(), tuple(_like(word, better) for better in found))


def is_foreign(text: str) -> bool:
    """Tell whether so many words are unknown that a text is hardly English."""
    tokens = _tokens(text)
    return _is_foreign([token for token in tokens if not is_known(token[1].lower())], len(tokens))


def _tokens(text: str) -> list[re.Match[str]]:
    return [token for token in _TOKEN.finditer(text) if token[1]]


def _is_foreign(unknown: list[re.Match[str]], words: int) -> bool:
    return len([token for token in unknown if token[1].islower()]) > max(4, words * _FOREIGN_SHARE)


def _meant(word: str, text: str, token: re.Match[str]) -> tuple[str, ...]:
    """Return what an unknown word was likely meant to be."""
    if word.islower() or _begins_sentence(text, token):
        return corrections(word.lower())
    return _capitalised(word) if _may_be_capitalised(word.lower()) else ()


def _may_be_capitalised(word: str) -> bool:
    """Tell at a glance whether a word can be two slips away from one that is always capitalised: most names cannot."""
    letters = set(word)
    return any(
        better[0] in word[:2] and len(letters.symmetric_difference(better)) <= 2 for better in _ALWAYS_CAPITALISED
    )


def _capitalised(word: str) -> tuple[str, ...]:
    return tuple(one for one in corrections(word.lower()) if one in _ALWAYS_CAPITALISED and _is_slip_of(word, one))


def _begins_sentence(text: str, token: re.Match[str]) -> bool:
    """Tell whether a capitalised word owes its capital to its place alone, so that it is no name."""
    word = token[0]
    if len(word) < _SHORTEST_CAPITAL or not word[1:].islower():
        return False
    after = text[token.end() : token.end() + 2]
    return _SENTENCE_END.search(text, max(token.start() - 8, 0), token.start()) is not None and after[1:].islower()


def _is_slip_of(word: str, better: str) -> bool:
    """Tell whether a word with a capital is a slip of another, not its plural and not all capitals."""
    return word[1:].islower() and word.lower() != better + "s"


def _like(word: str, better: str) -> str:
    return better.capitalize() if word[0].isupper() else better


def forget() -> None:
    """Forget which words were met: for measuring."""
    is_known.cache_clear()
    corrections.cache_clear()


@lru_cache(4096)
def corrections(word: str) -> tuple[str, ...]:
    """Return the common words an unknown lower-case word was likely meant to be: at most three, likeliest first."""
    for slips in (_once, _twice) if "-" not in word else (_joined,):
        found = [one for one in dict.fromkeys(_sieve().sift(slips(word))) if len(one) >= _SHORTEST and is_common(one)]
        if found:
            return tuple([one for one in found if _is_everyday(one)] or found)[:3]
    return ()


def _joined(word: str) -> list[str]:
    """Return the words a hyphen may have slipped into; no common word has one."""
    head, _, tail = word.partition("-")
    return [head + tail, *(head + letter + tail for letter in _LETTERS)]


def _once(word: str) -> list[str]:
    return _likely(word) + _edits(word)


def _likely(word: str) -> list[str]:
    """Return the slips made most: two letters swapped, a letter doubled or not, one vowel for another."""
    swaps = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)]
    vowels = [at for at in range(1, len(word)) if word[at] in _VOWELS] if len(word) > _SHORTEST + 1 else []
    return swaps + _doublings(word) + [word[:at] + vowel + word[at + 1 :] for at in vowels for vowel in _VOWELS]


def _doublings(word: str) -> list[str]:
    return [
        word[:at] + word[at + 1 :] if at and word[at - 1] == letter else word[:at] + letter + word[at:]
        for at, letter in enumerate(word)
    ]


def _edits(word: str) -> list[str]:
    """Return every other single slip inside a word long enough to tell what was meant; its first letter holds."""
    if len(word) < _SHORTEST + 2:
        return []
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    inserted = [head + letter + tail for head, tail in cuts for letter in _LETTERS]
    dropped = [head + tail[1:] for head, tail in cuts if tail]
    replaced = [head + letter + rest for head, tail in cuts if tail for rest in (tail[1:],) for letter in _LETTERS]
    return inserted + dropped + replaced


def _twice(word: str) -> list[str]:
    """Return two of the commonest slips in one long word ("reccomendation", "definetly")."""
    if len(word) < 2 * _SHORTEST:
        return []
    return [twice for once in _doublings(word) + _likely(word) for twice in _doublings(once)]
