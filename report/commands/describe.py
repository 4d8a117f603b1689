"""`report describe`: what is known of a document, written into its record without editing YAML.

Takes flags; on a terminal, where there are none, it asks for what the record lacks. Remarks and the
order of the record stay.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from report.citations.exchange.entries import name_from
from report.commands.opening import open_folders
from report.commands.publishing import write_file
from report.commands.telling import Answer, say
from report.dossier.reader import DOSSIER_FILE, MAX_YAML, is_dossier, read_documents
from report.dossier.record_edits import Value, with_fields
from report.model.characters import FORBIDDEN_IN_FILES, code_point
from report.model.dates import PartialDate
from report.model.document import Document, Name, Tier
from report.model.meant import meant
from report.model.place import Place
from report.model.problem import Problems, Stop, problem

_BY_HAND = "given by hand"
_ASKED = (
    ("author", "author: Family, Given, or the name of an organisation"),
    ("issued", "day of issue, as 2022, 2022-01 or 2022-01-06"),
    ("publisher", "publisher"),
    ("url", "web address"),
    ("tier", f"kind of source: {', '.join(tier.value for tier in Tier)}"),
)
_FIELDS = {
    "title": "title",
    "container_title": "container-title",
    "publisher": "publisher",
    "url": "URL",
    "tier": "tier",
    "language": "language",
    "note": "note",
}


def run(options: argparse.Namespace) -> int:
    """Set the fields; Stop with exit code 1 or 2 and nothing written where one is refused."""
    (folder,) = open_folders(options.dossier)
    if not is_dossier(folder):
        raise Stop(1, problem("no-dossier", Place(DOSSIER_FILE)))
    documents = {str(one.id): one for one in read_documents(folder, Problems())}
    document = documents.get(options.name)
    if document is None:
        hint = meant(options.name, documents, "the ids are the names of the files in documents/")
        place = Place("documents")
        raise Stop(1, problem("suggest-no-document", place, id=options.name, hint=hint))
    _ask(options, document)
    values = dict(_values(options))
    path = f"documents/{document.id}.yaml"
    if values:
        before = folder.read(path, MAX_YAML).decode("utf-8-sig")
        try:
            after = with_fields(before, path, values)
        except ValueError as why:
            name, place = document.id, document.place
            raise Stop(1, problem("describe-refused", place, name, id=name, why=why)) from None
        write_file(options.dossier / path, after.encode())
    _tell(options, path, values)
    return 0


def _ask(options: argparse.Namespace, document: Document) -> None:
    """Ask on a terminal for what the record lacks, where no flag says anything."""
    given = [getattr(options, name) for name in (*_FIELDS, "author", "issued")]
    if any(given) or options.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    say(f"{document.name}\nEnter leaves a field as it is.")
    for name, question in _ASKED:
        if getattr(document, name):
            continue
        try:
            answer = input(f"{question}: ").strip()
        except EOFError:
            return
        setattr(options, name, ([answer] if answer else []) if name == "author" else answer)
        if name == "issued" and answer:
            options.basis = input("where it is stated (“inferred: …” where it follows): ").strip()


def _values(options: argparse.Namespace) -> Iterator[tuple[str, Value]]:
    authors = [name for name in map(_name, options.author or ()) if name is not None]
    if authors:
        yield "author", tuple(authors)
    for option, field in _FIELDS.items():
        line = _line(getattr(options, option) or "", option)
        if line:
            yield field, line.lower() if option in ("tier", "language") else line
    if options.issued:
        try:
            yield "issued", PartialDate.parse(options.issued.strip())
        except ValueError:
            words = {"expected": "a date as 2022, 2022-01 or 2022-01-06", "found": options.issued}
            raise Stop(2, problem("wrong-type", Place("--issued"), **words)) from None
        yield "issued_basis", _line(options.basis or "", "basis") or _BY_HAND


def _name(text: str) -> Name | None:
    return name_from(_line(text, "author"))


def _line(text: str, option: str) -> str:
    """Return one line; Stop(2) with forbidden-character for what no file may hold."""
    line = " ".join(text.split())
    hiding = FORBIDDEN_IN_FILES.search(line)
    if hiding:
        sign = code_point(hiding.group())
        raise Stop(2, problem("forbidden-character", Place(f"--{option}"), character=sign))
    return line


def _tell(options: argparse.Namespace, path: str, values: dict[str, Value]) -> None:
    if options.json:
        say(Answer(Problems(), {"fields": len(values)}, ({"path": path},)).as_json())
        return
    say(f"{path}: {', '.join(values) or 'nothing'} written")
