"""The head of a web page → what it states of title, author, date, publisher, address.

Reads JSON-LD (schema.org), Open Graph and plain meta elements, the surest first. Nothing is
guessed: what a page does not state is not there.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from report.documents.parsed import Said

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S{1,900}) -->")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Posting)$")
_MOST_STATEMENTS = 20
_METAS = (
    ("title", "og:title"),
    ("author", "author"),
    ("author", "article:author"),
    ("author", "dc.creator"),
    ("issued", "article:published_time"),
    ("issued", "date"),
    ("issued", "dc.date.issued"),
    ("issued", "pubdate"),
    ("publisher", "dc.publisher"),
    ("container-title", "og:site_name"),
    ("URL", "og:url"),
)


def said_by_page(root: etree._Element, source: str) -> Iterator[Said]:
    """Yield what a page states; of two statements of one field the first is the surer."""
    for found in _all_said(root, source):
        value = _clean(found)
        if value:
            yield Said(found.field, value, found.basis)


def _all_said(root: etree._Element, source: str) -> Iterator[Said]:
    yield from _linked_data(root)
    metas = _meta_elements(root)
    for field, name in _METAS:
        if name in metas:
            yield Said(field, metas[name], f"meta {name}")
    for link in root.iterfind(".//link[@rel='canonical']"):
        yield Said("URL", link.get("href") or "", "link canonical")
    saved = _SAVED_FROM.search(source)
    if saved:
        yield Said("URL", saved.group(1), "the browser that saved the page")
    yield from _headings(root)
    for link in root.iterfind(".//a[@rel='author']"):
        yield Said("author", _words(link), "by-line")
    for time in root.iterfind(".//time[@datetime]"):
        if time.get("pubdate") is not None or time.get("itemprop") == "datePublished":
            yield Said("issued", time.get("datetime") or "", "time element")
    yield Said("language", (root.get("lang") or "")[:2].lower(), "lang")


def _headings(root: etree._Element) -> Iterator[Said]:
    """Yield the title: the longest heading that the title of the page repeats, else the only one.

    The title of a page often names the site too, and a site's name may be a heading.
    """
    titled = " ".join((root.findtext("head/title") or "").split())
    headings = {name: [_words(h) for h in root.iter(name)] for name in ("h1", "h2", "h3")}
    repeated = [h for listed in headings.values() for h in listed if h and h in titled]
    if repeated:
        yield Said("title", max(repeated, key=len), "heading")
    if len(set(headings["h1"])) == 1:
        yield Said("title", headings["h1"][0], "heading")
    yield Said("title", titled, "title of the page")


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _clean(said: Said) -> str:
    value = " ".join(said.value.split())
    if said.field == "issued":
        day = _ISO_DAY.match(value)
        return day.group() if day and _is_day(day.group()) else ""
    if said.field == "URL" or said.basis == "meta article:author":
        is_address = _is_address(value)
        return value if is_address == (said.field == "URL") and len(value) < 900 else ""
    return value if len(value) < 500 else ""


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _meta_elements(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(name, content)
    return found


def _linked_data(root: etree._Element) -> Iterator[Said]:
    """Yield what the first article of the page's JSON-LD states."""
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads("".join(map(str, script.itertext())))
        except (ValueError, RecursionError):
            continue
        article = next(filter(_is_article, _objects(data)), None)
        if article is not None:
            yield from _article(article)
            return


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    for item in graph if isinstance(graph, list) else ():
        if isinstance(item, dict):
            yield item


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE.search(name) for name in names)


def _article(item: dict[str, Any]) -> Iterator[Said]:
    basis = "JSON-LD"
    if "NewsArticle" in str(item.get("@type"))[:200]:
        yield Said("type", "article-newspaper", basis)
    for field, key in (("title", "headline"), ("issued", "datePublished")):
        if isinstance(item.get(key), str):
            yield Said(field, item[key], basis)
    for field, key in (("author", "author"), ("publisher", "publisher")):
        for name in _named(item.get(key)):
            yield Said(field, name, basis)


def _named(value: Any) -> Iterator[str]:
    for one in (value if isinstance(value, list) else [value])[:_MOST_STATEMENTS]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name
