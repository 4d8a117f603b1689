"""RIS → entries, and back (tags as Zotero and EndNote write them)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.citations.exchange.entries import (
    INFERRED,
    MOST_ENTRIES,
    Entry,
    Unreadable,
    day_from,
    name_from,
    note_of,
    plain,
    sha256_in,
    written,
)

_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?$")
_KINDS = {
    "article-newspaper": "NEWS",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article": "GEN",
    "webpage": "ELEC",
    "report": "RPRT",
    "book": "BOOK",
    "speech": "GEN",
    "post-weblog": "BLOG",
}
_FIELDS = {
    "TI": "title",
    "T1": "title",
    "T2": "container-title",
    "JO": "container-title",
    "JF": "container-title",
    "PB": "publisher",
    "UR": "URL",
    "M3": "genre",
    "SE": "number",
}
_IN_SECTIONS = ("NEWS", "MGZN", "JOUR")  # their SE is a section of the paper, no number
_WRITTEN = {"title": "TI", "container-title": "T2", "publisher": "PB", "URL": "UR", "genre": "M3"}


def write_ris(entries: Sequence[Entry]) -> str:
    """Return RIS, one reference after the other."""
    return "\n".join("\n".join(_lines(entry)) + "\n" for entry in entries)


def _lines(entry: Entry) -> Iterator[str]:
    yield f"TY  - {_KINDS.get(entry.type, 'GEN')}"
    yield f"ID  - {entry.id}"
    for name in entry.author:
        yield f"AU  - {plain(written(name))}"
    tags = {**_WRITTEN, "number": "SE"}
    for field, value in entry.texts.items():
        yield f"{tags[field]}  - {plain(value)}"
    if entry.issued:
        yield f"DA  - {str(entry.issued).replace('-', '/')}"
        yield f"PY  - {entry.issued.year}"
    if entry.language:
        yield f"LA  - {entry.language}"
    if note_of(entry):
        yield f"N1  - {note_of(entry)}"
    yield "ER  - "


def read_ris(text: str) -> list[Entry]:
    """Return the entries of a RIS file; a line without a tag goes on with the one before."""
    entries: list[Entry] = []
    tags: list[tuple[str, str]] = []
    for line in text.splitlines():
        match = _LINE.match(line.rstrip())
        if match and match[1] == "ER":
            entries.append(_entry(tags))
            tags = []
        elif match:
            tags.append((match[1], (match[2] or "").strip()))
        elif tags and line.strip():
            tags[-1] = (tags[-1][0], f"{tags[-1][1]} {line.strip()}")
        if len(entries) > MOST_ENTRIES:
            raise Unreadable("it has more references than a library")
    if tags:
        raise Unreadable("its last reference has no end (ER)", text.count("\n") + 1)
    if not entries:
        raise Unreadable("no reference begins in it (TY)")
    return entries


def _entry(tags: list[tuple[str, str]]) -> Entry:
    texts: dict[str, str] = {}
    given = dict(reversed(tags))
    for tag, value in tags:
        section = tag == "SE" and given.get("TY") in _IN_SECTIONS
        if tag in _FIELDS and plain(value) and not section:
            texts.setdefault(_FIELDS[tag], plain(value))
    notes = " ".join(value for tag, value in tags if tag in ("N1", "AB"))
    authors = (name_from(value) for tag, value in tags if tag in ("AU", "A1"))
    day = day_from(given.get("DA", "")) or day_from(given.get("PY", given.get("Y1", "")))
    kinds = {ris: kind for kind, ris in reversed(_KINDS.items())}
    return Entry(
        id=plain(given.get("ID", "")),
        type=kinds.get(given.get("TY", ""), "document"),
        texts=texts,
        author=tuple(name for name in authors if name),
        issued=day,
        inferred=INFERRED in notes,
        language=plain(given.get("LA", "")),
        sha256=sha256_in(notes),
        accessed=day_from(given.get("Y2", "")),
    )
