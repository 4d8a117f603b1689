"""`report translate import`: takes a returned file into the catalogue, and says what it left."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from report.commands.desk import Desk, answer, check_language
from report.commands.publishing import write_file
from report.commands.telling import counted, say
from report.model.place import Place
from report.model.problem import Problem, Problems, Stop, problem
from report.translation.catalogue import Catalogue
from report.translation.exchange.formats import read_sheet
from report.translation.exchange.sheet import MAX_RETURNED
from report.translation.exchange.taking import Taken, choose, numbered_beside, with_taken


def take_back(desk: Desk, options: argparse.Namespace) -> int:
    """Take the file; 1 where it cannot be read or what was taken has errors."""
    problems = Problems()
    returned = read_sheet(_returned_bytes(options.file), str(options.file), problems)
    if returned is None:
        return answer(problems, options)
    if returned.lang not in desk.langs:
        known = ", ".join(desk.langs)
        found = re.sub(r"[^\w-]", "?", returned.lang)[:20] or "no language"
        problems.add("exchange-language", returned.place, found=found, known=known)
        return answer(problems, options)
    own = Problems()
    catalogue = desk.catalogue(returned.lang, own)
    if own.errors:
        raise Stop(1, *own)
    taken = choose(returned, catalogue, desk.units, problems)
    if taken:
        _store(desk, catalogue, taken)
        problems.extend(_faults_of(desk, returned.lang, taken))
    _tell_taken(taken, options)
    counts = {"taken": len(taken), "in_file": len(returned.units)}
    return answer(problems, options, counts)


def _returned_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_RETURNED + 1)
    except OSError as error:
        why = os.strerror(error.errno or 0)
        found = problem("file-unreadable", Place(str(path)), path=path, why=why)
        raise Stop(2, found) from None
    if len(data) > MAX_RETURNED:
        limit = MAX_RETURNED // (1024 * 1024)
        raise Stop(1, problem("file-too-large", Place(str(path)), path=path, limit=limit))
    return data


def _store(desk: Desk, catalogue: Catalogue, taken: list[Taken]) -> None:
    """Write the new catalogue; the one before stays beside it under a new name."""
    path = desk.path / catalogue.path
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    new = with_taken(old, desk.units.values(), taken, catalogue.lang, desk.dossier.id)
    if old:
        name = next(numbered_beside(path.name, (one.name for one in path.parent.iterdir())))
        write_file(path.parent / name, old.encode())
        _tell(f"{catalogue.path}: the file before is kept as {name}")
    write_file(path, new.encode())


def _tell(text: str) -> None:
    """Tell something that is no result: it stands on standard error."""
    print(text, file=sys.stderr)  # noqa: T201


def _faults_of(desk: Desk, lang: str, taken: list[Taken]) -> list[Problem]:
    """Return what the checks say of the units that were taken."""
    problems = Problems()
    check_language(desk, lang, problems)
    keys = {one.key for one in taken}
    return [p for p in problems if p.subject in keys]


def _tell_taken(taken: list[Taken], options: argparse.Namespace) -> None:
    if options.json:
        return
    for one in taken:
        say(f"{one.key}: {one.difference or 'no change of words: now translated'}")
    say(f"taken: {counted(len(taken), 'unit')}")
