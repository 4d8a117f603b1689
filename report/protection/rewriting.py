"""A record of the model → the same record with other texts: each text rewritten, all else kept.

Walks whatever the model is made of, so that a field which is added later is walked too. A text
that was read from a file keeps its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from report.model.place import Place, Text

T = TypeVar("T")


Rewrite = Callable[[str, Any, str], str]
"""Gives the new text for a text, the record that has it and the name of its field."""


def rewritten(record: T, rewrite: Rewrite) -> T:
    """Return the record with every text rewritten; the very same where nothing changed."""
    changed = {
        field.name: new
        for field in fields(record)  # type: ignore[arg-type]
        if field.init
        and (new := _value(old := getattr(record, field.name), record, field.name, rewrite))
        is not old
    }
    return replace(record, **changed) if changed else record  # type: ignore[type-var]


def _value(value: Any, owner: Any, name: str, rewrite: Rewrite) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        new = rewrite(value, owner, name)
        return value if new == value else _at_its_place(new, value)
    if isinstance(value, tuple):
        items = tuple(_value(one, owner, name, rewrite) for one in value)
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    if isinstance(value, Mapping):
        table = {key: _value(one, owner, name, rewrite) for key, one in value.items()}
        return value if all(table[key] is value[key] for key in table) else table
    if is_dataclass(value) and not isinstance(value, (type, Place)):
        return rewritten(value, rewrite)
    return value


def _at_its_place(new: str, old: str) -> str:
    return Text(new, old.place, old.raw) if isinstance(old, Text) else new


Told = tuple[str, Place, Any, str]


def texts_of(record: Any, place: Place) -> Iterator[Told]:
    """Yield every text of a record: the text, its place or that of its record, owner and field."""
    own = getattr(record, "place", place)
    for field in fields(record):
        yield from _texts(getattr(record, field.name), own, record, field.name)


def _texts(value: Any, place: Place, owner: Any, name: str) -> Iterator[Told]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value, value.place if isinstance(value, Text) else place, owner, name
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _texts(one, place, owner, name)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(key, place, owner, name)
            yield from _texts(one, place, owner, name)
    elif is_dataclass(value) and not isinstance(value, (type, Place)):
        yield from texts_of(value, place)
