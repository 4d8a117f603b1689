"""CSL-JSON → entries, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from report.citations.exchange.entries import (
    MOST_ENTRIES,
    TEXTS,
    Entry,
    Unreadable,
    day_from,
    note_of,
    plain,
    sha256_in,
)
from report.citations.reference import date_parts, names_of
from report.model.document import Name


def write_csl(entries: Sequence[Entry]) -> str:
    """Return CSL-JSON, keys sorted."""
    written = [_written(entry) for entry in entries]
    return json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _written(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = {"id": entry.id, "type": entry.type, **entry.texts}
    if entry.author:
        values["author"] = [_name(name) for name in entry.author]
    if entry.issued:
        circa = {"circa": True} if entry.inferred else {}
        values["issued"] = {"date-parts": [date_parts(entry.issued)], **circa}
    if entry.language:
        values["language"] = entry.language
    if note_of(entry):
        values["note"] = note_of(entry)
    return values


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "literal": name.literal}
    return {key: str(value) for key, value in parts.items() if value}


def read_csl(text: str) -> list[Entry]:
    """Return the entries of a CSL-JSON file: a list, or `items` in an object."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable("it is no JSON", error.lineno) from None
    except (ValueError, RecursionError):
        raise Unreadable("it is no JSON") from None
    items = data.get("items") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise Unreadable("it is no list of references")
    return [_read(item) for item in items[:MOST_ENTRIES] if isinstance(item, dict)]


def _read(item: dict[str, Any]) -> Entry:
    stated = {name: item.get(name) for name in TEXTS}
    texts = {name: _untagged(str(v)) for name, v in stated.items() if isinstance(v, str | int)}
    names = (
        Name(**{key: plain(value) for key, value in name.items() if key in ("family", "given")})
        if "literal" not in name
        else Name(literal=plain(name["literal"]))
        for name in names_of(item.get("author"))
    )
    issued, accessed = item.get("issued"), item.get("accessed")
    return Entry(
        id=plain(str(item.get("id") or "")),
        type=plain(str(item.get("type") or "")),
        texts={name: value for name, value in texts.items() if value},
        author=tuple(names),
        issued=day_from(issued) if isinstance(issued, str | dict) else None,
        inferred=isinstance(issued, dict) and bool(issued.get("circa")),
        language=plain(str(item.get("language") or "")),
        sha256=sha256_in(str(item.get("note") or "")),
        accessed=day_from(accessed) if isinstance(accessed, str | dict) else None,
    )


def _untagged(text: str) -> str:
    """Return a text without the marks of italics and case that CSL processors read in it."""
    return plain(re.sub(r"</?(?:i|b|sc|sub|sup|span(?:\s[^<>]{0,80})?)>", "", text))
