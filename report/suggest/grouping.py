"""Suggestions → groups that belong side by side: one measure in several documents, one speaker.

Nothing is merged or settled: where figures differ, the difference is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.suggest.suggestion import Suggestion, SuggestionKind

_ORDER = list(SuggestionKind)
_SAID = {
    "about": "about ",
    "more-than": "more than ",
    "at-least": "at least ",
    "up-to": "up to ",
    "fewer-than": "fewer than ",
}


@dataclass(frozen=True)
class Group:
    """Suggestions of one kind about one thing. `differ`: what each source says, where they do."""

    kind: SuggestionKind
    about: str
    suggestions: tuple[Suggestion, ...]
    differ: tuple[str, ...] = ()


def group(suggestions: Iterable[Suggestion]) -> tuple[Group, ...]:
    """Group suggestions; the same input gives the same order."""
    table: dict[tuple[int, str], list[Suggestion]] = {}
    for one in suggestions:
        table.setdefault((_ORDER.index(one.kind), _about(one)), []).append(one)
    return tuple(_group(_ORDER[kind], about, table[kind, about]) for kind, about in sorted(table))


def _group(kind: SuggestionKind, about: str, members: list[Suggestion]) -> Group:
    ordered = tuple(sorted(members, key=_place))
    return Group(kind, about, ordered, _differences(ordered))


def _place(one: Suggestion) -> tuple[str, str, int, str]:
    return (one.fields.get("as_of", ""), one.document_id, one.start, one.id)


def _about(one: Suggestion) -> str:
    fields = one.fields
    if one.kind is SuggestionKind.FIGURE:
        return fields.get("measure") or fields["counts"].split()[-1].lower()
    if one.kind in (SuggestionKind.QUOTATION, SuggestionKind.CALL):
        return fields.get("attributed_to") or fields.get("by") or one.document_id
    if one.kind is SuggestionKind.EVENT:
        return fields["date"]
    if one.kind is SuggestionKind.PERSON:
        return fields["name"].split()[-1]
    return one.document_id if one.kind is SuggestionKind.HIGHLIGHT else fields["name"]


def _differences(members: Sequence[Suggestion]) -> tuple[str, ...]:
    """Say each value with who said it and when, where a measure has more than one."""
    figures = [one for one in members if one.kind is SuggestionKind.FIGURE]
    values = {(one.fields["value"].lower(), one.fields["bound"]) for one in figures}
    if len(values) < 2:
        return ()
    return tuple(said(one) for one in figures)


def said(one: Suggestion) -> str:
    """Say a figure in a line: more than 160 people killed (Reports, 2022; document)."""
    fields = one.fields
    bound = _SAID.get(fields["bound"], "")
    when = f", {fields['as_of']}" if fields.get("as_of") else ""
    counted = f"{bound}{fields['value']} {fields['counts']}"
    who = fields.get("attributed_to", "the document")
    return f"{counted} ({who}{when}; {one.document_id})"
