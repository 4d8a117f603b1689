"""The types that a field of the dossier may have: each reads a node and describes itself.

A kind turns a node into a value or adds a problem and returns None; its `schema` is its part of
the published JSON Schema, so that what is read and what editors complete are one table.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from report.dossier import nodes
from report.model.dates import PartialDate, When, parse_when
from report.model.place import Place, Text
from report.model.problem import Problems

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Schema = dict[str, Any]

MAX_TEXT = 20_000  # characters of one text: some ten pages of print
ID = re.compile(r"[a-z][a-z0-9-]*")


class Kind(Protocol[T_co]):
    """A type of field."""

    schema: Schema

    def read(self, node: nodes.Node, problems: Problems) -> T_co | None:
        """Return the value, or None after adding the problem."""
        ...


def wrong(node: nodes.Node, problems: Problems, expected: str) -> None:
    """Add the problem that the node is not what the field takes."""
    found = {nodes.Sequence: "a list", nodes.Mapping: "keys and values"}.get(type(node))
    if isinstance(node, nodes.Scalar):
        found = f"“{node.text[:40]}”" if node.text else "nothing"
    problems.add("wrong-type", node.place, expected=expected, found=found)


class TextKind:
    """Any text. Nothing written (`title:`) is a problem: a field is filled or left out."""

    def __init__(self, about: str = "text", limit: int = MAX_TEXT) -> None:
        self.about, self.limit = about, limit
        self.schema: Schema = {"type": ["string", "number", "boolean"], "maxLength": limit}

    def read(self, node: nodes.Node, problems: Problems) -> Text | None:
        """Return the text as written, white space at its ends removed."""
        if not isinstance(node, nodes.Scalar) or not node.text.strip():
            wrong(node, problems, self.about)
            return None
        if len(node.text) > self.limit:
            problems.add("text-too-long", node.place, length=len(node.text), limit=self.limit)
            return None
        return Text(node.text.strip(), node.place, node.text.raw)


class PatternKind:
    """A text of a fixed form, such as an id or a SHA-256."""

    def __init__(self, pattern: str, about: str) -> None:
        self.pattern, self.about = re.compile(pattern), about
        # YAML editors read 1 as a number: a pattern then says nothing of it.
        self.schema: Schema = {"type": ["string", "number"], "pattern": f"^(?:{pattern})$"}

    def read(self, node: nodes.Node, problems: Problems) -> Text | None:
        """Return the text where it has the form."""
        if isinstance(node, nodes.Scalar) and self.pattern.fullmatch(node.text):
            return node.text
        wrong(node, problems, self.about)
        return None


class EnumKind(Generic[T]):
    """One of a few words."""

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words
        self.schema: Schema = {"enum": [word.value for word in words]}

    def read(self, node: nodes.Node, problems: Problems) -> Any:
        """Return the member of the enumeration."""
        choices = [word.value for word in self.words]
        if isinstance(node, nodes.Scalar) and node.text in choices:
            return self.words(node.text)
        wrong(node, problems, "one of " + ", ".join(choices))
        return None


class BooleanKind:
    """`true` or `false`, nothing else: `no` may be a country."""

    schema: Schema = {"type": "boolean"}  # noqa: RUF012  a constant

    def read(self, node: nodes.Node, problems: Problems) -> bool | None:
        """Return the boolean."""
        if isinstance(node, nodes.Scalar) and node.text in ("true", "false"):
            return node.text == "true"
        wrong(node, problems, "true or false")
        return None


class WholeKind:
    """A whole number, not negative."""

    schema: Schema = {"type": "integer", "minimum": 0}  # noqa: RUF012  a constant

    def read(self, node: nodes.Node, problems: Problems) -> int | None:
        """Return the number."""
        if isinstance(node, nodes.Scalar) and re.fullmatch(r"[0-9]{1,15}", node.text):
            return int(node.text)
        wrong(node, problems, "a whole number, digits only")
        return None


WHOLE = WholeKind()


class DateKind:
    """A date of known precision; with `interval`, also two of them with a slash."""

    def __init__(self, *, interval: bool = False) -> None:
        self.interval = interval
        date = r"\d{4}(-\d{2}(-\d{2})?)?"
        pattern = f"^{date}(/{date})?$" if interval else f"^{date}$"
        self.schema: Schema = {"type": ["string", "integer"], "pattern": pattern}

    def read(self, node: nodes.Node, problems: Problems) -> Any:
        """Return a PartialDate or, for an interval, a DateSpan."""
        if isinstance(node, nodes.Scalar):
            try:
                when: When = parse_when(node.text)
            except ValueError:
                pass
            else:
                if self.interval or isinstance(when, PartialDate):
                    return when
        about = "a date as 2022, 2022-01 or 2022-01-06"
        wrong(node, problems, f"{about}, or two of them with a slash" if self.interval else about)
        return None


class AddressKind:
    """A web address: http or https only."""

    schema: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}  # noqa: RUF012

    def read(self, node: nodes.Node, problems: Problems) -> Text | None:
        """Return the address."""
        if isinstance(node, nodes.Scalar) and not re.search(r"\s", node.text):
            try:
                parts = urlsplit(node.text)
            except ValueError:
                parts = urlsplit("")
            if parts.scheme in ("http", "https") and parts.hostname:
                return node.text
        wrong(node, problems, "a web address that begins with https:// or http://")
        return None


class ListKind(Generic[T]):
    """A list of one kind. A single value is not a list: it is said, not guessed."""

    def __init__(self, item: Kind[T], *, filled: bool = False, most: int = 0) -> None:
        self.item, self.filled, self.most = item, filled, most
        self.schema: Schema = {"type": "array", "items": item.schema}
        self.schema |= {"minItems": 1} if filled else {}
        self.schema |= {"maxItems": most} if most else {}

    def read(self, node: nodes.Node, problems: Problems) -> tuple[T, ...] | None:
        """Return the values that could be read."""
        if not isinstance(node, nodes.Sequence):
            wrong(node, problems, "a list")
            return None
        if self.filled and not node.items:
            problems.add("empty-list", node.place)
            return None
        if self.most and len(node.items) > self.most:
            found = f"{len(node.items)} of them"
            problems.add("wrong-type", node.place, expected=f"at most {self.most}", found=found)
        values = (self.item.read(item, problems) for item in node.items)
        return tuple(value for value in values if value is not None)


IDENTIFIER = PatternKind(ID.pattern, "an id: small letters, digits and hyphens, a letter first")
IDENTIFIERS = ListKind(IDENTIFIER)
SHA256 = PatternKind(r"[0-9a-f]{64}", "64 characters of 0-9 and a-f")


class TableKind(Generic[T]):
    """Ids with one kind of value each, such as the measures of a dossier."""

    def __init__(self, item: Kind[T]) -> None:
        self.item = item
        self.schema: Schema = {
            "type": "object",
            "propertyNames": {"pattern": f"^{ID.pattern}$"},
            "additionalProperties": item.schema,
        }

    def read(self, node: nodes.Node, problems: Problems) -> tuple[tuple[Text, T], ...] | None:
        """Return the pairs of id and value."""
        if not isinstance(node, nodes.Mapping):
            wrong(node, problems, "ids with their values")
            return None
        pairs = []
        for key, inner in node.items:
            if not ID.fullmatch(key):
                problems.add("wrong-id", key.place, id=key[:40])
            value = self.item.read(inner, problems)
            if value is not None:
                pairs.append((key, value))
        return tuple(pairs)


@dataclass(frozen=True)
class Field:
    """One field of a record: its kind, whether it must be there, what it means to a user."""

    kind: Kind[Any]
    about: str
    required: bool = False


Build = Callable[[dict[str, Any], Place], T]


class RecordKind(Generic[T]):
    """Keys with values, each a field; `build` makes the model's type of those that were read."""

    def __init__(self, name: str, fields: dict[str, Field], build: Build[T]) -> None:
        self.name, self.fields, self.build = name, fields, build
        self.schema: Schema = {
            "type": "object",
            "properties": {
                key: {**field.kind.schema, "description": field.about}
                for key, field in fields.items()
            },
            "required": [key for key, field in fields.items() if field.required],
            "additionalProperties": False,
        }

    def read(self, node: nodes.Node, problems: Problems) -> T | None:
        """Return the record, or None where a required field is missing or wrong."""
        if not isinstance(node, nodes.Mapping):
            wrong(node, problems, f"the fields of {self.name}")
            return None
        values: dict[str, Any] = {}
        failed = False
        present = {str(key) for key, _ in node.items}
        for key, inner in node.items:
            field = self.fields.get(str(key))
            if field is None:
                _unknown_key(key, list(self.fields), self.name, problems)
                continue
            value = field.kind.read(inner, problems)
            if value is not None:
                values[str(key)] = value
            failed = failed or (value is None and field.required)
        for name, field in self.fields.items():
            if field.required and name not in present:
                self._missing(node, name, problems)
                failed = True
        return None if failed else self.build(values, node.place)

    def _missing(self, node: nodes.Mapping, name: str, problems: Problems) -> None:
        about = self.fields[name].about
        problems.add("missing-field", node.place, field=name, record=self.name, about=about)


def _unknown_key(key: Text, known: Sequence[str], record: str, problems: Problems) -> None:
    close = difflib.get_close_matches(str(key), known, n=1)
    hint = f"write “{close[0]}”" if close else "known here: " + ", ".join(known)
    problems.add("unknown-key", key.place, key=key[:40], record=record, hint=hint)


class ChoiceKind:
    """One of several forms, told apart by the node's shape."""

    def __init__(self, about: str, by_shape: dict[type, Kind[Any]]) -> None:
        self.about, self.by_shape = about, by_shape
        self.schema: Schema = {"anyOf": [kind.schema for kind in by_shape.values()]}

    def read(self, node: nodes.Node, problems: Problems) -> Any:
        """Return what the kind for the node's shape reads."""
        kind = self.by_shape.get(type(node))
        if kind is None:
            wrong(node, problems, self.about)
            return None
        return kind.read(node, problems)
