from __future__ import annotations

from simulator.authoring.examined import art_in
from tests.conftest import PROJECT


def test_the_art_is_what_the_assets_hold(tmp_path):
    for name in ("portraits/aunt.svg", "portraits/notes.txt", "backdrops/hall.svg", "inspections/desk.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('<g id="desk-lamp-fault"/><g id="desk-lamp-right"/><g id="wall"/>', "utf-8")

    art = art_in(tmp_path)

    assert (art.portraits, art.backdrops, art.inspections) == ({"aunt"}, {"hall"}, {"desk": {"desk-lamp"}})


def test_the_shipped_art_is_found():
    art = art_in(PROJECT / "assets")
    assert "elder-woman" in art.portraits
    assert "government-hall" in art.backdrops
    assert "badge" in art.inspections["clerk"]


def test_without_a_folder_there_is_no_art(tmp_path):
    assert art_in(tmp_path / "gone") == (frozenset(), frozenset(), {})
