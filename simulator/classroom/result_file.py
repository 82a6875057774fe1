"""The result file (.cpresult): a learner's finished attempts with the texts that they were played on, in one file.

One line says what it is, in which form, and the SHA-256 of what follows: UTF-8 JSON, compressed (zlib), about a third
as large. The digest finds files that were cut short or damaged on their way. It is no seal: whoever can write such a
file can write its digest, too. Whether its scores are right is found by playing every attempt again
(:mod:`simulator.classroom.intake`); that somebody else gave the answers, or gave better ones later, no file can tell.

Such a file comes from strangers. Everything in it has a limit, and a type that is checked, before it is used.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from simulator.domain.canonical import hash_of_text
from simulator.domain.scoring import Level
from simulator.errors import UserError
from simulator.i18n import Text, say
from simulator.library.fields import is_id
from simulator.records.attempts import Result
from simulator.records.cohorts import HandedAttempt, HandedTurn
from simulator.records.learners import tidy_name

SUFFIX = ".cpresult"
FORMAT = 1
LARGEST = 16 * 1024 * 1024  # bytes of a file
LARGEST_UNPACKED = 64 * 1024 * 1024  # bytes of its JSON
MOST_ATTEMPTS = 5_000
MOST_TEXTS = 500
MOST_TURNS = 1_000  # of one attempt
LONGEST_ANSWER = 4_000  # characters: all items of an inspection
LARGEST_NUMBER = 2**53 - 1  # what every JSON reader has exactly

_HEAD = re.compile(rb"counter-practice result ([0-9]{1,6}) ([0-9a-f]{64})\n")
_HEAD_ROOM = 100  # bytes
_HASH = re.compile(r"[0-9a-f]{64}")
_ANSWER = re.compile(r"[a-z0-9_+-]+")
_VERSION = re.compile(r"[!-~]{1,40}")
_YEARS = range(2000, 2200)


@dataclass(frozen=True)
class ResultFile:
    """What a result file holds: ``texts`` of scenarios and rulebooks are by their hash."""

    learner: str
    program: str  # the version of the program that wrote it
    attempts: tuple[HandedAttempt, ...]
    texts: Mapping[str, str]


class _Wrong(Exception):
    """What a file holds is not what it must be; says where."""


def write_result(file: ResultFile) -> bytes:
    """Give the bytes of a result file."""
    data = {
        "learner": file.learner,
        "program": file.program,
        "texts": dict(file.texts),
        "attempts": [_attempt_data(one) for one in file.attempts],
    }
    packed = zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
    return b"counter-practice result %d %s\n" % (FORMAT, hashlib.sha256(packed).hexdigest().encode()) + packed


def read_result(content: bytes) -> ResultFile:
    """Read the bytes of a result file, of which LARGEST + 1 are enough; raises UserError with why it is refused."""
    if len(content) > LARGEST:
        _refuse_as_too_large()
    head = _HEAD.match(content, 0, _HEAD_ROOM)
    if head is None:
        raise UserError(
            say(
                "这不是本程序存下的成绩文件，没有收。请学员在“进步”页重新存一份。",
                "This is no result file of this program and was not taken in. Ask for it to be saved anew from the "
                "progress page.",
            )
        )
    if int(head[1]) != FORMAT:
        raise UserError(
            say(
                f"这份成绩文件的格式是 {int(head[1])}，这个版本只认得 {FORMAT}，没有收。请两边换用同一版本的程序。",
                f"This result file has form {int(head[1])}; this version knows form {FORMAT} only, so it was not taken "
                "in. Use the same version of the program on both sides.",
            )
        )
    packed = content[head.end() :]
    if hashlib.sha256(packed).hexdigest().encode() != head[2]:
        raise UserError(
            say(
                "这份成绩文件不完整，或者路上损坏了，没有收。请学员重新拷贝一次。",
                "This result file was cut short or damaged on its way and was not taken in. Ask for it to be copied "
                "again.",
            )
        )
    try:
        return _file(_decoded(_unpacked(packed)))
    except _Wrong as wrong:
        raise UserError(
            say(
                f"这份成绩文件的内容不对（{wrong}），没有收。请学员用本程序重新存一份。",
                f"What this result file holds is not right ({wrong}), so it was not taken in. Ask for it to be saved "
                "anew with this program.",
            )
        ) from wrong


def _refuse_as_too_large() -> NoReturn:
    raise UserError(
        say(
            f"这份文件太大了（上限 {LARGEST // 2**20} MiB，展开后 {LARGEST_UNPACKED // 2**20} MiB），没有收。"
            "它多半不是本程序存下的；请学员重新存一份。",
            f"This file is too large (at most {LARGEST // 2**20} MiB, unpacked {LARGEST_UNPACKED // 2**20} MiB) and "
            "was not taken in. It is hardly one of this program; ask for it to be saved anew.",
        )
    )


def _unpacked(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(packed, LARGEST_UNPACKED + 1)
    except zlib.error as error:
        raise _Wrong("zlib") from error
    if len(content) > LARGEST_UNPACKED:
        _refuse_as_too_large()
    if not inflater.eof or inflater.unused_data:
        raise _Wrong("zlib")
    return content


def _decoded(content: bytes) -> object:
    def no_number(word: str) -> NoReturn:
        raise _Wrong(word[:20])

    try:
        return json.loads(content.decode(), parse_constant=no_number, parse_float=no_number)
    except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, a number of thousands of digits, or too deep
        raise _Wrong("JSON") from error


def _file(data: object) -> ResultFile:
    whole = _map(data, ("learner", "program", "texts", "attempts"), "file")
    learner = _name(whole["learner"])
    texts = _of(whole["texts"], dict, "texts")
    if len(texts) > MOST_TEXTS:
        raise _Wrong("texts")
    for text_hash, text in texts.items():
        if _hash_of(_of(text, str, "texts")) != text_hash:
            raise _Wrong("texts")
    attempts = tuple(_attempt(one, learner) for one in _list(whole["attempts"], MOST_ATTEMPTS, "attempts"))
    if not {named for one in attempts for named in (one.scenario_hash, one.rulebook_hash)} <= texts.keys():
        raise _Wrong("texts")
    return ResultFile(learner, _word(whole["program"], _VERSION, "program"), attempts, texts)


def _attempt(data: object, learner: str) -> HandedAttempt:
    keys = ("scenario", "scenario_hash", "rulebook_hash", "seed", "mode", "started", "finished", "result", "turns")
    one = _map(data, keys, "attempts")
    return HandedAttempt(
        learner=learner,
        scenario_id=_id(one["scenario"], "scenario"),
        scenario_hash=_word(one["scenario_hash"], _HASH, "scenario_hash"),
        rulebook_hash=_word(one["rulebook_hash"], _HASH, "rulebook_hash"),
        seed=_number(one["seed"], LARGEST_NUMBER, "seed"),
        mode=_id(one["mode"], "mode"),
        started=_moment(one["started"], "started"),
        finished=_moment(one["finished"], "finished"),
        result=_result(one["result"]),
        turns=tuple(_turn(turn) for turn in _list(one["turns"], MOST_TURNS, "turns")),
    )


def _attempt_data(one: HandedAttempt) -> dict[str, Any]:
    return {
        "scenario": one.scenario_id,
        "scenario_hash": one.scenario_hash,
        "rulebook_hash": one.rulebook_hash,
        "seed": one.seed,
        "mode": one.mode,
        "started": one.started.isoformat(timespec="milliseconds"),
        "finished": one.finished.isoformat(timespec="milliseconds"),
        "result": one.result._asdict(),
        "turns": [list(turn) for turn in one.turns],
    }


def _result(data: object) -> Result:
    one = _map(data, Result._fields, "result")
    level = _of(one["level"], str, "level")
    if level not in tuple(Level):
        raise _Wrong("level")
    return Result(
        ending=_id(one["ending"], "ending"),
        score=_number(one["score"], 100, "score"),
        level=Level(level),
        rating=_number(one["rating"], 5, "rating"),
        passed=_of(one["passed"], bool, "passed"),
    )


def _turn(data: object) -> HandedTurn:
    parts = _list(data, 3, "turns")
    if len(parts) != 3:
        raise _Wrong("turns")
    answer = _word(parts[1], _ANSWER, "turns")
    if len(answer) > LONGEST_ANSWER:
        raise _Wrong("turns")
    return HandedTurn(_id(parts[0], "turns"), answer, _number(parts[2], LARGEST_NUMBER, "turns"))


def _of(value: object, kind: type, place: str) -> Any:  # noqa: ANN401 - of the kind
    if type(value) is not kind:
        raise _Wrong(place)
    return value


def _map(value: object, keys: tuple[str, ...], place: str) -> dict[str, Any]:
    whole: dict[str, Any] = _of(value, dict, place)
    if whole.keys() != set(keys):
        raise _Wrong(place)
    return whole


def _list(value: object, most: int, place: str) -> list[Any]:
    whole: list[Any] = _of(value, list, place)
    if len(whole) > most:
        raise _Wrong(place)
    return whole


def _word(value: object, pattern: re.Pattern[str], place: str) -> str:
    word: str = _of(value, str, place)
    if not pattern.fullmatch(word):
        raise _Wrong(place)
    return word


def _id(value: object, place: str) -> str:
    word: str = _of(value, str, place)
    if not is_id(word):
        raise _Wrong(place)
    return word


def _number(value: object, most: int, place: str) -> int:
    number: int = _of(value, int, place)
    if not 0 <= number <= most:
        raise _Wrong(place)
    return number


def _name(value: object) -> str:
    name: str = _of(value, str, "learner")
    try:
        tidy = tidy_name(name)
    except UserError as error:
        raise _Wrong("learner") from error
    if tidy != name:
        raise _Wrong("learner")
    return name


def _moment(value: object, place: str) -> datetime:
    words: str = _of(value, str, place)
    try:
        moment = datetime.fromisoformat(words)
        if moment.tzinfo is None or moment.year not in _YEARS:
            raise _Wrong(place)
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _Wrong(place) from error


def _hash_of(text: str) -> str:
    try:
        return hash_of_text(text)
    except UnicodeEncodeError as error:  # half a character
        raise _Wrong("texts") from error


def named_file(learner: str) -> Text:
    """Give the name that a learner's result file has unless another is chosen."""
    return say(f"{learner} 的成绩{SUFFIX}", f"Results of {learner}{SUFFIX}")
