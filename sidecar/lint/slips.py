"""Finds slips of grammar made by those who write in a second language, each with its better wording.

Terminology: a slip's *triggers* are words of which one must occur in a sentence before its pattern is tried there, or
pairs of words of which one must stand there side by side; each of its *needs* is a choice of words of which one must
occur there too. So hundreds of slips cost little.
The slips themselves are in `words/slips.tsv`, the forms of verbs and nouns that they name in `words/verbs.tsv` and
`words/nouns.tsv`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise, product

from propcache.api import cached_property

from sidecar.lint.facts.prose import Stretch
from sidecar.lint.phrases import lowered

_GROUP = re.compile(r"\\(\d)")
_WORD = re.compile(r"\w+")
_BEHIND = r"(?:\(\?(?:<[=!]|:(?=\^\||\(\?<=))(?:[^()]|\([^()]*\))*\))*"
_LEADING = re.compile(_BEHIND)
_PLAIN = re.compile(
    rf"{_BEHIND}(?:([a-z']+)|\((?:\?:)?([a-z'| ]+)\))(?:\(\?[=!<].*)?"
)  # one or several, and what is around them
_MAYBE = re.compile(r"\((?:\?:)?(?:(?: [^()?|]+\|?)+|(?:[^()?|]+ \|?)+)\)\?")  # words that may be left out
_MOST_PAIRS = 3_000
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_FORM = re.compile(r"<(base|verb|s|ing|past|participle|one|many)>")
_INTO = re.compile(r"<(\d) (base|s|ing|past|participle|one|many)>")


@dataclass(frozen=True, eq=False)  # each line of the table is itself alone, and quick to hash
class Slip:
    r"""A wording that is wrong wherever it matches, and what to write instead.

    In the wording `<base>`, `<s>`, `<ing>`, `<past>` and `<participle>` are groups that match any verb in that form
    (`s`: of the third person; a past only if it differs from the base), `<verb>` the base of a verb that is no noun,
    `<one>` and `<many>` any noun that can be counted, in singular or plural. In what is better `\1` stands for a group
    as written, `<1 ing>` for the word in a group in another form. Patterns
    see the text in lower case with every line break a space; those that name capitals see it as written.
    `note` says what is wrong in one sentence; `{better}` in it is the better wording.
    """

    triggers: tuple[str, ...]
    wording: str
    better: str
    note: str

    def matches(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield where the wording stands in a part of a text, as whole words. It is compiled when it is first tried."""
        # What must stand before is asked of what is found: a look-behind up front would be tried at every place.
        before, wording = self._patterns
        while match := wording.search(text, start, end):
            start = match.start() + 1
            if _begins_word(text, match.start()) and before.match(text, match.start()):
                start = match.end()
                yield match

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        before = _LEADING.match(self.wording)
        at = before.end() if before else 0
        return re.compile(self.wording[:at]), re.compile(rf"(?:{self.wording[at:]})(?![\w'-]|\.\w)")

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Two plain words side by side in the wording, in every choice it leaves; none where it has no such place."""
        places = []
        for left, right in pairwise(_pieces(self.wording.lower())):
            lefts = _choices(left)
            rights = _choices(right)
            if len(lefts) * len(rights) > _MOST_PAIRS:
                continue
            both = zip(lefts, lefts, strict=True) if right == r"\1" else product(lefts, rights)
            places.append(frozenset(f"{_WORD.findall(one)[-1]} {_WORD.findall(other)[0]}" for one, other in both))
        return max(filter(None, places), key=lambda pairs: min(map(len, pairs)), default=frozenset())

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """What else must occur: of each set a word is in every sentence that the pattern matches; the rarest first."""
        places = map(_choices, _pieces(_MAYBE.sub(" ", self.wording.lower())))
        found = [frozenset(max(_WORD.findall(one), key=len) for one in place) for place in places if place]
        known = {word for pair in self.pairs for word in pair.split()} or {*self.triggers}
        return tuple(sorted((need for need in found if not need <= known), key=len))

    @cached_property
    def cased(self) -> bool:
        """Whether the pattern sees the text as written: it names a capital."""
        return _CAPITAL.search(self.wording) is not None


@dataclass(frozen=True, slots=True)
class Slipped:
    """A slip found: where, what would be better, and why."""

    start: int
    end: int
    better: str
    note: str


@cache
def known_slips() -> tuple[Slip, ...]:
    """Return the slips of `words/slips.tsv`."""
    return tuple(_read((files("sidecar.lint") / "words" / "slips.tsv").read_text("utf-8")))


def _read(table: str) -> Iterator[Slip]:
    note = ""
    for line in table.splitlines():
        if line.startswith("["):
            note = line[1:-1]
        elif line and not line.startswith("#"):
            triggers, wording, better = line.split("\t")
            yield Slip(tuple(triggers.split()), _FORM.sub(_any, wording), better, note)


def _any(form: re.Match[str]) -> str:
    forms = {word[form[1]] for word in _words() if form[1] in word}
    bases = {word["base"] for word in _words() if "base" in word}
    if form[1] == "verb":
        forms = {word["base"] for word in _words() if "base" in word and not word.get("noun")}
    elif form[1] == "past":
        forms -= bases
    return f"({'|'.join(sorted(forms))})"


@cache
def _words() -> tuple[Mapping[str, str], ...]:
    """Return the forms of each verb and noun."""
    return (
        *_table("verbs", ("base", "s", "ing", "past", "participle", "noun")),
        *_table("nouns", ("one", "many")),
    )


def _table(name: str, columns: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    table = (files("sidecar.lint") / "words" / f"{name}.tsv").read_text("ascii")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return (dict(zip(columns, row, strict=False)) for row in rows)


@cache
def _in_form(word: str, form: str) -> str:
    """Return a verb or a noun, given in any of its forms, in this one."""
    return next(known[form] for known in _words() if form in known and word in known.values())


@cache
def _by_trigger() -> Mapping[str, list[Slip]]:
    """Return the slips by pairs of words or, where there are none, by words, which are those of `Stretch`."""
    found: dict[str, list[Slip]] = {}
    for slip in known_slips():
        for trigger in slip.pairs or {max(trigger.split("'"), key=len) for trigger in slip.triggers}:
            found.setdefault(trigger, []).append(slip)
    return found


def slips_in(text: str, sentences: Iterable[Stretch]) -> Iterator[Slipped]:
    """Yield the slips in the sentences of a text; of two that overlap, the first in reading order (then the longer)."""
    line = text.replace("\n", " ")
    folded = lowered(line)
    found = []
    for sentence in sentences:
        for slip in _triggered(sentence):
            searched = line if slip.cased else folded
            found += [_slipped(text, match, slip) for match in slip.matches(searched, sentence.start, sentence.end)]
    end = 0
    for slipped in sorted(found, key=lambda slipped: (slipped.start, -slipped.end)):
        if slipped.start >= end:
            yield slipped
            end = slipped.end


def _triggered(sentence: Stretch) -> Iterable[Slip]:
    slips = _by_trigger()
    pairs = map(" ".join, pairwise(sentence.sequence))
    triggers = {*filter(slips.__contains__, sentence.words), *filter(slips.__contains__, pairs)}
    lacks = sentence.words.isdisjoint
    possible = dict.fromkeys(slip for trigger in sorted(triggers) for slip in slips[trigger])
    return [slip for slip in possible if not (slip.needs and any(map(lacks, slip.needs)))]


def _pieces(wording: str) -> Iterator[str]:
    """Yield what stands between the blanks of a wording, but for those inside brackets."""
    depth, piece = 0, ""
    for char in wording:
        depth += (char == "(") - (char == ")")
        if char == " " and depth == 0:
            yield piece
            piece = ""
        else:
            piece += char
    yield piece


def _choices(piece: str) -> list[str]:
    """Return the words of which a piece of a wording is one, if it is no more than that."""
    found = _PLAIN.fullmatch(piece)
    return (found[1] or found[2]).split("|") if found else []


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_'-")


def _slipped(text: str, match: re.Match[str], slip: Slip) -> Slipped:
    better = _INTO.sub(lambda group: _in_form(match[int(group[1])].lower(), group[2]), slip.better)
    better = _GROUP.sub(lambda group: text[slice(*match.span(int(group[1])))], better)
    better = re.sub(r"\bi\b", "I", better)
    if text[match.start()].isupper():
        better = better[:1].upper() + better[1:]
    return Slipped(match.start(), match.end(), better, slip.note.format(better=better))
