"""What the template of a statement sees: the speaker's sheet, and the notes behind it.

The rules for `str` and `Markup` are those of `report.editions.context`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from report.editions.sheet_context import Masthead


@dataclass(frozen=True)
class SpokenParagraph:
    """A paragraph as it is spoken: `begins` is the running time at which it begins, as 0:35."""

    number: str
    begins: str
    html: Markup


@dataclass(frozen=True)
class FigureLine:
    """A figure of the paragraph in digits, what it counts, and a sentence of who said it when."""

    value: str
    counts: str
    source: str
    verified: bool


@dataclass(frozen=True)
class NoteLine:
    """A note on the documents, with its number, for later notes point back at it."""

    number: str
    html: Markup


@dataclass(frozen=True)
class SourceLines:
    """The figures of a paragraph and the documents that it rests on."""

    number: str
    figures: tuple[FigureLine, ...]
    notes: tuple[NoteLine, ...]


@dataclass(frozen=True)
class SpeakersSheet:
    """The whole: `measures` are sentences on its length, `ends` the running time at its end."""

    head: Masthead
    measures: tuple[str, ...]
    notices: tuple[str, ...]
    paragraphs: tuple[SpokenParagraph, ...]
    sources: tuple[SourceLines, ...]
    ends: str
