"""Puts what is finished on the disk: a build all or none of it, a file whole or not at all.

The outputs of a build are written into a folder beside the target, synced, and the two folders are
exchanged in one step: an interruption at any point leaves the previous build whole.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from report.commands.guarding import refuse_leaks
from report.dossier.writing import replace_file
from report.model.place import Place
from report.model.problem import Stop, problem

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_AT_FDCWD = -100


@contextmanager
def one_writer(build: Path, name: str) -> Iterator[None]:
    """Keep a second build of the same dossier out; the lock of a dead process is no lock."""
    import fcntl  # late: not every system that checks has it

    with _told(build):
        build.mkdir(parents=True, exist_ok=True)
        lock = os.open(build / f".{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise Stop(4, problem("build-running", Place(str(build)))) from None
    try:
        yield
    finally:
        os.close(lock)


def publish(
    build: Path, name: str, files: Mapping[str, bytes], *, keep_others: bool = True
) -> None:
    """Make `build/name` hold `files`, and of its earlier files those that are not replaced.

    Without `keep_others` it holds nothing else.

    Stop(1) where one of them names or shows what it must not, see `refuse_leaks`; with exit code
    4: `no-permission`, `disk-full`, `cannot-write`.
    """
    refuse_leaks(files)
    target, staging = build / name, build / f".{name}.new"
    with _told(target):
        _sweep(staging)
        staging.mkdir()
        try:
            if keep_others:
                others = {one.name: one.read_bytes() for one in _others(target, files)}
                refuse_leaks(others, earlier=True)
                _keep_others(target, staging, files)
            for path, data in files.items():
                _write(staging / path, data)
            _sync_folder(staging)
            _swap(staging, target)
            _sync_folder(build)
        finally:
            with suppress(OSError):  # the next build sweeps again
                _sweep(staging)


def hand_out(path: Path, data: bytes, *, own: bool = False) -> None:
    """Write a file that others may see; Stop(1) where it names what it must not.

    `own`: it stays in the dossier, see `refuse_leaks`.
    """
    refuse_leaks({path.name: data}, own=own)
    write_file(path, data)


def write_file(path: Path, data: bytes) -> None:
    """Write one file of the dossier itself; Stop(4) as for a build."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = {
            errno.ENOSPC: "disk-full",
            errno.EDQUOT: "disk-full",
            errno.EACCES: "no-permission",
            errno.EPERM: "no-permission",
            errno.EROFS: "no-permission",
        }.get(error.errno or 0, "cannot-write")
        why = os.strerror(error.errno or 0)
        raise Stop(4, problem(code, Place(str(path)), path=path, why=why)) from None


def _others(target: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Return the earlier files of a build that the new ones do not replace."""
    there = sorted(target.iterdir()) if target.is_dir() else []
    plain = (one for one in there if one.is_file() and not one.is_symlink())
    return [one for one in plain if one.name not in files]


def _keep_others(target: Path, staging: Path, files: Mapping[str, bytes]) -> None:
    for entry in _others(target, files):
        try:
            os.link(entry, staging / entry.name)
        except OSError:  # a file system without hard links
            shutil.copy2(entry, staging / entry.name)


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what an interrupted build left."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)


def _swap(staging: Path, target: Path) -> None:
    if not target.exists():
        staging.rename(target)
    elif not _exchange(staging, target):
        previous = target.with_name(f".{target.name}.old")
        _sweep(previous)
        target.rename(previous)
        staging.rename(target)
        _sweep(previous)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can."""
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return libc.renamex_np(bytes(one), bytes(other), _EXCHANGE) == 0
    if hasattr(libc, "renameat2"):
        done = libc.renameat2(_AT_FDCWD, bytes(one), _AT_FDCWD, bytes(other), _EXCHANGE)
        return int(done) == 0
    return False
