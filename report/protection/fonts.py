"""A font file, packed or not → the names and texts in it; the looks of letters are not read."""

from __future__ import annotations

import io
from collections.abc import Iterator

from report.protection.pieces import Part, Piece, Unread, strings_of

MARKS = (b"wOFF", b"wOF2", b"\x00\x01\x00\x00", b"OTTO", b"true\x00", b"ttcf")
_PACKED = (b"wOFF", b"wOF2")
_WITH_WORDS = ("name", "post", "CFF ", "CFF2", "meta", "SVG ", "DSIG", "fvar", "CPAL")
_MOST = 32 * 1024 * 1024


def read_font(data: bytes) -> Iterator[Part]:
    """Yield the tables of a font in which words can stand, and what packed fonts carry besides."""
    if not data.startswith(_PACKED):
        yield Piece("font file", strings_of(data))
        return
    try:
        tables = list(_tables(data))
    except Exception:  # the library breaks in many ways on a file that is damaged
        yield Unread("font that is damaged")
        yield Piece("bytes", strings_of(data))
        return
    for content in tables:
        yield Piece("font file", strings_of(content))


def _tables(data: bytes) -> Iterator[bytes]:
    from fontTools.ttLib import TTFont  # late: few files have a font in them

    if int.from_bytes(data[16:20], "big") > _MOST:
        raise ValueError("it unpacks to more than it should")
    with TTFont(io.BytesIO(data), lazy=True) as font:
        reader = font.reader
        assert reader is not None
        for tag in _WITH_WORDS:
            if tag in reader:
                yield reader[tag]
        if font.flavorData is not None:
            yield font.flavorData.metaData or b""
            yield font.flavorData.privData or b""
