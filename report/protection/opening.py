"""Finds the lists of protected persons that a run has, reads them, and makes the guard of it.

A list lies in the dossier, or wherever the command line or the environment names it; where there
are several, all of them hold. One that is encrypted is opened by the program `age`, and its plain
text is never on the disk. A list that is there and cannot be read stops the run: nothing is done
unguarded.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from report.model.person import Person
from report.model.place import Place
from report.model.problem import Problem, Problems, Severity, Stop, problem
from report.protection.guard import NO_GUARD, Guard
from report.protection.protected_file import (
    MAX_PROTECTED,
    PROTECTED_FILE,
    check_persons,
    read_persons,
)
from report.protection.version_control import Kept, kept

LIST_VARIABLE = "REPORT_PROTECTED"
IDENTITY_VARIABLE = "REPORT_PROTECTED_IDENTITY"
_SEALED = ".age"
_AGE_SECONDS = 60


@dataclass(frozen=True)
class Opened:
    """The guard of a run, and warnings about its lists.

    `digest` is over the encrypted lists, as they lie on the disk. `covered`: a key over the
    dossier's files and this digest covers all lists; a list that lies in the open elsewhere must
    leave no trace of its bytes in any key, from which short names could be guessed.
    """

    guard: Guard
    warnings: tuple[Problem, ...] = ()
    digest: str = ""
    covered: bool = True


NOTHING_OPENED = Opened(NO_GUARD)


def open_guard(
    dossier: Path | None,
    named: Path | None,
    identity: Path | None,
    environment: Mapping[str, str],
) -> Opened:
    """Return the guard of all lists there are.

    Stop(2) where a list that is named cannot be had, Stop(1) where one cannot be read.
    """
    identity = identity or _path(environment, IDENTITY_VARIABLE)
    problems = Problems()
    persons: list[Person] = []
    paths = list(_lists(dossier, named or _path(environment, LIST_VARIABLE)))
    for path in paths:
        shown = path.name if dossier is not None and path.parent == dossier else str(path)
        data = _opened(path, shown, identity, problems)
        if data is not None:
            persons += read_persons(data, shown, problems)
    known = {str(person.id) for person in persons}
    if len(known) < len(persons) and not problems.errors:
        why = "an id of it is given in another list"
        problems.add("protected-unread", persons[-1].place, why=why)
    guard = Guard(persons)
    if guard and not problems.errors:
        check_persons(guard, problems)
    if problems.errors:
        raise Stop(1, *guard.cleared_problems(problems))
    covered = all(path.suffix == _SEALED or path.parent == dossier for path in paths)
    warnings = [p for p in problems if p.severity is Severity.WARNING]
    digest = _digest(path for path in paths if path.suffix == _SEALED)
    return Opened(guard, tuple(guard.cleared_problems(warnings)), digest, covered)


def _digest(paths: Iterable[Path]) -> str:
    found = [path.read_bytes() for path in paths]
    return hashlib.sha256(b"".join(found)).hexdigest() if found else ""


def _path(environment: Mapping[str, str], name: str) -> Path | None:
    return Path(environment[name]) if environment.get(name) else None


def _lists(dossier: Path | None, named: Path | None) -> Iterator[Path]:
    """Yield the lists that there are; Stop(2) with file-missing for one that is named in vain."""
    own = [dossier / PROTECTED_FILE, dossier / f"{PROTECTED_FILE}{_SEALED}"] if dossier else []
    there = [path for path in own if os.path.lexists(path)]
    if named is not None and not named.is_file():
        raise Stop(2, problem("file-missing", Place(str(named)), path=named))
    if named is not None and not any(named.samefile(path) for path in there if path.exists()):
        yield named
    yield from there


def _opened(path: Path, shown: str, identity: Path | None, problems: Problems) -> bytes | None:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = file.read(MAX_PROTECTED + 1)
    except OSError as error:
        why = os.strerror(error.errno or 0)
        problems.add("protected-unread", Place(shown), why=why)
        return None
    if len(data) > MAX_PROTECTED or not stat.S_ISREG(status.st_mode):
        problems.add("protected-unread", Place(shown), why="it is no list of persons")
        return None
    if path.suffix == _SEALED:
        return _decrypted(data, shown, identity, problems)
    if os.name == "posix" and status.st_mode & 0o077:
        problems.add("protected-readable", Place(shown))
    keeping = kept(path)
    if keeping is not Kept.NO:
        code = "protected-tracked" if keeping is Kept.YES else "protected-not-ignored"
        problems.add(code, Place(shown), name=path.name)
    return data


def _decrypted(data: bytes, shown: str, identity: Path | None, problems: Problems) -> bytes | None:
    """Return the plain text, in memory alone: in through a pipe, out through a pipe."""
    program = shutil.which("age")
    why = ""
    if program is None:
        why = "the program age is not installed"
    elif identity is None:
        why = "no identity is named"
    elif not identity.is_file():
        why = "the identity file is not there"
    if why or program is None or identity is None:
        problems.add("protected-locked", Place(shown), why=why)
        return None
    try:
        done = subprocess.run(  # noqa: S603  the program that the user has installed
            [program, "--decrypt", "--identity", str(identity)],
            input=data,
            capture_output=True,
            timeout=_AGE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        problems.add("protected-locked", Place(shown), why="the program age did not answer")
        return None
    if done.returncode != 0 or len(done.stdout) > MAX_PROTECTED:
        problems.add("protected-locked", Place(shown), why="the identity does not open it")
        return None
    return done.stdout
