"""Processes that read documents, kept ready: each document is read in a child of its own.

A reader loads the libraries once and parses nothing itself: for each document it forks a child that
binds itself, parses and ends. A thousand saved pages cost a thousand forks, not a thousand starts.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

SECONDS = 10  # of processor time; of the clock twice as much, where other work goes on
_ROOT = Path(__file__).resolve().parent.parent.parent
_COMMAND = (sys.executable, "-P", "-m", "report.documents.parser_process")
ENVIRONMENT = {"PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}
_BROKEN = 1

_idle: list[subprocess.Popen[bytes]] = []
_lock = threading.Lock()


def ask_reader(data: bytes, argument: str) -> tuple[int, bytes]:
    """Return how the child that read the document ended, and what it answered.

    The code is that of its exit, negative for the signal that ended it.
    """
    for _ in range(2):  # a reader that somebody ended is replaced once
        with _lock:
            reader = _idle.pop() if _idle else _started()
        try:
            found = _asked(reader, data, argument)
        except (OSError, ValueError):
            _end(reader)
            continue
        with _lock:
            _idle.append(reader)
        return found
    return _BROKEN, b""


def _asked(reader: subprocess.Popen[bytes], data: bytes, argument: str) -> tuple[int, bytes]:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(f"{argument}\t{len(data)}\n".encode())
    reader.stdin.write(data)
    reader.stdin.flush()
    code, length = map(int, reader.stdout.readline().split())
    answer = reader.stdout.read(length)
    if len(answer) != length:
        raise ValueError("the reader ended")
    return code, answer


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own interpreter and module
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd=os.sep,
    )


def _end(reader: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        reader.kill()
    for stream in (reader.stdin, reader.stdout):
        with suppress(OSError):
            if stream is not None:
                stream.close()
    reader.wait()


@atexit.register
def end_readers() -> None:
    """End all that are ready; those that read end with what asked them."""
    while _idle:
        _end(_idle.pop())
