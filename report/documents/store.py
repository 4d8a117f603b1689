"""Finds the full text of each document by its SHA-256, in the dossier or in further folders.

A file beside its record must be the one that was recorded; a file elsewhere is matched by hash,
never by name. Where no full text is held, the recorded passages stand for it.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from report.documents.confined import KINDS, extract
from report.documents.parsed import Parsed
from report.documents.text import ExtractedText, extract_txt
from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.model.document import Document
from report.model.place import Place, read_at
from report.model.problem import Problems

MAX_DOCUMENT = 64 * MEBIBYTE
_AT_ONCE = 2
_AHEAD = 4  # documents read before they are asked for
T = TypeVar("T")
R = TypeVar("R")
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
    found = {}
    for document, full, told in each_text(documents, folder, further, problems, judged=judged):
        problems.extend(told)
        if full is None and not document.passages and not told.errors:
            problems.add("document-not-held", document.place, document.id, id=document.id)
        found[document.id] = DocumentText(document.id, full)
    return found


def each_text(
    documents: Sequence[Document],
    folder: Folder,
    further: Sequence[Folder],
    problems: Problems,
    *,
    judged: bool = False,
) -> Iterator[tuple[Document, ExtractedText | None, Problems]]:
    """Yield each document with its full text and the problems of its file, in order.

    Few are read ahead of the one that is yielded, whatever their size: two at a time, for some need
    a process. `problems` gets those of the folders.
    """
    elsewhere = _by_hash(documents, further, problems)
    beside: dict[str, list[str]] = {}
    for name in _names(folder, "documents", problems):
        stem, _, ending = name.rpartition(".")
        if ending != "yaml":
            beside.setdefault(stem, []).append(f"documents/{name}")

    def read(document: Document) -> tuple[Document, ExtractedText | None, Problems]:
        told = Problems()
        file = _beside(document, folder, beside.get(str(document.id), ()), told)
        file = file or _elsewhere(elsewhere.get(str(document.custody.sha256)))
        full = _extract(document, *file, told, judged=judged) if file else None
        return document, full, told

    yield from in_order(read, documents)


def in_order(read: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Yield what `read` makes of each item, in order; two at a time, few ahead."""
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                waiting.append(readers.submit(read, item))
                if len(waiting) > _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()


def _names(folder: Folder, path: str, problems: Problems) -> list[str]:
    try:
        return folder.names(path)
    except Unreadable as unreadable:
        problems.extend([unreadable.problem])
        return []


def _beside(
    document: Document, folder: Folder, paths: Sequence[str], problems: Problems
) -> tuple[str, bytes] | None:
    """Return the file of the record's own name, checked against its recorded hash."""
    for path in paths:
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
) -> dict[str, tuple[Folder, str]]:
    """Return where the texts of documents lie in further folders; none of them is held."""
    wanted = {str(document.custody.sha256) for document in documents}
    found: dict[str, tuple[Folder, str]] = {}
    for folder in further:
        for name in _names(folder, "", problems):
            try:
                digest = hashlib.sha256(folder.read(name, MAX_DOCUMENT)).hexdigest()
            except Unreadable:
                continue  # not ours to judge: the folder may hold anything
            if digest in wanted:
                found.setdefault(digest, (folder, name))
    return found


def _elsewhere(place: tuple[Folder, str] | None) -> tuple[str, bytes] | None:
    if place is None:
        return None
    folder, name = place
    try:
        return name, folder.read(name, MAX_DOCUMENT)
    except Unreadable:
        return None  # it was there a moment ago


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
