"""`report diff OLD NEW`: what changed between two printed briefs, or two builds.

Works on what the files carry: nothing but the files is needed. Of two folders the evidence is
compared, and each printed file with its namesake.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from report.commands.comparing import Change, changes_of_evidence, changes_of_texts
from report.commands.given_file import read_given_file
from report.commands.telling import Answer, Progress, counted, say
from report.commands.verify import MAX_BRIEF
from report.commands.verifying import Carried, carried_of
from report.dossier.folder import MEBIBYTE
from report.evidence.carried import NAME, Unreadable, read_evidence
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.press.brief_reader import read_brief

_MOST = 32 * MEBIBYTE


def run(options: argparse.Namespace) -> int:
    """Compare; 0 whether or not anything changed."""
    progress = Progress(quiet=options.json)
    progress.step("comparing")
    found = list(_changes(options.old, options.new))
    progress.done()
    if options.json:
        further = {"changes": [asdict(one) for one in found]}
        say(Answer(Problems(), further=further).as_json())
        return 0
    for one in found:
        say(str(one))
    say(counted(len(found), "change") if found else "nothing changed")
    return 0


def _changes(old: Path, new: Path) -> Iterator[Change]:
    if old.is_dir() and new.is_dir():
        yield from changes_of_evidence(_evidence(old / NAME), _evidence(new / NAME))
        for path in sorted(old.glob("*.pdf")):
            other = new / path.name
            pair = [_carried(one) for one in (path, other) if one.is_file()]
            if len(pair) == 2 and pair[0] and pair[1]:
                yield from _texts(pair[0], pair[1])
        return
    if old.suffix == ".json" or new.suffix == ".json":
        yield from changes_of_evidence(_evidence(old), _evidence(new))
        return
    before, after = (_wanted(path) for path in (old, new))
    yield from changes_of_evidence(before.dossier, after.dossier)
    yield from _texts(before, after)


def _texts(before: Carried, after: Carried) -> Iterator[Change]:
    for now in after.printed:
        was = next((one for one in before.printed if one.lang == now.lang), None)
        if was is not None:
            yield from changes_of_texts(was.texts, now.texts, now.lang)


def _evidence(path: Path) -> Dossier:
    if path.suffix == ".pdf":
        return _wanted(path).dossier
    try:
        return read_evidence(read_given_file(path, _MOST))
    except Unreadable as unreadable:
        place = Place(str(path))
        told = problem("carried-unreadable", place, name=path.name, why=unreadable)
        raise Stop(1, told) from None


def _wanted(path: Path) -> Carried:
    return carried_of(read_brief(read_given_file(path, MAX_BRIEF), str(path)), str(path))


def _carried(path: Path) -> Carried | None:
    """Return what a file of a build carries; None for an edition that carries nothing."""
    try:
        return _wanted(path)
    except Stop:
        return None
