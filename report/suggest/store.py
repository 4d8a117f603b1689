"""`suggestions.yaml` ↔ suggestions and what was decided about them.

The file is the program's own: it is written anew at each run, in a stable order. What was decided
stays in it, so that nothing is proposed twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.model.place import Place
from report.model.problem import Problems
from report.suggest.grouping import Group, group
from report.suggest.suggestion import Suggestion, SuggestionKind

FILE = "suggestions.yaml"
_LIMIT = 256 * MEBIBYTE  # some thousand documents
_LINE = re.compile(r"(?:      - |  (?P<id>[a-z][0-9a-f]{7}): )(?P<row>\{.*\})")
_READ_LINE = re.compile(r"  (?P<document>[a-z][a-z0-9-]*): (?P<mark>[0-9a-f]{16})")
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_HEAD = """\
# What the program found in the documents. Nothing of it is printed: take over what is right with
# `report review` or `report accept ID`, and refuse the rest with `report reject ID --why …`.
# This file is written anew by `report suggest`; what was decided is kept.
"""


@dataclass(frozen=True)
class Decision:
    """What was decided about a suggestion: `accepted` into which finding, or `rejected` and why."""

    accepted: bool
    finding: str = ""
    why: str = ""


@dataclass(frozen=True)
class Store:
    """The open suggestions of a dossier, in order, and the decisions by id.

    `read` has a mark of each document as it was read: what it is made of is for the reader to say.
    """

    suggestions: tuple[Suggestion, ...] = ()
    decided: Mapping[str, Decision] = field(default_factory=dict)
    read: Mapping[str, str] = field(default_factory=dict)

    @property
    def by_id(self) -> dict[str, Suggestion]:
        """The open suggestions by id."""
        return {one.id: one for one in self.suggestions}

    @cached_property
    def by_document(self) -> Mapping[str, tuple[Suggestion, ...]]:
        """The open suggestions by document."""
        found: dict[str, list[Suggestion]] = {}
        for one in self.suggestions:
            found.setdefault(one.document_id, []).append(one)
        return {name: tuple(listed) for name, listed in found.items()}

    def with_decision(self, suggestion_id: str, decision: Decision) -> Store:
        """Return the store after a decision: it is remembered, the suggestion is no longer open."""
        rest = tuple(one for one in self.suggestions if one.id != suggestion_id)
        return replace(self, suggestions=rest, decided={**self.decided, suggestion_id: decision})

    def with_suggestions(self, added: Iterable[Suggestion]) -> Store:
        """Return the store with further open suggestions."""
        return replace(self, suggestions=(*self.suggestions, *added))

    def renewed(self, found: Iterable[Suggestion], documents: Mapping[str, str]) -> Store:
        """Return the store with what was found in documents, by their marks.

        What was decided stays out.
        """
        kept = [one for one in self.suggestions if one.document_id not in documents]
        new = [one for one in found if one.id not in self.decided]
        return replace(self, suggestions=(*kept, *new), read={**self.read, **documents})


def read_store(folder: Folder, problems: Problems) -> Store:
    """Read the file; an absent one is empty. Problem: `suggestions-unread`, with the line.

    Each suggestion and each decision is one line of JSON, which is YAML too: tens of thousands are
    read at once, and nothing in the file can be larger than it looks.
    """
    try:
        data = folder.read(FILE, _LIMIT)
    except Unreadable as unreadable:
        if unreadable.problem.code != "file-missing":
            problems.extend([unreadable.problem])
        return Store()
    suggestions: list[Suggestion] = []
    decided: dict[str, Decision] = {}
    read: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            if marked := _READ_LINE.fullmatch(line):
                read[marked["document"]] = marked["mark"]
            continue
        try:
            row = json.loads(match["row"])
            if match["id"]:
                decided[match["id"]] = _decision(row)
            else:
                suggestions.append(_suggestion(row))
        except (KeyError, TypeError, ValueError, AttributeError):
            problems.add("suggestions-unread", Place(FILE, number))
            return Store()
    return Store(tuple(suggestions), decided, read)


def _decision(row: Mapping[str, str]) -> Decision:
    accepted = {"accepted": True, "rejected": False}[row["decision"]]
    return Decision(accepted, str(row.get("finding", "")), str(row.get("why", "")))


def _suggestion(row: Mapping[str, Any]) -> Suggestion:
    start, end = (int(offset) for offset in row["at"])
    first, last = (int(offset) for offset in row["about"])
    return Suggestion(
        id=str(row["id"]),
        document_id=str(row["document"]),
        kind=SuggestionKind(row["kind"]),
        paragraph=int(row["paragraph"]),
        start=start,
        end=end,
        passage=str(row["passage"]),
        mark=(first, last),
        rule=str(row["rule"]),
        confidence=float(row["confidence"]),
        fields={str(name): str(value) for name, value in row["fields"].items()},
    )


def write_store(store: Store) -> str:
    """Return the text of the file."""
    groups = [line for one in group(store.suggestions) for line in _group_lines(one)]
    lines = [_HEAD.rstrip(), "groups:" if groups else "groups: []", *groups]
    lines.append("decided:" if store.decided else "decided: {}")
    for name in sorted(store.decided):
        lines.append(f"  {name}: {_json(_decision_row(store.decided[name]))}")
    lines.append("read:" if store.read else "read: {}")
    lines += [f"  {name}: {store.read[name]}" for name in sorted(store.read)]
    return "\n".join(lines) + "\n"


def _group_lines(one: Group) -> list[str]:
    lines = [f"  - kind: {one.kind.value}", f"    about: {_json(one.about)}"]
    if one.differ:
        lines += ["    differ:", *(f"      - {_json(line)}" for line in one.differ)]
    return [*lines, "    suggestions:", *(f"      - {_json(_row(m))}" for m in one.suggestions)]


def _json(value: object) -> str:
    """Return one line that is JSON and YAML alike."""
    text = json.dumps(value, ensure_ascii=False)
    return _BREAKS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _row(one: Suggestion) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "document": one.document_id,
        "paragraph": one.paragraph,
        "passage": one.passage,
        "fields": dict(one.fields),
        "at": [one.start, one.end],
        "about": list(one.mark),
        "rule": one.rule,
        "confidence": one.confidence,
    }


def _decision_row(decision: Decision) -> dict[str, str]:
    row = {"decision": "accepted" if decision.accepted else "rejected"}
    if decision.finding:
        row["finding"] = decision.finding
    if decision.why:
        row["why"] = decision.why
    return row
