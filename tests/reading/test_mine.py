"""Which addresses are the user's."""

import pytest

from sidecar.followup.reading.mine import is_mine, learned

MINE = frozenset({"amina.yusuf@gmail.com", "amina@univ.example"})


@pytest.mark.parametrize(
    "address",
    ["Amina@Univ.example", "amina+match@univ.example", "aminayusuf@gmail.com", "a.minayusuf+x@googlemail.com"],
)
def test_another_spelling_is_the_same_mailbox(address: str) -> None:
    assert is_mine(address, MINE)


@pytest.mark.parametrize("address", ["", "amina.b@univ.example", "aminayusuf@univ.example", "rao@univ.example"])
def test_another_mailbox_is_not(address: str) -> None:
    assert not is_mine(address, MINE)


def test_aliases_are_learned_from_the_sent_folder_but_one_stray_mail_teaches_nothing() -> None:
    senders = ["Alias@Univ.example", "alias@univ.example", "stranger@x.example", ""]
    assert learned(MINE, senders) == MINE | {"alias@univ.example"}
