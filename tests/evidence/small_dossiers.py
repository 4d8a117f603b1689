"""A whole dossier in memory out of a few lines, as a test states them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import yaml

from report.documents.store import find_texts
from report.dossier.folder import MemoryFolder
from report.dossier.reader import read_dossier
from report.evidence.gate import check_evidence
from report.evidence.register import Register
from report.model.dossier import Dossier
from report.model.problem import Problem, Problems

TEXT = """\
Report on the protests

On January 6, Authorities said 12 officers had been killed, and more than 2,000 arrests have been made.

Officials say that some 9,900 protesters are in detention and that dozens of people have been killed.

The President called them “terrorists” and spoke of a “shoot to kill” order. The protesters’ demands were met.

Between 20 and 36 men were held for nine hours, an expert said. At least one-third of the members agreed.
"""  # noqa: E501


def document(text: str = TEXT, **fields: object) -> dict[str, object]:
    """Return a record whose custody fits the text."""
    data = text.encode()
    custody = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    return {
        "type": "article-newspaper",
        "language": "en",
        "title": "Report on the protests",
        "unknown": ["author", "issued", "publisher", "URL"],
        "custody": custody,
        **fields,
    }


FINDING = {
    "id": "killed",
    "heading": "Officers were killed",
    "statement": "Authorities spoke of officers killed.",
    "standing": "reported",
    "evidence": [{"document": "press", "quote": "Authorities said 12 officers had been killed"}],
}

DOSSIER = {
    "dossier": 1,
    "id": "small",
    "title": "A small dossier",
    "date": "2022-02-01",
    "language": "en",
    "organisation": {"name": "The Desk"},
    "summary": "People were held.",
    "sections": [{"heading": "What happened", "text": "It began.", "findings": ["killed"]}],
    "measures": {"officers": {"label": "Officers killed"}, "arrests": {"label": "Arrests"}},
}


def figure(**fields: object) -> dict[str, object]:
    """Return a figure of twelve officers, with other fields as given."""
    return {
        "id": "officers-12",
        "measure": "officers",
        "value": 12,
        "bound": "exact",
        "counts": "officers killed",
        "attributed_to": "Authorities",
        "evidence": FINDING["evidence"],
        **fields,
    }


def files(
    findings: list[dict[str, object]] | None = None,
    documents: Mapping[str, tuple[dict[str, object], str | None]] | None = None,
    **fields: object,
) -> dict[str, str | bytes]:
    """Return the files of a dossier; `fields` replace those of dossier.yaml."""
    records = documents if documents is not None else {"press": (document(), TEXT)}
    found: dict[str, str | bytes] = {
        "dossier.yaml": _yaml({**DOSSIER, **fields}),
        "findings.yaml": _yaml(findings if findings is not None else [FINDING]),
    }
    for name, (record, text) in records.items():
        found[f"documents/{name}.yaml"] = _yaml(record)
        if text is not None:
            found[f"documents/{name}.txt"] = text
    return found


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def read(content: Mapping[str, str | bytes]) -> Dossier:
    """Read a dossier that must be whole."""
    result = read_dossier(MemoryFolder(content))
    assert result.dossier is not None, list(map(str, result.problems))
    return result.dossier


def check(content: Mapping[str, str | bytes]) -> tuple[Register, list[Problem]]:
    """Run the whole gate over the files."""
    dossier = read(content)
    problems = Problems()
    texts = find_texts(dossier.documents, MemoryFolder(content), [], problems)
    register, found = check_evidence(dossier, texts)
    return register, [*problems, *found]


def codes(problems: list[Problem]) -> list[str]:
    """Return the codes in order of place."""
    return [str(problem.code) for problem in problems]


def finding(**fields: object) -> dict[str, object]:
    """Return the finding with other fields as given."""
    return {**FINDING, **fields}
