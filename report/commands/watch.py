"""`report watch`: prints the edition anew whenever a file changes, and shows it in the browser.

Three parts: a process that checks and prints (`preview_work`), a server for this machine alone
(`preview_server`), and here the wait for changes. What is printed goes to a private folder that is
removed at the end, or where the user says.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NoReturn

from report.commands.chain import world_of
from report.commands.guarding import guard
from report.commands.preview_board import Board, View
from report.commands.preview_server import LOOPBACK, Preview
from report.commands.telling import counted, say, tell_problems
from report.dossier.shipped import templates_path
from report.model.audience import Audience
from report.model.place import Place
from report.model.problem import Stop, problem
from report.press.job import Conformance
from report.protection.opening import LIST_VARIABLE

_QUIET = 40  # milliseconds without a further change: then a file is saved
_READ = frozenset((".yaml", ".po", ".csl", ".png", ".jpg", ".jpeg", ".svg", ".age"))
_ENOUGH = 400  # milliseconds that changes may go on for before they are looked at


def run(options: argparse.Namespace) -> int:
    """Watch until interrupted; 0."""
    world_of(options)  # a folder that is none is told before anything begins
    board = Board()
    with _interruptible(), _private_folder() as folder:
        preview = _serve(board, options)
        threading.Thread(target=preview.serve_forever, args=(0.2,), daemon=True).start()
        say(f"preview: {preview.address}")
        say(f"files: {options.output or folder}")
        say("stop with Ctrl-C")
        sys.stdout.flush()
        work = _Work(board, _build_options(options, folder))
        try:
            work.start()
            for paths in _changes(options, folder):
                work.look_anew(renewed=_is_program(paths))
        except KeyboardInterrupt:
            say("\nstopped")
        finally:
            work.end()
            board.close()
            preview.shutdown()
            preview.server_close()
    return 0


def _serve(board: Board, options: argparse.Namespace) -> Preview:
    name = options.dossier.resolve().name
    title = guard().cleared(f"{name} · {options.edition}")
    try:
        return Preview(board, title, options.port)
    except OSError as error:
        why = error.strerror or type(error).__name__
        place = Place(f"{LOOPBACK}:{options.port}")
        raise Stop(4, problem("system-refused", place, why=why)) from None


def _build_options(options: argparse.Namespace, drafts: Path) -> argparse.Namespace:
    """Return what `report build` would be told to print the same, and the folder for drafts."""
    return argparse.Namespace(
        **{**vars(options), "command": "build"}
        | {
            "edition": [options.edition],
            "lang": [options.lang] if options.lang else None,
            "drafts": drafts,
            "draft": False,
            "joint": False,
            "icc": None,
            "conformance": str(Conformance.A3A_UA1),
            "audience": Audience.PUBLIC,
            "replace": False,
            "json": True,
        }
    )


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let a request to end be an interruption, so that all is put away."""

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {one: signal.signal(one, interrupt) for one in wanted}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


@contextmanager
def _private_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="report-watch-"))  # for its owner alone
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _changes(options: argparse.Namespace, folder: Path) -> Iterator[set[str]]:
    """Yield the paths that changed, those of outputs aside."""
    import watchfiles

    program = Path(__file__).resolve().parent.parent
    watched = [options.dossier, *options.documents, templates_path(), program]
    watched += [path for path in (_list_elsewhere(options),) if path and path.exists()]
    outputs = [folder, options.dossier / "build", *([options.output] if options.output else [])]
    quiet = watchfiles.DefaultFilter(ignore_paths=[str(path.resolve()) for path in outputs])
    dossier = options.dossier.resolve()
    # Paths are told resolved, so that what is ignored is known again.
    for changes in watchfiles.watch(
        *(path.resolve() for path in watched), watch_filter=quiet, debounce=_ENOUGH, step=_QUIET
    ):
        if paths := {path for _, path in changes if _is_read(Path(path), dossier)}:
            yield paths


def _is_read(path: Path, dossier: Path) -> bool:
    """Whether a path is of a kind that a dossier is read from; a log beside it is none."""
    if not path.is_relative_to(dossier):
        return True
    within = path.relative_to(dossier)
    return within.parts[:1] == ("documents",) or path.suffix.lower() in _READ


def _list_elsewhere(options: argparse.Namespace) -> Path | None:
    """Return the list of protected persons that does not lie in the dossier."""
    named = getattr(options, "protected", None) or os.environ.get(LIST_VARIABLE)
    return Path(named) if named else None


def _is_program(paths: set[str]) -> bool:
    """Whether templates or the program changed: what is loaded of them is no longer right."""
    own = (templates_path().resolve(), Path(__file__).resolve().parent.parent)
    return any(Path(path).is_relative_to(folder) for path in paths for folder in own)


class _Work:
    """The process that checks and prints, started anew where it ends."""

    def __init__(self, board: Board, options: argparse.Namespace) -> None:
        self.board, self.options = board, options
        # Forked from a process that never had threads.
        self.context = multiprocessing.get_context("forkserver")
        self.process: BaseProcess | None = None
        self.channel: Connection | None = None
        self.began = time.monotonic()

    def start(self) -> None:
        """Start the process; it looks at the dossier at once."""
        from report.commands.preview_work import work

        here, there = self.context.Pipe()
        self.process = self.context.Process(target=work, args=(there, self.options))
        self.process.start()
        there.close()
        self.channel = here
        threading.Thread(target=self._hear, args=(here,), daemon=True).start()

    def look_anew(self, *, renewed: bool) -> None:
        """Have the dossier looked at again, by a new process where the old one is not right."""
        self.began = time.monotonic()
        if self.channel is not None and not renewed:
            with suppress(OSError):
                self.channel.send(None)
                return
        self.end()
        self.start()

    def end(self) -> None:
        """End the process and what it has begun."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process = None
        self.channel = None

    def _hear(self, channel: Connection) -> None:
        try:
            while True:
                self.board.hear(channel.recv())
                _tell(self.board.view, time.monotonic() - self.began)
        except (EOFError, OSError):
            if self.channel is channel:  # it was not ended by us
                self.channel = None
                self.board.say("failed")


def _tell(view: View, seconds: float) -> None:
    """Say on the terminal what the page says, at what time, and how long it took."""
    if view.doing not in ("problems", "done"):
        return
    tell_problems(told.problem for told in view.problems)
    now = time.strftime("%H:%M:%S")
    if view.doing == "done":
        how = "printed as a draft" if view.draft else "printed"
        made = [f"{file.name}, {file.length}" if file.length else file.name for file in view.files]
        say(f"{now} {how} in {seconds:.1f} s: {'; '.join(made)}")
    else:
        say(f"{now} {counted(len(view.problems), 'problem')}: the pages stay as they were")
    sys.stdout.flush()
