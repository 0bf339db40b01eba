"""What counts as asking for a letter, and for a strong one."""

import pytest

from sidecar.lint.facts.ask import asks, strong_letter
from sidecar.lint.facts.prose import sentences
from sidecar.lint.phrases import fold

ASKED = [  # (text, form, strong)
    ("Would you be able to write a strong letter for my application?", "question", True),
    ("Can u give me LOR for residency", "question", False),
    ("May I list you as one of my recommenders?", "question", False),
    ("Could Dr. Rao find the time for a recommendation letter?", "question", False),
    ("Do you know my work well enough to recommend me with confidence?", "question", True),
    ("I am writing to ask for your support in the form of an enthusiastic letter.", "wish", True),
    ("It would be wonderful to have an LOR from you.", "wish", False),
    ("I hope you might agree to vouch for me in a supportive letter.", "wish", True),
    ("I would appreciate a positive and detailed recommendation.", "wish", True),
    ("Please write me a recommendation.", "order", False),
    ("Kindly provide a letter of recomendation.", "order", False),
    ("I need three strong letters for my file.", "need", True),
]
NOT_ASKED = [
    "ERAS asks each applicant for three letters.",
    "I have waived my right to read my letters.",
    "Thank you for agreeing to write a letter for me.",
    "Your letter would matter a great deal.",
    "The letter is uploaded as a PDF on letterhead.",
    "I wrote a letter to the ministry about my licence.",
    "It would help me to have the letter by 4 September.",
]
NOT_STRONG = [
    "I found a strong interest in cardiology, and would be glad of a letter.",
    "You know my strong background; may I ask for a recommendation?",
    "You would be an excellent recommender.",
    "The nurses were a great team. Could you write a letter?",
]


@pytest.mark.parametrize(("text", "form", "strong"), ASKED)
def test_a_sentence_asks_for_a_letter(text: str, form: str, strong: bool) -> None:
    (ask,) = asks(sentences(fold(text)))
    assert (ask.form, ask.strong) == (form, strong)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_a_sentence_about_letters_does_not_ask_for_one(text: str) -> None:
    assert asks(sentences(fold(text))) == ()


@pytest.mark.parametrize("text", NOT_STRONG)
def test_strength_of_something_else_is_no_strong_letter(text: str) -> None:
    assert strong_letter(sentences(fold(text))) is None
