"""`POST /api/v1/lint`: the documented form, ranges that JavaScript counts alike, quick answers, clear refusals."""

import statistics
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.kinds import Kind
from sidecar.lint.draft import Draft
from sidecar.lint.engine import Report, Reported, SendDecision, Settings
from sidecar.lint.kind import KindGuess
from sidecar.lint.rule import Edit, Field, Finding, Fix, Severity, Span
from sidecar.web.keys import GRAMMAR, LINTER
from sidecar.web.models.offsets import Offsets
from tests.web.grammar import FindsThat
from tests.web.site import Client, Site


@dataclass
class FindsDear:
    """A linter that underlines the word "dear" wherever it stands, and remembers what it was asked."""

    settings: Settings = field(default_factory=Settings)
    thread_kind: Kind | None = None

    def __call__(self, draft: Draft, **asked: object) -> Report:
        assert isinstance(asked["settings"], Settings)
        self.settings = asked["settings"]
        self.thread_kind = Kind(str(asked["thread_kind"])) if asked["thread_kind"] else None
        at = draft.text.index("dear")
        span = Span(Field.BODY, at, at + 4)
        finding = Finding(span, "A word.", (Fix("Write it large", (Edit(span, "Dear"),), safe=True),))
        found = Reported("greeting-generic", Severity.WARNING, finding, "L10", "Because.", "key")
        return Report(KindGuess(Kind.LETTER_REQUEST, 0.9, "text"), (found,), SendDecision(False, ""))


@pytest.mark.parametrize("before", ["", "🙂 ", "é" + "e\u0301", "👩🏽‍⚕️👍🏿 naïve\n\n", "ﷺ𝔊"])
async def test_ranges_count_utf16_code_units(site: Site, before: str) -> None:
    site.set(LINTER, FindsDear())
    text = f"{before}dear all"
    answer = await site.paired().post("/api/v1/lint", json={"draft": {"text": text}})
    (diagnostic,) = (await answer.json())["diagnostics"]
    units = text.encode("utf-16-le")
    for each in (diagnostic["range"], diagnostic["fixes"][0]["edits"][0]["range"]):
        assert units[2 * each["start"] : 2 * each["end"]].decode("utf-16-le") == "dear"
    assert diagnostic["docs"] == "/rules/greeting-generic"


@given(st.text(st.characters(codec="utf-8")), st.data())
def test_offsets_go_there_and_back(text: str, data: st.DataObject) -> None:
    point = data.draw(st.integers(0, len(text)))
    unit = Offsets(text).to_units(point)
    assert unit == len(text[:point].encode("utf-16-le")) // 2
    assert Offsets(text).to_points(unit) == point


@given(st.text(st.characters(codec="utf-8")), st.integers(-5, 500))
def test_every_unit_has_a_point_inside_the_text(text: str, unit: int) -> None:
    assert 0 <= Offsets(text).to_points(unit) <= len(text)


async def test_the_answer_has_the_documented_form(paired: Client) -> None:
    draft = {"subject": "", "text": "hello", "from": "a@b.example", "to": ["Dr. A <a@c.example>"]}
    answer = await paired.post("/api/v1/lint", json={"draft": draft, "kind": "letter.request", "now": None})
    assert answer.status == HTTPStatus.OK
    body = await answer.json()
    assert body["kind"] == {"id": "letter.request", "confidence": 1.0, "chosen_by": "user"}
    missing = next(one for one in body["diagnostics"] if one["rule"] == "subject-missing")
    assert missing["severity"] == "error"
    assert missing["range"] is None or missing["range"]["field"] == "subject"
    assert not set("*`") & set(missing["why"])
    assert "\n\n" not in missing["why"]
    assert body["readiness"]["score"] < 50
    assert body["readiness"]["score"] == sum(part["earned"] for part in body["readiness"]["parts"])
    assert body["checklist"] is None
    assert body["send"]["hold"] is True
    assert body["send"]["sentence"]


async def test_the_users_choices_reach_the_linter(site: Site) -> None:
    linter, paired = FindsDear(), site.paired()
    site.set(LINTER, linter)
    changes = {"rules": {"too-long": "off", "too-short": "error"}}
    assert (await (await paired.patch("/api/v1/settings", json=changes)).json())["rules"] == changes["rules"]
    asked = {"draft": {"text": "dear", "in_reply_to": "<m1@example.org>"}, "off": ["no-deadline"], "hold_on": "warning"}
    await paired.post("/api/v1/lint", json=asked)
    assert linter.settings.severities == {"too-long": None, "too-short": Severity.ERROR, "no-deadline": None}
    assert linter.settings.hold_at is Severity.WARNING
    assert linter.thread_kind is Kind.LETTER_REQUEST
    await paired.patch("/api/v1/settings", json={"rules": {"too-long": None}})
    assert site.store.settings.rules() == {"too-short": "error"}


