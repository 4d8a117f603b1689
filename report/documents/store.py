"""Finds the full text of each document by its SHA-256, in the dossier or in further folders.

A file beside its record must be the one that was recorded; a file elsewhere is matched by hash,
never by name. Where no full text is held, the recorded passages stand for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from report.documents.confined import KINDS, extract
from report.documents.parsed import Parsed
from report.documents.text import ExtractedText, extract_txt
from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.model.document import Document
from report.model.place import Place, read_at
from report.model.problem import Problems

MAX_DOCUMENT = 64 * MEBIBYTE
_AT_ONCE = 2
ENDINGS = (".txt", *KINDS)


@dataclass(frozen=True)
class DocumentText:
    """What is held of a document: its full text, or None where only passages are."""

    document_id: str
    full: ExtractedText | None


def find_texts(
    documents: Sequence[Document],
    folder: Folder,
    further: Sequence[Folder],
    problems: Problems,
    *,
    judged: bool = False,
) -> Mapping[str, DocumentText]:
    """Return what is held of each document, by id; `judged` as in `extract`.

    Problems: `document-changed`, `document-empty`, `document-binary`, `document-encoding`,
    `document-not-held` where neither the text nor a passage is there.
    """
    elsewhere = _by_hash(documents, further, problems)
    names = _names(folder, "documents", problems)
    found = {}
    nowhere = ("", b"")
    files = [
        _beside(document, folder, names, problems)
        or elsewhere.get(document.custody.sha256, nowhere)
        for document in documents
    ]
    extracted = _extracted(documents, files, judged=judged)
    for document, (full, told) in zip(documents, extracted, strict=True):
        problems.extend(told)
        known = any(p.subject == document.id and p.severity == "error" for p in problems)
        if full is None and not document.passages and not known:
            problems.add("document-not-held", document.place, document.id, id=document.id)
        found[document.id] = DocumentText(document.id, full)
    return found


def _extracted(
    documents: Sequence[Document], files: Sequence[tuple[str, bytes]], *, judged: bool
) -> Iterator[tuple[ExtractedText | None, Problems]]:
    """Yield the text of each file with its problems; two at a time, for some need a process."""

    def extracted(
        document: Document, file: tuple[str, bytes]
    ) -> tuple[ExtractedText | None, Problems]:
        told = Problems()
        path, data = file
        full = _extract(document, path, data, told, judged=judged) if path else None
        return full, told

    with ThreadPoolExecutor(_AT_ONCE) as readers:
        yield from readers.map(extracted, documents, files)


def _names(folder: Folder, path: str, problems: Problems) -> list[str]:
    try:
        return folder.names(path)
    except Unreadable as unreadable:
        problems.extend([unreadable.problem])
        return []


def _beside(
    document: Document, folder: Folder, names: Sequence[str], problems: Problems
) -> tuple[str, bytes] | None:
    """Return the file of the record's own name, checked against its recorded hash."""
    for name in names:
        stem, _, ending = name.rpartition(".")
        if stem != document.id or ending == "yaml":
            continue
        path = f"documents/{name}"
        try:
            data = folder.read(path, MAX_DOCUMENT)
        except Unreadable as unreadable:
            problems.extend([unreadable.problem])
            continue
        actual = hashlib.sha256(data).hexdigest()
        if actual == document.custody.sha256:
            return path, data
        if not data.strip():
            problems.add("document-empty", Place(path), document.id)
            continue
        place = read_at(document.custody.sha256, document.place)
        problems.add("document-changed", place, document.id, path=path, sha256=actual)
    return None


def _by_hash(
    documents: Sequence[Document], further: Sequence[Folder], problems: Problems
) -> dict[str, tuple[str, bytes]]:
    wanted = {document.custody.sha256 for document in documents}
    found: dict[str, tuple[str, bytes]] = {}
    for name, data in _files(further, problems):
        digest = hashlib.sha256(data).hexdigest()
        if digest in wanted:
            found.setdefault(digest, (name, data))
    return found


def _files(further: Sequence[Folder], problems: Problems) -> Iterator[tuple[str, bytes]]:
    for folder in further:
        for name in _names(folder, "", problems):
            try:
                yield name, folder.read(name, MAX_DOCUMENT)
            except Unreadable:
                continue  # not ours to judge: the folder may hold anything


def _extract(
    document: Document, path: str, data: bytes, problems: Problems, *, judged: bool
) -> ExtractedText | None:
    if not path.lower().endswith(ENDINGS):
        problems.add("format-unread", document.place, document.id, path=path)
        return None
    parsed = parse(data, path, problems, document.id, judged=judged)
    return parsed.text if parsed else None


def parse(
    data: bytes, path: str, problems: Problems, document_id: str, *, judged: bool = False
) -> Parsed | None:
    """Return the text of a file of one of the `ENDINGS` and what it says of itself.

    `judged` as in `extract`.
    None after adding why there is no text. Only plain text is read in this process.
    """
    if path.lower().endswith(".txt"):
        text = extract_txt(data, path, problems, document_id)
        return Parsed(text) if text else None
    return extract(data, path, problems, document_id, judged=judged)
