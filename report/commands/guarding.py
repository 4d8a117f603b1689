"""The guard of a run: opened before a command begins, in force over all that it says and writes.

What a command prints passes the guard word for word; what it writes is refused where it holds a
name, and what leaves the dossier also where it shows a confidential document. A command cannot
forget either: both stand at the only places through which it speaks.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from report.model.problem import Problems, Severity, Stop
from report.protection.guard import Guard
from report.protection.opening import NOTHING_OPENED, Opened, open_guard

if TYPE_CHECKING:
    from report.protection.traces import Traces


@dataclass
class _Run:
    """What guards a run: the lists that were opened, and what would show what is confidential."""

    opened: Opened
    traces: Traces | None = None


_runs: list[_Run] = [_Run(NOTHING_OPENED)]


def opened() -> Opened:
    """Return what guards the run that goes on."""
    return _runs[-1].opened


def guard() -> Guard:
    """Return the guard of the run that goes on; it lets all pass where no list is there."""
    return _runs[-1].opened.guard


def watch_for(traces: Traces) -> None:
    """From now on refuse files that show a confidential document of the dossier that was read."""
    _runs[-1].traces = traces


@contextmanager
def guarded(options: argparse.Namespace) -> Iterator[None]:
    """Hold the guard over a command, its output, and the problems that end it."""
    found = open_guard(
        getattr(options, "dossier", None),
        getattr(options, "protected", None),
        getattr(options, "identity", None),
        os.environ,
    )
    if not found.guard:
        _runs.append(_Run(found))
        try:
            yield
        finally:
            _runs.pop()
        return
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (_Cleared(stream, found.guard) for stream in streams)
    _runs.append(_Run(found))
    try:
        yield
        sys.stdout.flush()
    except Stop as stop:
        raise Stop(stop.exit_code, *found.guard.cleared_problems(stop.problems)) from None
    except OSError as error:
        if error.filename:
            error.filename = found.guard.cleared(str(error.filename))
        raise
    finally:
        _runs.pop()
        sys.stdout, sys.stderr = streams


class _Cleared(io.TextIOBase):
    """A stream on which no name can be written."""

    def __init__(self, stream: TextIO, guard: Guard) -> None:
        self._stream, self._guard = stream, guard
        self.buffer = _ClearedBytes(stream, guard)

    def write(self, text: str) -> int:
        """Write what is clear of names."""
        self._stream.write(self._guard.cleared(text))
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return self._stream.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of the stream below."""
        return self._stream.encoding

    def writable(self) -> bool:
        """Always."""
        return True


class _ClearedBytes(io.RawIOBase):
    """The bytes of a stream: a file that is printed there and holds a name is refused."""

    def __init__(self, stream: TextIO, guard: Guard) -> None:
        self._stream, self._guard = stream, guard

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Write a whole file, or none of it."""
        refuse_leaks({"-": bytes(data)})
        self._stream.flush()
        self._stream.buffer.write(bytes(data))
        return len(data)


def refuse_leaks(files: Mapping[str, bytes], *, earlier: bool = False, own: bool = False) -> None:
    """Stop(1) where a file that is to be written names what it must not, or hides text.

    `earlier`: it was made before and lies where new files go. `own`: it stays in the dossier, where
    words of confidential documents may stand. Codes: `leak`, `leak-earlier`, `scan-unread`,
    `confidential-shown`, `confidential-earlier`.
    """
    traces = None if own else _runs[-1].traces
    if not guard() and not traces:
        return
    from report.commands.scanning import scan_file, tell_scanned, tell_shown  # late: reads PDF

    problems = Problems()
    for name, data in files.items():
        if guard():
            code = "leak-earlier" if earlier else "leak"
            tell_scanned(scan_file(guard(), name, data), name, guard(), problems, code)
        if traces:
            code = "confidential-earlier" if earlier else "confidential-shown"
            tell_shown(scan_file(traces, name, data), guard().cleared(name), problems, code)
    if problems.errors:
        raise Stop(1, *(one for one in problems if one.severity is Severity.ERROR))
