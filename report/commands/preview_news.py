"""What is told of a dossier that is being written: plain data, from the process that prints it.

Each item bears the number of the look that it came of; a later look makes an earlier one void.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.model.place import Place
from report.model.problem import Problem
from report.press.rasters import Picture
from report.protection.guard import Guard
from report.protection.protected_file import PROTECTED_FILE

_LONGEST = 400  # characters of a line that are shown
_LIMIT = 16 * MEBIBYTE


@dataclass(frozen=True)
class Line:
    """A line of a file, by its number from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Told:
    """A problem with the lines that it stands in; none where it is about no file."""

    problem: Problem
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Looking:
    """The files are being checked anew."""

    look: int


@dataclass(frozen=True)
class Judged:
    """The dossier was checked: its problems, and whether it is printed, if only as a draft."""

    look: int
    problems: tuple[Told, ...]
    printed: bool
    draft: bool = False


@dataclass(frozen=True)
class Sketched:
    """A page as it is now, by its number from 1, before the edition is printed."""

    look: int
    number: int
    picture: Picture


@dataclass(frozen=True)
class MadeFile:
    """A file that was made: its name, its place on the disk, and how long it is."""

    name: str
    path: str
    length: str = ""


@dataclass(frozen=True)
class Made:
    """The edition is printed and proved: its pages, its files, and all problems."""

    look: int
    pages: tuple[Picture, ...]
    files: tuple[MadeFile, ...]
    problems: tuple[Told, ...]
    draft: bool


News = Looking | Judged | Sketched | Made


def told(problems: Iterable[Problem], folder: Folder, guard: Guard) -> tuple[Told, ...]:
    """Return problems with their lines, in which no name of a protected person is left.

    Of a list of protected persons no line is ever shown.
    """
    files: dict[str, list[str]] = {}
    return tuple(Told(one, tuple(_lines(one.place, folder, guard, files))) for one in problems)


def _lines(
    place: Place, folder: Folder, guard: Guard, files: dict[str, list[str]]
) -> Iterator[Line]:
    """Yield the line of a place and those about it."""
    if place.path.startswith(PROTECTED_FILE):
        return
    if place.path not in files:
        files[place.path] = _read(place.path, folder)
    lines = files[place.path]
    for number in range(max(1, place.line - 1), min(len(lines), place.line + 1) + 1):
        text = lines[number - 1]
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        yield Line(number, guard.cleared(shown))


def _read(path: str, folder: Folder) -> list[str]:
    try:
        return folder.read(path, _LIMIT).decode("utf-8-sig").splitlines()
    except (Unreadable, UnicodeDecodeError):
        return []
