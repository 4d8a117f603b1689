"""Web annotations (W3C Web Annotation Data Model) ↔ passages of documents.

Reads what annotation tools write: collections and pages of JSON-LD, lists, and the exports of
Hypothesis. Of an annotation its document, its words, where they stood and its remark are taken;
who made it and when is not. What it says is a claim: `report.evidence.anchoring` decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from report.model.characters import FORBIDDEN_IN_FILES
from report.model.document import Document
from report.suggest.article import LONGEST_PASSAGE

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and behind a passage, as annotation tools keep them
MOST = 10_000
_LONGEST_NOTE = 500
_LISTS = ("items", "rows", "annotations", "@graph")
_URN = "urn:sha256:"


class Unreadable(Exception):  # noqa: N818  it becomes a problem
    """A file holds no annotations; the text says why."""


@dataclass(frozen=True)
class Highlight:
    """Words marked in a document: `sources` are addresses of it, `near` offsets that may be off."""

    sources: tuple[str, ...]
    words: str
    before: str = ""
    behind: str = ""
    near: tuple[int, int] | None = None
    note: str = ""


@dataclass(frozen=True)
class Marked:
    """A passage to hand out, with the text around it; `about` names what rests on it."""

    document: Document
    start: int
    end: int
    words: str
    before: str = ""
    behind: str = ""
    about: tuple[str, ...] = ()


# Out


def written(title: str, passages: Sequence[Marked]) -> str:
    """Return an AnnotationCollection of passages as JSON-LD."""
    items = [_annotation(one) for one in passages]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": title,
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _annotation(one: Marked) -> dict[str, Any]:
    urn = f"{_URN}{one.document.custody.sha256}"
    quote = {"type": "TextQuoteSelector", "exact": one.words}
    around = {"prefix": one.before, "suffix": one.behind}
    annotation: dict[str, Any] = {
        "id": f"{urn}#char={one.start},{one.end}",  # RFC 5147, section 2.1
        "type": "Annotation",
        "motivation": "highlighting",
        "target": {
            "source": {
                "id": str(one.document.url) or urn,
                "type": "Text",
                "language": str(one.document.language),
                "via": urn,
            },
            "selector": [
                {**quote, **{name: text for name, text in around.items() if text}},
                {"type": "TextPositionSelector", "start": one.start, "end": one.end},
            ],
        },
    }
    if one.about:
        tags = [{"type": "TextualBody", "purpose": "tagging", "value": name} for name in one.about]
        annotation["body"] = tags
    return annotation


# In


def read_annotations(text: str) -> list[Highlight]:
    """Return the highlights of a file; Unreadable where it holds none or is no JSON."""
    try:
        data = json.loads(text)
    except ValueError:
        raise Unreadable("it is no JSON") from None
    except RecursionError:
        raise Unreadable("its parts are nested too deep") from None
    found = []
    for row in _rows(data):
        highlight = _highlight(row)
        if highlight is not None:
            found.append(highlight)
        if len(found) > MOST:
            raise Unreadable(f"it has more than {MOST} annotations")
    if not found:
        raise Unreadable("no annotation in it marks words of a text")
    return found


def _rows(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        yield from (row for row in data if isinstance(row, dict))
        return
    if not isinstance(data, dict):
        return
    first = data.get("first")
    holder = first if isinstance(first, dict) else data
    listed = next((holder[name] for name in _LISTS if isinstance(holder.get(name), list)), None)
    yield from _rows(listed) if listed is not None else (data,)


def _highlight(row: Mapping[str, Any]) -> Highlight | None:
    """Return the highlight of an annotation; None for a reply or a note on a whole page."""
    for target in _listed(row.get("target")):
        if not isinstance(target, dict):
            continue
        quote: Mapping[str, Any] = {}
        near = None
        for chain in map(_refined, _listed(target.get("selector"))[:20]):
            quotes = [s for s in chain if s.get("type") == "TextQuoteSelector"]
            quote = quote or (quotes[-1] if quotes else {})
            if chain and chain[0].get("type") == "TextPositionSelector":
                near = near or _offsets(chain[0])
        words = _text(quote.get("exact"))
        if words:
            return Highlight(
                sources=tuple(_sources(row, target)),
                words=words[: LONGEST_PASSAGE + 1],
                before=_text(quote.get("prefix"))[-200:],
                behind=_text(quote.get("suffix"))[:200],
                near=near,
                note=_note(row),
            )
    return None


def _refined(selector: Any) -> list[Mapping[str, Any]]:
    """Return a selector and those that refine it, some levels deep (section 4.2.9)."""
    chain: list[Mapping[str, Any]] = []
    while isinstance(selector, dict) and len(chain) < 5:
        chain.append(selector)
        selector = selector.get("refinedBy")
    return chain


def _sources(row: Mapping[str, Any], target: Mapping[str, Any]) -> Iterator[str]:
    source = target.get("source")
    named = [source]
    if isinstance(source, dict):
        named = [source.get("via"), source.get("id"), source.get("@id")]
    for value in (*named, target.get("id"), row.get("uri"), row.get("id")):
        if isinstance(value, str) and value:
            yield value[:2_000]


def _offsets(selector: Mapping[str, Any]) -> tuple[int, int] | None:
    start, end = selector.get("start"), selector.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return None
    return start, end


def _note(row: Mapping[str, Any]) -> str:
    """Return the remark of an annotation: the `text` of Hypothesis, or a body that is a text."""
    remarks = [_text(row.get("text")), _text(row.get("bodyValue"))]
    for body in _listed(row.get("body")):
        if isinstance(body, dict) and body.get("purpose") != "tagging":
            remarks.append(_text(body.get("value")))
    words = " ".join(FORBIDDEN_IN_FILES.sub(" ", " ".join(remarks)).split())
    return words[:_LONGEST_NOTE]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


# Which document


def document_of(highlight: Highlight, documents: Sequence[Document]) -> Document | None:
    """Return the document that a highlight stands in: by its hash, else by its one address."""
    for source in highlight.sources:
        digest = source.removeprefix(_URN).partition("#")[0]
        for document in documents:
            if source.startswith(_URN) and digest == document.custody.sha256:
                return document
    addresses = {_address(source) for source in highlight.sources} - {""}
    found = [document for document in documents if _address(str(document.url)) in addresses]
    return found[0] if len(found) == 1 else None


def _address(url: str) -> str:
    """Return what two addresses of one page share: no scheme, no fragment, no last slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}{query}"
