"""`report add`: takes documents into a dossier: the file untouched, and a record of it."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report.commands.intake import Intake, Taken, open_intake
from report.commands.nameless import without_names
from report.commands.telling import Answer, Progress, counted, say, tell_problems
from report.documents.parsed import Parsed
from report.documents.reference import Reference, reference_of
from report.documents.store import ENDINGS, MAX_DOCUMENT, in_order, parse
from report.dossier.folder import MEBIBYTE, DiskFolder, Unreadable
from report.model.place import Place
from report.model.problem import Problem, Problems, problem

_CONFIDENTIAL = "confidential, nothing of it is printed: "
_MOST_REPEATED = 5  # told one by one: more are an interrupted command that goes on


@dataclass(frozen=True)
class _Read:
    """A file that was read: its bytes, what it says of itself; or what hindered it."""

    path: Path
    data: bytes
    reference: Reference | None
    problems: Problems


def run(options: argparse.Namespace) -> int:
    """Record each file; 1 where one of them cannot be read."""
    intake = open_intake(
        options.dossier, options.by, copies=options.copy, confidential=options.confidential
    )
    problems = Problems()
    files = list(_files(options.files, problems))
    progress = Progress(quiet=options.json)
    taken: list[Taken] = []
    try:
        for number, read in enumerate(_all_read(files, intake), 1):
            progress.count(number, len(files), read.path.name)
            problems.extend(read.problems)
            record = intake.take(read.path, read.data, read.reference, problems)
            if record is not None:
                taken.append(record)
    except KeyboardInterrupt:
        again = "the same command goes on where it stopped"
        print(f"\ninterrupted: {len(taken)} added, each whole; {again}", file=sys.stderr)  # noqa: T201
        return 130
    progress.done()
    return _tell(taken, problems, options)


def _files(paths: list[Path], problems: Problems) -> Iterator[Path]:
    """Yield the files named, and those of a kind that is read in the folders named."""
    seen = set()
    for path in paths:
        found = sorted(_inside(path)) if path.is_dir() else [path]
        if not found:
            problems.add("no-documents", Place(str(path)), path=path)
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the documents of a folder; not the parts that a browser saves beside a page."""
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = [f for f in folders if not f.startswith(".") and not f.endswith("_files")]
        for name in names:
            if name.lower().endswith(ENDINGS) and not name.startswith((".", "~$")):
                yield Path(root) / name


def _all_read(files: list[Path], intake: Intake) -> Iterator[_Read]:
    return in_order(lambda path: _read(path, intake), files)


def _read(path: Path, intake: Intake) -> _Read:
    problems = Problems()
    data = _bytes(path, problems)
    if data is None or intake.is_known(hashlib.sha256(data).hexdigest()):
        return _Read(path, data or b"", None, problems)
    parsed: Parsed | None = parse(data, str(path), problems, "", judged=True)
    reference = reference_of(parsed, path.suffix.lower()) if parsed else None
    if reference is not None:
        reference = without_names(reference, path, problems)
    return _Read(path, data, reference, problems)


def _bytes(path: Path, problems: Problems) -> bytes | None:
    place = Place(str(path))
    if not path.name.lower().endswith(ENDINGS):
        if not path.exists():
            problems.add("file-missing", place, path=path)
        else:
            problems.add("document-kind", place, path=path)
        return None
    try:
        return DiskFolder(path.parent).read(path.name, MAX_DOCUMENT)
    except Unreadable as unreadable:
        problems.extend([_placed(unreadable.problem, path)])
        return None


def _placed(found: Problem, path: Path) -> Problem:
    """Name the file as the user did, and a document's own bound where it is too large."""
    place = Place(str(path))
    if found.code == "file-too-large":
        return problem("document-too-large", place, path=path, limit=MAX_DOCUMENT // MEBIBYTE)
    why = found.message.rpartition(": ")[2]
    return problem(found.code, place, path=path, why=why)


def _tell(taken: list[Taken], problems: Problems, options: argparse.Namespace) -> int:
    ok = not problems.errors
    if options.json:
        outputs = tuple({"path": t.record, "id": t.id, "sha256": t.sha256} for t in taken)
        say(Answer(problems, {"added": len(taken)}, outputs, ok=ok).as_json())
        return 0 if ok else 1
    for one in taken:
        say(f"{one.id}: {_CONFIDENTIAL if options.confidential else ''}{one.name}")
        if one.unknown:
            say(f"  not stated in it: {', '.join(one.unknown)}")
    repeated = [p for p in problems if p.code == "document-repeated"]
    many = len(repeated) > _MOST_REPEATED
    tell_problems(p for p in problems if not (many and p in repeated))
    if many:
        say(f"recorded before: {counted(len(repeated), 'document')}")
    say(f"added: {counted(len(taken), 'document')}")
    if taken and options.confidential:
        say("The files that you named stay where they are: their names may tell what they are.")
    if taken:
        say("report describe ID fills in what you know of a document and it does not state.")
    return 0 if ok else 1
