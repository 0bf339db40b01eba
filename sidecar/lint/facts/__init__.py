"""Everything rules may know about a draft, each fact read once, when it is first asked for."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from propcache.api import cached_property

from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.facts import claims, logistics, specialty
from sidecar.lint.facts.ask import Ask, asks, letter_named, strong_letter
from sidecar.lint.facts.closing import Closing, closing, identifier, introduced, last_named, signer, titled
from sidecar.lint.facts.dates import DateRead, dated
from sidecar.lint.facts.deadline import deadlines, vague_deadlines
from sidecar.lint.facts.enclosures import claimed
from sidecar.lint.facts.fit import specific_lines
from sidecar.lint.facts.flattery import flattery
from sidecar.lint.facts.greeting import Greeting, greeting
from sidecar.lint.facts.interview import interviewed
from sidecar.lint.facts.news import News, news
from sidecar.lint.facts.offers import ghostwriting, materials
from sidecar.lint.facts.plea import pleas
from sidecar.lint.facts.pressure import demands
from sidecar.lint.facts.prose import Prose, Sentences, Stretch
from sidecar.lint.facts.refusal import way_out
from sidecar.lint.facts.relationship import Relationship, last_day, relationships
from sidecar.lint.facts.said import Reading, Said, expected, possible, readings, said
from sidecar.lint.facts.specialty import Specialty, specialties
from sidecar.lint.facts.story import excuses, speaks_of_exams, stories
from sidecar.lint.history import History
from sidecar.lint.phrases import fold
from sidecar.lint.rule import Field, Span
from sidecar.people import Profile, Program, Referee

_Read = TypeVar("_Read")
_Rest = ParamSpec("_Rest")


class Facts:
    """A draft, the circumstances it is read in, and what recognisers make of it.

    `kind` is `OTHER` until the engine has settled it. `now` is aware. Offsets count in `draft.text`.
    """

    def __init__(
        self,
        draft: Draft,
        *,
        now: datetime,
        profile: Profile | None = None,
        history: History | None = None,
        kind: Kind = Kind.OTHER,
    ) -> None:
        self.draft = draft
        self.now = now
        self.profile = profile
        self.history = history
        self.kind = kind

    def as_kind(self, kind: Kind) -> "Facts":
        """Return the same facts for a draft of this kind; what was read already is not read again."""
        other = copy(self)
        other.kind = kind
        return other

    def span_of(self, stretch: Stretch) -> Span:
        """Return where a stretch that a recogniser found lies: in the body, else in the subject."""
        in_body = self.prose.text[stretch.start : stretch.end] == stretch.text
        return Span(Field.BODY if in_body else Field.SUBJECT, stretch.start, stretch.end)

    def shown(self, stretch: Stretch, most: int = 90) -> str:
        """Return the words of a stretch as written, on one line, shortened to `most` characters."""
        words = " ".join(self.draft.quote(self.span_of(stretch)).split())
        return words if len(words) <= most else words[: most - 3].rsplit(" ", 1)[0] + " …"

    @cached_property
    def subject_folded(self) -> str:
        """The subject, folded (see `phrases.fold`)."""
        return fold(self.draft.subject)

    @cached_property
    def subject_sentence(self) -> Stretch:
        """The subject as a sentence; its offsets count in the subject."""
        return Stretch(0, len(self.subject_folded), self.subject_folded)

    @cached_property
    def own(self) -> Prose:
        """The writer's words with name lines and signature: where identifiers, names and placeholders are looked for."""
        return Prose(fold(self.draft.signed_text))

    @cached_property
    def prose(self) -> Prose:
        """The writer's words without the name lines below the closing: what content and tone are judged by."""
        return Prose(fold(self.draft.prose))

    @cached_property
    def greeting(self) -> Greeting | None:
        """The salutation."""
        return greeting(self.draft.own_text, self.prose.text)

    @cached_property
    def greeting_sentence(self) -> Stretch:
        """The salutation as a sentence, empty when there is none."""
        start, end = (self.greeting.start, self.greeting.end) if self.greeting else (0, 0)
        return Stretch(start, end, self.prose.text[start:end])

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """The sentences that ask for a letter."""
        return asks(self.prose.sentences, {*possible(Said.ASK, self.readings)})

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The sentences of the prose as weights read them."""
        return readings(self.prose.sentences)

    def said(self, what: Said) -> Stretch | None:
        """Return the first sentence that says this by the weight of its words, or None."""
        return next(iter(said(what, self.readings)), None)

    @cached_property
    def asked(self) -> Stretch | None:
        """Where a letter is asked for, in whatever words."""
        return self.asks[0].sentence if self.asks else self.said(Said.ASK)

    @cached_property
    def names_a_letter(self) -> bool:
        """Whether a letter of recommendation, or simply a letter, is named at all."""
        return any(letter_named(sentence) for sentence in self.everything)

    @cached_property
    def strong_letter(self) -> Stretch | None:
        """Where the draft speaks of a strong letter."""
        return strong_letter(self.prose.sentences) or self.said(Said.STRONG)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """What an email to a program has to tell, subject first."""
        return news(sentence for sentence in self.everything if sentence not in self.excuses)

    @cached_property
    def specialties(self) -> tuple[Specialty, ...]:
        """The specialties named in subject, prose and name lines."""
        return specialties((self.subject_sentence, *self.prose.sentences, self.name_sentence))

    @cached_property
    def claims_top(self) -> Stretch | None:
        """Where the body says that this program is the writer's first choice."""
        claim = claims.TOP_CHOICE.anywhere(self.prose.sentences, unless=claims.NOT_THE_ONE)
        heard = said(Said.TOP_CHOICE, self.readings)
        return claim or next((one for one in heard if not claims.NOT_THE_ONE(one)), None)

    @cached_property
    def name_sentence(self) -> Stretch:
        """The name lines and the signature as one sentence, empty when there are none."""
        spans = [span for span in (self.draft.name_lines, self.draft.signature) if span]
        start, end = min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)
        pairs = zip(self.own.text[start:end], self.prose.text[start:end], strict=True)
        return Stretch(start, end, "".join(own if said == " " else " " for own, said in pairs))

    @property
    def today(self) -> date:
        """The day of `now`, where the writer is."""
        return self.now.date()

    @cached_property
    def deadlines(self) -> tuple[DateRead, ...]:
        """The dates by which the letter is wanted, those in the subject first (their offsets count there)."""
        named = dated(self._possibly(Said.DUE), self.today)
        return deadlines(named, self.today, said(Said.DUE, self.readings))

    @cached_property
    def names_a_day(self) -> bool:
        """Whether it is said when the letter is wanted, be it by a feast or a season of which no day can be told."""
        return bool(self.deadlines) or self.said(Said.DUE) is not None

    @cached_property
    def vague_deadlines(self) -> tuple[Stretch, ...]:
        """The pleas for speed in the body, and times for the letter that are no day where none is named."""
        pleas = vague_deadlines(possible(Said.HURRIES, self.readings))
        return pleas if pleas or self.names_a_day else said(Said.HURRIES, self.readings)

    @cached_property
    def way_out(self) -> Stretch | None:
        """Where declining is made easy."""
        return way_out(possible(Said.WAY_OUT, self.readings)) or self.said(Said.WAY_OUT)

    @cached_property
    def materials(self) -> Stretch | None:
        """Where material for the letter is offered or attached."""
        return materials(possible(Said.MATERIALS, self.readings)) or self.said(Said.MATERIALS)

    @cached_property
    def ghostwriting(self) -> tuple[Stretch, ...]:
        """Where the writer offers to write the letter."""
        return ghostwriting(possible(Said.GHOSTWRITES, self.readings)) or said(Said.GHOSTWRITES, self.readings)

    @cached_property
    def upload(self) -> Stretch | None:
        """Where it is said how the letter gets in."""
        return logistics.UPLOAD.anywhere(possible(Said.LOGISTICS, self.readings)) or self.said(Said.LOGISTICS)

    @cached_property
    def waiver(self) -> Stretch | None:
        """Where the right to see the letter is mentioned."""
        return logistics.WAIVER.anywhere(possible(Said.WAIVER, self.readings)) or self.said(Said.WAIVER)

    @cached_property
    def relationships(self) -> tuple[Relationship, ...]:
        """What is said about work or study under the reader."""
        return tuple(relationships(self._of_the_bond, self.today))

    @cached_property
    def reminds_who(self) -> bool:
        """Whether the reader is reminded who writes, by work together at a place or a time."""
        if self.said(Said.REMINDS_WHO):
            return True
        return any(bond.place or bond.time for bond in relationships(self._of_the_bond, self.today))

    @cached_property
    def _of_the_bond(self) -> Sentences:
        """The sentences that may tell of work or study under the reader."""
        return possible(Said.REMINDS_WHO, self.readings)

    @cached_property
    def last_day_together(self) -> date | None:
        """The latest day up to today that is named of work or study under the reader."""
        return last_day(self._of_the_bond, self.today)

    @cached_property
    def everything(self) -> Sentences:
        """The subject and the sentences of the prose."""
        return Sentences((self.subject_sentence, *self.prose.sentences))

    @cached_property
    def cycle(self) -> Stretch | None:
        """Where the match cycle is named."""
        return specialty.CYCLE.anywhere(self.everything)

    @cached_property
    def us_residency(self) -> Stretch | None:
        """Where it is said that the aim is residency in the United States."""
        aims = tuple(sentence for sentence in self.everything if specialty.AIM(sentence))
        return specialty.US_RESIDENCY.anywhere(self.everything) or specialty.US.anywhere(aims)

    @cached_property
    def other_aim(self) -> bool:
        """Whether the letter is for something other than residency: a degree, a scholarship, a job."""
        if specialty.RESIDENCY.anywhere(self.everything):
            return False
        return any(specialty.OTHER_AIM(sentence) and specialty.AIM(sentence) for sentence in self.everything)

    @cached_property
    def attachment_claimed(self) -> Stretch | None:
        """Where the body says that something is attached."""
        return claimed(self.prose.sentences)

    @cached_property
    def interviewed(self) -> bool:
        """Whether the draft speaks of an interview that took place there, or the roster has one on record."""
        if interviewed(self.everything):
            return True
        program = self.program
        return program is not None and program.interviewed_on is not None and program.interviewed_on <= self.today

    @cached_property
    def program(self) -> Program | None:
        """The roster's program the draft is addressed to."""
        if self.history is None:
            return None
        return self.history.program_for([one.mailbox.address for one in self.draft.recipients if one.mailbox.address])

    @cached_property
    def closing(self) -> Closing | None:
        """The closing formula."""
        return closing(self.prose.text) or closing(self.own.text)  # its line may be taken for one of the name lines

    @cached_property
    def signer(self) -> str:
        """The name that signs, as written; empty when nobody does."""
        lines, signature = self.draft.name_lines, self.draft.signature
        named = signer(self.draft.quote(lines)) if lines else ""
        return named or (signer(self.draft.quote(signature)) if signature else "")

    @cached_property
    def signed_in_full(self) -> bool:
        """Whether the draft is signed with a full name; some people have one name, and give it with their degree."""
        if len(self.signer.split()) > 1 or introduced(self.draft.own_text) or last_named(self.draft.signed_text):
            return True
        known = self.profile.name if self.profile else None
        lines = self.draft.name_lines
        return bool(self.signer) and (self.signer == known or (lines is not None and titled(self.draft.quote(lines))))

    @cached_property
    def identifier(self) -> Stretch | None:
        """Where an AAMC ID is given, name lines, signature and subject included (offsets count in the body)."""
        return identifier(self.own.text) or identifier(self.subject_folded)

    @cached_property
    def stories(self) -> tuple[Stretch, ...]:
        """The sentences of autobiography."""
        return in_order(stories(self.prose.sentences), said(Said.LIFE_STORY, self.readings))

    @cached_property
    def sentences_of_story(self) -> float:
        """How many sentences of autobiography there are, as far as can be expected from their words."""
        return expected(Said.LIFE_STORY, self.readings)

    @cached_property
    def excuses(self) -> tuple[Stretch, ...]:
        """The sentences that explain a low score away."""
        if not speaks_of_exams(self.everything):
            return ()
        return in_order(excuses(possible(Said.EXCUSES, self.readings)), said(Said.EXCUSES, self.readings))

    @cached_property
    def pleas(self) -> tuple[Stretch, ...]:
        """Where the writer begs, subject first (offsets count there)."""
        return pleas(self._possibly(Said.BEGS)) or said(Said.BEGS, self.readings)

    @cached_property
    def flattery(self) -> tuple[Stretch, ...]:
        """Where the reader is flattered, bowed to or made to feel guilty, subject first (offsets count there)."""
        return flattery(self._possibly(Said.FLATTERS)) or said(Said.FLATTERS, self.readings)

    @cached_property
    def demands(self) -> tuple[Stretch, ...]:
        """Where the reader is ordered about or pressed."""
        return demands(possible(Said.DEMANDS, self.readings)) or said(Said.DEMANDS, self.readings)

    def _possibly(self, what: Said) -> Sentences:
        """Return the subject and the sentences for which it is not ruled out that they say this."""
        return Sentences((self.subject_sentence, *possible(what, self.readings)))

    @cached_property
    def specific_lines(self) -> tuple[Stretch, ...]:
        """The sentences that name something of this program's own."""
        greeting = (self.greeting_sentence,) if self.greeting else ()
        told = {*self.stories, *self.excuses, *_touched(self.prose.sentences, (*greeting, *self.pleas, *self.flattery))}
        lines = specific_lines(one for one in possible(Said.OWN, self.readings) if one not in told)
        told |= {*_touched(self.prose.sentences, (self.claims_top,) if self.claims_top else ())}
        return in_order(lines, (one for one in said(Said.OWN, self.readings) if one not in told))

    @cached_property
    def referee(self) -> Referee | None:
        """The referee on record whom the draft is addressed to."""
        if self.history is None:
            return None
        return self.history.referee_for([one.mailbox.address for one in self.draft.recipients if one.mailbox.address])


def in_order(*found: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches found in several ways, each once, as they stand in the text."""
    return tuple(sorted({one: None for each in found for one in each}, key=lambda one: one.start))


def _touched(sentences: Iterable[Stretch], found: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Yield the sentences in which one of these was found."""
    return (
        sentence
        for sentence in sentences
        if any(sentence.start <= one.start and one.end <= sentence.end and one.text in sentence.text for one in found)
    )


def once(read: Callable[Concatenate[Facts, _Rest], _Read]) -> Callable[Concatenate[Facts, _Rest], _Read]:
    """Return `read`, whose answers are kept with the facts as those read here are; they must not hang on the kind."""

    @wraps(read)
    def answer(facts: Facts, /, *rest: _Rest.args, **named: _Rest.kwargs) -> _Read:
        known: dict[object, _Read] = vars(facts).setdefault("_read_elsewhere", {})
        asked = (read, rest, tuple(named.items()))
        if asked not in known:
            known[asked] = read(facts, *rest, **named)
        return known[asked]

    return answer
