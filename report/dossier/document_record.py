"""The fields of `documents/<id>.yaml`: CSL-JSON names, custody, and the recorded passages."""

from __future__ import annotations

from typing import Any

from report.dossier import nodes
from report.dossier.kinds import (
    ChoiceKind,
    EnumKind,
    Field,
    Kind,
    ListKind,
    PatternKind,
    RecordKind,
    TableKind,
)
from report.dossier.records import ADDRESS, DATE, LANGUAGE, LINE, QUOTE, TEXT, WHOLE
from report.model.document import Custody, Document, Name, Passage, Tier
from report.model.place import Place
from report.model.problem import Problems

MUST_BE_SAID = ("author", "issued", "publisher", "URL")


def _name(values: dict[str, Any], _place: Place) -> Name:
    return Name(values.get("family", ""), values.get("given", ""), values.get("literal", ""))


_NAME_PARTS = RecordKind(
    "a name",
    {
        "family": Field(LINE, "family name"),
        "given": Field(LINE, "given name"),
        "literal": Field(LINE, "name of an organisation"),
    },
    _name,
)


class _NameKind(ChoiceKind):
    """A name: family and given, or a line that is an organisation's name."""

    def __init__(self) -> None:
        shapes: dict[type, Kind[Any]] = {nodes.Scalar: LINE, nodes.Mapping: _NAME_PARTS}
        super().__init__("{family: …, given: …} or {literal: …}", shapes)

    def read(self, node: nodes.Node, problems: Problems) -> Name | None:
        """Return the name."""
        read = super().read(node, problems)
        return Name(literal=read) if isinstance(read, str) else read


CUSTODY = RecordKind(
    "custody",
    {
        "sha256": Field(
            PatternKind(r"[0-9a-f]{64}", "64 characters of 0-9 and a-f"),
            "SHA-256 of the file as it was collected",
            True,
        ),
        "bytes": Field(WHOLE, "size of the file"),
        "collected_on": Field(DATE, "day of collection"),
        "collected_by": Field(LINE, "role of who collected it, not a name"),
        "method": Field(LINE, "how it was collected"),
    },
    lambda values, _place: Custody(**{k: v for k, v in values.items() if k != "_places"}),
)

PASSAGE = RecordKind(
    "a passage",
    {
        "paragraph": Field(WHOLE, "number of the paragraph in the document, from 1", True),
        "start": Field(WHOLE, "offset of the first character", True),
        "end": Field(WHOLE, "offset behind the last character", True),
        "text": Field(QUOTE, "the words, verbatim", True),
    },
    lambda values, place: Passage(
        "", values["paragraph"], values["start"], values["end"], values["text"], place
    ),
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
    "custody": Field(CUSTODY, "the file as it was collected", True),
    "passages": Field(TableKind(PASSAGE), "what the dossier quotes of it"),
}


def _document(values: dict[str, Any], place: Place) -> Document:
    passages = {
        str(key): Passage(str(key), p.paragraph, p.start, p.end, p.text, p.place)
        for key, p in values.get("passages", ())
    }
    return Document(
        id="",
        place=place,
        type=values["type"],
        language=values["language"],
        custody=values["custody"],
        title=values.get("title", ""),
        described_title=values.get("described_title", ""),
        author=values.get("author", ()),
        container_title=values.get("container-title", ""),
        publisher=values.get("publisher", ""),
        issued=values.get("issued"),
        issued_basis=values.get("issued_basis", ""),
        accessed=values.get("accessed"),
        url=values.get("URL", ""),
        genre=values.get("genre", ""),
        number=values.get("number", ""),
        unknown=frozenset(values.get("unknown", ())),
        tier=values.get("tier"),
        note=values.get("note", ""),
        passages=passages,
    )


DOCUMENT = RecordKind("a document", DOCUMENT_FIELDS, _document)
