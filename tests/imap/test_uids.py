from hypothesis import given
from hypothesis import strategies as st

from sidecar.imap.uids import COMMAND_LENGTH, UidSet

uids = st.sets(st.integers(1, 60))


@given(uids, uids)
def test_it_behaves_like_a_set_of_numbers(left: set[int], right: set[int]) -> None:
    a, b = UidSet.of(left), UidSet.of(right)
    assert (set(a | b), set(a - b), set(a & b)) == (left | right, left - right, left & right)
    assert (len(a), list(a)) == (len(left), sorted(left))
    assert {uid for uid in range(1, 70) if uid in a} == left
    assert (a.lowest, a.highest) == (min(left, default=0), max(left, default=0))


@given(uids, st.integers(0, 70))
def test_cuts_keep_the_greatest(members: set[int], count: int) -> None:
    held = UidSet.of(members)
    assert list(held.newest(count)) == sorted(members)[max(0, len(members) - count) :]
    assert set(held.above(count)) == {uid for uid in members if uid > count}


@given(uids)
def test_its_text_is_a_sequence_set_and_reads_back(members: set[int]) -> None:
    assert UidSet.parse(str(UidSet.of(members))) == UidSet.of(members)


def test_a_range_may_be_written_backwards_and_may_touch_its_neighbour() -> None:
    assert UidSet.parse("9:7,6,1") == UidSet(((1, 1), (6, 9)))


@given(uids, st.integers(1, 30))
def test_parts_come_newest_first_and_lose_nothing(members: set[int], size: int) -> None:
    parts = list(UidSet.of(members).newest_first(size))
    assert [uid for part in parts for uid in reversed(list(part))] == sorted(members, reverse=True)
    assert all(0 < len(part) <= size for part in parts)


def test_scattered_uids_never_make_a_command_too_long() -> None:
    scattered = UidSet.of(range(10_000_000, 10_004_000, 2))
    parts = list(scattered.newest_first(1000))
    assert max(len(str(part)) for part in parts) <= COMMAND_LENGTH
    assert sum(len(part) for part in parts) == len(scattered)
