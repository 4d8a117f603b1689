"""`report translate`: hands translations out, takes them back, says how far they are."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Mapping

from report.commands.approving import approve
from report.commands.desk import Desk, answer, check_language, check_targets, open_desk
from report.commands.drafting import draft
from report.commands.publishing import hand_out
from report.commands.taking_back import take_back
from report.commands.telling import counted_problems, say
from report.model.audience import Audience
from report.model.dossier import Dossier
from report.model.problem import Problems
from report.translation.catalogue import State
from report.translation.exchange.formats import ENDINGS, write_sheet
from report.translation.exchange.sheet import OPEN, sheet_of


def run(options: argparse.Namespace) -> int:
    """Do what was asked: export, import, status, check, approve or draft."""
    actions: dict[str, Callable[[Desk, argparse.Namespace], int]] = {
        "export": _export,
        "import": take_back,
        "status": _status,
        "check": _check,
        "approve": approve,
        "draft": draft,
    }
    return actions[options.action](open_desk(options), options)


def _export(desk: Desk, options: argparse.Namespace) -> int:
    problems = Problems()
    desk.check_sources(problems)
    trusted = options.audience == Audience.TRUSTED
    units = {key: one for key, one in desk.units.items() if trusted or key in desk.public}
    sheets = {}
    for lang in desk.langs:
        catalogue = desk.catalogue(lang, problems)
        check_targets(catalogue, problems)
        dossier = desk.dossier
        sheet = sheet_of(dossier.id, str(dossier.language), catalogue, units)
        sheets[lang] = write_sheet(sheet, options.to, _dated(dossier))
    if problems.errors:
        return answer(problems, options)
    outputs = []
    for lang, data in sheets.items():
        path = options.output / f"{desk.dossier.id}.{lang}{ENDINGS[options.to]}"
        hand_out(path, data)
        outputs.append({"path": str(path), "lang": lang})
    if not options.json:
        for output in outputs:
            say(output["path"])
    return answer(problems, options, outputs=tuple(outputs))


def _dated(dossier: Dossier) -> datetime.datetime:
    return datetime.datetime.combine(dossier.date.first_day, datetime.time(), datetime.UTC)


def _status(desk: Desk, options: argparse.Namespace) -> int:
    problems = Problems()
    counts: dict[str, dict[str, int]] = {}
    for lang in desk.langs:
        states = desk.catalogue(lang, problems).states
        open_keys = [key for key, state in states.items() if state in OPEN]
        counts[lang] = {state.value: list(states.values()).count(state) for state in State}
        counts[lang]["words to go"] = sum(len(desk.units[k].source.split()) for k in open_keys)
    if not options.json:
        say(_table(counts))
    return answer(problems, options, counts)


def _table(counts: Mapping[str, Mapping[str, int]]) -> str:
    heads = [*(state.value for state in State), "words to go"]
    lines = ["  ".join(["language", *heads])]
    for lang, row in counts.items():
        cells = [f"{row[head]:>{len(head)}}" for head in heads]
        lines.append("  ".join([f"{lang:<8}", *cells]))
    return "\n".join(lines)


def _check(desk: Desk, options: argparse.Namespace) -> int:
    problems = Problems()
    asked = bool(options.lang)
    counts = {lang: check_language(desk, lang, problems, asked=asked) for lang in desk.langs}
    if not options.json:
        checked = ", ".join(f"{count} in {lang}" for lang, count in counts.items())
        say(f"checked: {checked or 'nothing'}\n{counted_problems(problems)}")
    return answer(problems, options, counts)
