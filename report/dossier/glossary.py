"""`glossary.yaml` of a dossier → its terms. A dossier without the file has no terms."""

from __future__ import annotations

from typing import Any

from report.dossier.field_types import LINE, TEXT
from report.dossier.folder import MEBIBYTE, Folder, read_optional
from report.dossier.kinds import BooleanKind, Field, ListKind, RecordKind, TableKind
from report.dossier.nodes import read_nodes
from report.model.glossary import Glossary, Rendering, Term
from report.model.place import Place
from report.model.problem import Problems

GLOSSARY_FILE = "glossary.yaml"
MAX_GLOSSARY = MEBIBYTE


RENDERING = RecordKind(
    "how a language says a term",
    {
        "words": Field(
            ListKind(LINE), "the term in this language; any one of the list is right", True
        ),
        "source": Field(LINE, "the text in which the words were seen, or why they are right", True),
        "verified": Field(BooleanKind(), "whether the words were seen in that text", True),
        "forbidden": Field(ListKind(LINE), "words that no translation may use outside quotations"),
        "note": Field(TEXT, "what a translator must know"),
    },
    lambda values, place: Rendering(place=place, **values),
)


def _term(values: dict[str, Any], place: Place) -> Term:
    return Term(
        words=values["term"],
        place=place,
        renderings={str(lang): rendering for lang, rendering in values["in"]},
        also=values.get("also", ()),
        note=values.get("note", ""),
    )


TERM = RecordKind(
    "a term",
    {
        "term": Field(LINE, "the term in the language of the dossier", True),
        "also": Field(ListKind(LINE), "other forms of it that the dossier uses"),
        "in": Field(
            TableKind(RENDERING), "language tags, each with how that language says it", True
        ),
        "note": Field(TEXT, "what a translator must know"),
    },
    _term,
)
GLOSSARY = ListKind(TERM)


def read_glossary(folder: Folder, problems: Problems) -> Glossary:
    """Read the glossary with all problems of its file."""
    data = read_optional(folder, GLOSSARY_FILE, MAX_GLOSSARY, problems)
    node = read_nodes(data, GLOSSARY_FILE, problems) if data is not None else None
    return Glossary(GLOSSARY.read(node, problems) or ()) if node is not None else Glossary()
