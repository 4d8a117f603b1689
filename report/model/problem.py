"""What a check found: a problem with its code, place, message and the hint that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from report.model.codes import CODES
from report.model.place import Place


class Severity(StrEnum):
    """An error stops the build, a warning is told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One problem. `subject` is the id of the finding, figure, document or unit it is about."""

    code: str
    place: Place
    message: str
    hint: str = ""
    subject: str = ""
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order by place, then code, then message."""
        return (self.place, self.code, self.message)

    def __str__(self) -> str:
        line = f"{self.place}: {self.severity} {self.code}: {self.message}"
        return f"{line}\n  hint: {self.hint}" if self.hint else line


_LONGEST_WORDS = 1_500  # a message is read on a screen


def _shortened(word: object) -> object:
    if isinstance(word, str) and len(word) > _LONGEST_WORDS:
        return f"{word[:_LONGEST_WORDS]}…"
    return word


def problem(code: str, place: Place, subject: str = "", **words: object) -> Problem:
    """Make the problem `code` of the table in `codes`, its message and hint filled with `words`."""
    entry = CODES[code]
    words = {name: _shortened(word) for name, word in words.items()}
    return Problem(
        code=code,
        place=place,
        message=entry.message.format(**words),
        hint=entry.hint.format(**words),
        subject=subject,
        severity=Severity(entry.severity),
    )


@dataclass
class Problems:
    """A collector: checks add to it, nothing stops before all have spoken."""

    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place, subject: str = "", **words: object) -> None:
        """Add the problem `code` at `place`."""
        self.found.append(problem(code, place, subject, **words))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems that another check found."""
        self.found.extend(problems)

    @property
    def errors(self) -> bool:
        """Whether anything found stops the build."""
        return any(p.severity is Severity.ERROR for p in self.found)

    def __iter__(self) -> Iterator[Problem]:
        unique = dict.fromkeys(self.found)
        return iter(sorted(unique, key=lambda p: p.sort_key))

    def __len__(self) -> int:
        return len(set(self.found))


class Stop(Exception):  # noqa: N818  it is not always an error: an interruption stops too
    """Work cannot go on: carries the problems and the exit code, 1 to 4 or 130."""

    def __init__(self, exit_code: int, *problems: Problem) -> None:
        super().__init__("; ".join(p.code for p in problems))
        self.exit_code = exit_code
        self.problems = problems
