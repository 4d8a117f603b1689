"""PNG, JPEG and other pictures → what they say beside their pixels; the pixels are not read."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from report.protection.pieces import Part, Piece, Unread, strings_of

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
OTHERS = (b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\x00\x00\x00\x0cjP", b"\xff\x4f\xff\x51")
PIXELS = Unread("pixels of a picture", hides_text=False)
_MOST = 4 * 1024 * 1024  # bytes of a packed text
_PNG_PIXELS = frozenset((b"IDAT", b"fdAT", b"PLTE", b"tRNS", b"IHDR"))
_PNG_KINDS = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text or XMP", b"eXIf": "EXIF"}
_SCAN, _END = 0xDA, 0xD9


def is_picture(data: bytes) -> bool:
    """Say whether a file is a picture of a usual kind."""
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return data.startswith((PNG, JPEG, *OTHERS)) or webp


def read_picture(data: bytes) -> Iterator[Part]:
    """Yield the texts of a picture, and that its pixels are not read."""
    if data.startswith(PNG):
        yield from _png(data)
    elif data.startswith(JPEG):
        yield from _jpeg(data)
    else:
        yield Piece("bytes of a picture", strings_of(data))
    yield PIXELS


def _png(data: bytes) -> Iterator[Part]:
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        at += length + 12
        if kind == b"IEND":
            break
        if kind not in _PNG_PIXELS:
            name = _PNG_KINDS.get(kind, "chunk")
            yield Piece(f"{name} of a picture", strings_of(body))
            yield from _packed(body)
    yield Piece("bytes behind a picture", strings_of(data[at:]))


def _packed(body: bytes) -> Iterator[Part]:
    """Yield what a chunk holds compressed behind its keyword."""
    start = body.find(b"\x78")
    while 0 <= start < 2_000:
        try:
            unpacker = zlib.decompressobj()
            text = unpacker.decompress(body[start:], _MOST)
        except zlib.error:
            start = body.find(b"\x78", start + 1)
            continue
        yield Piece("text of a picture", strings_of(text))
        if unpacker.unconsumed_tail:
            yield Unread("text of a picture that unpacks to more than it should")
        return


def _jpeg(data: bytes) -> Iterator[Part]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == _SCAN:
            break
        body = data[at + 4 : at + 2 + length]
        yield Piece(f"{_jpeg_kind(marker, body)} of a picture", strings_of(body))
        at += 2 + max(length, 2)
    end = data.rfind(b"\xff\xd9")
    yield Piece("bytes behind a picture", strings_of(data[end + 2 :] if end >= 0 else b""))


def _jpeg_kind(marker: int, body: bytes) -> str:
    if marker == 0xFE:
        return "comment"
    if body.startswith(b"Exif"):
        return "EXIF"
    if body.startswith(b"http://ns.adobe.com/"):
        return "XMP"
    return "IPTC" if body.startswith(b"Photoshop") else "segment"
