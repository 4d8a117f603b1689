"""`report scan`: looks in finished files of any kind, whoever made them, for what must not leave.

That is names of protected persons, and what would show a confidential document of the dossier.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from report.commands.given_file import read_given_file
from report.commands.guarding import guard, opened
from report.commands.scanning import scan_confined, tell_scanned, tell_shown
from report.commands.telling import Answer, Progress, counted, say, tell_problems
from report.dossier.folder import MEBIBYTE, DiskFolder
from report.dossier.reader import read_dossier
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.protection.traces import Traces

MAX_FILE = 512 * MEBIBYTE
_FOUND = ("leak", "confidential-shown")


def run(options: argparse.Namespace) -> int:
    """Search each file; 0 where nothing was found and all text could be read, else 1."""
    traces = _traces(options)
    if not guard() and not traces:
        raise Stop(2, problem("no-persons", Place("protected.yaml")))
    problems = Problems(list(opened().warnings))
    progress = Progress(quiet=options.json)
    files = list(_files(options.files))
    for path in files:
        progress.step(f"searching {path}")
        data = read_given_file(path, MAX_FILE)
        # Without persons the guard finds none, and says what cannot be read all the same.
        tell_scanned(scan_confined(guard(), path.name, data), str(path), guard(), problems)
        if traces:
            shown = scan_confined(traces, path.name, data)
            tell_shown(shown, guard().cleared(str(path)), problems)
    progress.done()
    return _tell(problems, traces, len(files), options)


def _traces(options: argparse.Namespace) -> Traces | None:
    """Return what would show the confidential documents of the dossier, where it has any."""
    if options.dossier is None or not (options.dossier / "dossier.yaml").is_file():
        return None
    folder = DiskFolder(options.dossier)
    dossier = read_dossier(folder).dossier
    if dossier is None or not any(one.confidential for one in dossier.documents):
        return None
    from report.documents.store import find_texts  # late: few dossiers have any

    return Traces(dossier, find_texts(dossier.documents, folder, (), Problems()))


def _tell(
    problems: Problems, traces: Traces | None, files: int, options: argparse.Namespace
) -> int:
    counts = {"files": files, "persons": len(guard().persons)}
    counts |= {"documents": traces.count} if traces else {}
    if options.json:
        say(Answer(problems, counts, ok=not problems.errors).as_json())
    else:
        tell_problems(problems)
        found = sum(one.code in _FOUND for one in problems)
        wanted = [counted(counts["persons"], "person")] if guard() else []
        wanted += [counted(traces.count, "confidential document")] if traces else []
        named = counted(found, "place") + " with a name" + (" or a trace" if traces else "")
        say(f"searched: {counted(files, 'file')} for {' and '.join(wanted)}; {named}")
    return 1 if problems.errors else 0


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for root, folders, names in os.walk(path):
            folders.sort()
            yield from (Path(root) / name for name in sorted(names))
