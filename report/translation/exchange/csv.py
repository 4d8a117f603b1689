"""A sheet as a table in CSV, for spreadsheets; and back.

A spreadsheet takes a text that begins with = + - or @ for a formula: such a text goes out behind an
apostrophe, which is taken off again.
"""

from __future__ import annotations

import csv
import io
import re

from report.model.place import Place
from report.model.problem import Problems
from report.translation.exchange.reading import decoded
from report.translation.exchange.sheet import MAX_UNITS, Returned, ReturnedUnit, Sheet
from report.translation.exchange.table import column_langs, is_final, state_words

_FORMULA = re.compile(r"[=+\-@'\t\r]")
_GUARDED = re.compile(r"\A'(?=[=+\-@'\t\r])")
_COLUMNS = 4


def write_csv(sheet: Sheet) -> bytes:
    """Return the table in UTF-8 with the mark that spreadsheets need."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(["key", sheet.source_lang, sheet.lang, "state", "previous source"])
    for unit in sheet.units:
        texts = (unit.key, unit.source, unit.target, state_words(unit.state), unit.previous)
        table.writerow([_guarded(text) for text in texts])
    return written.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def read_csv(data: bytes, path: str, problems: Problems) -> Returned | None:
    """Read a returned table, whatever sign a spreadsheet has put between its columns."""
    text = decoded(data, path, problems)
    if text is None:
        return None
    first = text.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        problems.add("exchange-format", Place(path), path=path, why=f"its table is broken: {error}")
        return None
    langs = column_langs(rows[0]) if rows else None
    if langs is None:
        why = "its first row does not name the columns key, language, language, state"
        problems.add("exchange-format", Place(path), path=path, why=why)
        return None
    return Returned(langs[1], tuple(_units(rows[1:], path)), Place(path))


def _units(rows: list[list[str]], path: str) -> list[ReturnedUnit]:
    units = []
    for number, row in enumerate(rows[:MAX_UNITS], 2):
        if any(cell.strip() for cell in row):
            cells = [_GUARDED.sub("", cell, count=1) for cell in [*row, "", "", "", ""][:_COLUMNS]]
            key, source, target, state = cells
            units.append(
                ReturnedUnit(key.strip(), source, target, is_final(state), Place(path, number))
            )
    return units
