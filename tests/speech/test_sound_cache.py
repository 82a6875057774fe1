from __future__ import annotations

import os

import pytest

from simulator.speech.sound_cache import SoundCache
from simulator.speech.sound_file import write_silence
from simulator.speech.utterance import Utterance

YEAR_2001 = 1_000_000_000


@pytest.fixture
def cache(tmp_path):
    (tmp_path / "speech").mkdir()
    return SoundCache(tmp_path / "speech", most_bytes=10_000)


def said(number: int) -> Utterance:
    return Utterance(f"第{number}句。", "zh", "female", 150, 50)


def keep(cache: SoundCache, number: int) -> None:
    """Render a sound of some 4,400 bytes, the higher its number the later."""
    target = cache.order(said(number)).target
    write_silence(target, 0.1)
    os.utime(target, (YEAR_2001 + number, YEAR_2001 + number))


def test_what_was_rendered_is_found(cache):
    assert cache.find(said(1)) is None
    keep(cache, 1)
    assert cache.find(said(1)) == cache.order(said(1)).target
    assert cache.find(said(2)) is None


def test_a_damaged_sound_is_not_found(cache):
    keep(cache, 1)
    target = cache.order(said(1)).target
    target.write_bytes(target.read_bytes()[:-10])
    assert cache.find(said(1)) is None


def test_every_order_has_a_part_of_its_own_beside_its_target(cache):
    orders = [cache.order(said(1)) for _ in range(20)]
    assert len({order.part for order in orders}) == 20
    assert {order.part.parent for order in orders} == {cache.folder}
    assert len({order.target for order in orders}) == 1


def test_what_was_heard_the_longest_ago_goes_first(cache):
    for number in (1, 2, 3):
        keep(cache, number)
    cache.find(said(1))  # heard again
    cache.trim()
    assert [cache.find(said(number)) is not None for number in (1, 2, 3)] == [True, False, True]


def test_parts_that_nobody_writes_any_more_are_taken_away(cache):
    old, fresh = cache.order(said(1)).part, cache.order(said(1)).part
    for part in (old, fresh):
        part.write_bytes(b"RIFF")
    os.utime(old, (YEAR_2001, YEAR_2001))
    cache.trim()
    assert list(cache.folder.iterdir()) == [fresh]


def test_a_cache_that_is_not_there_needs_no_trimming(tmp_path):
    SoundCache(tmp_path / "nowhere").trim()
    assert not (tmp_path / "nowhere").exists()
