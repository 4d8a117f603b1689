"""Ends commands at random points, without warning, and looks at what is left.

    python tests/commands/kills.py 200      ends each command so often; prints a table

Half of the kills strike at any moment of the run; the other half just before one of its operations
on files, each as likely as any other, for these take a small part of its time. A child is forked
from a warm parent, so that what is cut short is the work and not the loading of libraries. Whatever
the point, no file of the dossier may be torn or lost, the dossier must check, the command must be
able to go on, and the build that was there must be whole or replaced by a whole one. Where a kill
left every byte on the disk as it was, there is nothing to go on from and it is not run again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import random
import re
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "problems"
Command = Callable[[Path], Sequence[str]]
State = dict[str, bytes]


@dataclass(frozen=True)
class Case:
    """A command with the folder that it is given: made once, copied for each kill."""

    name: str
    folder: Path
    words: Command


def run(words: Sequence[str]) -> int:
    """Run a command in a child of this process, silently; return its exit code."""
    child = _start(words)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Operations:
    """Counts the operations on files of a child, and ends it just before the one that is chosen."""

    CHANGING = frozenset(
        ("os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove", "os.truncate", "os.chmod")
    )

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 8)

    @property
    def count(self) -> int:
        """How many there were."""
        return int(struct.unpack("q", self._shared[:])[0])

    def follow(self, fatal: int = 0) -> None:
        """Be called in the child: end it before its operation number `fatal`, none for 0."""
        own, self._shared[:] = os.getpid(), struct.pack("q", 0)

        def happens() -> None:
            if os.getpid() == own:
                number = self.count + 1
                self._shared[:] = struct.pack("q", number)
                if number == fatal:
                    os.kill(own, signal.SIGKILL)

        def heard(event: str, arguments: tuple[object, ...]) -> None:
            writes = event == "open" and bool(int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR))  # type: ignore[call-overload]
            exchanges = event == "ctypes.dlsym" and arguments[-1] == "renameat2"
            if event in self.CHANGING or writes or exchanges:
                happens()

        sync = os.fsync

        def synced(descriptor: int) -> None:
            happens()
            sync(descriptor)

        os.fsync = synced
        sys.addaudithook(heard)


def _start(words: Sequence[str], operations: Operations | None = None, fatal: int = 0) -> int:
    child = os.fork()
    if child:
        return child
    with contextlib.suppress(BaseException):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        from report.__main__ import main

        if operations is not None:
            operations.follow(fatal)
        os._exit(main([str(word) for word in words]))
    os._exit(70)


def state(folder: Path) -> State:
    """Return the files of a folder by name; what an interrupted command left aside is left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    }


@dataclass
class Struck:
    """How many kills ended the command before its end, and how many of them changed the disk."""

    before_its_end: int = 0
    while_writing: int = 0


def kill_often(case: Case, times: int, chance: random.Random) -> Struck:
    """End the command so often; AssertionError where anything is torn or lost."""
    before = state(case.folder)
    after, seconds, operations = _undisturbed(case)
    struck = Struck()
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(shutil.copytree(case.folder, Path(folder) / "work"))
            untouched = _all(copy)
            if number % 2:
                fatal = chance.randint(1, operations)
                child = _start(case.words(copy), Operations(), fatal)
            else:
                child = _start(case.words(copy))
                time.sleep(chance.uniform(0, 1.05 * seconds))
                with contextlib.suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
            ended = os.WIFSIGNALED(os.waitpid(child, 0)[1])
            struck.before_its_end += ended
            changed = _all(copy) != untouched
            struck.while_writing += ended and changed
            _look(case, before, after, state(copy))
            if changed:
                code = run(["check", str(copy / "dossier")])
                assert code == 0, f"{case.name}: the dossier is broken"
                assert run(case.words(copy)) in (0, 1), f"{case.name}: it cannot go on afterwards"
    return struck


