"""The documents → the list of documents of a brief, with what each does not state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from report.citations.marked import Fields
from report.citations.notes import running, started
from report.citations.reference import Reference, date_of
from report.citations.style import Style

if TYPE_CHECKING:
    from report.citations.locales import Words


@dataclass(frozen=True)
class Entry:
    """One document of the list. `remarks` are part of `html` and `plain` too."""

    document_id: str
    html: str
    plain: str
    remarks: tuple[str, ...]


def bibliography(
    style: Style, lang: str, items: Sequence[Reference], locale_folder: Path | None = None
) -> tuple[Entry, ...]:
    """Return the entries in the order given, each with its remarks in square brackets.

    Stop (exit code 1) with the codes of `Notes`.
    """
    engine = started(style, lang, locale_folder)
    from report.citations.engine import Item
    from report.citations.records import Records

    fields = Fields()
    records = Records(fields, engine.words, style.house)
    entries = []
    for number, item in enumerate(items, start=1):
        with running(style, lang, engine):
            record = records.record(item)
            marked = engine.entry(Item(record, number, frozenset({"first"})))
            printed = fields.printed(marked, lang, engine.quotes)
            remarks = _remarks(item, engine.words)
        tail = _bracketed(remarks)
        html = " ".join(filter(None, (printed.html, escape(tail, quote=False))))
        plain = " ".join(filter(None, (printed.plain, tail)))
        entries.append(Entry(item.id, html, plain, remarks))
    return tuple(entries)


def _remarks(item: Reference, words: Words) -> tuple[str, ...]:
    """Say what the record lists as unknown; an inferred date is said to be inferred."""
    fields = [name for name in ("author", "publisher", "URL") if name in item.unknown]
    remarks = [words.remark(name) for name in fields if not item.csl.get(name)]
    if item.inferred:
        date = date_of(item.csl["issued"])
        text = date if isinstance(date, str) else words.date_text(date) if date else ""
        remarks.append(words.remark("inferred").replace("{}", text))
    elif "issued" in item.unknown and not item.csl.get("issued"):
        remarks.append(words.remark("issued"))
    return tuple(remarks)


def _bracketed(remarks: tuple[str, ...]) -> str:
    text = ", ".join(remarks)
    return f"[{text[0].upper()}{text[1:]}]" if text else ""
