"""A suggestion that is taken → the finding, figure or evidence that it becomes.

A statement is made of who says it and of verbatim words, of nothing else. Standing is `reported`:
a person may raise it, the program never does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from report.documents.naming import slug
from report.evidence.marks import find_quoted
from report.model.document import Document
from report.suggest.suggestion import Suggestion, SuggestionKind

_MARKDOWN = re.compile(r"([\\*_\[\]<`])")
FINDINGS = frozenset(
    {
        SuggestionKind.FIGURE,
        SuggestionKind.QUOTATION,
        SuggestionKind.CALL,
        SuggestionKind.EVENT,
        SuggestionKind.HIGHLIGHT,
    }
)


@dataclass(frozen=True)
class Manner:
    """How the dossier's language says what is not the document's own words.

    `quotes` are its pairs of quotation marks, outer and inner; `inferred` says of a date that it
    follows from that of the document ("{day}"), `per_cent` what a share is counted in ("{counts}").
    """

    quotes: Sequence[tuple[str, str]]
    inferred: str
    per_cent: str


def finding_of(
    suggestion: Suggestion,
    document: Document,
    taken: Collection[str],
    manner: Manner,
    heading: str = "",
) -> dict[str, Any]:
    """Return a finding of its own; `taken` are the ids that the dossier has.

    `heading` is that of its measure, where it is a figure.
    """
    fields = suggestion.fields
    finding_id = new_id(_named(suggestion), taken)
    finding: dict[str, Any] = {
        "id": finding_id,
        "heading": fields.get("heading") or heading or heading_of(suggestion, document),
        "statement": paragraph_of(suggestion, document, manner) + "\n",
        "standing": "reported",
    }
    when = fields.get("date") or ("" if heading else fields.get("when", ""))
    if when:
        finding["when"] = when
    if fields.get("where") and not heading:
        finding["where"] = [fields["where"]]
    finding["evidence"] = [evidence_of(suggestion, document)]
    if suggestion.kind is SuggestionKind.FIGURE:
        finding["figures"] = [figure_of(suggestion, document, [*taken, finding_id], manner)]
    return finding


def evidence_of(suggestion: Suggestion, document: Document) -> dict[str, Any]:
    """Return the passage as evidence."""
    return {
        "document": str(document.id),
        "quote": " ".join(suggestion.passage.split()),
        "wording": _wording(suggestion),
        "attributed_to": who_of(suggestion) or document.name,
    }


def figure_of(
    suggestion: Suggestion, document: Document, taken: Collection[str], manner: Manner
) -> dict[str, Any]:
    """Return a figure, its value as the document has it."""
    fields = suggestion.fields
    figure: dict[str, Any] = {
        "id": new_id(_figure_name(suggestion), taken),
        "measure": measure_of(suggestion),
        "value": _value(fields),
        "bound": fields["bound"],
        "counts": (manner.per_cent if fields.get("percent") else "{counts}").format(
            counts=fields["counts"]
        ),
    }
    for name in ("as_of", "when", "where"):
        if fields.get(name):
            figure[name] = fields[name]
    figure["attributed_to"] = who_of(suggestion) or document.name
    figure["verified"] = False
    note = _note(fields.get("as_of_basis", ""), manner)
    if note:
        figure["note"] = note
    figure["evidence"] = [evidence_of(suggestion, document)]
    return figure


def measure_of(suggestion: Suggestion) -> str:
    """Return the id of the measure: the one chosen, that of the outcome, or that of the noun."""
    fields = suggestion.fields
    return fields.get("measure") or slug(fields["counts"].split()[-1]) or "things"


def measure_label(suggestion: Suggestion, names: Mapping[str, str]) -> str:
    """Return how a new measure is called: its name in `names`, or the words of the document."""
    known = names.get(measure_of(suggestion), "")
    counts = known or re.sub(r"^[\d.,\s]+|[“”\"«»]", "", suggestion.fields["counts"]).strip()
    return counts[:1].upper() + counts[1:]


def new_id(name: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: the name, or the name with a number."""
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate


