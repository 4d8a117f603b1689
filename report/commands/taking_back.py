"""`report translate import`: takes a returned file into the catalogue, and says what it left."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import replace

from report.commands.desk import Desk, answer, check_language
from report.commands.given_file import read_given_file
from report.commands.guarding import guard
from report.commands.publishing import hand_out, write_file
from report.commands.telling import counted, say
from report.model.problem import Problem, Problems, Stop
from report.translation.catalogue import Catalogue
from report.translation.exchange.formats import read_sheet
from report.translation.exchange.sheet import MAX_RETURNED, Returned
from report.translation.exchange.taking import Taken, choose, numbered_beside, with_taken


def take_back(desk: Desk, options: argparse.Namespace) -> int:
    """Take the file; 1 where it cannot be read or what was taken has errors."""
    problems = Problems()
    returned = read_sheet(read_given_file(options.file, MAX_RETURNED), str(options.file), problems)
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
    returned = _without_names(returned, problems)
    taken = choose(returned, catalogue, desk.units, problems)
    if taken:
        _store(desk, catalogue, taken)
        problems.extend(_faults_of(desk, returned.lang, taken))
    _tell_taken(taken, options)
    counts = {"taken": len(taken), "in_file": len(returned.units)}
    return answer(problems, options, counts)


def _without_names(returned: Returned, problems: Problems) -> Returned:
    """Leave out the units that name a protected person, each with its problem."""
    kept = []
    for one in returned.units:
        persons = guard().named_in(one.target)
        if persons:
            why, hint = f"it names a protected person ({', '.join(persons)})", "write the pseudonym"
            problems.add("exchange-unit", one.place, one.key, key=one.key, why=why, hint=hint)
        else:
            kept.append(one)
    return replace(returned, units=tuple(kept))


def _store(desk: Desk, catalogue: Catalogue, taken: list[Taken]) -> None:
    """Write the new catalogue; the one before stays beside it under a new name."""
    path = desk.path / catalogue.path
    old = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    new = with_taken(old, desk.units.values(), taken, catalogue.lang, desk.dossier.id)
    if old:
        name = next(numbered_beside(path.name, (one.name for one in path.parent.iterdir())))
        write_file(path.parent / name, old.encode())
        _tell(f"{catalogue.path}: the file before is kept as {name}")
    hand_out(path, new.encode(), own=True)


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
