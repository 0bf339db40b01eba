"""The text of an HTML body as it is shown, and whose words its parts are."""

from pathlib import Path

import pytest

from sidecar.lint.draft import parse
from sidecar.quoting import Region, own_words, split
from sidecar.quoting.html import render

SHOWN = {
    "<p>One</p><p>Two</p>": "One\n\nTwo",
    "<div>One</div><div>Two</div>": "One\nTwo",
    "<div>One<br></div><div>Two</div>": "One\nTwo",
    "<div>One</div><div><br></div><div>Two</div>": "One\n\nTwo",
    "One<br>Two<br><br>Three": "One\nTwo\n\nThree",
    "One <b> two</b>  <i>three</i>": "One two three",
    "a<b>b</b>c": "abc",
    "One&nbsp;two&nbsp; three": "One two  three",
    "Caf&eacute; &amp; t&#233; &lt;x&gt;": "Café & té <x>",
    "<ul><li>One</li><li>Two</li></ul>After": "One\nTwo\n\nAfter",
    "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>": "a\tb\nc\td",
    "<style>p{}</style><script>x()</script>Seen<!-- not seen --><title>no</title>": "Seen",
    'Seen<span style="display: none">unseen</span><div hidden>unseen</div> too': "Seen too",
    "<pre>one\n  two\n</pre>": "one\n  two\n",
    '<body style="white-space: pre-wrap">one\n\ntwo</body>': "one\n\ntwo",
    "<p class=MsoNormal>One</p><p class=MsoNormal>Two</p>": "One\nTwo",
    '<p style="margin:0">One</p><p style="margin: 0cm">Two</p>': "One\nTwo",
    "  \n <div>\n  <p>\n One \n</p>\n</div>\n ": "One",
    "": "",
    "no elements": "no elements",
    "<b>unclosed <i>soup</b> here</p>": "unclosed soup here",
    "<img alt='x'>text<hr>more": "text\nmore",
}


def _replies() -> dict[str, str]:
    """Read the HTML of replies as each program writes it: "Mine." is the writer's."""
    blocks = Path(__file__).with_name("replies.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return {name: html.strip() for name, _, html in (block.partition("\n") for block in blocks)}


REPLIES = _replies()


@pytest.mark.parametrize("html", SHOWN)
def test_text_is_derived_as_it_is_shown(html: str) -> None:
    assert render(html)[0] == SHOWN[html]


@pytest.mark.parametrize("client", REPLIES)
def test_elements_tell_whose_words_they_hold(client: str) -> None:
    text, marks = render(REPLIES[client])
    assert own_words(text, split(text, marks)) == "Mine."


def test_answers_between_quotations_are_own_in_html_too() -> None:
    html = (
        '<div class="gmail_quote"><div class="gmail_attr">B wrote:</div>'
        '<blockquote class="gmail_quote">When?</blockquote>'
        '<div>In May.</div><blockquote class="gmail_quote">Where?</blockquote></div><div>Ward 4.</div>'
    )
    draft = parse(html=html)
    assert [draft.quote(span) for span in draft.own] == ["In May.", "Ward 4."]


def test_forwarded_containers_are_called_forwarded() -> None:
    text, marks = render(REPLIES["Thunderbird, forwarded"])
    assert split(text, marks)[-1].region is Region.FORWARDED


def test_text_given_beside_html_is_the_one_that_counts() -> None:
    assert parse(text="Mine", html="<p>Other").text == "Mine"


def test_very_deep_nesting_still_gives_its_text() -> None:
    assert render("<div>" * 100_000 + "deep")[0].strip() == "deep"
