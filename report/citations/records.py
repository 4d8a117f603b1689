"""References → the records that the engine reads, each word behind a private character.

Knows citeproc's types. The words of a document reach no style: only names keep their letters,
since styles shorten given names, and numbers, since styles test them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citeproc import DATES, NAMES, NUMBERS, VARIABLES
from citeproc.source import DateRange, LiteralDate, Name, VariableError
from citeproc.string import String

from report.citations.locales import Words, csl_date
from report.citations.marked import Field, Fields, bare
from report.citations.reference import Reference, date_of, names_of
from report.model.dates import DateSpan

_KINDS = {"URL": "url", "number": "symbol"}
_WHOLE = 48  # characters of a title that a short note prints whole
_CUT = 44


class Record(dict[str, Any]):
    """A document as citeproc's elements read it."""

    def __missing__(self, key: str) -> Any:
        raise VariableError(key)

    def __getattr__(self, name: str) -> Any:
        return self[name]


class Records:
    """Makes records; `house` follows the rules of the project's own style."""

    def __init__(self, fields: Fields, words: Words, house: bool) -> None:
        self._fields = fields
        self._words = words
        self._house = house

    def record(self, item: Reference, first_note: int = 0, ambiguous: bool = False) -> Record:
        """Return the record of a document, first cited in note `first_note` (0: not in a note).

        `ambiguous` documents share author and first note with another: they keep a short title.
        """
        record = Record(type=str(item.csl.get("type") or "document"))
        for name, value in _fields_of(item, self._house).items():
            key = name.replace("-", "_")
            made = self._value(key, value, item) if key in VARIABLES else None
            if made:
                record[key] = made
        self._add_titles(record, item, ambiguous)
        if item.inferred:
            record["issued"] = self._inferred(item)
        if first_note:
            record["first_reference_note_number"] = String(first_note)
        return record

    def _value(self, key: str, value: object, item: Reference) -> Any:
        if key in NAMES:
            return [self._name(name, item.lang) for name in names_of(value)]
        if key in DATES:
            return self._date(value, item.lang)
        text = bare(str(value))
        if not text or key in ("title", "title_short"):
            return None
        plain = key in ("language", "page") or (key in NUMBERS and text.isdecimal())
        if plain:
            return String(text)
        lang = item.words_lang if key == "genre" else "" if key in _KINDS else item.lang
        return self._stand_in(Field(text, lang, _KINDS.get(key, "")))

    def _stand_in(self, field: Field) -> String:
        return String(self._fields.stand_in(field))

    def _name(self, name: Mapping[str, str], lang: str) -> Name:
        if "literal" in name:
            return Name(literal=self._stand_in(Field(bare(name["literal"]), lang)))
        known = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
        return Name(**{key: String(bare(name[key])) for key in known if name.get(key)})

    def _date(self, value: object, lang: str) -> Any:
        date = date_of(value)
        if isinstance(date, DateSpan):
            return DateRange(begin=csl_date(date.start), end=csl_date(date.end))
        if isinstance(date, str):
            return LiteralDate(self._stand_in(Field(bare(date), lang))) if bare(date) else None
        return csl_date(date) if date else None

    def _inferred(self, item: Reference) -> LiteralDate:
        date = date_of(item.csl["issued"])
        text = bare(date) if isinstance(date, str) else self._words.date_text(date) if date else ""
        return LiteralDate(f"[{text}]")

    def _add_titles(self, record: Record, item: Reference, ambiguous: bool) -> None:
        title = bare(item.title)
        lang = item.words_lang if item.described else item.lang
        if title:
            record["title"] = self._stand_in(Field(title, lang, unquoted=item.described))
        short = bare(str(item.csl.get("title-short") or item.csl.get("shortTitle") or ""))
        if self._house:
            needed = ambiguous or "author" not in record
            short = (short or _shortened(title)) if needed else ""
        if short:
            field = Field(short, lang, unquoted=item.described and short.startswith("["))
            record["title_short"] = self._stand_in(field)


def _fields_of(item: Reference, house: bool) -> dict[str, object]:
    """Return the fields; the house style prints no name twice and knows symbols from numbers."""
    fields = {"language": item.lang, **item.csl}
    if house:
        said = {str(item.csl.get("container-title") or "").strip().casefold()}
        authors = names_of(item.csl.get("author"))
        said |= {name.get("literal", "").casefold() for name in authors}
        if str(fields.get("publisher") or "").strip().casefold() in said:
            fields.pop("publisher", None)
        if "/" not in str(fields.get("number") or "/"):
            fields["issue"] = fields.pop("number")
    return fields


def _shortened(title: str) -> str:
    if len(title) <= _WHOLE:
        return title
    cut = title[:_CUT].rsplit(" ", 1)[0].rstrip(" ,;:.–—-")
    return f"{cut}…]" if title.startswith("[") and title.endswith("]") else f"{cut}…"
