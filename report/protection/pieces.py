"""What a reader of finished files hands on: texts with the kind of their place, files inside.

Also the readers of plain texts and of bytes that are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

SEPARATOR = "\n" + "|" * 12 + "\n"
"""Stands between texts that do not belong together, so that no name is found across them."""


class Piece(NamedTuple):
    """A text of a file. `kind` says in an officer's words what place it is."""

    kind: str
    text: str


class Member(NamedTuple):
    """A file inside a file; its own places are told behind `kind`."""

    kind: str
    data: bytes


class Unread(NamedTuple):
    """A place that cannot be read. `hides_text`: words may stand there, not pixels alone."""

    kind: str
    hides_text: bool = True


Part = Piece | Member | Unread
Reader = Callable[[bytes], Iterator[Part]]

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SHORT, _LONG = 3, 5  # letters of the shortest run that is taken for a text, of few or many bytes
_MANY = 64 * 1024


def _runs(shortest: int) -> dict[str, re.Pattern[bytes]]:
    """Return the patterns of runs of letters; of two bytes each those of Latin and Cyrillic."""
    latin, cyrillic = rb"[\x20-\x7e\xa0-\xff]", rb"[\x00-\xff]"
    utf8 = rb"[\x20-\x7e\t]|[\xc2-\xdf][\x80-\xbf]|[\xe1\xe2][\x80-\xbf]{2}"
    return {
        "utf-8": re.compile(rb"(?:%s){%d,}" % (utf8, shortest)),
        "utf-16-le": re.compile(rb"(?:%s\x00|%s\x04){%d,}" % (latin, cyrillic, shortest)),
        "utf-16-be": re.compile(rb"(?:\x00%s|\x04%s){%d,}" % (latin, cyrillic, shortest)),
    }


_RUNS = {length: _runs(length) for length in (_SHORT, _LONG)}
_CODES = re.compile(r"<[0-9A-Fa-f\s]{4,}>|\b[\d.]+\b")  # of glyphs, and numbers: no letters


def text_of(data: bytes) -> str | None:
    """Return bytes as text where they are one in a usual encoding, else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:4096]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return None if _odd(data) else data.decode("cp1251", "replace")


def _odd(data: bytes) -> bool:
    return any(byte < 9 or 13 < byte < 32 for byte in data[:4096])


def strings_of(data: bytes) -> str:
    """Return the runs of letters that stand in bytes of any kind, in every usual encoding."""
    runs = _RUNS[_LONG if len(data) > _MANY else _SHORT]
    found: dict[str, None] = {}
    for encoding, pattern in runs.items():
        for run in pattern.finditer(data):
            found[_CODES.sub(" ", run.group().decode(encoding, "ignore"))] = None
    return SEPARATOR.join(found)


_PO_LINES = re.compile(r'"[ \t]*\r?\n[ \t]*"')


def read_text(data: bytes) -> Iterator[Part]:
    """Yield a text as it stands; lines of a catalogue or table that go on are joined too."""
    text = text_of(data)
    if text is None:
        yield Piece("bytes", strings_of(data))
        return
    yield Piece("text", text)
    if _odd(data):  # letters of two bytes may look like text with controls
        yield Piece("bytes", strings_of(data))
    joined = _PO_LINES.sub("", text)
    if joined != text:
        yield Piece("text over lines", joined)


def read_bytes(data: bytes) -> Iterator[Part]:
    """Yield what can be read of a file of a kind that nothing here knows."""
    yield Piece("bytes", strings_of(data))
