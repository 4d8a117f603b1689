"""Prose as the dossier allows it: paragraphs and lists of words, emphasis, links and marks.

Raw HTML, images, headings and code do not exist here; whatever looks like them is plain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# How marks are written: `{figure-id}`, and `[@id]` or `[@id, locator]`. Doubled braces are words.
FIGURE_MARK = re.compile(r"(?<!\{)\{([a-z][a-z0-9-]*)\}(?!\})")
CITE_MARK = re.compile(r"\[@([a-z][a-z0-9-]*)(?:,\s*([^\[\]\n]{1,80}))?\]")


@dataclass(frozen=True)
class Run:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class Emphasis:
    """Emphasised inlines; `strong` for **two stars**."""

    children: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True)
class Link:
    """A link to an http(s) or mailto address."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True)
class FigureMark:
    """`{figure-id}`: prints the figure with its bound."""

    figure_id: str


@dataclass(frozen=True)
class CiteMark:
    """`[@id]` or `[@id, para. 5]`: makes a footnote."""

    id: str
    locator: str = ""


Inline = Run | Emphasis | Link | FigureMark | CiteMark


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True)
class ListBlock:
    """A list; each item is a paragraph."""

    items: tuple[Paragraph, ...]
    ordered: bool = False


Block = Paragraph | ListBlock


@dataclass(frozen=True)
class Prose:
    """A parsed text of the dossier."""

    blocks: tuple[Block, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in order, items of lists among them."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from block.items


def walk(inlines: tuple[Inline, ...]) -> Iterator[Run | FigureMark | CiteMark]:
    """Yield the leaves in reading order."""
    for inline in inlines:
        if isinstance(inline, Emphasis | Link):
            yield from walk(inline.children)
        else:
            yield inline
