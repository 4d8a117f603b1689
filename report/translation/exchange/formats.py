"""The formats of the exchange: endings, writers and readers, each loaded when it is asked for."""

from __future__ import annotations

import datetime
from pathlib import PurePath

from report.model.place import Place
from report.model.problem import Problems
from report.translation.exchange.sheet import Returned, Sheet

ENDINGS = {"po": ".po", "xliff": ".xlf", "docx": ".docx", "csv": ".csv"}
_BY_ENDING = {ending: name for name, ending in ENDINGS.items()} | {".xliff": "xliff"}


def write_sheet(sheet: Sheet, to: str, dated: datetime.datetime) -> bytes:
    """Return the sheet as a file of the format `to`; `dated` stands in what must bear a time."""
    if to == "xliff":
        from report.translation.exchange.xliff import write_xliff

        return write_xliff(sheet)
    if to == "docx":
        from report.translation.exchange.docx import write_docx

        return write_docx(sheet, dated)
    if to == "csv":
        from report.translation.exchange.csv import write_csv

        return write_csv(sheet)
    from report.translation.exchange.po import write_po

    return write_po(sheet)


def read_sheet(data: bytes, path: str, problems: Problems) -> Returned | None:
    """Read a returned file by the ending of its name; None after a problem."""
    name = _BY_ENDING.get(PurePath(path).suffix.lower())
    if name == "po":
        from report.translation.exchange.po import read_po

        return read_po(data, path, problems)
    if name == "xliff":
        from report.translation.exchange.xliff import read_xliff

        return read_xliff(data, path, problems)
    if name == "docx":
        from report.translation.exchange.docx import read_docx

        return read_docx(data, path, problems)
    if name == "csv":
        from report.translation.exchange.csv import read_csv

        return read_csv(data, path, problems)
    problems.add("exchange-format", Place(path), path=path, why="its name has another ending")
    return None
