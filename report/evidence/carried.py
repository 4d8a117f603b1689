"""evidence.json, as a brief carries it → a dossier of what it says, to be checked like any other.

The file comes from anywhere: whatever is not as the program writes it makes it unreadable. The
passages that it carries stand for the documents; of its texts it has
the recommendations alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from report.model.dates import PartialDate
from report.model.document import Custody, Document, Passage
from report.model.dossier import Dossier, Organisation, PullQuote, Recommendation, Section
from report.model.finding import Bound, Evidence, Figure, Finding, Range, Standing, Value, Words
from report.model.place import Place

NAME = "evidence.json"
FORMAT = 1
_PLACE = Place(NAME)


class Unreadable(Exception):  # noqa: N818  the file is at fault
    """The file is not one that the program writes: says where."""


def read_evidence(data: bytes) -> Dossier:
    """Return the dossier of what is carried: documents by their passages, findings, figures.

    Unreadable where anything is missing or of another kind.
    """
    try:
        content = json.loads(data)
        if content["format"] != FORMAT:
            raise Unreadable(f"format {content['format']}")
        return _dossier(content)
    except KeyError as missing:
        raise Unreadable(f"{missing} is missing") from None
    except (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError):
        raise Unreadable("it is not written as the program writes it") from None


def _dossier(content: Mapping[str, Any]) -> Dossier:
    passages: dict[str, dict[str, Passage]] = {}
    for quotation in _all_quotations(content):
        if quotation["passage"]:
            own = passages.setdefault(_text(quotation["document"]), {})
            name = f"p{len(own) + 1}"
            own[name] = _passage(name, quotation)
    return Dossier(
        id=_text(content["dossier"]),
        title=_text(content["title"]),
        date=PartialDate.parse(_text(content["date"])),
        language=tag_of(content["language"]),
        organisation=Organisation(_text(content.get("organisation", ""))),
        version=_text(content.get("version", "")),
        summary="",
        sections=(_quoted_large(content["pull_quotes"]),),
        findings=tuple(_finding(one) for one in content["findings"]),
        documents=tuple(_document(one, passages) for one in content["documents"]),
        recommendations=tuple(_recommendation(one) for one in content["recommendations"]),
        place=_PLACE,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def tag_of(value: Any) -> str:
    """Return a language tag; TypeError where a value is none."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", _text(value)):
        raise TypeError
    return str(value)


def _all_quotations(content: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for finding in content["findings"]:
        yield from finding["evidence"]
        for figure in finding["figures"]:
            yield from figure["evidence"]
    for call in content["recommendations"]:
        yield from call["evidence"]
    yield from content["pull_quotes"]
    yield from content["quoted_in_text"]


def _passage(name: str, quotation: Mapping[str, Any]) -> Passage:
    spans = quotation["spans"]
    start, end = (int(spans[0][0]), int(spans[-1][1])) if spans else (0, 0)
    text, paragraph = _text(quotation["passage"]), int(quotation["paragraph"])
    return Passage(name, paragraph, start, end, text, _PLACE)


def _document(one: Mapping[str, Any], passages: Mapping[str, Mapping[str, Passage]]) -> Document:
    document_id = _text(one["id"])
    if one.get("confidential") is True:
        return Document(document_id, _PLACE, "", "", Custody(""), confidential=True)
    return Document(
        id=document_id,
        place=_PLACE,
        type="",
        language=tag_of(one["language"]),
        custody=Custody(_text(one["sha256"])),
        title=_text(one["title"]),
        container_title=_text(one["container_title"]),
        publisher=_text(one["publisher"]),
        passages=passages.get(document_id, {}),
    )


def _finding(one: Mapping[str, Any]) -> Finding:
    return Finding(
        id=_text(one["id"]),
        place=_PLACE,
        heading=_text(one["heading"]),
        statement="",
        standing=Standing(one["standing"]),
        evidence=tuple(_evidence(quotation) for quotation in one["evidence"]),
        established_by=_text(one["established_by"]),
        figures=tuple(_figure(figure) for figure in one["figures"]),
    )


def _figure(one: Mapping[str, Any]) -> Figure:
    return Figure(
        id=_text(one["id"]),
        place=_PLACE,
        measure=_text(one["measure"]),
        value=_value(one["value"]),
        value_place=_PLACE,
        bound=Bound(one["bound"]),
        counts=_text(one["counts"]),
        attributed_to=_text(one["attributed_to"]),
        evidence=tuple(_evidence(quotation) for quotation in one["evidence"]),
    )


def _value(value: Any) -> Value:
    if isinstance(value, dict) and "words" in value:
        return Words(_text(value["words"]))
    if isinstance(value, dict):
        return Range(Decimal(_text(value["from"])), Decimal(_text(value["to"])))
    return Decimal(_text(value))


def _quoted_large(quotations: Any) -> Section:
    quotes = tuple(PullQuote(_evidence(quotation)) for quotation in quotations)
    return Section("", "", (), (), _PLACE, quotes)


def _recommendation(one: Mapping[str, Any]) -> Recommendation:
    return Recommendation(
        id=_text(one["id"]),
        place=_PLACE,
        to=_text(one["to"]),
        text=_text(one.get("text", "")),  # not in older files
        by=_text(one["by"]),
        evidence=tuple(_evidence(quotation) for quotation in one["evidence"]),
    )


def _evidence(quotation: Mapping[str, Any]) -> Evidence:
    return Evidence(
        document_id=_text(quotation["document"]),
        quote=_text(quotation["quote"]),
        place=_PLACE,
        attributed_to=_text(quotation["attributed_to"]),
        omitted=quotation.get("omitted") is True,
    )
