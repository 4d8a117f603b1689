"""Addresses in HTML and CSS -> the bytes they may have: named resources, and files beneath roots.

An address is `resource:NAME` for bytes given in memory, or `ROOT:path/to/file` for a file beneath
a root given by name. Every other address is refused, and each refusal is kept. Knows nothing of
the renderer.
"""

from __future__ import annotations

import errno
import mimetypes
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

_NAMED = "resource"
_LARGEST = 32 * 1024 * 1024
_MEDIA_TYPES = mimetypes.MimeTypes()
_FOLDER_FLAGS = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without O_NONBLOCK the mere opening of a named pipe would wait for ever.
_FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class RefusedError(Exception):
    """An address that may not be read; the text is the reason."""


@dataclass(frozen=True)
class Refusal:
    """An address that was asked for and refused."""

    url: str
    reason: str


@dataclass(frozen=True)
class Resource:
    """What an address stands for."""

    content: bytes
    media_type: str


@dataclass
class Resources:
    """All that the pages may use. `named` are bytes by name, `roots` folders by name."""

    named: Mapping[str, bytes] = field(default_factory=dict)
    roots: Mapping[str, Path] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def read(self, url: str) -> Resource:
        """Return what `url` stands for; raise RefusedError, and remember it, for anything else."""
        try:
            content, name = self._content(url)
        except RefusedError as refused:
            self.refusals.append(Refusal(shortened(url), str(refused)))
            raise
        media_type, _ = _MEDIA_TYPES.guess_type(name)
        return Resource(content, media_type or "application/octet-stream")

    def _content(self, url: str) -> tuple[bytes, str]:
        scheme, separator, rest = url.partition(":")
        if separator and scheme == _NAMED:
            name = unquote(rest)
            if name not in self.named:
                raise RefusedError("there is no such resource")
            return self.named[name], name
        if separator and scheme in self.roots:
            return _read_beneath(self.roots[scheme], _parts(rest)), rest
        raise RefusedError("only files of the dossier and the templates are served")


def shortened(url: str, length: int = 120) -> str:
    """Return `url` fit for a message: printable and not endless."""
    printable = "".join(c if c.isprintable() else "\ufffd" for c in url[: length + 1])
    return printable if len(printable) <= length else printable[: length - 1] + "…"


def _parts(path: str) -> list[str]:
    """Split a path, refusing all that could lead elsewhere."""
    try:
        decoded = unquote(path, errors="strict")
    except UnicodeDecodeError as error:
        raise RefusedError("the path is not text") from error
    parts = decoded.split("/")
    if "\0" in decoded or "\\" in decoded or any(part in ("", ".", "..") for part in parts):
        raise RefusedError("the path is not a plain path beneath its folder")
    return parts


def _read_beneath(root: Path, parts: list[str]) -> bytes:
    """Read a file beneath `root`, opening each component without following a link.

    A check of the resolved path before opening it loses a race against someone who puts a link in
    the path meanwhile; descriptors do not.
    """
    try:
        folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for part in parts[:-1]:
                deeper = os.open(part, _FOLDER_FLAGS, dir_fd=folder)
                os.close(folder)
                folder = deeper
            file = os.open(parts[-1], _FILE_FLAGS, dir_fd=folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise RefusedError(_reason(error)) from error
    found = os.fstat(file)
    if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST:
        with os.fdopen(file, "rb") as opened:
            return opened.read(_LARGEST)
    os.close(file)
    if stat.S_ISREG(found.st_mode):
        raise RefusedError(f"it is larger than {_LARGEST // 1024 // 1024} MB")
    raise RefusedError("it is not a file")


def _reason(error: OSError) -> str:
    if error.errno in (errno.ELOOP, errno.ENOTDIR):
        return "a link or a file stands in its path"
    if error.errno == errno.ENOENT:
        return "there is no such file"
    return os.strerror(error.errno or 0)