def _all(folder: Path) -> State:
    """Return all files and folders, hidden ones as well."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"a folder"
        for path in folder.rglob("*")
    }


def _undisturbed(case: Case) -> tuple[State, float, int]:
    """Return what the command leaves, how long it takes, how many operations on files it does."""
    operations = Operations()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(case.folder, Path(folder) / "work"))
        begun = time.monotonic()
        child = _start(case.words(copy), operations)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code == 0, f"{case.name} fails by itself: {code}"
        return state(copy), time.monotonic() - begun, operations.count


def _look(case: Case, before: State, after: State, now: State) -> None:
    for name, content in now.items():
        if "/build/" in f"/{name}":
            continue
        # Where two files change, the first may have a part of its change: it must be a whole text.
        known = {len(one) for one in (before.get(name), after.get(name)) if one is not None}
        whole = min(known) <= len(content) <= max(known)
        assert whole, f"{case.name}: {name} is torn"
    for name in before:
        if "/build/" not in f"/{name}":
            assert name in now or name not in after, f"{case.name}: {name} is lost"
    manifests = [name for name in now if re.fullmatch(r"build/[^/]+/manifest\.json", name)]
    assert bool(manifests) == any(name.startswith("build/") for name in before)
    for name in manifests:
        manifest = json.loads(now[name])
        for one in (*manifest["outputs"], *manifest["data"]):
            data = now[f"{Path(name).parent}/{one['path']}"]
            whole = hashlib.sha256(data).hexdigest() == one["sha256"]
            assert whole, f"{case.name}: {one['path']} is not what its manifest says"


def cases(folder: Path) -> list[Case]:
    """Make the folders of all cases: a build over an earlier one, an import, an acceptance."""
    return [_build(folder / "build"), _import(folder / "import"), _accept(folder / "accept")]


def _dossier(folder: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "base", folder / "dossier"))


def _build(folder: Path) -> Case:
    dossier = _dossier(folder)
    assert run(["build", str(dossier), "-o", str(folder / "build")]) == 0
    text = dossier / "dossier.yaml"
    text.write_text(text.read_text("utf-8") + "subtitle: Another one\n", "utf-8")
    po = (dossier / "translations").glob("*.po")
    for path in po:  # the new line is translated, so that the build goes through
        with path.open("a", encoding="utf-8") as file:
            file.write('\nmsgctxt "subtitle"\nmsgid "Another one"\nmsgstr "Март"\n')
    return Case("build", folder, lambda at: ["build", str(at / "dossier"), "-o", str(at / "build")])


def _import(folder: Path) -> Case:
    dossier = _dossier(folder)
    command = ["translate", "export", str(dossier), "--to", "po", "-l", "ru"]
    assert run([*command, "-o", str(folder / "out")]) == 0
    (exported,) = (folder / "out").glob("*.po")
    title = r'(msgctxt "title"\nmsgid "[^"]*"\n)msgstr "[^"]*"'
    changed = re.sub(title, r'\1msgstr "Олмар"', exported.read_text("utf-8"))
    exported.write_text(changed, "utf-8")
    name = exported.name
    return Case(
        "translate import",
        folder,
        lambda at: [
            *("translate", "import", str(at / "out" / name)),
            *("--dossier", str(at / "dossier")),
        ],
    )


def _accept(folder: Path) -> Case:
    dossier = _dossier(folder)
    assert run(["suggest", "--dossier", str(dossier)]) == 0
    text = (dossier / "suggestions.yaml").read_text("utf-8")
    ids = re.findall(r'"id": "(\w+)"', text)
    taken = next(one for one in ids if one.startswith(("q", "f")))
    return Case("accept", folder, lambda at: ["accept", taken, "--dossier", str(at / "dossier")])


def main(times: int, seed: int) -> None:
    """Print how often each command was ended, and that nothing was lost."""
    import report.commands.building
    import report.press.printing  # noqa: F401  the parent is warm

    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'command':<18} {'kills':>6} {'before its end':>15} {'while writing':>14}")  # noqa: T201
        for case in cases(Path(folder)):
            struck = kill_often(case, times, chance)
            counts = f"{struck.before_its_end:>15} {struck.while_writing:>14}"
            print(f"{case.name:<18} {times:>6} {counts}", flush=True)  # noqa: T201
    print("no file torn or lost; each dossier checks; each build whole")  # noqa: T201


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [200, 2022][len(given) :]))
