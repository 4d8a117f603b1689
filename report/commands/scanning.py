"""Finished files → problems for what they name and must not, and for what nobody can read.

Files of others are searched in a process of its own with limits of time and memory: the names
reach it by its birth and stand in no argument and no file.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection

from report.model.place import Place
from report.model.problem import Problems
from report.press.finished_pdf import read_pdf
from report.protection.guard import Guard
from report.protection.pieces import Reader, Unread
from report.protection.scan import Finder, Scan, Scanned

READERS: Mapping[bytes, Reader] = {b"%PDF-": read_pdf}
SECONDS = 120
MEMORY = 4 * 1024 * 1024 * 1024
_BROKEN = Scanned(unread=(Unread("whole file (its reader fails on it, or takes too much)"),))


def scan_file(finder: Finder, name: str, data: bytes) -> Scanned:
    """Search a file that was made here."""
    return Scan(finder, READERS).file(name, data)


def scan_confined(finder: Finder, name: str, data: bytes) -> Scanned:
    """Search a file from anywhere, in a process that can do no harm to this one."""
    if not hasattr(os, "fork"):
        return scan_file(finder, name, data)
    finder.named_in(name)  # gets ready before the fork, once for all files
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)
    process = fork.Process(target=_searched, args=(there, finder, name, data), daemon=True)
    process.start()
    there.close()
    try:
        answer = here.recv() if here.poll(2 * SECONDS) else _BROKEN
    except (EOFError, OSError):
        answer = _BROKEN
    finally:
        process.kill()
        process.join()
        here.close()
    return answer if isinstance(answer, Scanned) else _BROKEN


def _searched(there: Connection, finder: Finder, name: str, data: bytes) -> None:
    import resource

    limits = {
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        with suppress(ValueError, OSError):  # a system without this limit has the others
            resource.setrlimit(what, (most, most))
    try:
        scanned = scan_file(finder, name, data)
    except Exception:
        scanned = _BROKEN
    there.send(scanned)


def tell_scanned(
    scanned: Scanned, path: str, guard: Guard, problems: Problems, code: str = "leak"
) -> None:
    """Add `code`, `scan-unread` and `scan-pixels` for a file; `path` is what it is called."""
    shown = guard.cleared(path)
    place = Place(shown)
    for leak in scanned.leaks:
        persons = ", ".join(leak.named)
        problems.add(code, place, path=shown, kind=leak.kind, persons=persons)
    for one in scanned.unread:
        unread = "scan-unread" if one.hides_text else "scan-pixels"
        problems.add(unread, place, path=shown, kind=one.kind)


def tell_shown(
    scanned: Scanned, path: str, problems: Problems, code: str = "confidential-shown"
) -> None:
    """Add `code` for each place of a file that shows a confidential document."""
    for leak in scanned.leaks:
        shown = ", ".join(leak.named)
        problems.add(code, Place(path), path=path, kind=leak.kind, shown=shown)
