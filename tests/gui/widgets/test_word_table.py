"""A table of words: all of it can be read, at whatever width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.gui.widgets.word_table import WordTable, _shared

LONG_WORDS = "先请每位学员存一份文件，再用 U 盘或共享文件夹收齐，最后到这里收下。" * 3


def _table(presentation, qtbot, **more) -> WordTable:
    table = WordTable(presentation, **more)
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    return table


def test_rows_have_their_words_and_signs(presentation, qtbot):
    table = _table(presentation, qtbot)
    table.tell("Marks", ("Mark", "Name"), [("Counted", "Li"), ("Altered", "Wang")], [("kept", "celadon")] * 2)
    assert table.accessibleName() == "Marks"
    assert [table.item(1, x).text() for x in range(2)] == ["Altered", "Wang"]
    assert not table.item(0, 0).icon().isNull()


def test_long_words_wrap_at_every_width_and_columns_never_leave_the_table(presentation, qtbot):
    table = _table(presentation, qtbot, wrapping=True)
    table.tell("Needs", ("Name", "Next", "Why"), [("Li", LONG_WORDS, LONG_WORDS)] * 3)
    heights = []
    for width in (400, 900):
        table.resize(width, 300)
        assert sum(table.columnWidth(x) for x in range(3)) == table.viewport().width()
        heights.append(table.rowHeight(0))
    assert heights[0] > heights[1] > 0


def test_no_more_rows_are_in_sight_than_fit_a_page(presentation, qtbot):
    table = _table(presentation, qtbot)
    table.tell("Rows", ("Number",), [(str(number),) for number in range(100)])
    assert table.height() < 12 * table.rowHeight(0)


def test_a_table_in_sight_can_be_told_again_with_other_words(presentation, qtbot):
    table = _table(presentation, qtbot, wrapping=True)
    for count in (3, 50, 0, 20):
        table.tell("Rows", (f"Heading {count}",), [(f"{count}: {number}",) for number in range(count)])
        assert table.rowCount() == count
        assert table.horizontalHeaderItem(0).text() == f"Heading {count}"
        assert table.columnWidth(0) == table.viewport().width()


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=8), st.integers(1, 3000))
def test_room_is_shared_whole_and_what_fits_gets_what_it_wants(wanted, room):
    widths = _shared(wanted, room)
    assert sum(widths) == room
    if sum(wanted) <= room:
        assert all(width >= wish for width, wish in zip(widths, wanted, strict=True))
    assert all(width >= min(wish, room // len(wanted)) for width, wish in zip(widths, wanted, strict=True))
