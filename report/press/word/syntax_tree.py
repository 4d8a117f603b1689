"""The paragraphs of a job -> pandoc's syntax tree (its JSON), with nothing raw in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from report.press.word.job import Block, Style, WordJob
from report.press.word.marked_text import Note, Piece, Words, pieces

API = [1, 23, 1]  # the version of pandoc-types that the tree is written for
Node = dict[str, Any]

# Word knows languages by tags with a region.
_REGIONS = {"en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "kk": "kk-KZ", "es": "es-ES"}


def word_language(tag: str) -> str:
    """Return a language tag as Word knows it."""
    return _REGIONS.get(tag, tag)


def syntax_tree(job: WordJob) -> Node:
    """Return the tree of a job. Its own language is said by the styles."""
    return {
        "pandoc-api-version": API,
        "meta": {},
        "blocks": [_block(block, emphasis=job.letters.emphasis) for block in job.blocks],
    }


def _block(block: Block, *, emphasis: bool) -> Node:
    found = list(_inlines(pieces(block.html), emphasis=emphasis))
    levels = {Style.HEADING_1: 1, Style.HEADING_2: 2}
    if block.style in levels:
        return {"t": "Header", "c": [levels[block.style], _attributes(), found]}
    paragraph = {"t": "Para", "c": found}
    return {"t": "Div", "c": [_attributes(("custom-style", block.style)), [paragraph]]}


def _attributes(*pairs: tuple[str, str]) -> list[Any]:
    return ["", [], [list(pair) for pair in pairs]]


def _inlines(found: Iterable[Piece], *, emphasis: bool) -> Iterator[Node]:
    for piece in found:
        if isinstance(piece, Note):
            inner = list(_inlines(piece.words, emphasis=emphasis))
            yield {"t": "Note", "c": [{"t": "Para", "c": inner}]}
        else:
            yield from _styled(piece, emphasis=emphasis)


def _styled(words: Words, *, emphasis: bool) -> list[Node]:
    found = list(_text(words.text))
    if words.lang and found:
        found = [{"t": "Span", "c": [_attributes(("lang", word_language(words.lang))), found]}]
    if words.italic and emphasis:
        found = [{"t": "Emph", "c": found}]
    if words.bold and emphasis:
        found = [{"t": "Strong", "c": found}]
    if words.href:
        found = [{"t": "Link", "c": [_attributes(), found, [words.href, ""]]}]
    return found


def _text(text: str) -> Iterator[Node]:
    """Yield words and plain spaces; a no-break space is part of a word, as it was set."""
    for part in re.split(r"([ \t\n]+)", text):
        if part.strip(" \t\n"):
            yield {"t": "Str", "c": part}
        elif part:
            yield {"t": "Space"}
