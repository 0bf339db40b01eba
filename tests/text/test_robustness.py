"""Whatever comes in: no exception, spans inside the text, time in proportion to length, same in, same out."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar.kinds import Kind
from sidecar.lint import exemplar
from sidecar.lint.draft import Draft, UnreadableDraft, from_message, parse
from sidecar.lint.facts import Facts
from sidecar.lint.recipients import read_recipients
from sidecar.lint.rule import Field
from sidecar.lint.sketch import shingles
from sidecar.rules import spelling_grammar

LINES = st.sampled_from(
    [
        *(
            "Dear Dr. Rao,",
            "Sincerely,",
            "Amal Idris, MBBS",
            "> quoted",
            ">> deeper",
            "-- ",
            "--",
            "",
            " ",
            "\u00a0",
            "```",
        ),
        *(
            "On Fri, Aug 7, 2026 at 10:15 AM B <b@example.edu> wrote:",
            "On Fri, Aug 7, 2026 at 10:15 AM",
            "B <b@example.edu>",
        ),
        *(
            "wrote:",
            "From: B <b@example.edu>",
            "Sent: Friday",
            "To: A",
            "Subject: Letter",
            "-----Original Message-----",
        ),
        *("---------- Forwarded message ---------", "Begin forwarded message:", "________________________________"),
        *(
            "Sent from my iPhone",
            "CONFIDENTIALITY NOTICE: this",
            "P.S. one more",
            "İstanbul 🏥 é\u0301",
            "\ud800",
            "\x00\x0b\u2028",
        ),
    ]
)
BODIES = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=40).map("\n".join)
SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    "<div>",
                    "</div>",
                    "<p>",
                    "<br>",
                    "<blockquote type=cite>",
                    "</blockquote>",
                    "<table><tr><td>",
                    "</table>",
                ),
                *(
                    "<div class=gmail_quote>",
                    "<div id=divRplyFwdMsg>",
                    "<span style='display:none'>",
                    "<!--",
                    "-->",
                    "<",
                    "&",
                ),
                *(
                    "<pre>",
                    "<![CDATA[",
                    "<svg><p>",
                    "<template>x",
                    "<select><option>",
                    "&#x110000;",
                    "&nbsp;",
                    "<a href='",
                    '"',
                ),
                *(
                    "<moz-signature>",
                    "<div class=moz-signature>",
                    "</p>",
                    "<b><i>",
                    "</b>",
                    "\x00",
                    "<frameset>",
                    "<body hidden>",
                ),
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=30,
).map("".join)


def holds_together(draft: Draft) -> None:
    at = 0
    for part in draft.parts:
        assert at <= part.start < part.end <= len(draft.text)
        assert draft.text[at : part.start].strip() == ""
        assert draft.text[part.start : part.end] == draft.text[part.start : part.end].strip()
        at = part.end
    assert draft.text[at:].strip() == ""
    for masked in (draft.own_text, draft.prose, draft.signed_text):
        assert len(masked) == len(draft.text)
        assert masked.count("\n") == draft.text.count("\n")
    if draft.name_lines:
        assert any(own.start <= draft.name_lines.start < draft.name_lines.end <= own.end for own in draft.own)


@given(BODIES)
def test_any_body_is_cut_into_regions_that_hold_all_its_ink(text: str) -> None:
    draft = parse(text=text)
    holds_together(draft)
    assert draft == parse(text=text)


@given(SOUP)
def test_any_html_gives_text_and_regions(html: str) -> None:
    draft = parse(html=html)
    holds_together(draft)
    assert draft == parse(html=html)


@given(st.one_of(st.binary(max_size=400), BODIES.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_a_draft_or_one_sentence(raw: bytes) -> None:
    try:
        holds_together(from_message(raw))
    except UnreadableDraft as error:
        assert str(error).endswith(".")


HEADERS = st.sampled_from(
    [
        *(
            b"From: =?utf-8?q?J=C3=B6?= <a@b>",
            b"Subject: =?bad?b?!!!?=",
            b"Subject: =?utf-8?b?zzz",
            b'To: a@b, "x',
            b"To: ;:<>",
        ),
        *(
            b"MIME-Version: 1.0",
            b"Content-Type: multipart/mixed; boundary=b",
            b"Content-Type: multipart/mixed",
            b"X-A: \xff\xfe",
        ),
        *(b"Content-Type: text/plain; charset=klingon; format=flowed; delsp=yes", b"Content-Transfer-Encoding: base64"),
        *(
            b"Content-Transfer-Encoding: quoted-printable",
            b"Content-Transfer-Encoding: uuencode",
            b"Content-Type: text/html",
        ),
        *(
            b"Content-Disposition: attachment; filename*=utf-8''%ff%",
            b"Content-Disposition: attachment; filename*0*=x; filename*9=y",
        ),
        *(
            b"Content-Type: text/plain; charset*=a'b'c",
            b"Content-Type: ;;;",
            b"References: <a@b> b <c",
            b"Content-Type: message/rfc822",
        ),
    ]
)
PIECES = st.lists(
    st.one_of(
        HEADERS, st.sampled_from([b"", b"--b", b"--b--", b"begin 644 x", b"=C3=", b"4pyTIA"]), st.binary(max_size=30)
    ),
    max_size=25,
)


@given(PIECES, st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_any_mutilated_message_gives_a_draft_or_one_sentence(pieces: list[bytes], line_end: bytes) -> None:
    try:
        holds_together(from_message(b"From: a@b" + line_end + line_end.join(pieces)))
    except UnreadableDraft as error:
        assert str(error).endswith(".")


@given(st.text(alphabet='ab.@<>,;:"\\() \né', max_size=60))
def test_any_address_field_gives_spans_inside_it(text: str) -> None:
    at = 0
    for one in read_recipients(text, Field.TO):
        assert at <= one.span.start <= one.address.start <= one.address.end <= one.span.end <= len(text)
        at = one.span.end


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "i",
                "a IMG",
                "recieve",
                "untill",
                "the the",
                "im",
                "in US.",
                "I have learn",
                "İI",
                "é\u0301",
                "🏥",
                "\n\n> a IMG\n",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=40,
).map(" ".join)


@given(WORDS)
def test_any_text_is_checked_inside_the_own_words_and_the_fixes_fit(text: str) -> None:
    draft = parse(subject=text, text=text)
    facts = Facts(draft, now=exemplar.NOW, kind=Kind.LETTER_REQUEST)
    found = list(spelling_grammar.check(facts))
    assert found == list(spelling_grammar.check(facts))
    for finding in found:
        for span in (finding.span, *(edit.span for fix in finding.fixes for edit in fix.edits)):
            assert span is not None and draft.quote(span)
            assert span.field is not Field.BODY or any(
                own.start <= span.start and span.end <= own.end for own in draft.own
            )


def checked(text: str) -> object:
    return list(spelling_grammar.check(Facts(parse(text=text), now=exemplar.NOW, kind=Kind.LETTER_REQUEST)))


ADVERSARIES: dict[str, Callable[[int], object]] = {
    "one long word": lambda n: parse(text="a" * n).prose,
    "blanks": lambda n: parse(text=" " * n).prose,
    "blank lines": lambda n: parse(text="x" + "\n" * n + "y").prose,
    "short lines": lambda n: parse(text="x\n" * (n // 2)).prose,
    "colons": lambda n: parse(text="On 8/7/26 10:15:\n" * (n // 17)).prose,
    "half attributions": lambda n: parse(text="On Fri, Aug 7 a@b\n" * (n // 18)).prose,
    "at signs": lambda n: parse(text="a@" * (n // 2)).prose,
    "header labels": lambda n: parse(text="From: x\n" * (n // 8)).prose,
    "rules": lambda n: parse(text="_" * 40 + "\n" + "_" * n).prose,
    "dashes": lambda n: parse(text="--\n" * (n // 3)).prose,
    "quotes and own": lambda n: parse(text="> a\nb\n" * (n // 6)).prose,
    "legal": lambda n: parse(text="this email " * (n // 11)).prose,
    "devices": lambda n: parse(text="sent from " * (n // 10)).prose,
    "divs": lambda n: parse(html="<div>x" * (n // 6)).prose,
    "closed divs": lambda n: parse(html="<div>x</div>" * (n // 12)).prose,
    "breaks": lambda n: parse(html="<br>" * (n // 4)).prose,
    "open tags": lambda n: parse(html="<a " * (n // 3)).prose,
    "formatting": lambda n: parse(html="<b><p>x" * (n // 7)).prose,
    "quotes in html": lambda n: parse(html="<blockquote type=cite>x</blockquote>y" * (n // 37)).prose,
    "addresses": lambda n: parse(text="", to=["a@b," * (n // 4)]),
    "names": lambda n: parse(text="", to=["a," * (n // 2)]),
    "open quotes": lambda n: parse(text="", to=['"a\\' * (n // 3)]),
    "parentheses": lambda n: parse(text="", to=["(" * n]),
    "encoded words": lambda n: from_message(b"Subject: " + b"=?utf-8?q?a?= " * (n // 14) + b"\n\nx"),
    "flowed": lambda n: from_message(b"From: a@b\nContent-Type: text/plain; format=flowed\n\n" + b"ab \n" * (n // 4)),
    "slips": lambda n: checked("a IMG discuss about the the " * (n // 28)),
    "half slips": lambda n: checked("i am working at the one two " * (n // 28)),
    "misspellings": lambda n: checked("I recieve it and " * (n // 17)),
    "one unknown word": lambda n: checked("zq" * (n // 2)),
    "capitals": lambda n: checked("A" * n),
    "hyphens": lambda n: checked("well-" * (n // 5)),
    "shingles": lambda n: shingles("abc Def. " * (n // 9)).sketch,
    "folded": lambda n: from_message(b"From: a@b\nSubject: x" + b"\n y" * (n // 3) + b"\n\nx"),
}


def seconds(act: Callable[[int], object], size: int) -> float:
    gc.disable()  # it walks what other tests left behind, and is paid by the larger input alone
    try:
        start = time.thread_time()
        act(size)
        return time.thread_time() - start
    finally:
        gc.enable()


@pytest.mark.parametrize("name", ADVERSARIES)
def test_time_grows_no_faster_than_length(name: str) -> None:
    # A busy machine may spoil one measurement; what is quadratic takes ten thousand times as long in each.
    act = ADVERSARIES[name]
    act(1_000)
    ratios = (seconds(act, 100_000) / max(seconds(act, 1_000), 1e-4) for _ in range(5))
    assert any(ratio <= 150 for ratio in ratios)


settings.register_profile("text", deadline=None)
settings.load_profile("text")
