"""Own words and everything else, by mail program and language."""

from pathlib import Path

import pytest

from sidecar.quoting import Region, own_words, split

OWN = "Thank you, that is\nvery kind of you."


def _introductions() -> dict[str, str]:
    """Read what each program puts between a reply and the message it answers; `{}` stands for quoted lines."""
    blocks = Path(__file__).with_name("introductions.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return {name: text.removesuffix("\n") for name, _, text in (block.partition("\n") for block in blocks)}


INTRODUCTIONS = _introductions()

DEVICES = [
    *(
        "Sent from my iPhone",
        "Sent from my iPad",
        "Sent from my Galaxy",
        "Sent from Outlook for iOS<https://aka.ms/o0ukef>",
    ),
    *(
        "Get Outlook for Android<https://aka.ms/AAb9ysg>",
        "Sent from Yahoo Mail on Android",
        "Sent from Mail for Windows",
    ),
    *(
        "Sent via BlackBerry from T-Mobile",
        "Sent from my mobile device. Please excuse typos.",
        "Sent with Proton Mail secure email.",
    ),
    *("Envoyé de mon iPhone", "Enviado desde mi iPhone", "Enviado do meu iPhone", "Von meinem iPhone gesendet"),
    *("iPhone’umdan gönderildi", "Inviato da iPhone", "Verstuurd vanaf mijn iPhone", "Wysłane z iPhone'a"),
    *("Отправлено с iPhone", "أُرسلت من الـ iPhone", "Obtener Outlook para iOS", "Gesendet von Outlook für Android"),
    *("Envoyé à partir de Outlook pour Android", "Sent from my Samsung Galaxy smartphone."),
]


@pytest.mark.parametrize("client", INTRODUCTIONS)
def test_a_reply_above_is_all_that_is_own(client: str) -> None:
    text = f"{OWN}\n\n{INTRODUCTIONS[client].format('Could you send your CV?')}"
    parts = split(text)
    assert own_words(text, parts) == OWN
    assert {part.region for part in parts} <= {Region.OWN, Region.ATTRIBUTION, Region.QUOTED, Region.FORWARDED}
    assert any(part.region in {Region.QUOTED, Region.FORWARDED} for part in parts)


@pytest.mark.parametrize("client", [name for name, text in INTRODUCTIONS.items() if "> {}" in text])
def test_a_reply_below_a_marked_quotation_is_own(client: str) -> None:
    text = f"{INTRODUCTIONS[client].format('Could you send your CV?')}\n\n{OWN}\n\n-- \nLina"
    assert own_words(text, split(text)) == OWN


def test_answers_between_quotations_are_own() -> None:
    text = (
        "Dear Dr. Okafor,\n\nOn 8/7/26 10:15, Chidi Okafor wrote:\n> When?\n\nIn May.\n\n"
        "> Where?\n> Which ward?\nWard 4.\n>\n> Bye\n\nLina"
    )
    assert own_words(text, split(text)) == "Dear Dr. Okafor,\nIn May.\nWard 4.\nLina"


@pytest.mark.parametrize("line", DEVICES)
def test_a_line_about_the_phone_is_not_own(line: str) -> None:
    text = f"{OWN}\n\n{line}"
    assert own_words(text, split(text)) == OWN


@pytest.mark.parametrize(
    "text",
    [
        "As you wrote: the month was short.\nI agree.",
        "On 3 May 2026 at 10:15 I saw what Dr. Okafor wrote:\nhe liked the talk.\nThat was it.",
        "My rotations:\nFrom: January 2026\nTo: March 2026\nWhere: Mercy Hospital\nThank you",
        "To: be decided\nSubject: medicine",
        "I sent from my side two letters, and both arrived.",
        "Sent from our office on Monday, the letter never came and I would like to ask for a copy of it please.",
        "This message is to ask for a letter.",
        "The information you gave me was of great use; I have kept it private.",
        "Please note:\nI am on call.\n\nBest,\nLina",
        "The original message was lost.\n----------\nSo I write again.",
        "Option A -- the better one\n--- or not ---\nyours",
    ],
)
def test_what_merely_resembles_a_quotation_is_own(text: str) -> None:
    assert [part.region for part in split(text)] == [Region.OWN]


def test_a_signature_ends_where_the_quotation_begins() -> None:
    text = "Yes.\n\n-- \nLina Haddad, MD\n\nOn 8/7/26 10:15, Chidi Okafor wrote:\n> When?\n\nAnd one more thing."
    assert [(part.region.value, text[part.start : part.end]) for part in split(text)] == [
        ("own", "Yes."),
        ("signature", "-- \nLina Haddad, MD"),
        ("attribution", "On 8/7/26 10:15, Chidi Okafor wrote:"),
        ("quoted", "> When?"),
        ("own", "And one more thing."),
    ]


def test_a_dash_line_in_a_long_text_is_no_signature() -> None:
    text = "First part.\n--\n" + "\n".join(f"Line {number} of the second part." for number in range(30))
    assert [part.region for part in split(text)] == [Region.OWN]


def test_code_and_legal_notices_are_not_own() -> None:
    text = (
        "My script:\n```\nprint('hi')\n```\nBest,\nLina\n\nCONFIDENTIALITY NOTICE: This e-mail is for its addressee\n"
        "and may be privileged."
    )
    assert own_words(text, split(text)) == "My script:\nBest,\nLina"
    regions = [part.region for part in split(text)]
    assert regions == [Region.OWN, Region.CODE, Region.OWN, Region.DISCLAIMER]


def test_a_gateway_warning_on_top_is_not_own() -> None:
    text = "CAUTION: This email originated from outside of the organization.\nDo not click.\n\nDear Lina,\nyes."
    assert own_words(text, split(text)) == "Dear Lina,\nyes."
