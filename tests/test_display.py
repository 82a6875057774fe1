from __future__ import annotations

import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator import display
from simulator.display import display_name

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen there")


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a path short enough for sockets."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def listening(folder: Path) -> Iterator[Path]:
    """A server's socket, at which it listens."""
    path = folder / "X7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        yield path


@pytest.fixture
def left_behind(folder: Path) -> Path:
    """The socket of a server that has gone."""
    path = folder / "X8"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
    return path


def test_no_variable_is_no_screen():
    assert display_name() == ""


def test_a_platform_that_was_chosen_by_name_is_taken_at_its_word(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display_name() == "offscreen"


def test_wayland_is_a_screen_where_its_server_answers(monkeypatch, listening, left_behind):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(listening.parent))
    for name, screen in ((listening.name, listening.name), (left_behind.name, ""), ("nothing", "")):
        monkeypatch.setenv("WAYLAND_DISPLAY", name)
        assert display_name() == screen


def test_wayland_may_name_its_socket_whole(monkeypatch, listening):
    monkeypatch.setenv("WAYLAND_DISPLAY", str(listening))
    assert display_name() == str(listening)


@pytest.mark.parametrize("name", [":7", ":7.0", "unix:7"])
def test_x_is_a_screen_where_its_server_answers(monkeypatch, listening, name):
    monkeypatch.setattr(display, "_X_SOCKETS", listening.parent)
    monkeypatch.setenv("DISPLAY", name)
    assert display_name() == name


@pytest.mark.parametrize("name", [":8", ":9", ":", "7", ":seven", "localhost", ":7;"])
def test_x_is_none_where_nobody_answers_or_the_name_is_none(monkeypatch, listening, left_behind, name):
    monkeypatch.setattr(display, "_X_SOCKETS", listening.parent)
    monkeypatch.setenv("DISPLAY", name)
    assert display_name() == ""


def test_x_on_another_machine_is_asked_at_its_port(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{number}.0")
        assert display_name() == f"127.0.0.1:{number}.0"
    assert display_name() == ""


def test_a_port_that_cannot_be_is_no_screen(monkeypatch):
    monkeypatch.setenv("DISPLAY", "localhost:99999")
    assert display_name() == ""


def test_where_wayland_does_not_answer_x_is_asked(monkeypatch, listening):
    monkeypatch.setattr(display, "_X_SOCKETS", listening.parent)
    monkeypatch.setenv("WAYLAND_DISPLAY", str(listening.with_name("gone")))
    monkeypatch.setenv("DISPLAY", ":7")
    assert display_name() == ":7"


def test_a_path_longer_than_an_address_may_be_is_no_screen(monkeypatch):
    monkeypatch.setenv("WAYLAND_DISPLAY", "/" + "x" * 300)
    assert display_name() == ""
