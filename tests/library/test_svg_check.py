from __future__ import annotations

import pytest

from simulator.library.svg_check import DEEPEST, LARGEST, MOST_ELEMENTS, svg_refusal
from tests.conftest import PROJECT

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"{}>{}</svg>'


def refusal(inside: str = "", attributes: str = "", before: str = "") -> str | None:
    against = svg_refusal((before + FRAME.format(attributes, inside)).encode())
    return against.to("en") if against else None


@pytest.mark.parametrize("path", sorted((PROJECT / "assets").rglob("*.svg")), ids=lambda path: path.stem)
def test_every_shipped_drawing_is_harmless(path):
    assert svg_refusal(path.read_bytes()) is None


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<g id="face" transform="translate(3 -2) rotate(10)"><path d="M0 0C1,2 3,4 5,6z" fill="none"/></g>',
        (
            '<defs><radialGradient id="a"><stop offset="50%" stop-color="#fff"/></radialGradient></defs>'
            '<circle cx="1" cy="2" r="3" fill="url(#a)"/>'
        ),
        '<rect style="fill:rgb(1, 2, 3); stroke:burlywood;stroke-width:2" width="3" height="4"/>',
        "<title>窗口 &amp; 她</title><desc>一位老人</desc>",
        "<!-- a remark -->\n<path d='M0 0'/>",
    ],
)
def test_shapes_and_gradients_are_harmless(inside):
    assert refusal(inside) is None


def test_what_other_programs_write_at_the_top_is_harmless():
    assert refusal(before='\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n') is None
    assert (
        refusal(attributes=' xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="600" height="800"') is None
    )


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("<script>alert(1)</script>", "an element that is not allowed, script"),
        ("<style>path{fill:url(http://a.test)}</style>", "an element that is not allowed, style"),
        ("<foreignObject/>", "not allowed, foreignObject"),
        ('<image href="http://a.test/b.png"/>', "not allowed, image"),
        ('<use href="#a"/>', "not allowed, use"),
        ("<animate/>", "not allowed, animate"),
        ("<filter/>", "not allowed, filter"),
        ("<text>hello</text>", "not allowed, text"),
        ('<a href="javascript:alert(1)"/>', "not allowed, a"),
        ('<p xmlns="http://www.w3.org/1999/xhtml"/>', "not allowed, p"),
        ('<path xmlns="" d="M0 0"/>', "not allowed, path"),
        ("<svg/>", "the outermost element must be the only svg"),
        ('<path onload="alert(1)"/>', "an attribute that is not allowed, onload"),
        ('<g onclick="x"/>', "not allowed, onclick"),
        ('<g href="#a"/>', "not allowed, href"),
        ('<g xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>', "not allowed, href"),
        ('<path stroke-dasharray="0.001"/>', "not allowed, stroke-dasharray"),
        ('<path filter="url(#a)"/>', "not allowed, filter"),
        ('<path fill="url(http://a.test/b.svg#c)"/>', "the value of its attribute fill is not allowed"),
        ('<path fill="url(b.svg#c)"/>', "the value of its attribute fill"),
        ('<path fill="URL(b)"/>', "the value of its attribute fill"),
        ('<path fill="u&#114;l(&#47;/a.test)"/>', "the value of its attribute fill"),
        ('<path fill="\\75rl(a)"/>', "the value of its attribute fill"),
        ('<path id="a b"/>', "the value of its attribute id"),
        ('<path style="fill:url(//a.test)"/>', "its style has fill, which is not allowed"),
        ('<path style="background:red"/>', "its style has background"),
        ('<path style="@import x"/>', "its style has @import x"),
        ('<path style="fill:/**/red"/>', "its style has fill"),
        ("hello", "there are words between its shapes"),
        ("<g><![CDATA[x]]></g>", "it has CDATA"),
        ('<?xml-stylesheet href="a.css"?>', "it has a processing instruction, xml-stylesheet"),
        ("<path>", "is not well-formed XML"),
        ("&undefined;", "is not well-formed XML"),
        ("<g>" * DEEPEST + "</g>" * DEEPEST, "nested too deeply"),
        ("<g/>" * MOST_ELEMENTS, "too many of them"),
    ],
)
def test_what_acts_or_refers_elsewhere_is_refused(inside, sentence):
    against = refusal(inside)

    assert against is not None
    assert sentence in against


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("<!DOCTYPE svg>", "it has a DOCTYPE"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>', "it has a DOCTYPE"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "it has a DOCTYPE"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "its encoding is not UTF-8"),
        ('<?xml version="1.0" encoding="GBK"?>', "its encoding is not UTF-8"),
        ('<?xml-stylesheet href="a.css"?>', "a processing instruction"),
        ("words", "is not well-formed XML"),
    ],
)
def test_what_stands_before_the_drawing_is_refused(before, sentence):
    against = refusal(before=before)

    assert against is not None
    assert sentence in against


@pytest.mark.parametrize(
    "box", ["", "0 0 600", "0 0 600 800 1", "0 0 nan 800", "0 0 1e3 800", "0 0 0 800", "0 0 600 99999", "0 0 5000 1"]
)
def test_a_frame_that_would_be_a_huge_picture_is_refused(box):
    against = svg_refusal(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>'.encode())

    assert against is not None
    assert "viewBox" in against.to("en")


def test_a_drawing_without_a_namespace_is_refused():
    assert svg_refusal(b'<svg viewBox="0 0 1 1"/>') is not None


def test_a_drawing_that_is_too_large_is_refused():
    assert "larger than 1 MiB" in svg_refusal(b" " * (LARGEST + 1)).to("en")


def test_a_refusal_names_its_line_in_both_languages():
    against = svg_refusal(FRAME.format("", "\n\n<script/>").encode())

    assert against.to("en").startswith("line 3: ")
    assert against.to("zh").startswith("第 3 行：")
