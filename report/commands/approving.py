"""`report translate approve`: a role stands for translations as they are today."""

from __future__ import annotations

import argparse

from report.commands.desk import Desk, answer, check_language
from report.commands.publishing import hand_out
from report.commands.telling import counted, say
from report.model.place import Place
from report.model.problem import Problems, Severity
from report.translation.approvals import (
    APPROVALS_FILE,
    Approval,
    Degree,
    fingerprint,
    is_role,
    read_approvals,
    with_approvals,
)
from report.translation.exchange.sheet import OPEN


def approve(desk: Desk, options: argparse.Namespace) -> int:
    """Approve all units that are named, or none where one cannot be."""
    problems = Problems()
    if not is_role(options.by):
        problems.add("approver-named", Place(APPROVALS_FILE), by=options.by)
        return answer(problems, options)
    degree = Degree.REVIEWED if options.reviewed else Degree.APPROVED
    new = [
        approval
        for lang in desk.langs
        for approval in _approvals(desk, lang, options.key, (degree, options.by), problems)
    ]
    if not problems.errors:
        existing = read_approvals(desk.folder, problems)
        hand_out(desk.path / APPROVALS_FILE, with_approvals(existing, new).encode(), own=True)
        if not options.json:
            say(f"{degree.value}: {counted(len(new), 'unit')}")
    return answer(problems, options, {degree.value: len(new)})


def _approvals(
    desk: Desk, lang: str, keys: list[str], how: tuple[Degree, str], problems: Problems
) -> list[Approval]:
    found = Problems()
    check_language(desk, lang, found)
    faulty = {p.subject for p in found if p.severity is Severity.ERROR}
    catalogue = desk.catalogue(lang, Problems())
    approvals = []
    for key in _named(keys, desk, problems):
        one = catalogue.translations.get(key)
        state = catalogue.states[key]
        why = f"it is {state.value}" if one is None or state in OPEN else ""
        why = why or ("it has errors: see report translate check" if key in faulty else "")
        if one is None or why:
            place = one.target.place if one else Place(catalogue.path)
            problems.add("approval-refused", place, key, key=key, why=why)
            continue
        digest = fingerprint(key, one.unit.source, one.target)
        approvals.append(Approval(lang, key, how[0], how[1], digest, Place(APPROVALS_FILE)))
    return approvals


def _named(keys: list[str], desk: Desk, problems: Problems) -> list[str]:
    """Return the units that are named; `summary` or `summary/` names all under it."""
    found: dict[str, None] = {}
    for key in keys:
        under = [one for one in desk.units if one == key or _is_under(one, key)]
        if not under:
            place = Place("dossier.yaml")
            problems.add("approval-refused", place, key, key=key, why="there is no such unit")
        found |= dict.fromkeys(under)
    return list(found)


def _is_under(unit: str, key: str) -> bool:
    return unit.startswith(f"{key.removesuffix('/')}/")
