"""Where the organisation's learning record store is, as an administrator wrote it into a small file.

The file is ``learning-record-store.json`` in the folder of the person's data. Where there is none, nothing is sent.
"""

from __future__ import annotations

import ipaddress
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from simulator.classroom.xapi.statements import Manner
from simulator.classroom.xapi.vocabulary import OWN_BASE, Own
from simulator.errors import UserError
from simulator.i18n import Text, say

LARGEST = 64 * 1024  # bytes of the file

_KEYS: dict[str, type] = {
    "address": str,
    "user": str,
    "key": str,
    "home_page": str,
    "base": str,
    "real_names": bool,
    "allow_http": bool,
}


@dataclass(frozen=True)
class Store:
    """A store and how it is spoken to; its key is in no text that is made of it."""

    address: str  # with a slash at its end: statements go to "statements" below it
    user: str
    key: str = field(repr=False)
    home_page: str = ""
    base: str = OWN_BASE
    real_names: bool = False

    @property
    def host(self) -> str:
        """The machine on which it is, as a person is told."""
        return urlsplit(self.address).netloc

    @property
    def on_this_machine(self) -> bool:
        """Whether it is on the PC itself."""
        return _is_loopback(urlsplit(self.address).hostname or "")


def read_store(path: Path) -> Store | None:
    """Read where the store is, None where there is no such file.

    Raises UserError where the file says nothing that could be used safely: such as an address that is not https
    although the store is on another machine and ``allow_http`` is not true.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _wrong(path, say(f"打不开（{reason}）", f"it cannot be opened ({reason})")) from error
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        # Without its cause: that would carry the file's text, with the key, to wherever it is reported.
        raise _wrong(path, say("不是 JSON", "it is not JSON")) from None
    return _store_of(data, path)


def manner_at(path: Path, language: str, version: str, *, real_names: bool = False) -> Manner:
    """Give how statements speak on this PC, as the file says or, where there is none, as they do by themselves.

    ``real_names`` names learners whatever the file says. Raises UserError as :func:`read_store` does.
    """
    store = read_store(path)
    if store is None:
        return Manner(language, version, real_names=real_names)
    return Manner(language, version, store.home_page, real_names or store.real_names, Own(store.base))


def _store_of(data: Any, path: Path) -> Store:  # noqa: ANN401 - whatever the file holds
    if not isinstance(data, dict):
        raise _wrong(path, say("应是一个 JSON 对象", "it should be a JSON object"))
    for key, value in data.items():
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise _wrong(path, say("有一项不认识，可写的有：" + known, "it has an unknown key; known are: " + known))
        if type(value) is not _KEYS[key]:
            kind = say("true 或 false", "true or false") if _KEYS[key] is bool else say("文字", "a text")
            raise _wrong(path, say(f"{key} 应是{kind.to('zh')}", f"{key} should be {kind.to('en')}"))
    for key in ("address", "user", "key"):
        if not data.get(key):
            raise _wrong(path, say(f"缺少 {key}", f"{key} is missing"))
    if not all(character.isprintable() for word in data.values() if isinstance(word, str) for character in word):
        raise _wrong(path, say("有看不见的控制字符", "it has invisible control characters"))
    if ":" in data["user"]:
        raise _wrong(path, say("user 里不能有冒号", "user cannot have a colon in it"))
    _refuse_unsafe(data["address"], path, allow_http=data.get("allow_http", False))
    for key in ("base", "home_page"):
        if data.get(key) and not urlsplit(data[key]).scheme:
            raise _wrong(path, say(f"{key} 应是完整的网址", f"{key} should be a whole IRI, such as https://…"))
    return Store(
        address=data["address"].rstrip("/") + "/",
        user=data["user"],
        key=data["key"],
        home_page=data.get("home_page", ""),
        base=data.get("base") or OWN_BASE,
        real_names=data.get("real_names", False),
    )


def _refuse_unsafe(address: str, path: Path, *, allow_http: bool) -> None:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
        (host or "").encode("idna")  # as the network will, which takes no empty or endless labels
    except ValueError:
        host = None
    if host is None or parts.scheme not in ("http", "https") or not address.isascii():
        raise _wrong(path, say("address 不是网址", "address is no web address"))
    if parts.username or parts.password or parts.query or parts.fragment or " " in address:
        raise _wrong(
            path,
            say(
                "address 里只能有主机和路径，用户和密钥写在 user、key 里",
                "address may have a host and a path only; user and key have places of their own",
            ),
        )
    if parts.scheme == "http" and not _is_loopback(host) and not allow_http:
        raise _wrong(
            path,
            say(
                "address 不是 https，密钥会明着传出去；确实要这样，就写上 allow_http: true",
                "address is not https, so the key would travel in the open; where that is meant, write allow_http: "
                "true",
            ),
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _wrong(path: Path, what: Text) -> UserError:
    return UserError(
        say(
            f"学习记录库的设置 {path} 用不了：{what.to('zh')}。练习不受影响，也什么都没有发送；请管理员改好这个文件。",
            f"The settings of the learning record store, {path}, cannot be used: {what.to('en')}. Practice is not "
            "affected and nothing was sent; an administrator should mend that file.",
        )
    )
