"""Delivery to a learning record store that others wrote: Ralph, installed for the occasion.

Ralph is lenient (it takes any verb, and needs no version header), so what a statement must be is checked elsewhere;
here it is shown that what was practised arrives whole and once.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from simulator.classroom.xapi.statements import Manner
from simulator.classroom.xapi.telling import Telling
from simulator.library.catalogue import Catalogue
from simulator.program import version
from simulator.records.database import open_database
from simulator.records.identities import Selection, selected
from simulator.records.learners import Learners
from simulator.records.outbox import Outbox
from tests.conftest import PROJECT
from tests.end_to_end.test_delivery_kill import send
from tests.practised import Practised

RALPH = Path(__file__).parent / "ralph"
USER, KEY = "hall", "a-key-of-no-value"

pytestmark = [
    pytest.mark.skipif(
        "TEST_LRS" not in os.environ, reason="make test-lrs installs the store Ralph and delivers to it"
    ),
    pytest.mark.timeout(900),
]


@pytest.fixture(scope="module")
def python(tmp_path_factory) -> Path:
    """The interpreter of an environment with Ralph in it."""
    home = tmp_path_factory.mktemp("ralph-environment")
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "-r", RALPH / "requirements.txt"], check=True)
    return python


@pytest.fixture
def ralph(python, tmp_path) -> Iterator[str]:
    """The address of a store that runs."""
    home = tmp_path / "ralph"
    (home / "statements").mkdir(parents=True)
    environment = os.environ | {
        "RALPH_APP_DIR": str(home),
        "RALPH_AUTH_FILE": str(home / "auth.json"),
        "RALPH_RUNSERVER_BACKEND": "fs",
        "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(home / "statements"),
    }
    account = ["-u", USER, "-p", KEY, "-s", "all", "-M", "mailto:hall@example.org", "-N", "hall"]
    subprocess.run([python, "-m", "ralph", "auth", *account, "-w"], env=environment, cwd=home, check=True)
    server = subprocess.Popen(
        [python, RALPH / "serve.py"], env=environment, cwd=home, stdout=subprocess.PIPE, encoding="utf-8"
    )
    yield f"http://127.0.0.1:{int(server.stdout.readline())}/xAPI"
    server.terminate()
    server.wait(30)
    server.stdout.close()


@pytest.fixture
def practised(tmp_path, clock):
    """A record with forty attempts of two learners at the scenarios of the library, and all that they make."""
    catalogue = Catalogue([PROJECT / "scenarios"], PROJECT / "scenarios" / "rulebook.yaml", tmp_path / "cache")
    cards = [card for card in catalogue.cards() if not card.broken]
    with closing(open_database(tmp_path / "record.db", tmp_path / "backups", clock)) as database:
        Outbox(database).want(wanted=True)
        practised = Practised(catalogue)
        for name in ("王芳", "李强"):
            chosen = [cards[number % len(cards)] for number in range(20)]
            practised.record(database, Learners(database).add(name), chosen, lambda number: number / 20)
        manner, courses = Manner("en", version()), catalogue.courses().courses
        tell = Telling(database, courses, manner)
        yield [tell(id) for id in selected(database, Selection())]


def test_what_was_practised_arrives_whole_and_once(ralph, practised, tmp_path):
    configure(tmp_path, ralph, KEY)
    send_and_be_killed(tmp_path)
    for _ in range(2):
        done = send(tmp_path)
        told, _ = done.communicate(timeout=120)
        assert done.returncode == 0, told

    sent = {one["id"]: one for attempt in practised for one in attempt}
    kept = {one["id"]: one for attempt in practised for one in read_back(ralph, attempt[0]["context"]["registration"])}
    assert {id: without_marks(one) for id, one in kept.items()} == sent
    (file,) = (tmp_path / "ralph" / "statements").iterdir()
    assert file.read_bytes().count(b"\n") == len(sent)


def test_with_a_wrong_key_it_stops_and_nothing_is_lost(ralph, practised, tmp_path):
    configure(tmp_path, ralph, "another")
    done = send(tmp_path)
    told, _ = done.communicate(timeout=120)
    assert done.returncode == 1
    assert f"{sum(map(len, practised))} statements wait and none is lost" in told
    assert "another" not in told


def send_and_be_killed(home: Path) -> None:
    """Begin to deliver, and be killed when something has arrived and most has not."""
    process = send(home)
    while not any(path.stat().st_size for path in (home / "ralph" / "statements").iterdir()):
        assert process.poll() is None
    process.kill()
    process.communicate(timeout=30)


def configure(home: Path, address: str, key: str) -> None:
    (home / "learning-record-store.json").write_text(
        json.dumps({"address": address, "user": USER, "key": key}), "utf-8"
    )


def read_back(address: str, registration: str) -> list[dict]:
    token = base64.b64encode(f"{USER}:{KEY}".encode()).decode()
    headers = {"Authorization": f"Basic {token}", "X-Experience-API-Version": "1.0.3"}
    with urlopen(Request(f"{address}/statements?registration={registration}&limit=100", headers=headers)) as answer:  # noqa: S310
        return json.loads(answer.read())["statements"]


def without_marks(statement: dict) -> dict:
    """Give a statement without what a store adds to it."""
    return {key: value for key, value in statement.items() if key not in ("stored", "authority", "version")}
