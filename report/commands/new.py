"""`report new`: a dossier that builds at once, every field explained in it.

Asks on a terminal for what the flags do not give; elsewhere what is not given takes its default.
Nothing that is there already is ever written over.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import sys
from dataclasses import replace
from pathlib import Path

from report.commands.chain import World, check
from report.commands.schema import SCHEMAS, schema_text
from report.commands.telling import Answer, say
from report.commands.today import today
from report.documents.naming import slug
from report.dossier.folder import MemoryFolder
from report.dossier.kinds import ID
from report.dossier.new_dossier import (
    SCHEMA_FOLDER,
    NewDossier,
    new_files,
    words_of_its_own,
)
from report.model.characters import FORBIDDEN_IN_FILES, code_point
from report.model.dates import PartialDate
from report.model.place import Place
from report.model.problem import Problem, Problems, Severity, Stop, problem
from report.translation.language_data import available_languages, refuse_language

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_NEXT = """\
next:
  cd {path}
  report add FILE…      take documents in: .txt, .html, .pdf, .docx, or a folder of them
  report suggest        propose what they hold, each with its passage
  report review         go through it: yes, no, edit, skip
  report build          print the brief"""


def run(options: argparse.Namespace) -> int:
    """Make the dossier; Stop(1) or Stop(2) with nothing written where it cannot be made."""
    root: Path = options.path
    _refuse_occupied(root, [*_paths()])
    day = today()
    given = _Questions(options)
    title = given.answer("title", "title of the brief", _title(root))
    new = NewDossier(
        id=_id(root),
        title=title,
        organisation=given.answer("organisation", "organisation that publishes it", ""),
        language=given.language(),
        session=given.answer("session", "session that it is for, if any", ""),
        date=PartialDate(day.year, day.month, day.day),
    )
    files = _sound_files(new, own_title=title != _title(root))
    for name in SCHEMAS:
        files = {f"{SCHEMA_FOLDER}/{name}.json": schema_text(name), **files}
    _write(root, files)
    if options.json:
        outputs = tuple({"path": str(root / name)} for name in files)
        say(Answer(Problems(), {}, outputs).as_json())
    else:
        say(f"{root}: a new dossier. dossier.yaml and findings.yaml explain their fields.")
        say(_NEXT.format(path=shlex.quote(str(root))))
    return 0


class _Questions:
    """The flags, and on a terminal the questions that they leave open."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.asks = not options.json and sys.stdin.isatty() and sys.stdout.isatty()

    def answer(self, name: str, what: str, otherwise: str) -> str:
        """Return a line of text; Stop(2) with forbidden-character for what no file may hold."""
        given = getattr(self.options, name)
        if given is None and self.asks:
            given = _typed(f"{what}{f' [{otherwise}]' if otherwise else ''}: ")
        line = " ".join((given or "").split()) or otherwise
        hiding = FORBIDDEN_IN_FILES.search(line)
        if hiding:
            sign = code_point(hiding.group())
            raise Stop(2, problem("forbidden-character", Place(f"--{name}"), character=sign))
        return line

    def language(self) -> str:
        """Return the language of the dossier; on a terminal it is asked for until it is one."""
        known = ", ".join(available_languages())
        while True:
            lang = self.answer("language", f"language that you write in: {known}", "en")
            refused = refuse_language(lang, Place("--language"))
            if refused is None:
                return lang
            if self.options.language is not None or not self.asks:
                raise Stop(2, refused)
            say(f"{refused.message} ({refused.hint})")


def _typed(question: str) -> str:
    try:
        return input(question)
    except EOFError:
        say("")
        return ""


def _paths() -> list[str]:
    schemas = [f"{SCHEMA_FOLDER}/{name}.json" for name in SCHEMAS]
    return ["dossier.yaml", "findings.yaml", ".gitignore", *schemas]


def _refuse_occupied(root: Path, paths: list[str]) -> None:
    """Stop(2) with new-exists where one of the files is there, with new-no-folder for a file."""
    if root.exists() and not root.is_dir():
        raise Stop(2, problem("new-no-folder", Place(str(root)), path=root))
    there = [root / path for path in paths if os.path.lexists(root / path)]
    if there:
        raise Stop(2, *(_exists(path) for path in there))


def _exists(path: Path) -> Problem:
    return problem("new-exists", Place(str(path)), path=path)


def _sound_files(new: NewDossier, *, own_title: bool) -> dict[str, str]:
    """Return the files; Stop(1) where they would not build, as for a number in the title.

    A name of a folder that cannot be a title gives way to a title to be filled in.
    """
    for one in (new, replace(new, title=str(words_of_its_own(new.language)["title"]))):
        files = new_files(one)
        problems = Problems()
        check(World(MemoryFolder(files)), (new.language,), problems)
        if not problems.errors:
            return files
        if own_title:
            break
    raise Stop(1, *(p for p in problems if p.severity is Severity.ERROR))


def _write(root: Path, files: dict[str, str]) -> None:
    """Write each file where there is none, dossier.yaml last: what lacks it is no dossier."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
        except FileExistsError:
            raise Stop(2, _exists(path)) from None
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(descriptor)


def _id(root: Path) -> str:
    name = root.resolve().name
    return name if ID.fullmatch(name) and len(name) <= 60 else slug(name) or "dossier"


def _title(root: Path) -> str:
    """Return the folder's name as words; of its numbers, which nothing proves, only a year."""
    name = FORBIDDEN_IN_FILES.sub("", root.resolve().name)
    words = re.split(r"[\s_-]+", name)
    kept = [word for word in words if _YEAR.fullmatch(word) or not re.search(r"\d", word)]
    title = " ".join(filter(None, kept))
    return title[:1].upper() + title[1:] or "Dossier"
