"""The fields of `documents/<id>.yaml`: CSL-JSON names, custody, and the recorded passages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from report.dossier import nodes
from report.dossier.field_types import ADDRESS, BOOLEAN, DATE, LANGUAGE, LINE, QUOTE, TEXT
from report.dossier.kinds import (
    SHA256,
    WHOLE,
    ChoiceKind,
    EnumKind,
    Field,
    Kind,
    ListKind,
    PatternKind,
    RecordKind,
    TableKind,
    wrong,
)
from report.model.document import Custody, Document, Name, Passage, Tier
from report.model.place import Place
from report.model.problem import Problems

# Names of CSL-JSON that are none of Python.
_ATTRIBUTES = {"URL": "url", "container-title": "container_title"}
MUST_BE_SAID = ("author", "issued", "publisher", "URL")


_NAME_PARTS = RecordKind(
    "a name",
    {
        "family": Field(LINE, "family name"),
        "given": Field(LINE, "given name"),
        "literal": Field(LINE, "name of an organisation"),
    },
    lambda values, _place: Name(**values),
)


class _NameKind(ChoiceKind):
    """A name: family and given, or a line that is an organisation's name."""

    def __init__(self) -> None:
        shapes: dict[type, Kind[Any]] = {nodes.Scalar: LINE, nodes.Mapping: _NAME_PARTS}
        super().__init__("{family: …, given: …} or {literal: …}", shapes)

    def read(self, node: nodes.Node, problems: Problems) -> Name | None:
        """Return the name."""
        read = super().read(node, problems)
        if read == Name():
            wrong(node, problems, self.about)
            return None
        return Name(literal=read) if isinstance(read, str) else read


CUSTODY = RecordKind(
    "custody",
    {
        "sha256": Field(SHA256, "SHA-256 of the file as it was collected", True),
        "bytes": Field(WHOLE, "size of the file"),
        "collected_on": Field(DATE, "day of collection"),
        "collected_by": Field(LINE, "role of who collected it, not a name"),
        "method": Field(LINE, "how it was collected"),
    },
    lambda values, _place: Custody(**values),
)

PASSAGE = RecordKind(
    "a passage",
    {
        "paragraph": Field(WHOLE, "number of the paragraph in the document, from 1", True),
        "start": Field(WHOLE, "offset of the first character", True),
        "end": Field(WHOLE, "offset behind the last character", True),
        "text": Field(QUOTE, "the words, verbatim", True),
    },
    lambda values, place: Passage(id="", place=place, **values),
)

DOCUMENT_FIELDS = {
    "type": Field(PatternKind(r"[a-z][a-z_-]*", "a CSL type such as webpage"), "CSL type", True),
    "language": Field(LANGUAGE, "language of the document", True),
    "title": Field(LINE, "title as the document has it"),
    "described_title": Field(LINE, "title of your own where it has none; printed in brackets"),
    "author": Field(ListKind(_NameKind()), "authors"),
    "container-title": Field(LINE, "newspaper, site or report that it stands in"),
    "publisher": Field(LINE, "publisher"),
    "issued": Field(DATE, "date of issue"),
    "issued_basis": Field(LINE, "why the date is what it is; begin with “inferred:” if it was"),
    "accessed": Field(DATE, "day of access"),
    "URL": Field(ADDRESS, "web address"),
    "genre": Field(LINE, "kind of text, such as joint statement"),
    "number": Field(LINE, "document symbol or number"),
    "unknown": Field(
        ListKind(PatternKind("|".join(MUST_BE_SAID), "author, issued, publisher or URL")),
        "fields that the document does not state",
    ),
    "tier": Field(EnumKind(Tier), "kind of source"),
    "note": Field(TEXT, "what a reader must know of the document"),
    "confidential": Field(BOOLEAN, "true: paraphrased only, nothing of it printed; default false"),
    "custody": Field(CUSTODY, "the file as it was collected", True),
    "passages": Field(TableKind(PASSAGE), "what the dossier quotes of it"),
}


def _document(values: dict[str, Any], place: Place) -> Document:
    passages = {str(key): replace(p, id=str(key)) for key, p in values.pop("passages", ())}
    unknown = frozenset(values.pop("unknown", ()))
    named = {_ATTRIBUTES.get(key, key): value for key, value in values.items()}
    return Document(id="", place=place, passages=passages, unknown=unknown, **named)


DOCUMENT = RecordKind("a document", DOCUMENT_FIELDS, _document)
