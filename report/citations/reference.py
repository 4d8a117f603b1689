"""What a citation knows of a document: its CSL fields, and what the document does not state.

Turns a document of the model into a Reference, and References into CSL-JSON. Knows no style and
no language's words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from report.model.dates import DateSpan, PartialDate, parse_when
from report.model.document import Document, Name

DATES = ("issued", "accessed", "original-date", "submitted", "event-date")
Date = PartialDate | DateSpan | str


@dataclass(frozen=True)
class Reference:
    """One document to cite.

    `csl` has CSL-JSON names; dates as `2022-01-06`, `2022-01`, `2022`, an interval, or as
    CSL-JSON. `lang` is the language of the document's own words; `words_lang` that of the words
    which are ours (`described_title` and `genre`), to be handed over translated for other notes.
    """

    id: str
    csl: Mapping[str, object]
    described_title: str = ""
    unknown: frozenset[str] = frozenset()
    issued_basis: str = ""
    lang: str = ""
    words_lang: str = ""

    @property
    def inferred(self) -> bool:
        """Whether the date of issue was inferred, and has to print so."""
        return self.issued_basis.startswith("inferred") and bool(self.csl.get("issued"))

    @property
    def title(self) -> str:
        """The title, or the described title in square brackets."""
        own = str(self.csl.get("title") or "").strip()
        return own or (f"[{self.described_title.strip()}]" if self.described_title.strip() else "")

    @property
    def described(self) -> bool:
        """Whether the title is ours and not the document's."""
        return not str(self.csl.get("title") or "").strip() and bool(self.described_title.strip())


def reference(
    document: Document, words_lang: str, described_title: str = "", genre: str = ""
) -> Reference:
    """Return the reference of a document; give its words in `words_lang` where translated."""
    fields: dict[str, object] = {
        "type": document.type,
        "title": document.title,
        "author": [_name(name) for name in document.author],
        "container-title": document.container_title,
        "publisher": document.publisher,
        "issued": str(document.issued or ""),
        "accessed": str(document.accessed or ""),
        "URL": document.url,
        "genre": genre or document.genre,
        "number": document.number,
        "language": document.language,
    }
    return Reference(
        id=document.id,
        csl=MappingProxyType({name: value for name, value in fields.items() if value}),
        described_title=described_title or document.described_title,
        unknown=document.unknown,
        issued_basis=document.issued_basis,
        lang=document.language,
        words_lang=words_lang,
    )


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "literal": name.literal}
    return {key: value for key, value in parts.items() if value}


def names_of(value: object) -> list[dict[str, str]]:
    """Return CSL names; a plain text is an organisation. What is no name is left out."""
    if isinstance(value, str):
        value = [{"literal": value}]
    if not isinstance(value, Sequence):
        return []
    names = []
    for entry in value:
        given = entry if isinstance(entry, Mapping) else {"literal": str(entry)}
        name = {str(key): str(part).strip() for key, part in given.items() if str(part).strip()}
        if name.get("literal"):
            names.append({"literal": name["literal"]})
        elif name.get("family") or name.get("given"):
            names.append(name if name.get("family") else {"literal": name["given"]})
    return names


def date_of(value: object) -> Date | None:
    """Read a date of any precision; words that are no date stay words; None where there is none."""
    if isinstance(value, PartialDate | DateSpan) or value is None:
        return value
    if isinstance(value, Mapping):
        return _csl_date(value)
    text = str(value).strip()
    if not text:
        return None
    try:
        return parse_when(text)
    except ValueError:
        return text


def _csl_date(value: Mapping[str, object]) -> Date | None:
    literal = str(value.get("literal") or value.get("raw") or "").strip()
    parts = value.get("date-parts")
    try:
        days = [PartialDate(*(int(part) for part in day)) for day in parts]  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        days = []
    if len(days) == 2 and days[0].sort_key <= days[1].sort_key:
        return DateSpan(days[0], days[1])
    return days[0] if len(days) == 1 else literal or None


def csl_json(items: Sequence[Reference]) -> str:
    """Return the documents as CSL-JSON text, keys sorted, in the order given.

    A described title stands in square brackets; an inferred date is `circa`; what the document
    does not state is named under `custom`, which CSL-JSON keeps for such remarks.
    """
    entries = [_entry(item) for item in items]
    return json.dumps(entries, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _entry(item: Reference) -> dict[str, object]:
    entry: dict[str, object] = {}
    for name, value in item.csl.items():
        if name == "author" or name.endswith("editor") or name == "translator":
            entry[name] = names_of(value)
        elif name in DATES:
            entry[name] = _json_date(date_of(value))
        else:
            entry[name] = str(value)
    entry = {name: value for name, value in entry.items() if value}
    entry |= {"id": item.id, "type": str(item.csl.get("type") or "document")}
    if item.title:
        entry["title"] = item.title
    if item.lang:
        entry.setdefault("language", item.lang)
    if item.inferred and isinstance(entry.get("issued"), dict):
        entry["issued"] = {**entry["issued"], "circa": True}  # type: ignore[dict-item]
    custom = {"issued_basis": item.issued_basis, "unknown": sorted(item.unknown)}
    custom = {name: value for name, value in custom.items() if value}
    return entry | ({"custom": custom} if custom else {})


def _json_date(date: Date | None) -> dict[str, object]:
    if date is None:
        return {}
    if isinstance(date, str):
        return {"literal": date}
    days = [date.start, date.end] if isinstance(date, DateSpan) else [date]
    return {"date-parts": [date_parts(day) for day in days]}


def date_parts(day: PartialDate) -> list[int]:
    """Return year, month and day as far as they are known."""
    return [part for part in (day.year, day.month, day.day) if part is not None]
