"""Everything of a form can be seen and reached, however large the type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from simulator.gui.authoring.forms.fields import WordsField
from simulator.gui.theme import style_sheet
from tests.conftest import PROJECT
from tests.gui.authoring.conftest import Author

HALL = PROJECT / "scenarios" / "government-hall"
PARTS = {
    "the scenario": ("phone-wall", ()),
    "a scene and a response": ("phone-wall", ("scenes", "first-words", "responses", "name-the-business")),
    "an ending": ("phone-wall", ("endings", "moved")),
    "an inspection": ("before-the-shift", ("scenes", "mirror")),
}


@pytest.fixture
def show(author: Author):
    """Edit a part of a shipped scenario in a language and a text size, in a window of the least usual width."""
    presentation = author.page._studio.presentation
    application = QApplication.instance()
    before = application.styleSheet()

    def shown(part: str, language: str, text_size: int) -> None:
        stem, keys = PARTS[part]
        presentation.settings = replace(presentation.settings, language=language, text_size=text_size)
        application.setStyleSheet(style_sheet(presentation.theme))
        author.open(HALL / f"{stem}.yaml")
        author.checked()
        author.page.go_to(keys)
        application.processEvents()

    yield shown
    application.setStyleSheet(before)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_at_twice_the_size_nothing_of_a_form_is_cut_off(author: Author, show, part: str, language: str) -> None:
    show(part, language, 200)
    page = author.page
    assert page.form.minimumSizeHint().width() <= page._scroll.viewport().width()
    for button in (page._rename, page._duplicate, page._delete, page._whole):
        assert not button.isVisible() or button.width() >= button.sizeHint().width()


@pytest.mark.parametrize(("text_size", "beside"), [(100, True), (200, False)])
def test_the_languages_stand_side_by_side_where_there_is_room(author: Author, show, text_size: int, beside: bool):
    show("the scenario", "zh", text_size)
    field = author.page.form.findChild(WordsField)
    chinese, english = field.box("zh"), field.box("en")
    assert (chinese.y() == english.y()) is beside
    assert (chinese.x() == english.x()) is not beside
