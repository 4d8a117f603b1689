"""The process behind a preview: told that files changed, it checks, sketches and prints them anew.

It stays warm: what it has loaded, compiled, drawn and broken into lines is kept from look to look.
First come the pages that a change touches, laid out from where the edition before was; the edition
itself is printed by a process forked from this one, with every proof, while this one waits for the
next change. A change that comes meanwhile ends that process.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from report.commands.build import Build, checked_as_asked, length_of, made_on, print_checked
from report.commands.building import material_of
from report.commands.chain import Checked, world_of
from report.commands.guarding import guard, guarded, refuse_leaks
from report.commands.many import depend_on_parent
from report.commands.preview_news import (
    Judged,
    Looking,
    Made,
    MadeFile,
    News,
    Sketched,
    Told,
    told,
)
from report.commands.telling import Progress
from report.editions.product import Making, PrintedEdition
from report.editions.products import EDITIONS
from report.model.place import Place
from report.model.problem import Stop, problem
from report.press.course import Course, course_of
from report.press.job import PrintJob
from report.press.rasters import Picture, pictures_of
from report.press.sketch import sketch
from report.translation.hyphenation import register_patterns

_MOST_SKETCHED = 2  # pages; the whole edition follows
_GRACE = 0.15  # seconds in which a file that is being saved may become whole


@dataclass
class _Printing:
    """An edition that is being printed by a process of its own."""

    process: BaseProcess
    channel: Connection


def work(channel: Connection, options: argparse.Namespace) -> None:
    """Look at the dossier now and at each word from `channel`, and send it news, until it ends."""
    depend_on_parent()
    _Work(channel, options).run()


class _Work:
    def __init__(self, channel: Connection, options: argparse.Namespace) -> None:
        self.channel, self.options = channel, options
        self.look = 0
        self.course: Course | None = None
        self.known: set[str] = set()
        self.printing: _Printing | None = None

    def run(self) -> None:
        """Work until the other end is closed."""
        self.look_anew()
        while True:
            channels = [self.channel, *([self.printing.channel] if self.printing else [])]
            ready = wait(channels)
            if self.printing and self.printing.channel in ready:
                self._hear()
            if self.channel in ready and not self._wanted():
                return

    def _wanted(self) -> bool:
        try:
            while self.channel.poll():
                self.channel.recv()
        except EOFError:
            return False
        self.look_anew()
        return True

    def _tell(self, news: News) -> None:
        self.channel.send(news)

    def look_anew(self) -> None:
        """Check the dossier as it is now; sketch it and have it printed where it is whole."""
        self.look += 1
        self._tell(Looking(self.look))
        gc.disable()
        try:
            with guarded(self.options):
                self._check_and_print()
        except Stop as stop:
            self._refuse(map(Told, stop.problems))
        except OSError as error:
            why = error.strerror or type(error).__name__
            place = Place(str(error.filename or ""))
            self._refuse([Told(problem("system-refused", place, why=why))])
        finally:
            gc.enable()
            gc.collect()

    def _refuse(self, problems: Iterable[Told]) -> None:
        self._tell(Judged(self.look, tuple(problems), printed=False))

    def _check_and_print(self) -> None:
        options = argparse.Namespace(**vars(self.options))
        build = Build(options, world_of(options), "", Progress(quiet=True), None)
        checked = checked_as_asked(build)
        errors = build.problems.errors
        if errors and self.channel.poll(_GRACE):
            return
        if checked is None or (errors and not checked.whole):
            self._refuse(told(build.problems, build.world.folder, guard()))
            return
        options.draft = errors
        options.output = options.drafts if errors or not options.output else options.output
        problems = told(build.problems, build.world.folder, guard())
        self._tell(Judged(self.look, problems, printed=True, draft=errors))
        self._end_printing()
        if self._sketch(build, checked):
            self._begin_printing(build, checked)

    def _sketch(self, build: Build, checked: Checked) -> bool:
        """Send the first pages that changed; False where a further change makes them void."""
        edition = EDITIONS[self.options.edition[0]]
        if self.course is None or not isinstance(edition, PrintedEdition) or edition.finish:
            return True
        register_patterns()
        lang = str((self.options.lang or [checked.dossier.language])[0])
        faults = tuple(build.problems) if build.options.draft else None
        material = material_of(checked, build.world, lang, faults)
        job: PrintJob = edition.job(material, Making((), made_on(checked.dossier)))
        for number, pdf in sketch(job, self.course, _MOST_SKETCHED):
            refuse_leaks({f"page {number}": pdf})
            picture = next(pictures_of(pdf, self.known))
            self.known.add(picture.name)
            self._tell(Sketched(self.look, number, picture))
            if self.channel.poll():
                return False
        return True

    def _begin_printing(self, build: Build, checked: Checked) -> None:
        fork = multiprocessing.get_context("fork")
        here, there = fork.Pipe(duplex=False)
        arguments = (there, build, checked, self.look, frozenset(self.known))
        process = fork.Process(target=_print, args=arguments, daemon=True)
        process.start()
        there.close()
        self.printing = _Printing(process, here)

    def _end_printing(self) -> None:
        if self.printing:
            self.printing.process.kill()
            self.printing.process.join()
            self.printing.channel.close()
            self.printing = None

    def _hear(self) -> None:
        """Pass on what the printing process says; keep the course of its pages."""
        assert self.printing is not None
        try:
            said = self.printing.channel.recv()
        except EOFError:
            self.printing.process.join()
            if self.printing.process.exitcode:
                self._refuse([Told(problem("printing-ended", Place("printing")))])
            self._end_printing()
            return
        if isinstance(said, Course):
            self.course = said
            return
        if isinstance(said, Made):
            self.known = {picture.name for picture in said.pages}
        self._tell(said)


def _print(
    channel: Connection, build: Build, checked: Checked, look: int, known: frozenset[str]
) -> None:
    """Print the edition with every proof, put it in place, and send its pages."""
    depend_on_parent()
    gc.disable()
    try:
        entries = print_checked(build, checked, lambda formed: channel.send(course_of(formed)))
        folder = build.options.output / str(checked.dossier.id)
        paths = [folder / entry["path"] for entry in entries]
        lengths = map(length_of, entries)
        problems = told(build.problems, build.world.folder, guard())
        both = zip(paths, lengths, strict=True)
        files = tuple(MadeFile(path.name, str(path), length) for path, length in both)
        pages = tuple(_pages(paths, known))
        channel.send(Made(look, pages, files, problems, build.options.draft))
    except Stop as stop:
        found = guard().cleared_problems((*build.problems, *stop.problems))
        problems = told(found, build.world.folder, guard())
        channel.send(Judged(look, problems, printed=False))
    finally:
        channel.close()


def _pages(paths: list[Path], known: frozenset[str]) -> Iterator[Picture]:
    for path in paths:
        if path.suffix == ".pdf":
            yield from pictures_of(path.read_bytes(), known)
