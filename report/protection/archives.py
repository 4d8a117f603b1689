"""ZIP files (DOCX, XLSX and ODT are some), gzip, bzip2, xz → their members, what is said of them.

Bounded in number, size and ratio: what unpacks beyond all measure is told as unread.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from report.protection.pieces import Member, Part, Piece, Unread, strings_of

MAX_MEMBERS = 5_000
MAX_UNPACKED = 256 * 1024 * 1024
_BEGINNING = 16 * 1024 * 1024  # what is searched all the same of one that unpacks to too much
_ENCRYPTED = 0x1
# The parts of office files by their names: what kind of place an officer knows them as.
_PARTS = (
    ("docprops/core", "document properties"),
    ("docprops/app", "document properties"),
    ("docprops/custom", "custom properties"),
    ("meta.xml", "document properties"),
    ("comments", "comments"),
    ("people.xml", "names of commenters"),
    ("footnotes", "footnotes"),
    ("endnotes", "endnotes"),
    ("header", "header"),
    ("footer", "footer"),
    ("customxml/", "custom XML"),
    ("glossary/", "building blocks"),
    ("settings", "settings"),
    ("_rels/", "links"),
    ("document.xml", "document"),
    ("sharedstrings", "cells"),
    ("content.xml", "document"),
)


def read_zip(data: bytes) -> Iterator[Part]:
    """Yield the names and comments of an archive, and its members."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, struct.error):
        yield Unread("archive that is damaged")
        yield Piece("bytes", strings_of(data))
        return
    yield Piece("archive comment", archive.comment.decode("utf-8", "replace"))
    left = MAX_UNPACKED
    for info in infos[:MAX_MEMBERS]:
        yield Piece("name of a member", info.filename)
        yield Piece("comment of a member", strings_of(info.comment + info.extra))
        kind = _kind(info.filename)
        if info.flag_bits & _ENCRYPTED:
            yield Unread(f"{kind} (encrypted)")
            continue
        try:
            with archive.open(info) as file:
                content = file.read(left + 1)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, zlib.error, EOFError):
            yield Unread(f"{kind} (damaged)")
            continue
        left -= len(content)
        if left < 0:
            yield Unread("archive that unpacks to more than it should")
            return
        yield Member(kind, content)
    if len(infos) > MAX_MEMBERS:
        yield Unread("archive with too many members")
    yield Piece("bytes outside the members", strings_of(_outside(data, infos)))


def _kind(name: str) -> str:
    lowered = name.lower()
    return next((kind for part, kind in _PARTS if part in lowered), "member")


def _outside(data: bytes, infos: list[zipfile.ZipInfo]) -> bytes:
    """Return the bytes before the first member, and behind the last entry of the directory."""
    first = min((info.header_offset for info in infos), default=len(data))
    end = data.rfind(b"PK\x05\x06")
    return data[:first] + b"\n" + (data[end:] if end >= 0 else b"")


def read_packed(data: bytes) -> Iterator[Part]:
    """Yield what a file that bzip2 or xz packed holds."""
    import bz2
    import lzma

    unpacker = bz2.BZ2Decompressor() if data.startswith(b"BZh") else lzma.LZMADecompressor()
    try:
        content = unpacker.decompress(data, _BEGINNING)
    except (OSError, ValueError, EOFError, lzma.LZMAError):
        yield Unread("archive that is damaged")
        return
    if not unpacker.eof:
        yield Unread("archive that is cut off, or unpacks to more than it should")
    yield Member("member", content)
    yield Piece("bytes behind the end", strings_of(unpacker.unused_data))


def read_gzip(data: bytes) -> Iterator[Part]:
    """Yield what a gzip file holds, and its header, where a file name stands."""
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(data, MAX_UNPACKED)
    except zlib.error:
        yield Unread("archive that is damaged")
        return
    yield Piece("archive header", strings_of(data[:1024]))
    if unpacker.unconsumed_tail:
        yield Unread("archive that unpacks to more than it should")
        content = content[:_BEGINNING]
    yield Member("member", content)
    yield Piece("bytes behind the end", strings_of(unpacker.unused_data))
