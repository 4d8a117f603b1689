"""The fields of words taken from a document: as evidence, and set large as a pull quote."""

from __future__ import annotations

from typing import Any

from report.dossier.field_types import LINE, QUOTE, TEXT, WHEN
from report.dossier.kinds import IDENTIFIER, EnumKind, Field, RecordKind, TextKind
from report.model.dossier import PullQuote
from report.model.finding import Evidence, Wording
from report.model.place import Place


def _evidence(values: dict[str, Any], place: Place) -> Evidence:
    document_id = values.pop("document")
    return Evidence(document_id=document_id, place=place, **values)


_EVIDENCE_FIELDS = {
    "document": Field(IDENTIFIER, "id of the document that the words stand in", True),
    "quote": Field(QUOTE, "the words, verbatim as the document has them", True),
    "wording": Field(EnumKind(Wording), "whose words they are"),
    "attributed_to": Field(LINE, "who said it"),
    "passage": Field(IDENTIFIER, "the recorded passage, where the same words repeat"),
    "note": Field(TEXT, "what a reader must know, such as an error of the document"),
}
EVIDENCE = RecordKind("evidence", _EVIDENCE_FIELDS, _evidence)


def _pull_quote(values: dict[str, Any], place: Place) -> PullQuote:
    own = {key: values.pop(key) for key in ("when", "translation", "after") if key in values}
    return PullQuote(_evidence(values, place), **own)


PULL_QUOTE = RecordKind(
    "a pull quote",
    {
        **_EVIDENCE_FIELDS,
        "quote": Field(
            TextKind("a sentence or two of the document, verbatim", limit=320),
            "the words, verbatim as the document has them; set large, so a sentence or two",
            True,
        ),
        "wording": Field(
            EnumKind(Wording), "whose words they are: direct, the speaker's own", True
        ),
        "attributed_to": Field(LINE, "who said it; printed under the words", True),
        "when": Field(WHEN, "the date on which it was said; default: that of the document"),
        "translation": Field(
            LINE, "the words in the language of the dossier, where the document has another"
        ),
        "after": Field(
            IDENTIFIER, "the finding of the section behind which it stands; default: before all"
        ),
    },
    _pull_quote,
)
