"""A folder → the dossier of the model, with every problem of its files collected.

Knows files and fields; whether a quotation is true is for `report.evidence` to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from report.dossier.appearance import theme_problems
from report.dossier.document_record import DOCUMENT, MUST_BE_SAID
from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.dossier.kinds import ID
from report.dossier.nodes import Mapping, Node, Sequence, read_nodes
from report.dossier.places import check_places, localities
from report.dossier.profiles import read_profiles
from report.dossier.records import DOSSIER, FINDINGS
from report.dossier.references import check_references
from report.dossier.session_texts import check_session_texts
from report.model.document import Document
from report.model.dossier import Dossier, Measure
from report.model.finding import Finding
from report.model.place import Place, read_at
from report.model.problem import Problems

DOSSIER_FILE = "dossier.yaml"
FINDINGS_FILE = "findings.yaml"
MAX_YAML = 8 * MEBIBYTE


@dataclass(frozen=True)
class Read:
    """What could be read: the dossier, or None where its two files of YAML are not whole."""

    dossier: Dossier | None
    problems: Problems


def read_dossier(folder: Folder) -> Read:
    """Read a dossier with all problems of its files, fields and references."""
    problems = Problems()
    if not is_dossier(folder):
        problems.add("no-dossier", Place(DOSSIER_FILE))
        return Read(None, problems)
    documents = read_documents(folder, problems)
    nothing_yet = Sequence((), Place(FINDINGS_FILE))
    findings_node = _file(folder, FINDINGS_FILE, problems, nothing_yet)
    findings = FINDINGS.read(findings_node, problems) if findings_node is not None else None
    node = _file(folder, DOSSIER_FILE, problems)
    values = DOSSIER.read(node, problems) if node is not None else None
    if node is None or values is None or findings is None:
        return Read(None, problems)
    dossier = _dossier(values, findings, documents, node.place)
    dossier = replace(dossier, profiles=read_profiles(folder, problems))
    written = _declared_ids(findings_node) | set(_record_ids(folder, problems)) | _measures(node)
    dossier = replace(dossier, unread=frozenset(written - _read_ids(dossier)))
    check_references(dossier, problems)
    check_places(dossier, problems)
    check_session_texts(dossier, problems)
    problems.extend(theme_problems(dossier.theme, dossier.place))
    return Read(dossier, problems)


def is_dossier(folder: Folder) -> bool:
    """Whether a folder has either of the files that make a dossier; unreadable counts as one."""
    try:
        return not {DOSSIER_FILE, FINDINGS_FILE}.isdisjoint(folder.names())
    except Unreadable:
        return True


def _file(
    folder: Folder, path: str, problems: Problems, of_remarks: Node | None = None
) -> Node | None:
    """Return the node of a file; `of_remarks` where it has remarks and nothing else."""
    try:
        data = folder.read(path, MAX_YAML)
    except Unreadable as unreadable:
        problems.extend([unreadable.problem])
        return None
    node = read_nodes(data, path, problems)
    if node is None and not any(p.place.path == path for p in problems):
        if of_remarks is not None and data.strip():
            return of_remarks
        problems.add("empty-file", Place(path), path=path)
    return node


def _dossier(
    values: dict[str, Any],
    findings: tuple[Finding, ...],
    documents: tuple[Document, ...],
    place: Place,
) -> Dossier:
    rest = {key: value for key, value in values.items() if key != "dossier"}
    measures = tuple(
        Measure(str(key), measure.label, measure.unit, key.place)
        for key, measure in rest.pop("measures", ())
    )
    places = localities(rest.pop("places", ()))
    languages = rest.pop("summary_languages", (rest["language"],))
    return Dossier(
        findings=findings,
        documents=documents,
        measures=measures,
        places=places,
        summary_languages=languages,
        place=place,
        **rest,
    )


def _record_ids(folder: Folder, problems: Problems) -> list[str]:
    try:
        names = folder.names("documents")
    except Unreadable as unreadable:
        problems.extend([unreadable.problem])
        return []
    return [name[:-5] for name in names if name.endswith(".yaml")]


def read_documents(folder: Folder, problems: Problems) -> tuple[Document, ...]:
    """Read the records of all documents, whatever the other files of the dossier hold."""
    documents = []
    for document_id in _record_ids(folder, problems):
        path = f"documents/{document_id}.yaml"
        if not ID.fullmatch(document_id):
            problems.add("wrong-id", Place(path), id=document_id[:40])
        node = _file(folder, path, problems)
        document = DOCUMENT.read(node, problems) if node is not None else None
        if document is not None:
            document = replace(document, id=document_id)
            _said_or_unknown(document, problems)
            documents.append(document)
    return tuple(documents)


def _said_or_unknown(document: Document, problems: Problems) -> None:
    """A title of some kind, and each field that a citation needs given or said to be unknown."""
    if not document.name:
        problems.add("no-title", document.place, document.id)
    given = {
        "author": bool(document.author),
        "issued": document.issued is not None,
        "publisher": bool(document.publisher),
        "URL": bool(document.url),
    }
    for field in MUST_BE_SAID:
        if given[field] and field in document.unknown:
            named = next(name for name in document.unknown if name == field)
            place = read_at(named, document.place)
            problems.add("given-and-unknown", place, document.id, field=field)
        elif not given[field] and field not in document.unknown:
            problems.add("not-said", document.place, document.id, field=field)


def _measures(node: Node) -> set[str]:
    fields = {str(key): value for key, value in getattr(node, "items", ())}
    measures = fields.get("measures")
    return {str(key) for key, _ in measures.items} if isinstance(measures, Mapping) else set()


def _read_ids(dossier: Dossier) -> set[str]:
    tables = (dossier.document_by_id, dossier.finding_by_id, dossier.figure_by_id)
    return {str(name) for table in (*tables, dossier.measure_by_id) for name in table}


def _declared_ids(node: Node | None) -> set[str]:
    """Ids in findings.yaml, those of findings that failed to read among them."""
    found: set[str] = set()
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            fields = {str(key): value for key, value in item.items}
            found |= {str(getattr(fields.get("id"), "text", ""))}
            found |= _declared_ids(fields.get("figures"))
    return found
