"""New values for the fields of a document's record: remarks and the order of the file stay."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from report.dossier.document_record import DOCUMENT
from report.dossier.nodes import read_nodes
from report.model.dates import PartialDate
from report.model.document import Name
from report.model.problem import Problems

Value = str | PartialDate | tuple[Name, ...]
_BEFORE = ("unknown", "custody")  # new fields stand before these


def with_fields(record: str, path: str, values: Mapping[str, Value]) -> str:
    """Return the text of a record with fields set, each no longer listed under `unknown`.

    ValueError where the new record could not be read back.
    """
    from ruamel.yaml import YAML  # late: only commands that write need it

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    data = yaml.load(record)
    for name, value in values.items():
        if name in data:
            data[name] = _plain(value)
        else:
            keys = list(data)
            at = min((keys.index(key) for key in _BEFORE if key in keys), default=len(keys))
            data.insert(at, name, _plain(value))
        if name in (data.get("unknown") or ()):
            data["unknown"].remove(name)
    if "title" in values:
        data.pop("described_title", None)
    written = io.StringIO()
    yaml.dump(data, written)
    text = written.getvalue()
    problems = Problems()
    node = read_nodes(text.encode(), path, problems)
    if node is None or DOCUMENT.read(node, problems) is None or problems.errors:
        raise ValueError("; ".join(p.message for p in problems))
    return text


def _plain(value: Value) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, PartialDate):
        return _date(value)
    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    names = ({f.name: getattr(name, f.name) for f in fields(name)} for name in value)
    return [{k: DoubleQuotedScalarString(part) for k, part in one.items() if part} for one in names]


def _date(value: PartialDate) -> object:
    """Return what is written without quotation marks."""
    if value.day is not None:
        return value.first_day
    return value.year if value.month is None else str(value)
