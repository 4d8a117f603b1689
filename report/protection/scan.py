"""A finished file → the places in it that name what they must not, and those that nobody can read.

Every kind of file is read by its first bytes, whatever its name says, and files inside it are read
like it. A place is told by its kind; a protected name is never part of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from report.protection.archives import read_gzip, read_packed, read_zip
from report.protection.fonts import MARKS, read_font
from report.protection.markup import is_markup, read_markup
from report.protection.pictures import is_picture, read_picture
from report.protection.pieces import (
    SEPARATOR,
    Member,
    Piece,
    Reader,
    Unread,
    read_bytes,
    read_text,
    text_of,
)


class Finder(Protocol):
    """What is searched for: it says of a text what it names."""

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return what a text names, in order; nothing of it may be secret."""
        ...


RAW = ("source text", "raw bytes")
MAX_DEPTH = 8
MAX_MEMBERS = 20_000


@dataclass(frozen=True)
class Leak:
    """A place that names what it must not: the file, the kind of place, the ids of persons, or of
    confidential documents with what of them is there.
    """

    path: str
    kind: str
    named: tuple[str, ...]


@dataclass(frozen=True)
class Scanned:
    """What came of reading a file; it is clean only where both lists are empty."""

    leaks: tuple[Leak, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def hides_text(self) -> bool:
        """Whether words may stand where nothing could be read."""
        return any(one.hides_text for one in self.unread)


@dataclass
class Scan:
    """Scans files for one finder; `readers` are those of further kinds, by their first bytes."""

    finder: Finder
    readers: Mapping[bytes, Reader] = field(default_factory=dict)

    def file(self, name: str, data: bytes) -> Scanned:
        """Read a file whole, with all that lies inside it, and its name."""
        texts: dict[str, dict[str, None]] = {"file name": {name: None}}
        unread: dict[Unread, None] = {}
        for part in self.parts(data):
            if isinstance(part, Unread):
                unread[part] = None
            elif part.text:
                texts.setdefault(part.kind, {})[part.text] = None
        leaks = []
        for kind, found in texts.items():
            named = self.finder.named_in(SEPARATOR.join(found))
            if named:
                leaks.append(Leak(name, kind, named))
        return Scanned(tuple(_plainest(leaks)), tuple(unread))

    def parts(self, data: bytes) -> Iterator[Piece | Unread]:
        """Yield every text of a file and of the files inside it, each with its way there."""
        waiting = [("", data, 0)]
        seen: set[bytes] = set()
        while waiting:
            way, content, depth = waiting.pop()
            if content in seen:
                continue
            seen.add(content)
            if depth > MAX_DEPTH or len(seen) > MAX_MEMBERS:
                yield Unread("files inside files, too deep")
                continue
            for part in self._reader(content)(content):
                if isinstance(part, Member):
                    waiting.append((f"{way}{part.kind} › ", part.data, depth + 1))
                else:
                    yield part._replace(kind=f"{way}{part.kind}")

    def _reader(self, data: bytes) -> Reader:
        for mark, reader in self.readers.items():
            if mark in data[:1024]:
                return reader
        by_mark = (reader for marks, reader in _READERS if data.startswith(marks))
        return next(by_mark, None) or _reader_by_look(data)


def _reader_by_look(data: bytes) -> Reader:
    if is_picture(data):
        return read_picture
    if is_markup(data):
        return read_markup
    return read_text if text_of(data) is not None else _unknown


def _plainest(leaks: list[Leak]) -> Iterator[Leak]:
    """Yield what was found; the raw source only where no better place is known."""
    known = {one for leak in leaks if not leak.kind.endswith(RAW) for one in leak.named}
    for leak in leaks:
        if not leak.kind.endswith(RAW) or not known.issuperset(leak.named):
            yield leak


def _closed(data: bytes) -> Iterator[Piece | Unread]:
    """Yield that a file of a closed kind is not read, with what stands open in it."""
    yield Unread("file of a kind that is not read")
    for part in read_bytes(data):
        if isinstance(part, Piece):
            yield part


def _unknown(data: bytes) -> Iterator[Piece | Unread]:
    """Yield what stands open in bytes of no known kind, and that more may be in them."""
    for part in read_bytes(data):
        if isinstance(part, Piece):
            yield part
    yield Unread("bytes of a kind that is not known", hides_text=False)


# Kinds that pack or lock what they hold, or write it in codes of their own.
_CLOSED = (
    *(b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"age-encryption.org", b"{\\rtf", b"MSCF"),
    *(b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"LZIP", b"\x1f\x9d", b"\x1f\xa0", b"+ADw-"),
)
_READERS: tuple[tuple[tuple[bytes, ...], Reader], ...] = (
    ((b"PK\x03\x04", b"PK\x05\x06"), read_zip),
    ((b"\x1f\x8b",), read_gzip),
    ((b"BZh", b"\xfd7zXZ\0"), read_packed),
    (MARKS, read_font),
    (_CLOSED, _closed),
)
