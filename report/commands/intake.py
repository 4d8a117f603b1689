"""A dossier that takes documents in: what it holds already, and how a new one is put there.

The copy is written before its record: what an interruption leaves is found again by its bytes.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Collection
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from report.commands.guarding import guard
from report.commands.opening import open_folders
from report.commands.publishing import write_file
from report.commands.today import today
from report.documents.confined import KINDS
from report.documents.naming import id_for
from report.documents.reference import Reference
from report.documents.text import encoding_of
from report.dossier.document_record import MUST_BE_SAID
from report.dossier.kinds import ID
from report.dossier.new_dossier import SCHEMA_FOLDER, modeline
from report.dossier.new_record import free_id, record_text
from report.dossier.reader import DOSSIER_FILE, is_dossier, read_documents, read_dossier
from report.model.dates import PartialDate
from report.model.document import Custody, Document
from report.model.place import Place
from report.model.problem import Problems, Stop, problem

_READ_BY = {
    "a web page": "lxml",
    "a PDF": "pypdfium2",
    "a Word document": "python-docx",
}


@dataclass(frozen=True)
class Taken:
    """A document that was taken in: its id, its record's path in the dossier."""

    id: str
    record: str
    sha256: str
    name: str
    unknown: tuple[str, ...]


@dataclass
class Intake:
    """The dossier at `root`; `documents` grows with what is taken in.

    `confidential`: what is taken in gets an id that tells nothing, and is marked.
    """

    root: Path
    collected_by: str
    copies: bool
    confidential: bool
    collected_on: PartialDate
    documents: list[Document]
    taken_ids: set[str]
    by_sha256: dict[str, str] = field(init=False)
    orphans: list[tuple[Path, int]] = field(init=False)

    def __post_init__(self) -> None:
        folder = self.root / "documents"
        files = [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
        recorded = {file.stem for file in files if file.suffix == ".yaml"}
        self.orphans = [(f, f.stat().st_size) for f in files if f.stem not in recorded]
        self.by_sha256 = {str(d.custody.sha256): d.id for d in self.documents}

    def is_known(self, sha256: str) -> bool:
        """Say whether a file is recorded already."""
        return sha256 in self.by_sha256

    def take(
        self, path: Path, data: bytes, reference: Reference | None, problems: Problems
    ) -> Taken | None:
        """Record a file; None where it was recorded before (document-repeated) or not read."""
        sha256 = hashlib.sha256(data).hexdigest()
        if data and self.is_known(sha256):
            known = self.by_sha256[sha256]
            problems.add("document-repeated", Place(str(path)), known, path=path, id=known)
            if self.confidential and not self._is_confidential(known):
                problems.add("confidential-known", Place(str(path)), known, id=known)
        if reference is None or self.is_known(sha256):
            return None
        document = self._document(path, data, sha256, reference)
        try:
            record = record_text(document, reference.basis, self._modeline()).encode()
        except ValueError:
            why = "what it states of itself cannot stand in a record"
            problems.add("document-damaged", Place(str(path)), document.id, path=path, why=why)
            return None
        self._compare(document, path, problems)
        self._write(document, path, data, record)
        self.documents.append(document)
        self.by_sha256[sha256] = document.id
        name, unknown = document.name, tuple(f for f in MUST_BE_SAID if f in document.unknown)
        return Taken(document.id, f"documents/{document.id}.yaml", sha256, name, unknown)

    def _is_confidential(self, document_id: str) -> bool:
        return any(one.confidential for one in self.documents if one.id == document_id)

    def _document(self, path: Path, data: bytes, sha256: str, stated: Reference) -> Document:
        ending = path.suffix.lower()
        document_id = self._id(path, data, stated)
        method = _method(ending, data)
        custody = Custody(sha256, len(data), self.collected_on, self.collected_by, method)
        given = (stated.author, stated.issued, stated.publisher, stated.url)
        unknown = (name for name, value in zip(MUST_BE_SAID, given, strict=True) if not value)
        return Document(
            id=document_id,
            place=Place(f"documents/{document_id}.yaml"),
            type=stated.type,
            language=stated.language,
            custody=custody,
            title=stated.title,
            described_title=stated.described_title,
            author=stated.author,
            container_title=stated.container_title,
            publisher=stated.publisher,
            issued=stated.issued,
            issued_basis=stated.basis.get("issued", ""),
            url=stated.url,
            unknown=frozenset(unknown),
            confidential=self.confidential,
        )

    def _id(self, path: Path, data: bytes, stated: Reference) -> str:
        """Return the id; a file that lies in the dossier already keeps its name."""
        keeps = self._lies_here(path) and ID.fullmatch(path.stem)
        if keeps and path.stem not in self.taken_ids and not self.confidential:
            wanted = path.stem
        else:
            taken = self.taken_ids | self._other_files(data)
            wanted = _held_id(taken) if self.confidential else free_id(id_for(stated), taken)
        self.taken_ids.add(wanted)
        return wanted

    def _lies_here(self, path: Path) -> bool:
        """Whether a file lies among the documents under a name that it may keep."""
        here = path.parent.resolve() == (self.root / "documents").resolve()
        return here and not guard().named_in(path.name)

    def _other_files(self, data: bytes) -> set[str]:
        """Return the names of files without a record, but for a copy of these very bytes."""
        return {
            file.stem
            for file, size in self.orphans
            if size != len(data) or file.read_bytes() != data
        }

    def _modeline(self) -> str:
        """Name the schema for editors, where the dossier has it."""
        there = (self.root / SCHEMA_FOLDER / "document.json").is_file()
        return modeline("document", "../") if there else ""

    def _compare(self, document: Document, path: Path, problems: Problems) -> None:
        """Tell a file that bears the address or the title of another one."""
        place = Place(str(path))
        for other in self.documents:
            same_address = bool(document.url) and document.url == other.url
            if same_address or document.name.casefold() == other.name.casefold():
                field = "address" if same_address else "title"
                words = {"path": path, "field": field, "other": other.id, "id": document.id}
                problems.add("document-version", place, document.id, **words)
                return

    def _write(self, document: Document, path: Path, data: bytes, record: bytes) -> None:
        ending = ".html" if path.suffix.lower() == ".htm" else path.suffix.lower()
        copy = self.root / "documents" / f"{document.id}{ending}"
        lies_here = self._lies_here(path) and path.stem == document.id
        if self.copies and not lies_here:
            write_file(copy, data)
        write_file(self.root / "documents" / f"{document.id}.yaml", record)


def _held_id(taken: Collection[str]) -> str:
    """Return the first free id of those that tell nothing: held-1, held-2 and so on."""
    return next(name for number in itertools.count(1) if (name := f"held-{number}") not in taken)


def open_intake(
    root: Path, collected_by: str, *, copies: bool, confidential: bool = False
) -> Intake:
    """Open a dossier for new documents; Stop where its records cannot be read."""
    (folder,), problems = open_folders(root), Problems()
    if not is_dossier(folder):
        raise Stop(1, problem("no-dossier", Place(DOSSIER_FILE)))
    documents = read_documents(folder, problems)
    unread = [p for p in problems if p.code in ("file-unreadable", "link-refused", "yaml-syntax")]
    if unread:
        raise Stop(1, *unread)
    day = today()
    dossier = read_dossier(folder).dossier
    names = {name[:-5] for name in folder.names("documents") if name.endswith(".yaml")}
    if dossier is not None:
        names |= {*map(str, dossier.finding_by_id), *map(str, dossier.figure_by_id)}
        names |= {str(call.id) for call in dossier.recommendations}
    return Intake(
        root=root,
        collected_by=" ".join(collected_by.split())[:100] or "not stated",
        copies=copies,
        confidential=confidential,
        collected_on=PartialDate(day.year, day.month, day.day),
        documents=list(documents),
        taken_ids=names,
    )


def _method(ending: str, data: bytes) -> str:
    kind = KINDS.get(ending)
    if kind is None:
        encoding = encoding_of(data)
        read = f"; read as {encoding}" if encoding else ""
        return f"taken in as a plain-text file and kept byte for byte{read}"
    library = _READ_BY[kind]
    return f"taken in as {kind}, kept byte for byte; its text read by {library} {version(library)}"
