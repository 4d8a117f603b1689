"""Many editions at once: each is printed by a process forked from one that is ready to print.

The parent loads the renderer and the fonts and lays out a page before it forks, so that no worker
does so again. What comes out is the same as one after another, in the same order. Where processes
cannot be forked safely, editions are printed one after another.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from report.commands.building import Output, make_edition
from report.editions.material import Material
from report.editions.product import Making
from report.model.place import Place
from report.model.problem import Problem, Problems, Stop, problem
from report.press.job import Metadata, PrintJob
from report.press.printing import print_pdf

# Long editions are begun first, so that the short ones fill the time that is left.
_LONG = ("booklet", "press", "brief")


_SIGNAL_AT_PARENTS_DEATH = 1  # PR_SET_PDEATHSIG of prctl(2)


@dataclass(frozen=True)
class Task:
    """One edition to print."""

    edition: str
    material: Material
    making: Making


@dataclass(frozen=True)
class Done:
    """What came of a task: its files and warnings, or the problems that stopped it."""

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    exit_code: int = 0


_tasks: list[Task] = []  # what a worker inherits: nothing of a dossier is sent to it


def print_all(
    tasks: Sequence[Task], told: Callable[[str], None], workers: int | None = None
) -> tuple[list[Output], Problems]:
    """Return the files in the order of the tasks, and all warnings.

    `told` is given a line of progress at a time. Stop(3) with the problems of every edition that
    could not be printed; printing-ended where the system took a worker away.
    """
    count = min(len(tasks), workers or _processors())
    if count > 1 and sys.platform == "linux":
        done = _side_by_side(tasks, told, count)
    else:
        done = [_one(task, told) for task in tasks]
    if stopped := [one for one in done if one.exit_code]:
        found = Problems([p for one in stopped for p in one.problems])
        raise Stop(max(one.exit_code for one in stopped), *found)
    warnings = Problems([p for one in done for p in one.problems])
    return [output for one in done for output in one.outputs], warnings


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else 1


def _one(task: Task, told: Callable[[str], None]) -> Done:
    told(f"printing {task.edition} in {task.material.texts.lang}")
    try:
        return Done(*make_edition(task.edition, task.material, task.making))
    except Stop as stop:
        return Done((), stop.problems, stop.exit_code)


def _numbered(number: int) -> Done:
    return _one(_tasks[number], _silent)


def _silent(_: str) -> None:
    """Say nothing: the parent tells the progress."""


def _side_by_side(tasks: Sequence[Task], told: Callable[[str], None], count: int) -> list[Done]:
    told("getting ready to print")
    _warm()
    order = sorted(range(len(tasks)), key=partial(_begun, tasks))
    with _forked(tasks, count) as pool:
        futures: dict[Future[Done], int] = {pool.submit(_numbered, n): n for n in order}
        told(f"printing {len(tasks)} editions")
        for printed, _ in enumerate(as_completed(futures), 1):
            told(f"printed {printed} of {len(tasks)} editions")
        results = {number: future.result() for future, number in futures.items()}
    return [results[number] for number in range(len(tasks))]


def _begun(tasks: Sequence[Task], number: int) -> tuple[int, int]:
    """Return the place of a task among those begun: long ones first, else in their order."""
    edition = tasks[number].edition
    return (_LONG.index(edition) if edition in _LONG else len(_LONG), number)


@contextmanager
def _forked(tasks: Sequence[Task], count: int) -> Iterator[ProcessPoolExecutor]:
    """Hold workers that were forked with the tasks; none outlives the block, whatever ends it."""
    _tasks[:] = tasks
    gc.freeze()  # what was made so far is shared by all and never looked through again
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(count, mp_context=fork, initializer=depend_on_parent)
    try:
        yield pool
    except BrokenProcessPool:
        raise Stop(3, problem("printing-ended", Place("printing"))) from None
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        _tasks.clear()


def depend_on_parent() -> None:
    """Leave an interruption to the parent, which says so once; end where the parent is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)


def _warm() -> None:
    """Load the renderer and the fonts, and hyphenate a page."""
    import datetime

    day = datetime.date(2000, 1, 1)
    css = 'p { font-family: "Report Serif"; width: 20mm; hyphens: auto }'
    html = (
        "<!doctype html><html lang='en'><title>A</title><body><p>representative</p></body></html>"
    )
    print_pdf(PrintJob("warm.pdf", html, (css,), Metadata("A", "A", ("en",), day)))
