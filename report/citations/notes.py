"""The citations of a whole brief, in order → its footnotes in one language.

Full at first, short later, “Ibid.” for the document that alone stands in the note before. Knows
no page and no paragraph of the brief.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from report.citations.locators import Locator, locator_label, merged
from report.citations.marked import Field, Fields
from report.citations.reference import Reference, names_of
from report.citations.style import Style
from report.model.problem import Stop, problem

if TYPE_CHECKING:
    from report.citations.engine import Engine

_NATIVE = frozenset("0123456789–")
_NB_SPACE = "\u00a0"


@dataclass(frozen=True)
class Cite:
    """One citation in a note: `Cite("voa-2022", ("3", "5"), "para.")`.

    `label` is the kind of the locators, a CSL label or what a mark writes.
    """

    document_id: str
    locators: tuple[str, ...] = ()
    label: str = "paragraph"


@dataclass(frozen=True)
class NoteText:
    """A footnote, counted from 1: an HTML fragment (<i>, <b>, <span> only), and plain text."""

    number: int
    html: str
    plain: str
    document_ids: tuple[str, ...]


@dataclass(frozen=True)
class _Merged:
    document_id: str
    locators: tuple[Locator, ...]


@dataclass(frozen=True)
class _Placed:
    """A citation with its place in the sequence: all that its text depends on."""

    cite: _Merged
    positions: frozenset[str]
    first_note: int


class Notes:
    """Makes the footnotes of a brief in one language.

    `items` are all documents that may be cited, in the order of the list of documents. Stop
    (exit code 1) with citation-language-unknown where the language has no locale.
    """

    def __init__(
        self,
        style: Style,
        lang: str,
        items: Sequence[Reference],
        locale_folder: Path | None = None,
    ) -> None:
        self._style = style
        self._lang = lang
        self._engine = started(style, lang, locale_folder)
        self._items = {item.id: item for item in items}
        self._numbers = {item.id: number for number, item in enumerate(items, start=1)}
        self._fields = Fields()
        self._texts: dict[_Placed, str] = {}

    def cite(self, refs: Sequence[Sequence[Cite]]) -> tuple[NoteText, ...]:
        """Return the text of each note. `refs` has one entry a note, empty where it cites nothing.

        A document cited twice in a note is cited once, with all its places. Stop (exit code 1)
        with citation-term-missing or citation-style-fails.
        """
        notes = [_merge(note) for note in refs]
        first = _first_notes(notes)
        ambiguous = self._ambiguous(first)
        texts = []
        for number, placed in enumerate(_place(notes, first, self._engine.near), start=1):
            with running(self._style, self._lang, self._engine):
                marked = self._engine.note([self._text(each, ambiguous) for each in placed])
                printed = self._fields.printed(marked, self._lang, self._engine.quotes)
            ids = tuple(each.cite.document_id for each in placed)
            texts.append(NoteText(number, printed.html, printed.plain, ids))
        return tuple(texts)

    def _ambiguous(self, first: Mapping[str, int]) -> frozenset[str]:
        """Return the documents that author and note number alone do not tell apart."""
        known_by = {id_: (_authors(self._items[id_]), number) for id_, number in first.items()}
        count = Counter(known_by.values())
        return frozenset(id_ for id_, key in known_by.items() if count[key] > 1)

    def _text(self, placed: _Placed, ambiguous: frozenset[str]) -> str:
        if placed in self._texts:
            return self._texts[placed]
        from report.citations.engine import Item
        from report.citations.records import Records

        cite = placed.cite
        records = Records(self._fields, self._engine.words, self._style.house)
        record = records.record(
            self._items[cite.document_id], placed.first_note, cite.document_id in ambiguous
        )
        number = self._numbers[cite.document_id]
        item = Item(record, number, placed.positions, self._locator(cite.locators))
        text = self._engine.cite(item)
        self._texts[placed] = text
        return text

    def _locator(self, locators: tuple[Locator, ...]) -> Any:
        """Return the place for the style to label; labelled already where a style could not."""
        if not locators:
            return None
        from citeproc.source import Locator as Place

        words = self._engine.words
        label, values = locators[0].label, locators[0].values
        follows = words.text(label, "short").startswith("-")
        if len(locators) == 1 and not follows and all(set(value) <= _NATIVE for value in values):
            return Place(label, self._listed(values))
        text = ", ".join(self._labelled(locator) for locator in locators)
        return Place("", self._fields.stand_in(Field(text)))

    def _labelled(self, locator: Locator) -> str:
        plural = len(locator.values) > 1 or "–" in locator.values[0]
        term = self._engine.words.text(locator.label, "short", plural)
        values = self._listed(locator.values)
        return f"{values}{term}" if term.startswith("-") else f"{term}{_NB_SPACE}{values}"

    def _listed(self, values: Sequence[str]) -> str:
        if len(values) == 1:
            return values[0]
        joining = self._engine.words.text("and")
        return f"{', '.join(values[:-1])} {joining} {values[-1]}"


def _authors(item: Reference) -> tuple[str, ...]:
    names = names_of(item.csl.get("author"))
    short = tuple(name.get("family") or name.get("literal", "") for name in names)
    return short or (item.id,)


def _merge(note: Sequence[Cite]) -> tuple[_Merged, ...]:
    together: dict[str, list[Cite]] = {}
    for cite in note:
        together.setdefault(cite.document_id, []).append(cite)
    return tuple(
        _Merged(
            document_id,
            merged(Locator(locator_label(c.label), c.locators) for c in cites if c.locators),
        )
        for document_id, cites in together.items()
    )


def _first_notes(notes: Sequence[Sequence[_Merged]]) -> dict[str, int]:
    first: dict[str, int] = {}
    for number, note in enumerate(notes, start=1):
        for cite in note:
            first.setdefault(cite.document_id, number)
    return first


def _place(
    notes: Sequence[Sequence[_Merged]], first: Mapping[str, int], near: int
) -> list[tuple[_Placed, ...]]:
    placed = []
    last: dict[str, int] = {}
    before: Sequence[_Merged] = ()
    for number, note in enumerate(notes, start=1):
        row = []
        for index, cite in enumerate(note):
            distance = number - last.get(cite.document_id, number)
            positions = {"subsequent"} if distance else {"first"}
            positions |= {"near-note"} if 0 < distance <= near else set()
            if index == 0 and len(before) == 1 and before[0].document_id == cite.document_id:
                positions |= _ibid(before[0], cite)
            first_note = first[cite.document_id] if distance else 0
            row.append(_Placed(cite, frozenset(positions), first_note))
        last |= {cite.document_id: number for cite in note}
        placed.append(tuple(row))
        before = note
    return placed


def _ibid(before: _Merged, cite: _Merged) -> set[str]:
    """CSL 1.0.2, position: without a place of its own a citation repeats the place before it."""
    if before.locators == cite.locators:
        return {"ibid"}
    return {"ibid", "ibid-with-locator"} if cite.locators else set()


def started(style: Style, lang: str, folder: Path | None) -> Engine:
    """Return the engine of a style in a language, or Stop with citation-language-unknown."""
    from report.citations.engine import engine_for

    try:
        engine = engine_for(style, lang, folder)
    except FileNotFoundError:
        engine = None
    if engine is None or (style.house and not engine.speaks):
        raise Stop(1, problem("citation-language-unknown", style.place, lang=lang))
    return engine


class running:  # noqa: N801  read as `with running(…)`
    """Turns what a style does wrong while it runs into problems."""

    def __init__(self, style: Style, lang: str, engine: Engine) -> None:
        self._style, self._lang, self._engine = style, lang, engine

    def __enter__(self) -> None:
        self._engine.words.missing.clear()

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        name, place = self._style.name, self._style.place
        if kind is not None and (not issubclass(kind, Exception) or issubclass(kind, Stop)):
            return
        if missing := sorted(self._engine.words.missing):
            found = (
                problem("citation-term-missing", place, term=term, lang=self._lang, name=name)
                for term in missing
            )
            raise Stop(1, *found) from None
        if kind is not None:
            raise Stop(1, problem("citation-style-fails", place, name=name)) from None
