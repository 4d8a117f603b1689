"""Ends commands at random points, without warning, and looks at what is left.

    python tests/commands/kills.py 200      ends each command so often; prints a table

A child is forked from a warm parent, so that what is cut short is the work and not the loading of
libraries. Whatever the point, no file of the dossier may be torn or lost, the dossier must check,
the command must be able to go on, and the build that was there must be whole or replaced by a whole
one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import re
import shutil
import signal
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


def _start(words: Sequence[str]) -> int:
    child = os.fork()
    if child:
        return child
    with contextlib.suppress(BaseException):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        from report.__main__ import main

        os._exit(main([str(word) for word in words]))
    os._exit(70)


def state(folder: Path) -> State:
    """Return the files of a folder by name; what an interrupted command left aside is left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    }


def kill_often(case: Case, times: int, chance: random.Random) -> int:
    """End the command so often; return how many of the kills struck before its end.

    AssertionError where anything is torn or lost.
    """
    before = state(case.folder)
    after, seconds = _undisturbed(case)
    struck = 0
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(shutil.copytree(case.folder, Path(folder) / "work"))
            child = _start(case.words(copy))
            time.sleep(chance.uniform(0, 1.05 * seconds))
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            struck += os.WIFSIGNALED(os.waitpid(child, 0)[1])
            _look(case, before, after, state(copy))
            assert run(["check", str(copy / "dossier")]) == 0, f"{case.name}: the dossier is broken"
            assert run(case.words(copy)) in (0, 1), f"{case.name}: it cannot go on afterwards"
    return struck


def _undisturbed(case: Case) -> tuple[State, float]:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(case.folder, Path(folder) / "work"))
        begun = time.monotonic()
        code = run(case.words(copy))
        assert code == 0, f"{case.name} fails by itself: {code}"
        return state(copy), time.monotonic() - begun


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
        print(f"{'command':<18} {'kills':>6} {'before its end':>15}")  # noqa: T201
        for case in cases(Path(folder)):
            struck = kill_often(case, times, chance)
            print(f"{case.name:<18} {times:>6} {struck:>15}")  # noqa: T201
    print("no file torn or lost; each dossier checks; each build whole")  # noqa: T201


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [200, 2022][len(given) :]))
