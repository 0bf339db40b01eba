"""Misspelt words and slips: what is found, what is meant, and above all what is left alone."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from sidecar.kinds import Kind
from sidecar.lint import exemplar
from sidecar.lint.draft import parse
from sidecar.lint.facts import Facts
from sidecar.lint.facts.prose import sentences
from sidecar.lint.phrases import fold
from sidecar.lint.rule import Finding
from sidecar.lint.slips import known_slips, slips_in
from sidecar.lint.spelling import corrections, is_known, misspellings
from sidecar.lint.wordlist import Sieve
from sidecar.rules import spelling_grammar


def lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def findings(text: str) -> list[Finding]:
    facts = Facts(parse(text=text, to=["Dr. Osei <osei@clinic.example>"]), now=exemplar.NOW, kind=Kind.LETTER_REQUEST)
    return list(spelling_grammar.check(facts))


def mended(text: str) -> str:
    return exemplar.mended(parse(text=text), findings(text)).text


TYPOS = {
    "recieve": "receive",
    "recomendation": "recommendation",
    "reccomendation": "recommendation",
    "neccesary": "necessary",
    "acomodate": "accommodate",
    "oportunity": "opportunity",
    "sucessfull": "successful",
    "beggining": "beginning",
    "occured": "occurred",
    "definately": "definitely",
    "adress": "address",
    "commitee": "committee",
    "wierd": "weird",
    "beleive": "believe",
    "priviledge": "privilege",
    "responsability": "responsibility",
    "pronounciation": "pronunciation",
    "residancy": "residency",
    "observorship": "observership",
    "hospitel": "hospital",
    "statment": "statement",
    "experiance": "experience",
    "intrested": "interested",
    "untill": "until",
    "helpfull": "helpful",
    "medecine": "medicine",
    "pediatrcs": "pediatrics",
    "aplication": "application",
    "aplying": "applying",
    "collegue": "colleague",
    "grateful": "",
    "knowlege": "knowledge",
    "personel": "personnel",
    "profesional": "professional",
    "writting": "writing",
    "freind": "friend",
    "tought": "taught",
}


@pytest.mark.parametrize("word", TYPOS)
def test_a_common_word_is_recognised_behind_its_misspelling(word: str) -> None:
    if TYPOS[word]:
        assert not is_known(word)
        assert TYPOS[word] in corrections(word)
    else:
        assert is_known(word)


@pytest.mark.parametrize("line", lines("slips.txt"))
def test_a_slip_is_mended_by_its_fix(line: str) -> None:
    written, _, better = line.partition(" -> ")
    assert mended(written) == better
    assert not findings(better)


@pytest.mark.parametrize("line", lines("plain_english.txt"))
def test_plain_english_is_left_alone(line: str) -> None:
    assert not findings(line)


def test_a_misspelling_keeps_its_capital_at_the_start_of_a_sentence() -> None:
    assert mended("Thank you again. Hopefuly we meet.") == "Thank you again. Hopefully we meet."


def test_the_people_of_the_email_are_spelt_right_by_definition() -> None:
    facts = Facts(
        parse(text="Dear Dr. Osei,\n\nas prefered osei said.\n\nBest,\nJon Prefered", to=["A Osei <a@clinic.example>"]),
        now=exemplar.NOW,
        kind=Kind.LETTER_REQUEST,
    )
    assert not list(spelling_grammar.check(facts))


def test_a_text_in_another_language_is_not_taken_for_bad_english() -> None:
    text = " ".join(line for line in lines("plain_english.txt") if line.startswith(("Ho completato", "Quisiera")))
    assert text
    assert not list(misspellings(text.lower()))


def test_words_inside_addresses_paths_and_names_of_files_are_no_words() -> None:
    text = "see recieve.pdf and /recieve or recieve@example.org or recieve_me or re-recieve2"
    assert not list(misspellings(text))


def test_a_misspelt_closing_is_mended_though_it_has_a_capital() -> None:
    assert mended("Thank you.\n\nSincerly,\nMay Lin, MD") == "Thank you.\n\nSincerely,\nMay Lin, MD"
    assert mended("Thank you.\n\nKind Regrads,\nMay Lin") == "Thank you.\n\nKind Regards,\nMay Lin"


@pytest.mark.parametrize("line", [*lines("slips.txt"), *lines("plain_english.txt")])
def test_no_slip_hides_for_want_of_a_trigger(line: str) -> None:
    text = f"Thank you. {line.partition(' -> ')[0]}\n\nThe end."
    found = [(one.start, one.end) for one in slips_in(text, sentences(fold(text)))]
    searched = {False: text.lower(), True: text}
    places = {match.span() for slip in known_slips() for match in slip.matches(searched[slip.cased], 0, len(text))}
    assert set(found) <= places
    for start, end in places - set(found):
        assert any(start < other_end and other_start < end for other_start, other_end in found), text[start:end]


def test_no_wording_of_a_slip_is_a_choice_outside_brackets() -> None:
    for slip in known_slips():
        bare = slip.wording
        while (inner := re.sub(r"\([^()]*\)", "", bare)) != bare:
            bare = inner
        assert "|" not in bare, slip.wording


@pytest.mark.parametrize("word", ["Febuary", "Septmber", "Wednsday", "Thrusday", "Octobre", "Decmeber"])
def test_a_name_of_a_day_or_month_is_mended_within_a_sentence(word: str) -> None:
    (found,) = misspellings(f"The letter is due in {word} this year.")
    assert found.corrections[0].istitle()


def test_a_name_is_no_slip_of_a_common_word_within_a_sentence() -> None:
    assert not list(misspellings("The patient of Dr. Sepulveda was seen with Whitfeld and Okamura in Housten."))


def test_a_sieve_lets_every_word_through_and_hardly_anything_else() -> None:
    words = [f"word{number}" for number in range(1000)]
    sieve = Sieve(words)
    assert sieve.sift(words) == words
    assert len(sieve.sift(f"other{number}" for number in range(1000))) < 50


def test_every_word_that_a_better_wording_turns_into_another_form_is_known() -> None:
    tables = [(files("sidecar.lint") / "words" / f"{name}.tsv").read_text("ascii") for name in ("verbs", "nouns")]
    verbs, nouns = ({form for row in table.splitlines()[1:] for form in row.split("\t")} for table in tables)
    turned = [
        (slip, int(group), form) for slip in known_slips() for group, form in re.findall(r"<(\d) (\w+)>", slip.better)
    ]
    assert turned
    for slip, group, form in turned:
        opened = [at.start() for at in re.finditer(r"(?<!\\)\((?!\?)", slip.wording)][group - 1]
        choices = slip.wording[opened + 1 : slip.wording.index(")", opened)].split("|")
        known = nouns if form in {"one", "many"} else verbs
        assert known.issuperset(choices), (slip.wording, choices)
