"""Sound files: whether one is whole, how long it lasts, and a silent one."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

SAMPLES = 22050  # a second
_HEADER = 44  # bytes
_USUAL_BYTES = 2 * SAMPLES  # a second


def seconds_of(path: Path) -> float | None:
    """Tell about how long a WAV file (or AIFF, which macOS makes) lasts; None where it is not there or not whole."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return None
    if len(header) < _HEADER or size == _HEADER:
        return None
    if header[:4] == b"RIFF" and header[8:12] == b"WAVE":
        (told,), (a_second,) = struct.unpack_from("<I", header, 4), struct.unpack_from("<I", header, 28)
    elif header[:4] == b"FORM" and header[8:11] == b"AIF":
        (told,), a_second = struct.unpack_from(">I", header, 4), _USUAL_BYTES
    else:
        return None
    # An odd last chunk is filled up by a byte that not every writer counts.
    return (size - _HEADER) / (a_second or _USUAL_BYTES) if told + 8 in (size, size - 1) else None


def write_silence(path: Path, seconds: float) -> None:
    """Write a WAV file in which nothing is heard."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLES)
        file.writeframes(bytes(2 * round(SAMPLES * seconds)))
