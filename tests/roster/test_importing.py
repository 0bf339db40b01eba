"""Tables of programs and referees: forgiving about form, exact about what went wrong, the same twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar.people import Profile, Program, Referee
from sidecar.roster import (
    BadValueError,
    UnreadableTableError,
    import_programs,
    import_referees,
    read_profile,
)

PLAIN = "\n".join(
    [
        "Name,City,State,PD,PD email,PC email,Visa types,Min Step 2,Do not email,Interview date,Color",
        'Lakeside Internal Medicine,Cleveland,OH,"O\'Neill, Patrick, MD",pd@lakeside.example,dana@lakeside.example,'
        '"J-1, H-1B",230,no,2026-11-12,blue',
        "Riverbend Family Medicine,Spokane,WA,Marisol Vega,mvega@riverbend.example,,,,yes,,",
    ]
)


def test_a_table_becomes_typed_programs() -> None:
    result = import_programs(PLAIN.encode(), [])
    first, second = result.added
    assert first == Program(
        id="lakeside-internal-medicine",
        name="Lakeside Internal Medicine",
        city="Cleveland",
        state="OH",
        director="O'Neill, Patrick, MD",
        director_address="pd@lakeside.example",
        coordinator_address="dana@lakeside.example",
        visas=("J-1", "H-1B"),
        min_step2=230,
        interviewed_on=date(2026, 11, 12),
    )
    assert second.do_not_email
    assert second.visas == ()
    assert result.ignored_columns == ("Color",)
    assert result.skipped == ()


def test_importing_twice_changes_nothing() -> None:
    known = list(import_programs(PLAIN.encode(), []).added)
    again = import_programs(PLAIN.encode(), known)
    assert (again.added, again.changed, again.unchanged) == ((), (), 2)


def test_a_later_table_changes_what_it_says_and_keeps_the_rest() -> None:
    known = list(import_programs(PLAIN.encode(), []).added)
    later = import_programs(b"Program,Interview\nlakeside internal  medicine,2026-12-01\n", known)
    assert [program.id for program in later.changed] == ["lakeside-internal-medicine"]
    assert later.changed[0].interviewed_on == date(2026, 12, 1)
    assert later.changed[0].min_step2 == 230
    assert later.unchanged == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_excel_s_ways_of_writing_csv_are_read(encoding: str, delimiter: str, ending: str) -> None:
    rows = [["Program Name", "City"], ["Jönköping Medicine", "São Paulo"]]
    data = ending.join(delimiter.join(row) for row in rows).encode(encoding)
    (program,) = import_programs(data, []).added
    assert (program.name, program.city) == ("Jönköping Medicine", "São Paulo")


def test_excel_s_separator_line_and_windows_encoding_are_read() -> None:
    result = import_programs("sep=;\r\nName;City\r\nKlinik Köln;Köln\r\n".encode("cp1252"), [])
    assert result.added[0].city == "Köln"
    assert result.encoding == "cp1252"


def test_a_bad_row_is_named_by_line_and_reason_and_the_rest_is_imported() -> None:
    table = (
        "Name,Min Step 2,Interview date\n"
        "Good One,230,\n"
        "\n"
        "Bad Score,lots,\n"
        ",220,\n"
        "Ambiguous Day,,03/04/2026\n"
        '"Half" quoted,230,\n'
        '"Two\nlines",240,\n'
        "Too,many,,cells,here\n"
        "Good Two,,2026-11-30\n"
    )
    result = import_programs(table.encode(), [])
    assert [program.name for program in result.added] == ["Good One", "Two lines", "Good Two"]
    assert [(skip.line, skip.reason.split()[0]) for skip in result.skipped] == [
        (4, "Min"),
        (5, "There"),
        (6, "Interviewed"),
        (7, "The"),
        (10, "It"),
    ]


def test_a_quotation_mark_left_open_costs_its_own_row_only() -> None:
    table = 'Name,City\n"Never closed,Here\nNext,There\n' + "".join(f"Program {n},X\n" for n in range(60))
    result = import_programs(table.encode(), [])
    assert [skip.line for skip in result.skipped] == [2]
    assert len(result.added) == 61


def test_programs_of_one_hospital_are_told_apart_by_specialty_and_city() -> None:
    table = (
        "Name,Specialty,City,PD email\n"
        "St. Mary,Internal Medicine,Troy,im@stmary.example\n"
        "St. Mary,Pediatrics,Troy,peds@stmary.example\n"
        "St. Mary,Pediatrics,Reno,\n"
    )
    result = import_programs(table.encode(), [])
    assert [program.id for program in result.added] == ["st-mary", "st-mary-2", "st-mary-3"]


def test_a_renamed_program_is_known_by_its_director_s_address() -> None:
    known = [Program("im", "Lakeside IM", director_address="pd@lakeside.example")]
    result = import_programs(b"Name,PD email\nLakeside Internal Medicine,PD@lakeside.example\n", known)
    assert result.added == ()
    assert result.changed[0].name == "Lakeside Internal Medicine"


def test_referees_are_read_and_known_again_by_address_or_name() -> None:
    table = (
        "Letter writer;E-mail;Title;Hospital;Outside the US;From;To\n"
        "Anita Rao;ARao@x.example;Dr.;Lakeside;no;2026-05-04;2026-05-29\n"
    )
    (rao,) = import_referees(table.encode(), []).added
    assert rao == Referee(
        "anita-rao",
        "Anita Rao",
        "arao@x.example",
        title="Dr.",
        institution="Lakeside",
        worked_from=date(2026, 5, 4),
        worked_until=date(2026, 5, 29),
    )
    assert import_referees(b"Name,Email,Role\nA. Rao,arao@x.example,attending\n", [rao]).changed[0].role == "attending"
    assert import_referees(b"Name,Status\nanita rao,promised\n", [rao]).added == ()
    assert import_referees(b"Name,Email\nAnita Rao,other@x.example\n", [rao]).added[0].id == "anita-rao-2"


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"\x00\x01\x02", b"Color,Size\nred,3\n", b"\x81\x8d", b"PK\x03\x04\x00\x00", b"x" * 20_000_001],
)
def test_what_is_no_table_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableTableError) as problem:
        import_programs(data, [])
    assert str(problem.value).endswith(".")


def test_an_encoding_can_be_named_and_an_unknown_one_is_refused() -> None:
    assert import_programs("Name\nШкола\n".encode("koi8-r"), [], encoding="koi8-r").added[0].name == "Школа"
    with pytest.raises(UnreadableTableError, match="no encoding called"):
        import_programs(b"Name\nX\n", [], encoding="klingon")


def test_hostile_cells_lose_their_control_characters() -> None:
    (program,) = import_programs("Name,City\n\x1b[31mRed\x07\u202egnp,X\n".encode(), []).added
    assert program.name == "[31mRedgnp"


@given(st.binary(max_size=400) | st.text(alphabet="Name,City;\t\n\"'x=1é", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_in_a_sentence_and_reading_again_is_idempotent(data: bytes) -> None:
    try:
        result = import_programs(data, [])
    except UnreadableTableError as problem:
        assert str(problem).endswith(".")
        return
    again = import_programs(data, list(result.added))
    assert again.added == ()
    assert len({program.id for program in result.added}) == len(result.added)


@pytest.mark.parametrize(
    "data",
    [
        b'{"name": "Suharti", "graduation_year": 2018, "identities": ["a@x.example"], "step2": null}',
        b"Full name,YOG,Aliases\nSuharti,2018,a@x.example\n",
        b"Name;Suharti\nYear of graduation;2018\nOther addresses;a@x.example\n",
    ],
)
def test_a_profile_is_read_from_json_or_from_a_table(data: bytes) -> None:
    assert read_profile(data) == Profile(name="Suharti", graduation_year=2018, identities=("a@x.example",))


@pytest.mark.parametrize("data", [b"{", b'{"name": {"first": "x"}}', b'{"hobby": "chess"}', b"Color\nred\n", b""])
def test_what_is_no_profile_is_one_sentence(data: bytes) -> None:
    with pytest.raises((BadValueError, UnreadableTableError)) as problem:
        read_profile(data)
    assert str(problem.value).endswith(".")
