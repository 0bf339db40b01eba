"""Filling in: values are text and nothing else, what is unknown is visible, replies stay in their thread."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.config import resources
from sidecar.kinds import Kind
from sidecar.letters import Library, Rendered, Thread, UnusableTemplateError
from sidecar.people import Mailbox, Profile, Program, Referee, Season
from tests.letters.applicants import ARJUN, NOW, SEASON, ZOE

LIBRARY = Library(resources("templates") / "email")
IDENTIFIERS = [template.id for template in LIBRARY.catalogue()]
NASTY = [
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{#",
    "#}",
    "[Name]",
    "\r\nBcc: x@y.example",
    "\u202egnp",
    "\ufdd0me.name\ufdd1",
    "\\",
]

any_text = st.one_of(
    st.text(max_size=40), st.sampled_from(NASTY), st.text(alphabet="{}%#[]\\\n\r\u2028\x00", max_size=12)
)
maybe_text = st.none() | any_text
any_day = st.none() | st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
profiles = st.builds(
    Profile,
    name=maybe_text,
    degrees=maybe_text,
    school=maybe_text,
    aamc_id=maybe_text,
    email=maybe_text,
    phone=maybe_text,
    specialty=maybe_text,
    cycle=maybe_text,
    graduation_year=st.none() | st.integers(),
)
referees = st.builds(
    Referee,
    id=any_text,
    name=any_text,
    address=any_text,
    title=maybe_text,
    institution=maybe_text,
    worked_from=any_day,
    worked_until=any_day,
    needed_by=any_day,
    abroad=st.booleans(),
)
programs = st.builds(
    Program, id=any_text, name=any_text, city=maybe_text, director=maybe_text, director_address=maybe_text
)
threads = st.builds(
    Thread,
    subject=any_text,
    first_sent=any_day,
    greeting=maybe_text,
    message_id=maybe_text,
    references=st.tuples(any_text),
)
words = st.dictionaries(
    st.sampled_from(
        ["role", "service", "shared_work", "reason", "update", "tie", "question", "me.school", "referee.months"]
    )
    | any_text,
    any_text | st.lists(any_text, max_size=3),
    max_size=6,
)


def placeholders_are_exact(draft: Rendered) -> None:
    for placeholder in draft.placeholders:
        where = draft.text if placeholder.field == "body" else draft.subject
        shown = where[placeholder.start : placeholder.end]
        assert shown[0] == "["
        assert shown[-1] == "]"
        assert "\n" not in shown


@given(
    identifier=st.sampled_from(IDENTIFIERS),
    profile=profiles,
    referee=st.none() | referees,
    program=st.none() | programs,
    season=st.sampled_from([None, SEASON, Season("x")]),
    thread=st.none() | threads,
    extra=words,
    now=st.datetimes(timezones=st.just(UTC)),
)
def test_any_values_make_a_draft_of_clean_lines(  # noqa: PLR0917 - hypothesis passes them by name
    identifier: str,
    profile: Profile,
    referee: Referee | None,
    program: Program | None,
    season: Season | None,
    thread: Thread | None,
    extra: dict[str, str | list[str]],
    now: datetime,
) -> None:
    draft = LIBRARY.render(
        identifier,
        profile=profile,
        referee=referee,
        program=program,
        season=season,
        thread=thread,
        extra=extra,
        now=now,
    )
    placeholders_are_exact(draft)
    for text in (draft.subject, draft.text.replace("\n", ""), *(m.name + m.address for m in (*draft.to, *draft.cc))):
        assert not [c for c in text if unicodedata.category(c) in {"Cc", "Cs", "Cn"} and 0xFDD0 <= ord(c) <= 0xFDEF]
        assert not [c for c in text if unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE", "PDF"}]
        assert "\r" not in text
        assert "\n" not in text
    assert "\n\n\n" not in draft.text
    for mailbox in (*draft.to, *draft.cc):
        assert mailbox.address
        assert not set(mailbox.address) & set(" ,;<>\t")


@given(st.sampled_from(["role", "service", "shared_work", "update"]), any_text)
def test_no_value_is_ever_read_as_a_template(name: str, value: str) -> None:
    marked = f"start {value} end"
    draft = LIBRARY.render("request-recent-us", profile=Profile(name=marked), now=NOW, extra={name: marked})
    expected = " ".join("".join(c for c in marked if c not in "\x00").replace("\u2028", " ").split())
    if all(c.isprintable() or c in "\r\n\u2028\x00" for c in value):
        assert expected in draft.text
        assert "49" not in draft.text or "49" in value


def test_brackets_in_a_value_are_no_placeholder() -> None:
    draft = LIBRARY.render("followup-1", profile=replace(ZOE.profile, name="[Name]"), now=NOW, referee=ZOE.referee)
    assert [p.name for p in draft.placeholders] == ["thread.date"]
    assert "[Name]" in draft.text


def test_a_line_break_in_a_name_cannot_begin_a_header() -> None:
    profile = Profile(name="Eve\r\nBcc: all@example.org")
    draft = LIBRARY.render("request-recent-us", profile=profile, now=NOW)
    assert draft.subject.startswith("Recommendation letter for US residency: Eve Bcc: all@example.org (")


def test_what_is_unknown_stands_in_brackets_with_a_hint_and_its_place() -> None:
    draft = LIBRARY.render("followup-1", profile=Profile(name="Zoë Ağaoğlu"), now=NOW, referee=ZOE.referee)
    first = next(p for p in draft.placeholders if p.name == "thread.date")
    assert draft.text[first.start : first.end] == "[your first email's date]"
    assert first.hint
    assert first.field == "body"


def test_a_follow_up_stays_in_its_thread_and_names_the_day_of_the_first_email() -> None:
    draft = LIBRARY.render("followup-1", profile=ZOE.profile, referee=ZOE.referee, thread=ZOE.thread, now=NOW)
    assert draft.subject == "Re: Recommendation letter for US residency: Zoë Ağaoğlu"
    assert "On May 20, 2026 I wrote" in draft.text
    assert draft.in_reply_to == "last@mail.example"
    assert draft.references == ("first@mail.example", "last@mail.example")
    assert draft.to == (Mailbox("Anita Rao, MD, FACP", "arao@lakeside.example"),)


@pytest.mark.parametrize("subject", ["Re: A letter", "RE: re: A letter", "AW: A letter", "Re[2]: A letter", "A letter"])
def test_a_reply_says_re_once(subject: str) -> None:
    thread = replace(ZOE.thread, subject=subject)
    assert LIBRARY.render("followup-2", profile=ZOE.profile, thread=thread, now=NOW).subject == "Re: A letter"


def test_the_form_of_address_used_before_is_kept() -> None:
    thread = replace(ZOE.thread, greeting="Dear Professor Rao,")
    draft = LIBRARY.render("followup-1", profile=ZOE.profile, referee=ZOE.referee, thread=thread, now=NOW)
    assert draft.text.startswith("Dear Professor Rao,\n")


@pytest.mark.parametrize("earlier", ["Respected Sir,", "Hi there", "Dear Dr. Kaplan,", ""])
def test_an_earlier_form_of_address_that_is_generic_or_wrong_is_not_kept(earlier: str) -> None:
    thread = replace(ZOE.thread, greeting=earlier)
    draft = LIBRARY.render("followup-1", profile=ZOE.profile, referee=ZOE.referee, thread=thread, now=NOW)
    assert draft.text.startswith("Dear Dr. Rao,\n")


def test_a_request_begins_a_thread_of_its_own() -> None:
    draft = LIBRARY.render("request-gap", profile=ZOE.profile, referee=ZOE.referee, thread=ZOE.thread, now=NOW)
    assert draft.in_reply_to is None
    assert draft.references == ()
    assert not draft.subject.startswith("Re:")


def test_malformed_ids_do_not_reach_the_headers() -> None:
    thread = replace(ZOE.thread, message_id="a\r\nBcc: b", references=("good@id.example", "bad id", ""))
    draft = LIBRARY.render("followup-1", profile=ZOE.profile, thread=thread, now=NOW)
    assert draft.in_reply_to is None
    assert draft.references == ("good@id.example",)


def test_an_email_to_a_program_goes_to_the_director_with_the_coordinator_in_copy() -> None:
    draft = LIBRARY.render("program-tie", profile=ZOE.profile, program=ZOE.program, now=NOW)
    assert draft.to == (Mailbox("Patrick O'Neill, MD", "poneill@lakeside.example"),)
    assert draft.cc == (Mailbox("Dana Whitfield", "dwhitfield@lakeside.example"),)


def test_without_a_director_s_address_the_program_s_own_is_used() -> None:
    draft = LIBRARY.render("program-tie", profile=ARJUN.profile, program=ARJUN.program, now=NOW)
    assert [mailbox.address for mailbox in draft.to] == ["surgery-residency@stanselm.example"]
    assert draft.cc == ()


def test_a_document_has_no_recipient_and_no_subject() -> None:
    guide = LIBRARY.render("referee-guide", profile=ZOE.profile, referee=ZOE.referee, season=SEASON, now=NOW)
    assert (guide.subject, guide.to, guide.kind) == ("", (), Kind.OTHER)


def test_the_guide_states_what_the_portal_takes() -> None:
    guide = LIBRARY.render("referee-guide", profile=ZOE.profile, referee=ZOE.referee, season=SEASON, now=NOW).text
    for fact in ("PDF", "1 MB", "not encrypted", "8.5 by 11", "letterhead", "signed and dated", "| * ? :", "Letter ID"):
        assert fact in guide


def test_items_of_a_list_stand_on_lines_of_their_own() -> None:
    extra = {"duties": "Daily notes\n\n  Two talks ", "cases": ["One", "Two"]}
    sheet = LIBRARY.render("bullet-sheet", profile=ZOE.profile, referee=ZOE.referee, now=NOW, extra=extra).text
    assert "What I did\n\n- Daily notes\n- Two talks\n\nPatients we saw together\n\n- One\n- Two\n\n" in sheet
    assert "Projects" not in sheet


def test_extra_words_win_over_what_is_on_record() -> None:
    extra: dict[str, str | date] = {
        "me.school": "Ankara Medical School",
        "deadline": date(2026, 7, 31),
        "referee.family_name": "X",
    }
    draft = LIBRARY.render("request-gap", profile=ZOE.profile, now=NOW, extra=extra)
    assert "Ankara Medical School" in draft.text
    assert "July 31, 2026" in draft.text
    assert draft.text.startswith("Dear Dr. X,")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 6, 10), "August 12, 2026"),  # three weeks before applications open
        (date(2026, 8, 10), "September 16, 2026"),  # a week before review begins
        (date(2026, 9, 19), "October 9, 2026"),  # three weeks from today is a Saturday
        (date(2027, 2, 20), None),  # later than the rank list deadline
    ],
)
def test_a_request_asks_for_a_weekday_before_applications_open_or_as_soon_as_is_fair(
    today: date, expected: str | None
) -> None:
    now = datetime.combine(today, datetime.min.time(), UTC)
    draft = LIBRARY.render("request-recent-us", profile=ZOE.profile, season=SEASON, now=now)
    assert (expected or "[target date]") in draft.text


def test_a_reminder_names_the_letter_s_own_day_before_the_season_s() -> None:
    own = replace(ZOE.referee, needed_by=date(2026, 9, 1))
    for referee, expected in ((own, "September 1, 2026"), (ZOE.referee, "September 23, 2026")):
        draft = LIBRARY.render("promised-reminder", profile=ZOE.profile, referee=referee, season=SEASON, now=NOW)
        assert expected in draft.text
    late = NOW + timedelta(days=120)
    draft = LIBRARY.render("promised-reminder", profile=ZOE.profile, referee=own, season=SEASON, now=late)
    assert "[your application date]" in draft.text


def test_an_unknown_template_is_one_sentence() -> None:
    for identifier in ("nonsense", "../secrets", "_signature", ""):
        with pytest.raises(UnusableTemplateError, match="There is no template"):
            LIBRARY.render(identifier, profile=Profile(), now=NOW)


def test_templates_are_found_in_the_folder_that_ships(tmp_path: Path) -> None:
    assert Library(tmp_path).catalogue() == ()
