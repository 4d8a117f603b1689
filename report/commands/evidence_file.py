"""The evidence that a brief carries: findings, figures and quotations with their places."""

from __future__ import annotations

import json
from typing import Any

from report.commands.chain import Checked
from report.evidence.register import CheckedQuotation
from report.model.finding import Figure, Finding, Range, Value, Words

FORMAT = 1


def evidence_json(checked: Checked) -> str:
    """Return evidence.json: what anybody needs to check the brief again."""
    dossier = checked.dossier
    by_subject = checked.register.of_subject()
    content = {
        "format": FORMAT,
        "dossier": str(dossier.id),
        "title": str(dossier.title),
        "date": str(dossier.date),
        "language": str(dossier.language),
        "organisation": str(dossier.organisation.name),
        "version": str(dossier.version),
        "corrections": [
            {"date": str(one.date), "text": str(one.text), "was": str(one.was)}
            for one in dossier.corrections
        ],
        "checked": checked.counts(),
        "documents": [_document(checked, document.id) for document in dossier.documents],
        "findings": [_finding(finding, by_subject) for finding in dossier.findings],
        "recommendations": [
            {
                "id": str(call.id),
                "to": str(call.to),
                "text": str(call.text),
                "by": str(call.by),
                "rests_on": [str(name) for name in call.rests_on],
                "evidence": _quotations(by_subject.get(str(call.id), ())),
            }
            for call in dossier.recommendations
        ],
        "pull_quotes": [
            one for key, _ in dossier.pull_quotes for one in _quotations(by_subject.get(key, ()))
        ],
        "quoted_in_text": _quotations(
            one for one in checked.register.quotations if one.evidence is None
        ),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _document(checked: Checked, document_id: str) -> dict[str, Any]:
    document = checked.dossier.document_by_id[document_id]
    if document.confidential:
        how = "full" if document.id in checked.register.in_full else "passages"
        return {"id": document.id, "confidential": True, "checked": how}
    return {
        "id": document.id,
        "title": str(document.name),
        "container_title": str(document.container_title),
        "publisher": str(document.publisher),
        "language": str(document.language),
        "sha256": str(document.custody.sha256),
        "bytes": document.custody.bytes,
        "collected_on": str(document.custody.collected_on or ""),
        "collected_by": str(document.custody.collected_by),
        "method": str(document.custody.method),
        "checked": "full" if document.id in checked.register.in_full else "passages",
    }


def _finding(finding: Finding, by_subject: Any) -> dict[str, Any]:
    return {
        "id": str(finding.id),
        "heading": str(finding.heading),
        "standing": finding.standing.value,
        "established_by": str(finding.established_by),
        "rights": [str(right) for right in finding.rights],
        "when": str(finding.when or ""),
        "where": [str(place) for place in finding.where],
        "evidence": _quotations(by_subject.get(str(finding.id), ())),
        "figures": [
            _figure(figure, by_subject.get(str(figure.id), ())) for figure in finding.figures
        ],
    }


def _figure(figure: Figure, quotations: Any) -> dict[str, Any]:
    return {
        "id": str(figure.id),
        "measure": str(figure.measure),
        "value": _value(figure.value),
        "bound": figure.bound.value,
        "counts": str(figure.counts),
        "as_of": str(figure.as_of or ""),
        "where": str(figure.where),
        "attributed_to": str(figure.attributed_to),
        "verified": figure.verified,
        "evidence": _quotations(quotations),
    }


def _value(value: Value) -> Any:
    if isinstance(value, Words):
        return {"words": value.words}
    if isinstance(value, Range):
        return {"from": str(value.start), "to": str(value.end)}
    return str(value)


def _quotations(quotations: Any) -> list[dict[str, Any]]:
    return [
        {
            "document": str(one.title_of or one.verdict.document_id),
            "quote": str(one.verdict.quote),
            "passage": one.verdict.passage,
            "paragraph": one.verdict.paragraph,
            "spans": [list(span) for span in one.verdict.spans],
            "verdict": "title" if one.title_of else one.verdict.kind.value,
            "wording": one.evidence.wording.value if one.evidence and one.evidence.wording else "",
            "attributed_to": str(one.evidence.attributed_to) if one.evidence else "",
            "printed_at": one.key,
            **_left_out(one),
        }
        for one in quotations
    ]


def _left_out(one: CheckedQuotation) -> dict[str, bool]:
    """Say what of a quotation is not carried: all of it, or the names of protected persons."""
    if one.title_of or not one.accepted or one.verdict.spans:
        return {}
    return {"omitted": True} if one.verdict.quote else {"held": True}
