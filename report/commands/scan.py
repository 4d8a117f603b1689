"""`report scan`: looks for protected persons in finished files of any kind, whoever made them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from report.commands.given_file import read_given_file
from report.commands.guarding import guard, opened
from report.commands.scanning import scan_confined, tell_scanned
from report.commands.telling import Answer, Progress, counted, say, tell_problems
from report.dossier.folder import MEBIBYTE
from report.model.place import Place
from report.model.problem import Problems, Stop, problem

MAX_FILE = 512 * MEBIBYTE


def run(options: argparse.Namespace) -> int:
    """Search each file; 0 where no name was found and all text could be read, else 1."""
    if not guard():
        raise Stop(2, problem("no-persons", Place("protected.yaml")))
    problems = Problems(list(opened().warnings))
    progress = Progress(quiet=options.json)
    files = list(_files(options.files))
    for path in files:
        progress.step(f"searching {path}")
        scanned = scan_confined(guard(), path.name, read_given_file(path, MAX_FILE))
        tell_scanned(scanned, str(path), guard(), problems)
    progress.done()
    counts = {"files": len(files), "persons": len(guard().persons)}
    if options.json:
        say(Answer(problems, counts, ok=not problems.errors).as_json())
    else:
        tell_problems(problems)
        found = sum(one.code == "leak" for one in problems)
        searched = f"{counted(len(files), 'file')} for {counted(counts['persons'], 'person')}"
        say(f"searched: {searched}; {counted(found, 'place')} with a name")
    return 1 if problems.errors else 0


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for root, folders, names in os.walk(path):
            folders.sort()
            yield from (Path(root) / name for name in sorted(names))
