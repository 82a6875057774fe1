"""Work beside the window's thread: in order, answered on the window's thread, and never left undone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from simulator.gui.background import Background


@pytest.fixture
def background(qapp: QCoreApplication) -> Iterator[Background]:
    background = Background("test")
    yield background
    background.finish()


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, result: object) -> None:
        self.heard.append(result)


def test_work_is_done_elsewhere_and_answered_here(background: Background, qtbot: QtBot):
    threads = []

    background.run(threading.get_ident, lambda worker: threads.extend((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: len(threads) == 2)

    assert threads[0] != threads[1] == threading.get_ident()


def test_jobs_are_done_one_after_another(background: Background, qtbot: QtBot):
    done: list[int] = []
    answered: list[int] = []

    for number in range(50):
        background.run(partial(done.append, number), lambda _, number=number: answered.append(number))
    qtbot.waitUntil(lambda: len(answered) == 50)

    assert done == answered == list(range(50))


def test_a_failure_reaches_whoever_asked_to_be_told(background: Background, qtbot: QtBot):
    failures: list[Exception] = []

    with qtbot.assertNotEmitted(background.unhandled):
        background.run(lambda: 1 / 0, failures.append, failures.append)
        qtbot.waitUntil(lambda: bool(failures))

    assert [type(error) for error in failures] == [ZeroDivisionError]


def test_a_failure_that_nobody_waits_for_is_not_lost(background: Background, qtbot: QtBot):
    with qtbot.waitSignal(background.unhandled) as told:
        background.run(lambda: 1 / 0)

    assert isinstance(told.args[0], ZeroDivisionError)


def test_what_was_asked_for_is_done_before_the_end(background: Background):
    done: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def first() -> None:
        begun.set()
        go_on.wait(10)

    background.run(first)
    begun.wait(10)
    for number in range(20):
        background.run(partial(done.append, number))
    go_on.set()
    background.finish()

    assert done == list(range(20))


def test_finishing_at_once_loses_nothing(qapp: QCoreApplication):
    done: list[int] = []
    for number in range(200):
        background = Background("short")
        background.run(partial(done.append, number))
        background.finish()

    assert done == list(range(200))


def test_finishing_is_an_end_for_whoever_asks_late(background: Background, qtbot: QtBot):
    done: list[str] = []

    background.run(lambda: done.append("asked in time"), lambda _: background.run(lambda: done.append("too late")))
    background.finish()
    background.run(lambda: done.append("too late"))
    QCoreApplication.processEvents()

    assert done == ["asked in time"]
    assert not background._thread.isRunning()


def test_nobody_is_called_who_has_gone(background: Background, qtbot: QtBot):
    listener, stays = Listener(), Listener()
    go_on = threading.Event()

    background.run(lambda: go_on.wait(10), partial(partial(listener.hear)))
    background.run(lambda: 1 / 0, None, listener.hear)
    background.run(lambda: "result", stays.hear)
    listener.deleteLater()
    QCoreApplication.sendPostedEvents(listener, QEvent.Type.DeferredDelete)
    go_on.set()
    qtbot.waitUntil(lambda: stays.heard == ["result"])

    assert listener.heard == []


def test_nothing_is_kept_of_a_job_that_was_done(background: Background, qtbot: QtBot):
    class Work:
        def __call__(self) -> str:
            return "done"

    work, listener = Work(), Listener()
    seen = weakref.ref(work)

    background.run(work, listener.hear)
    del work
    qtbot.waitUntil(lambda: listener.heard == ["done"])
    background.finish()
    gc.collect()

    assert seen() is None
    assert background._waiting == {}


def test_one_may_wait_a_while_and_then_the_answer_is_the_next_thing_to_come(background: Background):
    answered: list[int] = []
    held = threading.Event()

    background.run(held.wait)
    background.run(lambda: 7, answered.append)
    assert not background.wait(0.01)
    held.set()
    assert background.wait(20)
    assert answered == []
    QCoreApplication.sendPostedEvents(background)
    assert answered == [7]