def _named(suggestion: Suggestion) -> str:
    fields = suggestion.fields
    who = slug(fields.get("attributed_to") or fields.get("by", "")) or "somebody"
    if suggestion.kind is SuggestionKind.FIGURE:
        return f"reported-{measure_of(suggestion)}"
    if suggestion.kind is SuggestionKind.QUOTATION:
        return f"words-{who}"
    if suggestion.kind is SuggestionKind.CALL:
        return f"call-{who}"
    if suggestion.kind is SuggestionKind.HIGHLIGHT:
        return slug(" ".join(suggestion.passage.split()[:12])) or "passage"
    return slug(f"{fields.get('what', '')} {fields.get('where', '')}") or "event"


def _figure_name(suggestion: Suggestion) -> str:
    value = re.sub(r"[^a-z0-9]+", "-", suggestion.fields["value"].lower()).strip("-")
    return f"{measure_of(suggestion)}-{value or 'in-words'}"


def heading_of(suggestion: Suggestion, document: Document) -> str:
    """Return a heading of the document's words alone, whatever the dossier's language is."""
    fields = suggestion.fields
    if suggestion.kind is SuggestionKind.FIGURE:
        heading = fields["counts"]
    elif suggestion.kind is SuggestionKind.EVENT:
        parts = (fields.get("word", ""), fields.get("where", ""))
        heading = ", ".join(part for part in parts if part)
    else:
        heading = who_of(suggestion)
    heading = heading or who_of(suggestion) or document.name
    return heading[:1].upper() + heading[1:]


def who_of(suggestion: Suggestion) -> str:
    """Return who says it, with the role; nothing where the document names nobody."""
    fields = suggestion.fields
    name = fields.get("attributed_to") or fields.get("by") or fields.get("voice") or ""
    role = fields.get("role", "")
    return f"{name}, {role}" if role and role not in name else name


def _wording(suggestion: Suggestion) -> str:
    if suggestion.kind is SuggestionKind.QUOTATION:
        return suggestion.fields["wording"]
    return "direct" if suggestion.fields.get("direct") else "reported"


_ENDS = (".", "!", "?", "…")


def paragraph_of(suggestion: Suggestion, document: Document, manner: Manner) -> str:
    """Return the paragraph of a statement: who says it, the verbatim words, the mark."""
    (opening, closing), (inner_opening, inner_closing) = manner.quotes[:2]
    inner = str.maketrans({opening.strip(): inner_opening, closing.strip(): inner_closing})
    words = _MARKDOWN.sub(_escaped, " ".join(suggestion.passage.split()))
    fields = suggestion.fields
    reported = _wording(suggestion) == "reported" or bool(fields.get("document"))
    who = fields.get("voice", "") if reported else who_of(suggestion)
    said = _MARKDOWN.sub(_escaped, f"{who[:1].upper()}{who[1:]}: ") if who else ""
    stop = "" if words.rstrip("”’»)\"'").endswith(_ENDS) else "."
    quoted = f"{opening}{words.translate(inner)}{closing}"
    if find_quoted(quoted).unbalanced:  # an apostrophe that looks like a closing mark
        quoted = f"{opening}{words}{closing}"
    return f"{said}{quoted}{stop}[@{document.id}]"


def _escaped(match: re.Match[str]) -> str:
    return "\\" + match.group()


def _value(fields: Mapping[str, str]) -> Any:
    value = fields["value"]
    if fields.get("in_words"):
        return {"words": value}
    if ".." in value:
        start, _, end = value.partition("..")
        return {"from": start, "to": end}
    return value


def _note(basis: str, manner: Manner) -> str:
    """Say on what an inferred date rests, without digits of our own."""
    day, comma, _ = basis.partition(", counted from")
    return manner.inferred.format(day=day) if comma else ""
