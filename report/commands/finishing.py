"""What the end of a review still asks for: which numbers to draw together, and the summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from report.commands.suggesting import Bench
from report.commands.telling import say, tell_problems
from report.evidence.unfilled import is_unfilled
from report.model.finding import Figure, Range, Words
from report.model.problem import Stop

Ask = Callable[[str], str | None]

_SUMMARY = """\
The brief has no summary yet. In a few sentences: who did what to whom, where and when, who says so?
Numbers must be those of the findings. (Enter: later)
summary: """


def finish(bench: Bench, ask: Ask, *, drawing: bool = True) -> None:
    """Ask which measures are drawn, then for the summary where none has been written.

    Who left the review early is asked for the summary alone: what is taken makes a brief.
    """
    for section, measure, figures in list(_undrawn(bench)) if drawing else ():
        label = bench.dossier.measure_by_id[measure].label
        say(f"\n{label}: draw these in one chart? Only where all of them count the same people.")
        for figure in figures:
            when = f", {figure.date}" if figure.date else ""
            say(f"  {_value(figure)} {figure.counts} ({figure.attributed_to}{when})")
        answer = ask("y yes · n no? ")
        if answer is None:
            return
        if answer.lower() in ("y", "yes"):
            _told(partial(bench.draw, section, measure))
    while bench.dossier.findings and is_unfilled(bench.dossier.summary):
        text = ask(_SUMMARY)
        if not text:
            return
        _told(partial(bench.write_summary, text))


def _undrawn(bench: Bench) -> Iterator[tuple[int, str, list[Figure]]]:
    """Yield measures with two numbers or more that no section draws, each with its section."""
    dossier = bench.dossier
    drawn = {str(name) for section in dossier.sections for name in section.charts}
    for measure in dossier.measure_by_id:
        figures = [f for f in dossier.figure_by_id.values() if f.measure == measure]
        numbers = [figure for figure in figures if isinstance(figure.value, Decimal)]
        homes = {str(dossier.finding_of_figure[figure.id].id) for figure in figures}
        sections = [n for n, s in enumerate(dossier.sections) if homes & set(map(str, s.findings))]
        if _is_series(numbers) and str(measure) not in drawn and sections:
            yield sections[0], str(measure), figures


def _is_series(figures: Sequence[Figure]) -> bool:
    """Whether two numbers can be compared: of the same, but of other days or by other speakers."""
    return any(
        one.value != other.value
        and one.counts.split()[-1:] == other.counts.split()[-1:]
        and (one.date, one.attributed_to) != (other.date, other.attributed_to)
        for one, other in combinations(figures, 2)
    )


def _value(figure: Figure) -> str:
    bound = "" if figure.bound == "exact" else f"{figure.bound.replace('-', ' ')} "
    value = figure.value
    if isinstance(value, Words):
        return f"{bound}{value.words}"
    if isinstance(value, Range):
        return f"{bound}{value.start:,f} to {value.end:,f}"
    return f"{bound}{value:,f}"


def _told(change: Callable[[], None]) -> None:
    try:
        change()
    except Stop as stop:
        if stop.exit_code != 1:
            raise
        tell_problems(stop.problems, sys.stdout)
