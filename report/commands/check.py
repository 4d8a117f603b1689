"""`report check`: all checks, nothing built."""

from __future__ import annotations

import argparse

from report.commands.chain import Checked, check, world_of
from report.commands.telling import (
    NOTHING_CHECKED,
    Answer,
    Progress,
    counted_problems,
    say,
    tell_problems,
)
from report.model.problem import Problems


def run(options: argparse.Namespace) -> int:
    """Check the dossier; 0 where it may be printed, 1 where it has errors."""
    progress = Progress(quiet=options.json)
    progress.step("checking")
    problems = Problems()
    checked = check(world_of(options), options.lang or (), problems)
    progress.done()
    counts = checked.counts() if checked else NOTHING_CHECKED
    if options.json:
        say(Answer(problems, counts, ok=not problems.errors).as_json())
    else:
        tell_problems(problems)
        say(summary_line(checked, problems))
    return 1 if problems.errors else 0


def summary_line(checked: Checked | None, problems: Problems) -> str:
    """Return the line that says how much was checked and found."""
    found = counted_problems(problems)
    if checked is None:
        return found
    counts = checked.register.counts
    full, passages = len(checked.register.in_full), len(checked.register.by_passage)
    documents = f"documents: {full} of {full + passages} in full"
    if passages:
        documents += f", {passages} by passage"
    return (
        f"checked: {counts.quotations} quotations, {counts.figures} figures, "
        f"{counts.numbers} further numbers, {counts.citations} citations, "
        f"{checked.translations.checked} translations; {documents}\n{found}"
    )
