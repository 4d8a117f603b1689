"""The entries that every format of references is read into and written from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from report.citations.reference import date_of
from report.model.characters import FORBIDDEN_IN_FILES
from report.model.dates import PartialDate
from report.model.document import Document, Name

INFERRED = "date inferred"  # in a note, where a format has no mark for it
SHA256 = re.compile(r"sha-?256:?\s*([0-9a-f]{64})", re.IGNORECASE)
TEXTS = ("title", "container-title", "publisher", "URL", "genre", "number")
MOST_ENTRIES = 20_000
_LONGEST = 1_000


class Unreadable(Exception):  # noqa: N818  a file, not an error of ours
    """A file of references cannot be read; `why` in words, `line` from 1."""

    def __init__(self, why: str, line: int = 1) -> None:
        super().__init__(why)
        self.why, self.line = why, line


@dataclass(frozen=True)
class Entry:
    """One reference. `texts` has the CSL fields of `TEXTS` that it states.

    `inferred`: the document does not state its date; it must never come back as one that it states.
    """

    id: str
    type: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    author: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    inferred: bool = False
    language: str = ""
    sha256: str = ""
    accessed: PartialDate | None = None


def entry_of(document: Document) -> Entry:
    """Return the entry of a record; a title of our own stands in square brackets."""
    own = document.title or f"[{document.described_title}]"
    values = (own, document.container_title, document.publisher, document.url)
    texts = dict(zip(TEXTS, (*values, document.genre, document.number), strict=True))
    return Entry(
        document.id,
        document.type,
        {name: str(value) for name, value in texts.items() if value},
        document.author,
        document.issued,
        document.issued_basis.startswith("inferred"),
        document.language,
        document.custody.sha256,
    )


def name_from(text: str) -> Name | None:
    """Read `Family, Given` or the name of an organisation."""
    family, comma, given = (part.strip() for part in plain(text).partition(","))
    if comma and family and given:
        return Name(family=family, given=given)
    return Name(literal=plain(text)) if plain(text) else None


def written(name: Name) -> str:
    """Write a name as `Family, Given`, or whole."""
    return name.literal or ", ".join(filter(None, (name.family, name.given)))


def day_from(value: object) -> PartialDate | None:
    """Read a date of any precision; None for intervals, words, and what is no date."""
    if isinstance(value, str):
        value = "-".join(part.zfill(2) for part in re.findall(r"\d+", value)[:3])
    date = date_of(value)
    return date if isinstance(date, PartialDate) else None


def plain(text: str) -> str:
    """Return a text as one line, bounded, without signs that hide or steer."""
    return " ".join(FORBIDDEN_IN_FILES.sub(" ", text).split())[:_LONGEST]


def note_of(entry: Entry) -> str:
    """Return what a note carries: the hash of the file, and whether the date was inferred."""
    parts = (f"sha256: {entry.sha256}" if entry.sha256 else "", INFERRED if entry.inferred else "")
    return "; ".join(filter(None, parts))


def sha256_in(note: str) -> str:
    """Return the hash that a note carries, or nothing."""
    found = SHA256.search(note)
    return found.group(1).lower() if found else ""
