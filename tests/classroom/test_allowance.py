from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.allowance import Allowance, WrongCodes


def test_an_allowance_is_used_up_and_comes_back_with_time():
    allowance = Allowance(2, 0.5)

    assert [allowance.take(10.0) for _ in range(3)] == [True, True, False]
    assert not allowance.take(11.9)
    assert allowance.take(12.0)
    assert not allowance.whole(15.9)
    assert allowance.whole(16.0)
    assert allowance.left(1000.0) == 2


@given(st.lists(st.floats(0, 100), max_size=200), st.integers(1, 20), st.floats(0.1, 5))
def test_no_time_of_asking_gives_more_than_was_allowed(times: list[float], at_once: int, each_second: float):
    allowance = Allowance(at_once, each_second)
    taken = sum(allowance.take(now) for now in sorted(times))

    assert taken <= at_once + 100 * each_second + 1e-6


def test_an_address_that_gave_ten_wrong_codes_waits_and_others_do_not():
    wrong = WrongCodes()
    for _ in range(10):
        assert wrong.may_try("10.0.0.1", 5.0)
        wrong.note("10.0.0.1", 5.0)

    assert not wrong.may_try("10.0.0.1", 34.9)
    assert wrong.may_try("10.0.0.2", 5.0)
    assert wrong.may_try("10.0.0.1", 35.1)


def test_all_addresses_together_may_try_little_and_little_of_them_is_kept():
    wrong, tried, most_kept = WrongCodes(), 0, 0
    for second in range(3 * 3600):
        for machine in range(5):
            address = f"10.0.{second % 250}.{machine}"
            if wrong.may_try(address, float(second)):
                wrong.note(address, float(second))
                tried += 1
        most_kept = max(most_kept, len(wrong))

    assert tried <= 30 + 3 * 3600 / 2
    assert most_kept <= 60
