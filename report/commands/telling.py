"""What a command says: problems and progress on standard error, results on standard output."""

from __future__ import annotations

import itertools
import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from report.model.place import Place
from report.model.problem import Problem, Problems, Severity, Stop, problem

_COLOURS = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m"}
MOST_SHOWN = 200
_BAR = 20  # characters
FAULT = 70  # exit code of a fault of the program (EX_SOFTWARE of sysexits.h)


NOTHING_CHECKED: dict[str, object] = {
    "quotations": 0,
    "figures": 0,
    "numbers": 0,
    "citations": 0,
    "translations": 0,
    "documents": {"full": 0, "passages": 0},
}


@dataclass
class Answer:
    """What `--json` prints: stable for scripts."""

    problems: Problems = field(default_factory=Problems)
    checked: Mapping[str, Any] = field(default_factory=lambda: NOTHING_CHECKED)
    outputs: tuple[Mapping[str, Any], ...] = ()
    ok: bool = True
    further: Mapping[str, Any] = field(default_factory=dict)  # what one command adds of its own

    def as_json(self) -> str:
        """Return the one object."""
        return json.dumps(
            {
                "ok": self.ok,
                "problems": [_as_json(p) for p in self.problems],
                "checked": dict(self.checked),
                "outputs": [dict(output) for output in self.outputs],
                **self.further,
            },
            ensure_ascii=False,
            indent=2,
        )


def _as_json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "subject": problem.subject,
        "message": problem.message,
        "hint": problem.hint,
    }


def tell_problems(problems: Iterable[Problem], stream: TextIO | None = None) -> None:
    """Print problems, errors and warnings alike, in the order of their places."""
    stream = stream or sys.stderr
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    listed = list(problems)
    shown = listed[:MOST_SHOWN]
    for one, behind in itertools.zip_longest(shown, shown[1:]):
        text = str(one)
        if behind is not None and one.hint and (one.code, one.hint) == (behind.code, behind.hint):
            text = text.partition("\n")[0]  # one hint for all that are mended alike
        if colour:
            word = f"{one.severity} {one.code}"
            text = text.replace(word, f"{_COLOURS[one.severity]}{word}\033[0m", 1)
        print(text, file=stream)
    if len(listed) > MOST_SHOWN:
        print(f"… and {len(listed) - MOST_SHOWN} more problems", file=stream)


def counted(number: int, thing: str) -> str:
    """Say how many there are of a thing: 1 problem, 2 problems."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def counted_problems(problems: Problems) -> str:
    """Say how many there are, and where some are warnings how many of each: they stop nothing."""
    found = counted(len(problems), "problem")
    warnings = sum(one.severity is Severity.WARNING for one in problems)
    errors = len(problems) - warnings
    parts = [counted(n, what) for n, what in ((errors, "error"), (warnings, "warning")) if n]
    return f"{found} ({', '.join(parts)})" if warnings else found


def say(text: str) -> None:
    """Print a line of the result."""
    print(text)  # noqa: T201


class Progress:
    """Says on a terminal what is being done; silent elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()

    def step(self, text: str) -> None:
        """Replace the line of progress."""
        if self.shown:
            print(f"\r\033[K{text} …", end="", file=sys.stderr, flush=True)  # noqa: T201

    def count(self, done: int, total: int, text: str) -> None:
        """Replace the line by a bar and what is being done."""
        filled = _BAR * done // max(total, 1)
        bar = "█" * filled + "░" * (_BAR - filled)
        self.step(f"{bar} {done} of {total}: {text[:40]}")

    def done(self) -> None:
        """Remove the line of progress."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)  # noqa: T201


def tell_stop(stop: Stop, *, as_json: bool) -> int:
    """Print the problems that stopped the work; return its exit code."""
    problems = Problems(list(stop.problems))
    if as_json:
        say(Answer(problems=problems, ok=False).as_json())
    else:
        tell_problems(problems)
    return stop.exit_code


def tell_fault(error: Exception, *, as_json: bool) -> int:
    """Tell a fault of the program by where it is; return its exit code.

    What it failed on may hold anything, the name of a protected person as well, so neither the
    message of the error nor any value is shown: modules, lines and the kind of error alone.
    """
    import traceback  # late: needed once in a program's life

    frames = traceback.extract_tb(error.__traceback__)
    ways = [f"{_module(one.filename)}:{one.lineno} {one.name}" for one in frames]
    last = frames[-1]
    place = Place(_module(last.filename), last.lineno or 1)
    found = problem("program-fault", place, kind=type(error).__name__)
    if not as_json:
        for way in ways:
            print(f"  {way}", file=sys.stderr)  # noqa: T201
    return tell_stop(Stop(FAULT, found), as_json=as_json)


def _module(path: str) -> str:
    """Return the end of a module's path: what lies above it tells of the user."""
    parts = Path(path).parts
    known = [n for n, part in enumerate(parts) if part in ("report", "site-packages")]
    return "/".join(parts[known[-1] :]) if known else parts[-1] if parts else ""
