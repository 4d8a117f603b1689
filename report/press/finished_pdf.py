"""A finished PDF → every text in it: on its pages, in its objects, in earlier revisions.

Text extraction alone misses half of the places where a name can stand, so each object of the file
is walked too, whether or not a page uses it, and the bytes that belong to no object. Knows nothing
of persons; reads files of others as well as ours.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from report.press.pdf_objects import (
    MOST_STREAM,
    TOO_MUCH,
    kind_of,
    strings_in_source,
    unpacks_to_much,
    values_in,
)
from report.press.shown_text import Shown
from report.protection.pieces import SEPARATOR, Member, Part, Piece, Unread, strings_of

_MOST_REVISIONS = 20
_END = b"%%EOF"
_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def read_pdf(data: bytes) -> Iterator[Part]:
    """Yield the parts of a PDF, those of its earlier revisions, and the bytes beside them."""
    claimed: set[bytes] = set()
    too_much = False
    for part in _revision(data, claimed):
        too_much = too_much or part == TOO_MUCH
        yield part
    yield from (Unread("text of the pages"),) if too_much else _pages(data)
    ends = [match.end() for match in re.finditer(_END, data)]
    for end in ends[:-1][-_MOST_REVISIONS:]:
        for part in _revision(data[:end], claimed, earlier=True):
            yield part._replace(kind=f"earlier revision › {part.kind}")
    if len(ends) > _MOST_REVISIONS:
        yield Unread("more earlier revisions than are read")
    start = max(data.find(b"%PDF-"), 0)
    yield Piece("bytes before the file", strings_of(data[:start]))
    yield Piece("bytes behind the end", strings_of(data[ends[-1] if ends else len(data) :]))
    yield from _loose(data, claimed)


def _revision(data: bytes, claimed: set[bytes], *, earlier: bool = False) -> Iterator[Part]:
    """Yield what a revision holds; `claimed` gets the streams that belong to its objects."""
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        yield Unread("whole file (encrypted)")
        return
    except (pikepdf.PdfError, ValueError, RuntimeError):
        if not earlier:  # a file written for the web ends twice, the first time unfinished
            yield Unread("whole file (damaged)")
        return
    with pdf:
        yield from _objects(pdf, claimed)


def _pages(data: bytes) -> Iterator[Part]:
    """Yield the text of each page as a reader sees it."""
    import pypdfium2

    try:
        for number, text in enumerate(page_texts(data), 1):
            yield Piece(f"text of page {number}", text)
    except pypdfium2.PdfiumError:
        yield Unread("text of the pages")


def page_texts(data: bytes) -> Iterator[str]:
    """Yield the text of each page of a PDF; PdfiumError where it cannot be read."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        yield text.get_text_bounded()
        text.close()
        page.close()
    document.close()


def _objects(pdf: Any, claimed: set[bytes]) -> Iterator[Part]:
    """Yield what every object says, used or not, and what is shown by streams of content."""
    import pikepdf

    shown = Shown(pdf)
    yield from values_in(pdf.trailer, "trailer", shallow=True)
    info = pdf.trailer.get("/Info")
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Object):
            continue  # a number, or nothing: a file may have such an object of its own
        own = isinstance(info, pikepdf.Object) and item.is_indirect and item.objgen == info.objgen
        try:
            yield from _object(item, "document information" if own else "", claimed)
        except (UnicodeDecodeError, TypeError, pikepdf.PdfError):  # its names are no letters, say
            yield Unread("object that cannot be read")
    try:
        yield from shown.parts()
    except (UnicodeDecodeError, TypeError, pikepdf.PdfError):
        yield Unread("content that cannot be read")


def _object(item: Any, kind: str, claimed: set[bytes]) -> Iterator[Part]:
    import pikepdf

    if isinstance(item, pikepdf.Stream):
        yield from values_in(item, "object")
        claimed.add(_digest(item.read_raw_bytes()))
        yield from _stream(item)
    else:
        yield from values_in(item, kind or kind_of(item))


def _stream(item: Any) -> Iterator[Part]:
    """Yield the texts of a stream beside those that it shows."""
    import pikepdf

    kind, subtype = str(item.get("/Type", "")), str(item.get("/Subtype", ""))
    if subtype == "/Image":
        yield Member("picture", item.read_raw_bytes())
        yield Unread("pixels of a picture", hides_text=False)
        return
    if unpacks_to_much(item):
        yield TOO_MUCH
        return
    try:
        content = item.read_bytes()
    except (pikepdf.PdfError, ValueError):
        yield Unread("stream that cannot be unpacked")
        return
    if kind == "/EmbeddedFile":
        yield Member("attachment", content)
    elif kind == "/Metadata" or subtype == "/XML":
        yield Member("XMP metadata", content)
    elif "/Length1" in item or subtype in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        yield Piece("font file", strings_of(content))
    else:
        yield Piece("stream", strings_of(content))


def _loose(data: bytes, claimed: set[bytes]) -> Iterator[Part]:
    """Yield what stands in the bytes of the file itself, and in streams that no object claims.

    Objects that a later revision has dropped, and those between others, are found so.
    """
    outside, at = [], 0
    for match in _STREAM.finditer(data):
        if match.start() < at:
            continue
        outside.append(data[at : match.start()])
        end = data.find(b"endstream", match.end())
        at = end if end >= 0 else len(data)
        body = data[match.end() : at]
        if _digest(body) not in claimed:
            yield Piece("raw bytes", strings_of(_unpacked(body)))
    outside.append(data[at:])
    source = b"\n".join(outside)
    yield Piece("raw bytes", strings_of(source))
    yield Piece("raw bytes", SEPARATOR.join(strings_in_source(source)))


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body.rstrip(b"\r\n")).digest()


def _unpacked(body: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(body, MOST_STREAM) + unpacker.unused_data
    except zlib.error:
        return body
