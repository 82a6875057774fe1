"""What a drawing from a stranger may hold: shapes and gradients, and nothing that acts, refers outside or swells.

The check is an allow-list of elements, attributes and values. What is not on it is refused, whatever it may mean to a
browser or to Qt; so there are no scripts, no styles sheets, no images, no references but to the drawing's own
gradients, no document type and so no entities, and nothing that can be drawn a million times.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from simulator.i18n import Text, say

SVG = "http://www.w3.org/2000/svg"
LARGEST = 1024 * 1024  # bytes
DEEPEST = 64
MOST_ELEMENTS = 20_000
LONGEST_SIDE = 10_000  # of the viewBox
STEEPEST = 4  # how many times longer one side may be than the other: a strip would be drawn as a huge picture

_ELEMENTS = frozenset(
    (
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "linearGradient", "radialGradient", "stop",
    )
)  # fmt: skip
_PAINT = frozenset(
    (
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-opacity", "opacity", "stop-color", "stop-opacity", "color", "display",
        "visibility",
    )
)  # fmt: skip
_ATTRIBUTES = _PAINT | frozenset(
    (
        "id", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "fx", "fy", "fr", "width", "height",
        "points", "offset", "transform", "viewBox", "preserveAspectRatio", "version", "gradientUnits",
        "gradientTransform", "spreadMethod", "style",
    )
)  # fmt: skip
_PLAIN = re.compile(r"[A-Za-z0-9 \t\r\n.,+%#()-]*\Z")
_REFERENCE = re.compile(r"url\(#[A-Za-z][A-Za-z0-9_.-]*\)")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,99}\Z")
_NUMBER = re.compile(r"[-+]?([0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9})\Z")
_TEXTS = ("title", "desc")


class _Refused(Exception):
    def __init__(self, reason: Text) -> None:
        super().__init__(reason.to("en"))
        self.reason = reason


def svg_refusal(content: bytes) -> Text | None:
    """Say why a drawing is refused, with its line where there is one; None where nothing is against it."""
    if len(content) > LARGEST:
        return say("图超过 1 MiB", "the drawing is larger than 1 MiB")
    parser = expat.ParserCreate("UTF-8", " ")  # whatever the file says of its encoding
    check = _Check()
    parser.StartDoctypeDeclHandler = check.doctype
    parser.EntityDeclHandler = check.doctype
    parser.ProcessingInstructionHandler = check.instruction
    parser.XmlDeclHandler = check.declaration
    parser.StartElementHandler = check.start
    parser.EndElementHandler = check.end
    parser.CharacterDataHandler = check.words
    parser.StartCdataSectionHandler = check.cdata
    try:
        parser.Parse(content, True)
    except _Refused as refused:
        line = parser.CurrentLineNumber
        return say(f"第 {line} 行：{refused.reason.to('zh')}", f"line {line}: {refused.reason.to('en')}")
    except expat.ExpatError as error:
        return say(f"第 {error.lineno} 行不是合格的 XML", f"line {error.lineno} is not well-formed XML")
    return None


class _Check:
    """Looks at one drawing as it is parsed."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count = 0

    def doctype(self, *_parts: object) -> None:
        """Refuse a document type, and with it all entities."""
        raise _Refused(say("有 DOCTYPE 或实体定义", "it has a DOCTYPE or defines entities"))

    def instruction(self, target: str, _data: str) -> None:
        """Refuse a processing instruction, such as a style sheet."""
        raise _Refused(say(f"有处理指令 {target[:40]}", f"it has a processing instruction, {target[:40]}"))

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """Refuse what says that it is not UTF-8: another reader would see something else."""
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii"):
            raise _Refused(say("编码不是 UTF-8", "its encoding is not UTF-8"))

    def cdata(self) -> None:
        """Refuse CDATA, which no drawing needs."""
        raise _Refused(say("有 CDATA", "it has CDATA"))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Look at an element."""
        space, _, tag = name.rpartition(" ")
        self._count += 1
        if space != SVG or tag not in _ELEMENTS:
            raise _Refused(say(f"有不允许的元素 {tag[:40]}", f"it has an element that is not allowed, {tag[:40]}"))
        if (tag == "svg") == bool(self._open):
            raise _Refused(say("最外层须是唯一的 svg", "the outermost element must be the only svg"))
        if len(self._open) >= DEEPEST or self._count > MOST_ELEMENTS:
            raise _Refused(
                say("嵌套太深或元素太多", "its elements are nested too deeply, or there are too many of them")
            )
        self._open.append(tag)
        for attribute, value in attributes.items():
            _look_at(attribute, value)
        if tag == "svg":
            _look_at_frame(attributes.get("viewBox", ""))

    def end(self, _name: str) -> None:
        """Close an element."""
        self._open.pop()

    def words(self, words: str) -> None:
        """Refuse words outside titles and descriptions."""
        if words.strip() and (not self._open or self._open[-1] not in _TEXTS):
            raise _Refused(say("图形之间有文字", "there are words between its shapes"))


def _look_at(attribute: str, value: str) -> None:
    shown = attribute.rpartition(" ")[2][:40]
    if attribute not in _ATTRIBUTES:
        raise _Refused(say(f"有不允许的属性 {shown}", f"it has an attribute that is not allowed, {shown}"))
    if attribute == "style":
        for declaration in value.split(";"):
            name, colon, meant = (part.strip() for part in declaration.partition(":"))
            if name and (not colon or name not in _PAINT or not _harmless(meant)):
                raise _Refused(
                    say(f"style 里有不允许的 {name[:40]}", f"its style has {name[:40]}, which is not allowed")
                )
    elif not (_ID.match(value) if attribute == "id" else _harmless(value)):
        raise _Refused(say(f"属性 {shown} 的值不允许", f"the value of its attribute {shown} is not allowed"))


def _harmless(value: str) -> bool:
    """Tell whether a value holds but numbers, names, colours and references to the drawing's own parts."""
    rest = _REFERENCE.sub("", value)
    return bool(_PLAIN.match(rest)) and "url(" not in rest.lower()


def _look_at_frame(box: str) -> None:
    """Refuse a drawing whose frame is missing, boundless or a strip."""
    words = re.split(r"[\s,]+", box.strip())
    if len(words) == 4 and all(_NUMBER.match(word) for word in words):
        width, height = float(words[2]), float(words[3])
        sound = 1 <= width <= LONGEST_SIDE and 1 <= height <= LONGEST_SIDE
        if sound and 1 / STEEPEST <= width / height <= STEEPEST:
            return
    raise _Refused(
        say(
            f"viewBox 须是四个数，边长 1 到 {LONGEST_SIDE}，长短边之比不超过 {STEEPEST}",
            f"its viewBox must be four numbers, with sides from 1 to {LONGEST_SIDE}, one at most {STEEPEST} times the "
            "other",
        )
    )
