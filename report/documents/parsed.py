"""Blocks of a parsed document → its text; what every parser hands on, and how it refuses.

Knows no format. Parsers run in a confined process: what they hand on is plain data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from report.documents.boilerplate import boilerplate_of
from report.documents.text import ExtractedText

MAX_TEXT = 16 * 1024 * 1024  # characters: some thirty thick books
READ_BY = " (read by a library)"  # ends the basis of what is not stated in a page's data
_SUPERSCRIPTS = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


class Block(NamedTuple):
    """A paragraph, and whether the page's own markup says that it is furniture of the page."""

    text: str
    furniture: bool = False


class Said(NamedTuple):
    """A field of the reference as the document states it, and where: `meta og:title`."""

    field: str
    value: str
    basis: str


@dataclass(frozen=True)
class Parsed:
    """The text of a document and what it says of itself, the surest statement of a field first."""

    text: ExtractedText
    said: tuple[Said, ...] = ()


class Refused(Exception):  # noqa: N818  a refusal, told as a problem
    """A document cannot be read; `code` and `why` of the table of problems."""

    def __init__(self, code: str, why: str = "") -> None:
        super().__init__(code)
        self.code, self.why = code, why


def assemble(blocks: Iterable[Block]) -> ExtractedText:
    """Join blocks with a blank line between; Refused where there are none or too many."""
    parts: list[str] = []
    paragraphs: list[tuple[int, int]] = []
    furniture = set()
    offset = 0
    for block in blocks:
        words = block.text.strip()
        if not words:
            continue
        parts.append(words)
        paragraphs.append((offset, offset + len(words)))
        offset += len(words) + 2
        if offset > MAX_TEXT:
            raise Refused("document-costly", "it holds more text than a library of reports")
        if block.furniture:
            furniture.add(len(parts))
    if not parts:
        raise Refused("document-empty")
    text = "\n\n".join(parts) + "\n"
    found = furniture | boilerplate_of(text, paragraphs)
    if len(found) == len(parts):
        found = set()
    return ExtractedText(text, tuple(paragraphs), frozenset(found))


def superscript(text: str) -> str:
    """Keep raised digits raised: 10² must not be read as 102."""
    return text.translate(_SUPERSCRIPTS)
