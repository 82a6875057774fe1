"""Runs the learning record store Ralph on this machine, until it is ended; prints its port when it listens.

Run by test_ralph.py with the interpreter of Ralph's own environment. Ralph's ``runserver`` reloads itself whenever a
file of the working folder changes, and its file backend as it comes makes a new file for every request, so all after
the first fail: therefore it is started here, with that backend told to append.
"""

from __future__ import annotations

import socket

import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

from ralph.api import app  # noqa: E402 - it makes its backend when it is imported

listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([listening])
