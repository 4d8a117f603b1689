"""Files of a folder, and of nothing outside it: every path is opened part by part without links.

A folder on disk and a folder in memory answer alike, so a test states its files in a line.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Protocol

from report.model.place import Place
from report.model.problem import Problem, Problems, problem

MEBIBYTE = 1024 * 1024


class Unreadable(Exception):  # noqa: N818  it carries a problem, it is not one
    """A file cannot be had; `problem` says why and how to mend it."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


class Folder(Protocol):
    """What a dossier's files are read from."""

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file; Unreadable if it is absent, a link, or over `limit` bytes."""
        ...

    def names(self, path: str = "") -> list[str]:
        """Return the sorted names of the files in a folder within; empty if there is none.

        Unreadable if it is a link, a file, or may not be opened.
        """
        ...


def read_optional(folder: Folder, path: str, limit: int, problems: Problems) -> bytes | None:
    """Return the bytes of a file that a dossier may lack; None, told, where it cannot be read."""
    try:
        return folder.read(path, limit)
    except Unreadable as unreadable:
        if unreadable.problem.code != "file-missing":
            problems.extend([unreadable.problem])
        return None


def _parts(path: str) -> tuple[str, ...]:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\x00" in path or "\\" in path:
        raise Unreadable(problem("path-outside", Place(path), path=path))
    return pure.parts


class DiskFolder:
    """A folder on disk. Links inside it are refused, wherever they point."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of the file at `path`, relative to the folder."""
        parts = _parts(path)
        with _Opened(self.root, parts[:-1], path) as folder:
            return _read_file(folder, parts[-1], path, limit)

    def names(self, path: str = "") -> list[str]:
        """Return the names of the regular files and links in the folder `path`."""
        try:
            with _Opened(self.root, _parts(path), path) as folder, os.scandir(folder) as entries:
                return sorted(e.name for e in entries if not e.is_dir(follow_symlinks=False))
        except Unreadable as unreadable:
            if unreadable.problem.code == "file-missing":
                return []
            raise


class _Opened:
    """The descriptor of a folder beneath the root, each part opened without following links."""

    def __init__(self, root: Path, parts: tuple[str, ...], path: str) -> None:
        self._parts, self._path = parts, path
        self._descriptor = _open(str(root), os.O_RDONLY | os.O_DIRECTORY, None, path)

    def __enter__(self) -> int:
        try:
            for part in self._parts:
                flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
                inner = _open(part, flags, self._descriptor, self._path)
                os.close(self._descriptor)
                self._descriptor = inner
        except Unreadable:
            os.close(self._descriptor)
            raise
        return self._descriptor

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)


def _open(name: str, flags: int, folder: int | None, path: str) -> int:
    try:
        return os.open(name, flags | os.O_CLOEXEC, dir_fd=folder)
    except OSError as error:
        raise Unreadable(_why(error, path)) from None


def _why(error: OSError, path: str) -> Problem:
    shown = path or "."
    if error.errno in (errno.ENOENT, errno.ENAMETOOLONG):
        return problem("file-missing", Place(shown), path=shown)
    if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.EMLINK):
        return problem("link-refused", Place(shown), path=shown)
    return problem("file-unreadable", Place(shown), path=shown, why=os.strerror(error.errno or 0))


def _read_file(folder: int, name: str, path: str, limit: int) -> bytes:
    # O_NONBLOCK: opening a named pipe must not wait for a writer.
    descriptor = _open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, folder, path)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable(problem("not-a-file", Place(path), path=path))
    with os.fdopen(descriptor, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise Unreadable(_why(error, path)) from None
    return _bounded(data, path, limit)


def _bounded(data: bytes, path: str, limit: int) -> bytes:
    if len(data) > limit:
        megabytes = limit / MEBIBYTE
        raise Unreadable(problem("file-too-large", Place(path), path=path, limit=f"{megabytes:g}"))
    return data


class MemoryFolder:
    """A folder in memory, for tests and for what was unpacked."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self.files = {p: f.encode() if isinstance(f, str) else f for p, f in files.items()}

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of the file at `path`."""
        name = "/".join(_parts(path))
        if name not in self.files:
            raise Unreadable(problem("file-missing", Place(path), path=path))
        return _bounded(self.files[name], path, limit)

    def names(self, path: str = "") -> list[str]:
        """Return the names of the files in the folder `path`."""
        prefix = f"{path.rstrip('/')}/" if path else ""
        inner = (p[len(prefix) :] for p in self.files if p.startswith(prefix))
        return sorted(name for name in inner if "/" not in name)
