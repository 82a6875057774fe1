from __future__ import annotations

import io

import pypdf
import pytest

from simulator.authoring.draft import Draft
from simulator.authoring.play_script import play_script
from simulator.authoring.play_script_html import script_html
from simulator.gui.reports.pdf import pdf_of
from simulator.gui.theme import load_fonts
from simulator.library.rulebook_file import read_rulebook_file
from tests.conftest import PROJECT, SMALL_SCENARIO


@pytest.fixture
def pages(qapp):
    load_fonts(PROJECT / "assets")

    def pages_of(html):
        return pypdf.PdfReader(io.BytesIO(pdf_of(html, "题目"))).pages

    return pages_of


def test_chinese_is_read_back_as_it_was_written(pages):
    (page,) = pages("<p>客户 日期 户口 立即 金额 食品</p><h1>见面日期</h1>")
    words = " ".join(page.extract_text().split())
    assert "客户 日期 户口 立即 金额 食品" in words
    assert "见面日期" in words
    assert not [sign for sign in words if "\u2e80" <= sign <= "\u2fdf"]


def test_digits_among_latin_letters_are_read_back(pages):
    (page,) = pages("<p>Scene 1: at most 5.</p>")
    assert "Scene 1: at most 5." in " ".join(page.extract_text().split())


def test_pages_are_a4_and_numbered_and_hold_everything_once(pages):
    every = pages("".join(f"<p>第{number}段</p>" for number in range(200)))
    assert len(every) > 2
    words = [page.extract_text() for page in every]
    for number, page in enumerate(words, 1):
        assert f"{number} / {len(every)}" in " ".join(page.split())
    whole = "".join(words)
    assert all(whole.count(f"第{number}段") == 1 for number in range(200))
    assert (round(every[0].mediabox.width), round(every[0].mediabox.height)) == (595, 842)


def test_nothing_is_loaded_from_elsewhere(pages, tmp_path):
    from PySide6.QtGui import QColor, QImage

    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    assert picture.save(str(tmp_path / "p.png"))
    (page,) = pages(f'<p>字</p><img src="{(tmp_path / "p.png").as_uri()}">')
    assert len(page.images) == 0


def test_a_script_is_drawn_whole(pages):
    draft = Draft.of(SMALL_SCENARIO, SMALL_SCENARIO.read_text("utf-8"))
    rules, _ = read_rulebook_file(PROJECT / "scenarios" / "rulebook.yaml")
    script = play_script(draft, rules, ("zh", "en"))
    words = "".join("".join(page.extract_text() for page in pages(script_html(script))).split())
    for paragraph in script.paragraphs:
        for said in paragraph.words:
            assert "".join(said.split())[:12] in words
