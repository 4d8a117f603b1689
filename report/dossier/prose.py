"""Markdown of the dossier → prose of the model.

CommonMark through markdown-it-py, with only what the format allows: emphasis, links, paragraphs,
lists that are meant as lists, and the dossier's marks. All else stays the words that were typed:
Markdown must never change a fact ("1986. A year" is no list, `2*3*4` keeps its stars).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from report.model.prose import (
    CITE_MARK,
    FIGURE_MARK,
    Block,
    CiteMark,
    Emphasis,
    FigureMark,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Prose,
    Run,
)


def parse_prose(text: str) -> Prose:
    """Parse a text of the dossier."""
    return Prose(tuple(_blocks(_parser().parse(text))))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": 20})
    parser.enable(["list", "emphasis", "link", "newline", "escape"])
    parser.inline.ruler.before("emphasis", "literal_star", _literal_star)
    parser.inline.ruler.before("link", "mark", _mark)
    parser.validateLink = _safe_link  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _safe_link(url: str) -> bool:
    return re.match(r"(?:https?://|mailto:)[^\s<>\"]+$", url) is not None


def _literal_star(state: StateInline, silent: bool) -> bool:
    """Take stars and underscores between letters or digits as typed: 2*3*4."""
    start = state.pos
    end = start
    while end < state.posMax and state.src[end] in "*_":
        end += 1
    inside = 0 < start < end < state.posMax
    if not inside or not (state.src[start - 1].isalnum() and state.src[end].isalnum()):
        return False
    if not silent:
        state.pending += state.src[start:end]
    state.pos = end
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    first = state.src[state.pos]
    pattern = {"{": FIGURE_MARK, "[": CITE_MARK}.get(first)
    match = pattern.match(state.src, state.pos) if pattern else None
    if match is None:
        return False
    if not silent:
        token = state.push("figure" if first == "{" else "cite", "", 0)
        token.meta = {"groups": match.groups()}
    state.pos = match.end()
    return True


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            end = _closing(tokens, index)
            yield from _list(tokens[index + 1 : end], token.type == "ordered_list_open")
            index = end
        elif token.type == "inline":
            yield Paragraph(_inlines(token))
        index += 1


def _closing(tokens: list[Token], index: int) -> int:
    level = tokens[index].level
    return next(i for i in range(index + 1, len(tokens)) if tokens[i].level == level)


def _list(tokens: list[Token], ordered: bool) -> Iterator[Block]:
    """Yield one list of its paragraphs, or paragraphs with their signs where no list was meant."""
    signs: list[str] = []
    items: list[Paragraph] = []
    numbers: list[str] = []
    for token in tokens:
        if token.type == "list_item_open":
            number = token.info if token.info else ""
            signs.append(f"{number}{token.markup} ")
            numbers.append(number)
        elif token.type == "inline":
            sign, signs = (signs[-1], [*signs[:-1], ""]) if signs else ("", signs)
            items.append(Paragraph(_joined((Run(sign), *_inlines(token)))))
    meant = len(numbers) > 1 and (not ordered or numbers[0] == "1")
    if not meant:
        yield from items
        return
    bare = [Paragraph(_inlines(token)) for token in tokens if token.type == "inline"]
    yield ListBlock(tuple(bare), ordered)


def _inlines(token: Token) -> tuple[Inline, ...]:
    inlines, _ = _until(token.children or [], 0, "")
    return _joined(tuple(inlines))


def _until(tokens: list[Token], index: int, closing: str) -> tuple[list[Inline], int]:
    found: list[Inline] = []
    while index < len(tokens):
        token = tokens[index]
        if token.type == closing:
            return found, index
        if token.type in ("em_open", "strong_open", "link_open"):
            end_type = token.type.replace("_open", "_close")
            inner, index = _until(tokens, index + 1, end_type)
            children = _joined(tuple(inner))
            if token.type == "link_open":
                found.append(Link(str(token.attrs.get("href", "")), children))
            else:
                found.append(Emphasis(children, strong=token.type == "strong_open"))
        else:
            found.append(_leaf(token))
        index += 1
    return found, index


def _leaf(token: Token) -> Inline:
    if token.type == "figure":
        return FigureMark(token.meta["groups"][0])
    if token.type == "cite":
        return CiteMark(token.meta["groups"][0], (token.meta["groups"][1] or "").strip())
    if token.type in ("softbreak", "hardbreak"):
        return Run(" ")
    return Run(token.content)


def _joined(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Join neighbouring runs and drop empty ones."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Run) and joined and isinstance(joined[-1], Run):
            joined[-1] = Run(joined[-1].text + inline.text)
        elif not (isinstance(inline, Run) and not inline.text):
            joined.append(inline)
    return tuple(joined)
