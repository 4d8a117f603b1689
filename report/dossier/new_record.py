"""What is known of a document → the text of its record, with remarks for who goes on with it.

Every value is written so that no letter of it can be read as YAML; each field names its basis.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from report.dossier.document_record import DOCUMENT, MUST_BE_SAID
from report.dossier.nodes import read_nodes
from report.model.characters import FORBIDDEN_IN_FILES
from report.model.document import Document, Name, Tier
from report.model.problem import Problems

_HEAD = """\
# The record of one document: what it says about itself, and the file that was read. Behind each
# field stands where the document states it; what it does not state is listed under “unknown”.
"""
_LONGEST = 500


def record_text(document: Document, basis: Mapping[str, str], above: str = "") -> str:
    """Return the YAML of a record; `basis` says of a field where the document states it.

    `above` are remarks that stand first.

    ValueError where the record could not be read back: nothing of the kind is ever written.
    """
    text = above + _HEAD + "\n".join(filter(None, _lines(document, basis))) + "\n"
    problems = Problems()
    node = read_nodes(text.encode(), f"documents/{document.id}.yaml", problems)
    if node is None or DOCUMENT.read(node, problems) is None or problems.errors:
        raise ValueError("; ".join(p.code for p in problems))
    return text


def _lines(document: Document, basis: Mapping[str, str]) -> Iterator[str]:
    if document.confidential:
        yield "confidential: true  # paraphrased only: nothing of it or about it is printed"
    yield f"type: {document.type}"
    yield _line("title", document.title, basis)
    yield _line("described_title", document.described_title, basis)
    if document.author:
        yield "author:" + _remark(basis.get("author", ""))
        yield from (f"- {_name(name)}" for name in document.author)
    yield _line("container-title", document.container_title, basis)
    yield _line("publisher", document.publisher, basis)
    if document.issued is not None:
        yield f"issued: {document.issued}"
        yield _line("issued_basis", document.issued_basis, {})
    yield _line("URL", document.url, basis)
    und = "  # not recognised: write the language of the document, as en, ru or kk"
    yield f"language: {document.language}{und if document.language == 'und' else ''}"
    missing = [field for field in MUST_BE_SAID if field in document.unknown]
    yield f"unknown: [{', '.join(missing)}]"
    if document.tier is None:
        yield f"# tier: say what kind of source it is: {', '.join(tier.value for tier in Tier)}"
    custody = document.custody
    yield "custody:"
    yield f"  sha256: {custody.sha256}"
    yield f"  bytes: {custody.bytes}"
    yield f"  collected_on: {custody.collected_on}"
    yield f"  collected_by: {quoted(custody.collected_by)}"
    yield f"  method: {quoted(custody.method)}"


def _line(field: str, value: str, basis: Mapping[str, str]) -> str:
    return f"{field}: {quoted(value)}{_remark(basis.get(field, ''))}" if value else ""


def _remark(basis: str) -> str:
    plain = re.sub(r"[^\w :.-]", "", basis)[:60]
    return f"  # {plain}" if plain else ""


def _name(name: Name) -> str:
    parts = ((field.name, getattr(name, field.name)) for field in fields(name))
    return "{" + ", ".join(f"{key}: {quoted(value)}" for key, value in parts if value) + "}"


def quoted(value: str) -> str:
    """Return a text in double quotation marks as both JSON and YAML read it."""
    plain = " ".join(FORBIDDEN_IN_FILES.sub(" ", value).split())[:_LONGEST]
    return json.dumps(plain, ensure_ascii=False)


def free_id(wanted: str, taken: Sequence[str] | frozenset[str] | set[str]) -> str:
    """Return the id, or the first of id-2, id-3 … that is not taken."""
    number = 1
    name = wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
