"""A document's text, prepared once for all the quotations that are looked for in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from report.documents.text import paragraphs_of
from report.evidence.characters import without_forbidden
from report.evidence.fold import Folded, fold
from report.evidence.nearest import Index
from report.evidence.quotation import Part, Quotation

MAX_OCCURRENCES = 20_000  # of one quotation in one document


class Source:
    """The text of a document, or one recorded passage of it.

    `start` is the offset of the text in the document and `paragraph` the number of its first
    paragraph; `paragraphs` are (start, end) offsets within the text, by default found as for text
    files.
    """

    def __init__(
        self,
        id: str,
        text: str,
        *,
        start: int = 0,
        paragraph: int = 1,
        paragraphs: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        self.id = id
        self.text = text
        self.start = start
        self.first_paragraph = paragraph
        self._paragraphs = paragraphs

    @cached_property
    def folded(self) -> Folded:
        """The text with its typography folded."""
        return fold(self.text)

    @cached_property
    def clean(self) -> Source | None:
        """The document without forbidden characters; None where it holds none."""
        cleaned = without_forbidden(self.text)
        return Source(self.id, cleaned) if cleaned != self.text else None

    @cached_property
    def index(self) -> Index:
        """Which stretches of the folded text hold which words."""
        return Index(self.folded.text)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        found = paragraphs_of(self.text) if self._paragraphs is None else self._paragraphs
        return [start for start, _ in found]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the document of a stretch of the folded text."""
        begin, stop = self.folded.original(start, end)
        words = self.text[begin:stop]
        begin += len(words) - len(words.lstrip())
        return self.start + begin, self.start + stop - (len(words) - len(words.rstrip()))

    def words_at(self, start: int, end: int) -> str:
        """Return the document's own characters at offsets in the document."""
        return self.text[start - self.start : end - self.start]

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that holds an offset in the document."""
        before = bisect_right(self._paragraph_starts, offset - self.start)
        return self.first_paragraph + max(before - 1, 0)

    def literal(self, quotation: Quotation) -> Iterator[tuple[int, int]]:
        """Yield the folded spans at which the quotation stands as written, in order, bounded."""
        needle, text = quotation.text, self.folded.text
        found = 0
        place = text.find(needle)
        while place >= 0 and found < MAX_OCCURRENCES:
            yield place, place + len(needle)
            found += 1
            place = text.find(needle, place + 1)
        breaks = self.folded.breaks or quotation.folded.breaks
        if not found and breaks and quotation.hyphenated:
            for part in quotation.parts:
                if part.text == needle and part.loose:
                    yield from self._loose(part, 0)

    def matches(self, part: Part, since: int) -> Iterator[tuple[int, int]]:
        """Yield the folded spans from `since` on at which a part stands, edits allowed, bounded."""
        found = 0
        for match in re.compile(part.pattern).finditer(self.folded.text, since):
            yield match.span()
            found += 1
            if found >= MAX_OCCURRENCES:
                return
        if not found and self.folded.breaks:
            yield from self._loose(part, since)

    def _loose(self, part: Part, since: int) -> Iterator[tuple[int, int]]:
        """Match without hyphens where a line end of the document had split the word."""
        for match in re.compile(part.loose).finditer(self.folded.text, since):
            dropped = (
                match.start(group)
                for group in range(1, match.re.groups + 1)
                if match.start(group) == match.end(group)
            )
            if all(place in self.folded.breaks for place in dropped):
                yield match.span()
