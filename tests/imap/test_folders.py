import pytest

from sidecar.imap.account import Role
from sidecar.imap.client import Listed
from sidecar.imap.folders import choose


def listed(*names: str, separator: str = "/", **attributes: str) -> list[Listed]:
    return [Listed(name, frozenset(attributes.get(name, "").split()), separator) for name in names]


def roles(folders: list[Listed], chosen: dict[Role, str] | None = None) -> dict[str, Role]:
    return {choice.folder: choice.role for choice in choose(folders, chosen or {})}


def test_the_servers_word_wins_over_the_name() -> None:
    found = roles(listed("INBOX", "Sent", "Ausgang", Ausgang="\\sent"))
    assert (found["Ausgang"], found["Sent"]) == (Role.SENT, Role.FILED)


def test_the_users_word_wins_over_the_servers_and_is_given_as_the_reason() -> None:
    choices = choose(listed("INBOX", "Sent", "Mine", Sent="\\sent"), {Role.SENT: "Mine"})
    assert [(choice.folder, choice.reason) for choice in choices if choice.role is Role.SENT] == [
        ("Mine", "chosen by you")
    ]


def test_a_chosen_folder_that_is_gone_leaves_the_choice_to_the_server() -> None:
    assert roles(listed("INBOX", "Sent"), {Role.SENT: "Gone"})["Sent"] is Role.SENT


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Gesendet", Role.SENT),
        ("Éléments envoyés", Role.SENT),
        ("Отправленные", Role.SENT),
        ("البريد المرسل", Role.SENT),
        ("भेजे गए", Role.SENT),
        ("送信済み", Role.SENT),
        ("Courrier indésirable", Role.JUNK),
        ("Önemsiz", Role.JUNK),
        ("Archiv", Role.ARCHIVE),
        ("Papierkorb", Role.TRASH),
    ],
)
def test_names_are_known_in_many_languages(name: str, role: Role) -> None:
    assert roles(listed("INBOX", name))[name] is role


def test_names_below_the_inbox_count_and_names_deep_down_do_not() -> None:
    found = roles(listed("INBOX", "INBOX.Sent", "INBOX.IDN.Sent", separator="."))
    assert (found["INBOX.Sent"], found["INBOX.IDN.Sent"]) == (Role.SENT, Role.FILED)


def test_drafts_and_folders_that_hold_no_mail_are_left_alone() -> None:
    found = roles(
        listed("INBOX", "Drafts", "Entwürfe", "[Gmail]", "Starred", **{"[Gmail]": "\\noselect", "Starred": "\\flagged"})
    )
    assert found == {"INBOX": Role.INBOX}


def test_what_was_sent_is_read_before_what_answers_it() -> None:
    assert [choice.role for choice in choose(listed("Archive", "INBOX", "Sent", "A"), {})] == [
        Role.SENT, Role.INBOX, Role.ARCHIVE, Role.FILED,
    ]  # fmt: skip


def test_gmail_reads_all_mail_in_place_of_what_it_contains() -> None:
    names = ("INBOX", "Work", "[Gmail]/All Mail", "[Gmail]/Sent Mail", "[Gmail]/Spam")
    marks = {"[Gmail]/All Mail": "\\all", "[Gmail]/Sent Mail": "\\sent", "[Gmail]/Spam": "\\junk"}
    choices = choose(listed(*names, **marks), {}, labels=True)
    assert [choice.role for choice in choices] == [Role.SENT, Role.JUNK, Role.ALL]
