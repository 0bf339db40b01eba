"""A dismissed finding is known again while the words around it are the same."""

from sidecar.lint.dismissal import fingerprint
from sidecar.lint.draft import Draft, parse
from sidecar.lint.rule import Field, Finding, Span

TEXT = "Dear Dr. Osei,\n\nI would be glad of a letter as soon as possible, if you can.\n\nSincerely,\nLina"


def key(text: str, words: str = "as soon as possible", rule: str = "deadline-vague", *, last: bool = False) -> str:
    at = text.rindex(words) if last else text.index(words)
    return fingerprint(rule, parse(text=text), Finding(Span(Field.BODY, at, at + len(words)), "."))


def test_text_added_elsewhere_changes_nothing() -> None:
    assert key(
        TEXT.replace("Dear Dr. Osei,", "Dear Dr. Osei,\n\nI hope you are well. It has been a long summer.")
    ) == key(TEXT)
    assert key(TEXT.replace("Sincerely", "P.S. Thanks.\n\nSincerely")) == key(TEXT)


def test_spaces_case_and_line_breaks_change_nothing() -> None:
    assert key(TEXT.replace("letter as", "letter\nas").replace("glad of a", "glad  of A")) == key(TEXT)


def test_other_words_beside_it_make_a_new_finding() -> None:
    assert key(TEXT.replace("letter as", "form as")) != key(TEXT)
    assert key(TEXT.replace(", if you", ", when you")) != key(TEXT)


def test_other_words_under_it_or_another_rule_make_a_new_finding() -> None:
    assert key(TEXT, "as soon as") != key(TEXT)
    assert key(TEXT, rule="demanding-tone") != key(TEXT)


def test_the_same_words_in_another_place_are_another_finding() -> None:
    twice = TEXT.replace("Sincerely", "Do send it as soon as possible, or by May.\n\nSincerely")
    assert key(twice) == key(TEXT)
    assert key(twice, last=True) != key(TEXT)


def test_what_is_absent_is_known_by_rule_and_recipient() -> None:
    def absent(draft: Draft) -> str:
        return fingerprint("ask-missing", draft, Finding(None, "."))

    assert absent(parse(text="a", to=["x@example.org"])) == absent(parse(text="b", to=["X <x@example.org>"]))
    assert absent(parse(text="a", to=["x@example.org"])) != absent(parse(text="a", to=["y@example.org"]))


def test_the_key_is_the_same_in_every_process() -> None:
    assert key(TEXT) == "cb2f6022770bd17f"
