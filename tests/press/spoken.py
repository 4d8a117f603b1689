"""The HTML of an edition -> the words that a screen reader must say, in their order.

What a style sheet adds is added here too: the numbers of notes, at their calls and before their
words, and the pages behind the lines of the contents. A picture says its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reading import even
from weasyprint import HTML

SVG = "{http://www.w3.org/2000/svg}"
_UNSAID = frozenset({"head", "style", "script", "template", "colgroup"})
_INLINE = frozenset({"a", "b", "strong", "i", "em", "span", "code", "q", "wbr", "sup", "sub", "u"})


def expected(html: str, pages: Mapping[str, int]) -> str:
    """Return the words of a page; `pages` are the pages, from 1, of the places that it links to."""
    return even("".join(_words(HTML(string=html).etree_element, pages, contents=False)))


def _words(element: Any, pages: Mapping[str, int], *, contents: bool) -> Iterator[str]:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSAID or element.get("aria-hidden") == "true":
        return
    if tag in (SVG + "svg", "img"):
        title = element.find(f"{SVG}title")
        yield f" {(title.text if title is not None else element.get('alt')) or ''} "
        return
    contents = contents or (tag == "nav")
    note = (element.get("id") or "").removeprefix("fn-") if element.get("class") == "fn" else ""
    edge = "" if tag in _INLINE else " "
    yield f" {note} {note} " if note else edge
    yield element.text or ""
    for child in element:
        yield from _words(child, pages, contents=contents)
        yield child.tail or ""
    if contents and tag == "a":
        yield f" {pages[element.get('href').removeprefix('#')]}"
    yield " " if note else edge


def first_difference(wanted: str, said: str) -> str:
    """Return the words about the place where two texts part; empty where they do not."""
    if wanted == said:
        return ""
    at = next(
        (n for n, pair in enumerate(zip(wanted, said, strict=False)) if pair[0] != pair[1]),
        min(len(wanted), len(said)),
    )
    start = max(0, at - 40)
    return f"“{wanted[start : at + 40]}” is said as “{said[start : at + 40]}”"
