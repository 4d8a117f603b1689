"""A finished PDF -> digests of its pages and attachments, carried in the file as `seal.json`.

Whoever holds the file can see whether a page still shows what was printed. For each page there are
two SHA-256 digests: of its letters, and of all that draws it and lies over it (instructions, fonts,
pictures, boxes, annotations); for the document one of its bookmarks, one of its structure with all
text alternatives, and one of what else it holds (actions, layers, names). The attachment is written
with noughts in their place and filled in afterwards, byte for byte as long. A
digest proves nothing against somebody who makes it anew: that is what signatures are for.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2

from report.press.job import Attachment, Relationship
from report.press.notes import folded
from report.press.whole_digest import PARTS, Digests

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
        _content([PageDigest()] * pages, dict.fromkeys(PARTS, _NOUGHT), others),
        description,
        "application/json",
        Relationship.SUPPLEMENT,
        compressed=False,
    )


def filled(pdf: bytes, attachment: Attachment, others: Sequence[Attachment]) -> bytes:
    """Return the PDF with the digests of its pages in the attachment that was left unfilled."""
    content = _content(page_digests(pdf), document_digests(pdf), others)
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
        digests = Digests(opened)
        drawings = [digests.page(page) for page in opened.pages]
    words = [hashlib.sha256(text.encode()).hexdigest() for text in page_letters(pdf)]
    return [PageDigest(*pair) for pair in zip(words, drawings, strict=True)]


def document_digests(pdf: bytes) -> dict[str, str]:
    """Return the digests of what is no page of a PDF, by the names of `PARTS`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return Digests(opened).document()


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


def _content(
    digests: Sequence[PageDigest], document: Mapping[str, str], others: Sequence[Attachment]
) -> bytes:
    pages = [
        {"page": number, "words": one.words, "drawing": one.drawing}
        for number, one in enumerate(digests, 1)
    ]
    attachments = [
        {"path": one.name, "sha256": hashlib.sha256(one.content).hexdigest()}
        for one in sorted(others, key=lambda one: one.name)
    ]
    content = {
        "format": FORMAT,
        "pages": pages,
        "document": dict(document),
        "attachments": attachments,
    }
    return (json.dumps(content, indent=1) + "\n").encode()
