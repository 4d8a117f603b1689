"""`report references`: the reference data of the documents, to and from reference managers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from report.citations.exchange.bibtex import read_bibtex, write_bibtex
from report.citations.exchange.csl import read_csl, write_csl
from report.citations.exchange.entries import Entry, Unreadable, entry_of, written
from report.citations.exchange.ris import read_ris, write_ris
from report.commands.given_file import read_given_file
from report.commands.guarding import guard
from report.commands.opening import open_folders
from report.commands.publishing import hand_out, write_file
from report.commands.telling import Answer, counted, say, tell_problems
from report.dossier.folder import MEBIBYTE
from report.dossier.reader import read_documents
from report.dossier.record_edits import Value, with_fields
from report.model.characters import FORBIDDEN_IN_FILES
from report.model.document import Document
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.protection.printable import check_record

_MOST = 16 * MEBIBYTE
_WRITERS = {"csl": write_csl, "bibtex": write_bibtex, "ris": write_ris}
_READERS = {
    ".json": read_csl,
    ".csljson": read_csl,
    ".bib": read_bibtex,
    ".bibtex": read_bibtex,
    ".ris": read_ris,
}


def run(options: argparse.Namespace) -> int:
    """Export or import."""
    (folder,), problems = open_folders(options.dossier), Problems()
    documents = read_documents(folder, problems)
    if problems.errors:
        raise Stop(1, *problems)
    if options.action == "export":
        return _export(_for_others(documents), options)
    return _import(documents, options)


def _for_others(documents: Sequence[Document]) -> list[Document]:
    """Return the records that others may have; Stop(1) where one names a protected person."""
    shown = [document for document in documents if not document.confidential]
    problems = Problems()
    for document in shown:
        check_record(replace(document, passages=None), guard(), problems)
    if problems.errors:
        raise Stop(1, *problems)
    return shown


def _export(documents: Sequence[Document], options: argparse.Namespace) -> int:
    text = _WRITERS[options.to]([entry_of(document) for document in documents])
    if options.output is None:
        say(text.rstrip("\n"))
    else:
        hand_out(options.output, text.encode())
        say(f"{options.output}: {counted(len(documents), 'reference')}")
    return 0


def _import(documents: Sequence[Document], options: argparse.Namespace) -> int:
    problems = Problems()
    changes: dict[str, dict[str, Value]] = {}
    for entry in _entries(options.file):
        document = _match(entry, documents)
        if document is None:
            name = entry.texts.get("title") or entry.id or "a reference without a title"
            problems.add("reference-unmatched", Place(str(options.file)), name=name)
            continue
        found = _changes(entry, document, overwrite=options.replace, problems=problems)
        if found:
            changes.setdefault(document.id, {}).update(found)
    by_id = {document.id: document for document in documents}
    for document_id, values in changes.items():
        _store(options.dossier, by_id[document_id], values)
    return _tell(changes, by_id, problems, options)


def _entries(path: Path) -> list[Entry]:
    place = Place(str(path))
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(_READERS)
        why = f"its name ends in none of {known}"
        raise Stop(2, problem("references-unread", place, path=path, why=why))
    try:
        text = read_given_file(path, _MOST).decode("utf-8-sig")
        return reader(FORBIDDEN_IN_FILES.sub(" ", text.replace("\r\n", "\n")))
    except UnicodeDecodeError:
        raise Stop(1, problem("wrong-encoding", place, path=path)) from None
    except Unreadable as found:
        place = Place(str(path), found.line)
        raise Stop(1, problem("references-unread", place, path=path, why=found.why)) from None


def _match(entry: Entry, documents: Sequence[Document]) -> Document | None:
    """Find the record of an entry: by the hash, id, address, or title that only one has."""
    title = entry.texts.get("title", "").casefold()
    tests: tuple[Callable[[Document], bool], ...] = (
        lambda d: d.custody.sha256 == entry.sha256,
        lambda d: d.id == entry.id,
        lambda d: bool(d.url) and d.url == entry.texts.get("URL"),
        lambda d: bool(title) and d.title.casefold() == title,
    )
    for test in tests:
        found = [document for document in documents if test(document)]
        if len(found) == 1:
            return found[0]
    return None


def _held(document: Document) -> dict[str, Value]:
    entry = entry_of(document)
    texts = dict(entry.texts) if document.title else {**entry.texts, "title": ""}
    held: dict[str, Value] = {**texts}
    return held | {"author": document.author, "issued": document.issued or ""}


def _changes(
    entry: Entry, document: Document, *, overwrite: bool, problems: Problems
) -> dict[str, Value]:
    """Return the fields to set: those that the record lacks; with `overwrite` also those it has."""
    stated: dict[str, Value] = dict(entry.texts)
    if str(stated.get("title", "")).startswith("["):
        del stated["title"]  # a title in brackets is one that somebody gave, not the document's
    if entry.author:
        stated["author"] = entry.author
    if entry.issued:
        stated["issued"] = entry.issued
    if entry.accessed and not document.accessed:
        stated["accessed"] = entry.accessed
    held = _held(document)
    found: dict[str, Value] = {}
    for name, value in stated.items():
        old = held.get(name, "")
        if shown(old) == shown(value):
            continue
        if persons := guard().named_in(shown(value)):
            named = ", ".join(persons)
            problems.add("protected-name", document.place, document.id, persons=named)
            continue
        if old and not overwrite:
            words = {"field": name, "id": document.id, "old": shown(old), "new": shown(value)}
            problems.add("reference-differs", document.place, document.id, **words)
            continue
        found[name] = value
        if name == "issued":
            basis = "imported reference"
            inferred = f"inferred: the {basis} gives it as approximate"
            found["issued_basis"] = inferred if entry.inferred else basis
    return found


def shown(value: Value) -> str:
    """Return a value as a message shows it."""
    return "; ".join(map(written, value)) if isinstance(value, tuple) else str(value)


def _store(dossier: Path, document: Document, values: Mapping[str, Value]) -> None:
    path = dossier / "documents" / f"{document.id}.yaml"
    try:
        text = with_fields(path.read_text(encoding="utf-8-sig"), str(document.place.path), values)
    except ValueError:
        found = problem("reference-refused", document.place, document.id, id=document.id)
        raise Stop(1, found) from None
    write_file(path, text.encode())


def _tell(
    changes: Mapping[str, Mapping[str, Value]],
    by_id: Mapping[str, Document],
    problems: Problems,
    options: argparse.Namespace,
) -> int:
    if options.json:
        outputs = tuple({"path": by_id[one].place.path, "id": one} for one in changes)
        say(Answer(problems, {"changed": len(changes)}, outputs).as_json())
        return 0
    for document_id, values in changes.items():
        held = _held(by_id[document_id])
        for name, value in values.items():
            old = shown(held.get(name, ""))
            say(f"{document_id}: {name}: {f'{old} → ' if old else ''}{shown(value)}")
    tell_problems(problems)
    say(f"changed: {counted(len(changes), 'record')}")
    return 0
