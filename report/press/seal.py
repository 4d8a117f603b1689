"""A finished PDF -> digests of its pages and attachments, carried in the file as `seal.json`.

Whoever holds the file can see whether a page still shows what was printed. For each page there are
two SHA-256 digests: of its letters, and of all that draws it (instructions, fonts, pictures). The
attachment is written with noughts in their place and filled in afterwards, byte for byte as long.
A digest proves nothing against somebody who makes it anew: that is what signatures are for.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2

from report.press.job import Attachment, Relationship
from report.press.notes import folded

NAME = "seal.json"
FORMAT = 1
_NOUGHT = "0" * 64


@dataclass(frozen=True)
class PageDigest:
    """What a page shows: SHA-256 of its letters (white space and hyphens aside) and its drawing."""

    words: str = _NOUGHT
    drawing: str = _NOUGHT


def unfilled(pages: int, others: Sequence[Attachment], description: str) -> Attachment:
    """Return the attachment for a number of pages, as long as it will be when it is filled in."""
    return Attachment(
        NAME,
        _content([PageDigest()] * pages, others),
        description,
        "application/json",
        Relationship.SUPPLEMENT,
        compressed=False,
    )


def filled(pdf: bytes, attachment: Attachment, others: Sequence[Attachment]) -> bytes:
    """Return the PDF with the digests of its pages in the attachment that was left unfilled."""
    content = _content(page_digests(pdf), others)
    before = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest().encode()
    after = hashlib.md5(content, usedforsecurity=False).hexdigest().encode()
    for old, new in ((attachment.content, content), (b"<%b>" % before, b"<%b>" % after)):
        if len(old) != len(new) or pdf.count(old) != 1:
            raise AssertionError("the digests of the pages have no place in the file")
        pdf = pdf.replace(old, new)
    return pdf


def page_digests(pdf: bytes) -> list[PageDigest]:
    """Return the digests of the pages of a PDF that pikepdf and pdfium can open."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        known: dict[tuple[int, int], bytes] = {}
        drawings = [_drawing(page, known) for page in opened.pages]
    words = [hashlib.sha256(text.encode()).hexdigest() for text in page_letters(pdf)]
    return [PageDigest(*pair) for pair in zip(words, drawings, strict=True)]


def page_letters(pdf: bytes) -> list[str]:
    """Return the text of each page without spaces, hyphens and invisible characters."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [folded(_text(page)) for page in document]
    finally:
        document.close()


def _text(page: Any) -> str:
    reader = page.get_textpage()
    try:
        return str(reader.get_text_range())
    finally:
        reader.close()
        page.close()


def _content(digests: Sequence[PageDigest], others: Sequence[Attachment]) -> bytes:
    pages = [
        {"page": number, "words": one.words, "drawing": one.drawing}
        for number, one in enumerate(digests, 1)
    ]
    attachments = [
        {"path": one.name, "sha256": hashlib.sha256(one.content).hexdigest()}
        for one in sorted(others, key=lambda one: one.name)
    ]
    content = {"format": FORMAT, "pages": pages, "attachments": attachments}
    return (json.dumps(content, indent=1) + "\n").encode()


def _drawing(page: Any, known: dict[tuple[int, int], bytes]) -> str:
    digest = hashlib.sha256()
    contents = page.obj.get("/Contents")
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            digest.update(part.read_bytes() + b"\n")
    for name, resource in _resources(page.obj.get("/Resources"), frozenset()):
        if resource.objgen not in known or resource.objgen == (0, 0):
            known[resource.objgen] = hashlib.sha256(resource.read_bytes()).digest()
        digest.update(name.encode() + known[resource.objgen])
    return digest.hexdigest()


def _resources(item: Any, above: frozenset[tuple[int, int]]) -> Iterator[tuple[str, Any]]:
    """Yield every stream beneath the resources of a page, with the way to it, in a fixed order."""
    if isinstance(item, pikepdf.Stream):
        yield "", item
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        children = sorted((key, item[key]) for key in item.keys())  # noqa: SIM118  of pikepdf
    elif isinstance(item, pikepdf.Array):
        children = [(f"/{number}", child) for number, child in enumerate(item)]
    else:
        return
    for key, child in children:
        if key in ("/Parent", "/P", "/Pg", "/StructParent", "/Metadata"):
            continue
        objgen = getattr(child, "objgen", (0, 0))
        if objgen in above:
            continue
        beneath = above | {objgen} if objgen != (0, 0) else above
        for name, stream in _resources(child, beneath):
            yield f"{key}{name}", stream
