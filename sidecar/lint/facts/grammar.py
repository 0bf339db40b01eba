"""A small notation for what people say: forms over word classes, matched inside one sentence of folded text.

Terminology: a *form* is written in plain words; `<letter>` stands for a class of words, `..3` for up to three words of any
kind, a space for a blank with or without a comma before it, and `(?P<core>…)` for the words to show when only they matter.
Anything else is an ordinary regular expression. A *grammar* is
a set of forms together with the words without one of which it cannot match, so that most sentences cost one set look-up. It
is compiled when a sentence first has one of these words: a sidecar that reads no drafts spares most of the memory.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from propcache.api import cached_property

from sidecar.lint.facts.prose import Sentences, Stretch

_STEP = re.compile(r" \.\.(\d+) ")
_CLASS = re.compile(r"(?<!\?P)<(\w+)>")
_BEHIND = re.compile(r"\(\?<[!=][^()]*\)")
_GAP = r"[\s,;:()\"–—•·▪*]+"
_WORD = r"[\w.'/&#%-]+"
_START, _END = r"(?<![\w-])", r"(?![\w-])"


def _class(words: str) -> str:
    return f"(?:{'|'.join(words.split())})".replace("_", " ")


CLASSES: Mapping[str, str] = MappingProxyType(
    {
        name: _class(words)
        for name, words in {
            "modal": "would|could|can|will|may|might|wud|cud|shall|wld|cld".replace("|", " "),
            "you": "you u ya yourself your_good_self sir madam ma'am mam maam professor doctor",
            "write": (
                "write writing written provide providing give giving furnish furnishing prepare preparing supply supplying issue "
                "issuing compose composing submit submitting send sending contribute contributing offer offering make making arrange "
                "arranging grant granting share draft drafting do doing update updating renew renewing refresh refreshing strengthen "
                "get getting obtain obtaining have having receive receiving spare bless lend"
            ),
            "letter": (
                r"(?:recom+end?ation_|reference_|support_)?letters?(?:_of_(?:a_)?(?:\w+_)?(?:recom+end?ations?|reference|support|rec))? "
                r"lors? l\.o\.r\.?s? recs? recom+end?ations? references? referees? recommenders? testimonial endorsement"
            ),
            "strong": (
                "strong(?:er|est)? enthusiastic wholehearted whole-hearted compelling glowing powerful robust outstanding excellent "
                "favou?rable positive supportive very_good really_good convincing impactful solid high_quality high-quality "
                "persuasive first-rate superb great unreserved substantive effective"
            ),
            "strongly": (
                "strongly enthusiastically wholeheartedly whole-heartedly positively favou?rably warmly highly confidently "
                "without_(?:any_)?(?:reservations?|hesitation) with_(?:\\w+_)?(?:confidence|enthusiasm|conviction)"
            ),
            "month": (
                "jan(?:uary)?\\.? feb(?:ruary)?\\.? mar(?:ch)?\\.? apr(?:il)?\\.? may june?\\.? july?\\.? aug(?:ust)?\\.? sept?(?:ember)?\\.? "
                "oct(?:ober)?\\.? nov(?:ember)?\\.? dec(?:ember)?\\.?"
            ),
            "season": "spring summer fall autumn winter",
            "year": "(?:19|20)\\d\\d",
            "number": "\\d+ one two three four five six seven eight nine ten eleven twelve several few couple",
            "me": "me myself my",
        }.items()
    }
)


def expand(form: str) -> str:
    """Return the regular expression of one form."""
    stepped = _STEP.sub(lambda step: f"(?:{_GAP}{_WORD}){{0,{step[1]}}}?{_GAP}", form)
    stepped = _BEHIND.sub(lambda behind: behind[0].replace(" ", r"\s"), stepped)  # of one width
    spaced = _CLASS.sub(lambda name: CLASSES[name[1]], stepped)
    return re.sub(r" ", r",?\\s+", spaced)


class Grammar:
    """Forms that mean one thing, and the words (`needs`) of which a sentence must have one; empty when any may do."""

    def __init__(self, needs: str, *forms: str) -> None:
        self.needs = frozenset(needs.split())
        self._forms = forms

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches any of the forms in folded text."""
        return re.compile(f"{_START}(?:{'|'.join(map(expand, self._forms))}){_END}")

    def search(self, sentence: Stretch) -> re.Match[str] | None:
        """Return the first match in a sentence; its offsets count in the sentence."""
        if self.needs and self.needs.isdisjoint(sentence.words):
            return None
        return self._first(sentence)

    def __call__(self, sentence: Stretch) -> bool:
        """Tell whether the sentence holds one of the forms."""
        return self.search(sentence) is not None

    def find(self, sentences: Iterable[Stretch], unless: "Grammar | None" = None) -> Iterator[Stretch]:
        """Yield what matched in these sentences, the first match of each, at its place in the body.

        A sentence in which `unless` matches does not count.
        """
        for sentence in self._possible(sentences):
            if (match := self._first(sentence)) and not (unless and unless(sentence)):
                core = "core" if match.re.groupindex else 0
                start, end = match.span(core)
                start, end = match.span() if start < 0 else (start, end)
                yield Stretch(sentence.start + start, sentence.start + end, sentence.text[start:end])

    def every(self, sentences: Iterable[Stretch], unless: "Grammar | None" = None) -> Iterator[Stretch]:
        """Yield every match in these sentences, in order, at its place in the body; none where `unless` matches too."""
        for sentence in self._possible(sentences):
            matches = list(self.pattern.finditer(sentence.text))
            for match in matches if matches and not (unless and unless(sentence)) else ():
                yield Stretch(sentence.start + match.start(), sentence.start + match.end(), match[0])

    def _first(self, sentence: Stretch) -> re.Match[str] | None:
        found = sentence.matches
        if self not in found:
            found[self] = self.pattern.search(sentence.text)
        return found[self]

    def _possible(self, sentences: Iterable[Stretch]) -> Iterable[Stretch]:
        if isinstance(sentences, Sentences):
            return sentences.having(self.needs) if self.needs else sentences
        return (one for one in sentences if not (self.needs and self.needs.isdisjoint(one.words)))

    def anywhere(self, sentences: Iterable[Stretch], unless: "Grammar | None" = None) -> Stretch | None:
        """Return the first match in these sentences, or None."""
        return next(self.find(sentences, unless), None)