async def test_a_dismissed_finding_neither_shows_nor_holds_the_send(site: Site) -> None:
    paired, draft = site.paired(), {"subject": "", "text": "hello", "to": ["a@c.example"]}
    first = await (await paired.post("/api/v1/lint", json={"draft": draft, "kind": "letter.request"})).json()
    keys = [one["key"] for one in first["diagnostics"]]
    assert len(set(keys)) == len(keys) > 0
    for_this_mail = {"draft": draft, "kind": "letter.request", "dismissed": keys}
    once = await (await paired.post("/api/v1/lint", json=for_this_mail)).json()
    assert (once["diagnostics"], once["send"]["hold"]) == ([], False)
    for one in first["diagnostics"]:
        await paired.post("/api/v1/dismissals", json={"key": one["key"], "rule": one["rule"]})
    for_good = await (await paired.post("/api/v1/lint", json={"draft": draft, "kind": "letter.request"})).json()
    assert for_good["diagnostics"] == []


async def test_many_slips_are_counted_and_the_users_words_are_none(site: Site) -> None:
    plain = "I worked on the ward with you and learned a great deal about how to talk with families and patients. " * 3
    slips = (
        "I would recieve it tommorow, and I definately thank the comittee for the oppurtunity and the recomendation."
    )
    paired, draft = site.paired(), {"text": plain + slips, "subject": "x"}
    asked = {"draft": draft, "kind": "letter.request"}
    few = await (await paired.post("/api/v1/lint", json=asked)).json()
    every = await (await paired.post("/api/v1/lint", json=asked | {"all": True})).json()
    found = [one for one in every["diagnostics"] if one["rule"] == "spelling-grammar"]
    assert few["more"] == {"spelling-grammar": len(found) - 3}
    assert every["more"] == {}
    await paired.patch("/api/v1/settings", json={"add_words": ["Recieve"]})
    fewer = await (await paired.post("/api/v1/lint", json=asked | {"all": True})).json()
    assert len(fewer["diagnostics"]) == len(every["diagnostics"]) - 1


async def test_the_text_derived_from_html_comes_back(paired: Client) -> None:
    draft = {"html": "<p>Dear <b>Sir</b>,</p><p>Please write.</p>", "subject": "x"}
    answer = await (await paired.post("/api/v1/lint", json={"draft": draft, "kind": "letter.request"})).json()
    assert "Dear Sir," in answer["text"]


async def test_grammar_answers_apart_and_knows_the_users_words(site: Site) -> None:
    paired, asked = site.paired(), {"draft": {"text": "I saw that film \U0001f3ac and that was all."}}
    (found,) = (await (await paired.post("/api/v1/grammar", json=asked)).json())["diagnostics"]
    assert (found["rule"], found["severity"], found["range"]["start"]) == ("spelling-grammar", "advice", 6)
    dismissed = await (await paired.post("/api/v1/grammar", json=asked | {"dismissed": [found["key"]]})).json()
    assert dismissed["diagnostics"] == []
    await paired.patch("/api/v1/settings", json={"add_words": ["that"]})
    assert (await (await paired.post("/api/v1/grammar", json=asked)).json())["diagnostics"] == []


async def test_a_missing_grammar_checker_is_said_in_one_sentence(site: Site) -> None:
    checker = FindsThat()
    checker.broken = True
    site.set(GRAMMAR, checker)
    answer = await site.paired().post("/api/v1/grammar", json={"draft": {"text": "that"}})
    assert answer.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert (await answer.json())["detail"] == "The grammar checker is not installed."


async def test_a_draft_of_5_megabytes_is_refused_in_one_sentence(paired: Client) -> None:
    huge = BytesIO(b'{"draft": {"text": "' + b"a" * 5_000_000 + b'"}}')
    answer = await paired.post("/api/v1/lint", data=huge, headers={"Content-Type": "application/json"})
    assert answer.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    problem = await answer.json()
    assert set(problem) == {"type", "title", "status", "detail"}


async def test_half_an_emoji_does_not_stop_the_check(paired: Client) -> None:
    body = BytesIO(b'{"draft": {"subject": "x", "text": "I am typing \\ud83d and \\ud83d\\ude42"}}')
    answer = await paired.post("/api/v1/lint", data=body, headers={"Content-Type": "application/json"})
    assert answer.status == HTTPStatus.OK


async def test_a_crash_of_the_linter_is_a_problem_without_private_content(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> Report:
        raise RuntimeError("the text was: my secret plan")

    site.set(LINTER, broken)
    answer = await site.paired().post("/api/v1/lint", json={"draft": {"text": "my secret plan"}})
    assert answer.status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert answer.content_type == "application/problem+json"
    assert "secret plan" not in await answer.text()
    assert "secret plan" not in caplog.text
    assert "RuntimeError" in str([vars(record) for record in caplog.records])


async def test_250_words_are_answered_within_15_milliseconds(paired: Client) -> None:
    sentence = "I worked with you on the inpatient service at Mercy Hospital in May 2026 as a sub-intern. "
    draft = {"subject": "Recommendation letter: Amina Yusuf", "text": "Dear Dr. Rao,\n\n" + sentence * 15}
    assert len(draft["text"].split()) >= 250
    times = []
    for _ in range(60):
        start = time.perf_counter()
        answer = await paired.post("/api/v1/lint", json={"draft": draft})
        await answer.read()
        times.append(time.perf_counter() - start)
    # The aim is p95; on a machine that is busy with other things the median still tells a slow linter from a quick one.
    assert statistics.median(times) < 0.015
