"""A file that the command line names, from anywhere on the disk → its bytes, within bounds."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from report.dossier.folder import MEBIBYTE
from report.model.place import Place
from report.model.problem import Stop, problem


def read_given_file(path: Path, limit: int) -> bytes:
    """Return the bytes of a file; Stop(2): file-missing, file-unreadable, file-too-large."""
    place = Place(str(path))
    try:
        # Without waiting: a pipe or a device of that name must not hold the program.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise Stop(2, problem("file-unreadable", place, path=path, why="it is no file"))
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise Stop(2, problem("file-missing", place, path=path)) from None
    except OSError as error:
        why = os.strerror(error.errno or 0)
        raise Stop(2, problem("file-unreadable", place, path=path, why=why)) from None
    if len(data) > limit:
        told = f"{limit / MEBIBYTE:g}"
        raise Stop(2, problem("file-too-large", place, path=path, limit=told))
    return data
