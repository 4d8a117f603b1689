"""YAML text → nodes that know their file, line and column; scalars stay text.

Reads by events with bounds on depth, size and aliases, so that hostile YAML costs nothing, and
constructs no values: what a scalar means is for the field's type to say (`no`, `2022-01` and
`2,600` stay what was written).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from report.model.characters import FORBIDDEN_IN_FILES, code_point
from report.model.place import Place, Text
from report.model.problem import Problems

MAX_DEPTH = 24
MAX_NODES = 400_000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """One value as written."""

    text: Text
    plain: bool

    @property
    def place(self) -> Place:
        """Where the value starts."""
        return self.text.place


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Mapping:
    """Keys with their nodes, in the order of the file; duplicate keys are already told."""

    items: tuple[tuple[Text, Node], ...]
    place: Place


Node = Scalar | Sequence | Mapping


class _Refused(Exception):  # noqa: N818  a signal within this module
    """The file is hostile or not of our kind; the problem is already added."""


def read_nodes(data: bytes, path: str, problems: Problems) -> Node | None:
    """Return the root node of the YAML file `path`, or None where nothing can be read."""
    source = _decode(data, path, problems)
    if source is None or not _honest(source, path, problems):
        return None
    try:
        return _Composer(source, path, problems).compose()
    except _Refused:
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        why = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        problems.add("yaml-syntax", place, why=_plainly(str(why), source, place.line))
        return None


# What the parser says, by its beginning, in the words of those who write dossiers.
_SAID = {
    "mapping values are not allowed": "a colon stands where no key can be",
    "could not find expected ':'": "a key has no colon behind it",
    "did not find expected key": "this line is not indented like the ones before it",
    "did not find expected ',' or": "a comma or a closing bracket is missing before this",
    "did not find expected '-' indicator": "this line is not indented like the ones before it",
    "found unexpected end of stream": "a quotation mark is opened and never closed",
    "found unexpected document indicator": "a quotation mark is opened and never closed",
    "found character that cannot start any token": "no value can begin with this sign",
    "found unknown escape character": "the sign behind this \\ has no meaning",
    "found a tab character": "a tab stands where spaces must be",
    "block sequence entries are not allowed": "a list begins where none can be",
}


_CURLY = re.compile(r"(?:[:\[{,-]|^)\s*[“”„]")  # a value that begins with such a mark


def _plainly(why: str, source: str, line: int | None) -> str:
    """Say what is wrong; what writing programs put there by themselves comes first."""
    written = source.split("\n")[line - 1 : line] if line else []
    if any("\t" in text[: len(text) - len(text.lstrip())] for text in written):
        return "a tab stands where spaces must be"
    if any(_CURLY.search(text) for text in written):
        return 'a text begins with a curly quotation mark: write straight ones (")'
    return next((plain for said, plain in _SAID.items() if why.startswith(said)), why)


def _decode(data: bytes, path: str, problems: Problems) -> str | None:
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        problems.add("wrong-encoding", Place(path, line), path=path)
        return None
    return source.replace("\r\n", "\n")


def _honest(source: str, path: str, problems: Problems) -> bool:
    match = None
    for match in FORBIDDEN_IN_FILES.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        column = match.start() - source.rfind("\n", 0, match.start())
        character = code_point(match.group())
        problems.add("forbidden-character", Place(path, line, column), character=character)
        if len(problems) > 50:
            break
    return match is None


class _Composer:
    """Builds nodes out of the parser's events."""

    def __init__(self, source: str, path: str, problems: Problems) -> None:
        self.source, self.path, self.problems = source, path, problems
        self.events: Iterator[yaml.Event] = yaml.parse(source, Loader=_Loader)
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def compose(self) -> Node | None:
        """Return the only document's root."""
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse("yaml-documents", event)
                root = self._node(next(self.events), 0)
        return root

    def _refuse(self, code: str, event: yaml.Event) -> None:
        self.problems.add(code, self._place(event))
        raise _Refused

    def _place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1)

    def _grow(self, event: yaml.Event, by: int = 1) -> None:
        self.count += by
        if self.count > MAX_NODES:
            self._refuse("yaml-expansion", event)

    def _node(self, event: Any, depth: int) -> Node:
        before = self.count
        self._grow(event)
        if depth > MAX_DEPTH:
            self._refuse("yaml-depth", event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if getattr(event, "tag", None):
            self._refuse("yaml-tag", event)
        if isinstance(event, yaml.ScalarEvent):
            node: Node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before)
        return node

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self.anchors:
            self._refuse("yaml-alias", event)
        node, size = self.anchors[event.anchor]
        self._grow(event, size)
        return node

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        raw = self.source[start:end]
        place = self._place(event)
        plain = not event.style
        if plain and raw:
            self._lost_after_hash(end, place)
        if event.style in ("|", ">"):
            _, _, raw = raw.partition("\n")
            place = Place(self.path, place.line + 1, 1)
        return Scalar(Text(event.value, place, raw), plain)

    def _lost_after_hash(self, end: int, place: Place) -> None:
        """`title: Case #7` would lose "#7": a comment has a space behind its #."""
        line = self.source[end : self.source.find("\n", end) % (len(self.source) + 1)]
        match = re.match(r"[ \t]+#(?=[^\s#!-])", line)
        if match:
            self.problems.add("hash-in-text", place, lost=line.strip()[:40])

    def _sequence(self, event: yaml.Event, depth: int) -> Sequence:
        items = []
        for inner in self.events:
            if isinstance(inner, yaml.SequenceEndEvent):
                break
            items.append(self._node(inner, depth + 1))
        return Sequence(tuple(items), self._place(event))

    def _mapping(self, event: yaml.Event, depth: int) -> Mapping:
        items: dict[str, tuple[Text, Node]] = {}
        for inner in self.events:
            if isinstance(inner, yaml.MappingEndEvent):
                break
            key = self._node(inner, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self._refuse("yaml-key", inner)
                continue
            if key.text in items:
                first = items[key.text][0].place
                self.problems.add("duplicate-key", key.place, key=key.text, line=first.line)
                continue
            items[str(key.text)] = (key.text, value)
        return Mapping(tuple(items.values()), self._place(event))
