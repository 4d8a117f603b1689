"""A saved page → what trafilatura and htmldate read of it: author, day, and where the article is.

They are asked for what a page does not state in its data, never for what it does: an answer of
theirs names no place in the page. What they answer must stand in the page. They get a parsed page,
never an address, so that nothing is fetched.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from report.documents.parsed import READ_BY, Said

_EARLIEST = datetime.datetime(1995, 1, 1)  # noqa: DTZ001  htmldate compares days without a zone
_LATEST = datetime.datetime(2100, 1, 1)  # noqa: DTZ001  the same answer on any day
# What says when a page was changed says nothing of when it was issued.
_CHANGED = (
    "//meta[contains(@property, 'modified') or contains(@property, 'updated')]"
    "|//meta[contains(translate(@name, 'M', 'm'), 'modified') or contains(@http-equiv, 'odified')]"
    "|//*[contains(@itemprop, 'odified')]|//time[contains(@class, 'updated')]"
)
_SCRIPTED = re.compile(r'"dateModified"\s*:\s*"[^"]*"')
_BY_AUTHOR, _BY_DAY = f"by-line: trafilatura{READ_BY}", f"markup: htmldate{READ_BY}"
_SHINGLE = 3  # words
_KEPT = 0.6  # of the shingles of a paragraph that stand in the extraction
_COVERED = 0.5  # of the letters of a text, that an extent must have to be believed


@dataclass(frozen=True)
class PageReading:
    """What the libraries read: statements, and the words that they take for the article."""

    said: tuple[Said, ...]
    article: str

    def extent(self, paragraphs: Sequence[str]) -> tuple[int, int] | None:
        """Return the first and the last paragraph, from 0, of the article; None if not told.

        Within it every paragraph is left to what the markup says: extraction drops short sentences
        and items of lists, which are facts here.
        """
        words = self.article.casefold().split()
        shingles = {tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}
        kept = [n for n, words in enumerate(paragraphs) if _stands(words, shingles)]
        if not kept:
            return None
        first, last = kept[0], kept[-1]
        held = sum(map(len, paragraphs[first : last + 1]))
        return (first, last) if held >= _COVERED * sum(map(len, paragraphs)) else None


def _stands(paragraph: str, shingles: set[tuple[str, ...]]) -> bool:
    words = paragraph.casefold().split()
    own = [tuple(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)]
    return bool(own) and sum(one in shingles for one in own) >= _KEPT * len(own)


def read_page(source: str) -> PageReading:
    """Return what is read of the source of a page; nothing where a library fails on it."""
    import trafilatura

    try:
        article = trafilatura.extract(_tree(source), include_comments=False) or ""
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, etree.LxmlError):
        article = ""
    return PageReading(tuple(_said(source)), article)


def _said(source: str) -> Iterator[Said]:
    from htmldate import find_date
    from trafilatura.metadata import extract_metadata

    tree = _tree(_SCRIPTED.sub('"x":""', source))
    for node in tree.xpath(_CHANGED):
        node.drop_tree()
    text = " ".join(" ".join(map(str, tree.itertext())).split())
    try:
        limits: dict[str, Any] = {"min_date": _EARLIEST, "max_date": _LATEST}
        date_config = {"extensive_search": False, "original_date": True, **limits}
        author = extract_metadata(tree, date_config=date_config).author or ""
        day = find_date(tree, **date_config) or ""
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, etree.LxmlError):
        return
    for name in author.split(";"):
        there = re.search(re.escape(name.strip()), text, re.IGNORECASE) if name.strip() else None
        if there:
            yield Said("author", there.group(), _BY_AUTHOR)
    if day:
        yield Said("issued", day, _BY_DAY)


def _tree(source: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
