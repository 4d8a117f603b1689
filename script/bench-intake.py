"""Measures taking documents in: what is read of saved pages, and a thousand articles at once."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = str(ROOT / ".venv" / "bin" / "report")
sys.path.insert(0, str(ROOT / "tests" / "documents"))

from articles import make_articles  # noqa: E402
from page_measure import measure  # noqa: E402
from saved_pages import saved_pages  # noqa: E402

from report.documents.html import parse_html  # noqa: E402

BOUND = 240.0  # seconds for add and suggest of a thousand articles on two cores


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()
    pages()
    with tempfile.TemporaryDirectory() as folder:
        articles(Path(folder), options.articles)


def pages() -> None:
    """Compare what is read of saved pages by their markup alone, and with the libraries."""
    made = saved_pages()
    print(f"{len(made)} saved pages: paragraphs of the article kept, fields of the reference")
    print(f"{'':34} {'precision':>9} {'recall':>7} {'right':>6} {'wrong':>6} {'missing':>8}")
    ways = (
        ("markup and words alone", parse_html),
        ("with trafilatura and htmldate", partial(parse_html, judged=True)),
    )
    for name, parse in ways:
        score = measure(made, parse)
        print(
            f"{name:34} {score.precision:9.2f} {score.recall:7.2f} {score.right:6} "
            f"{len(score.wrong):6} {len(score.missing):8}"
        )
    print()


def articles(folder: Path, number: int) -> None:
    """Time add and suggest, each with its processor time and the memory of all its processes."""
    size = make_articles(folder / "inbox", number)
    run([REPORT, "new", str(folder / "dossier")])
    print(f"{number} invented articles, {size / 1e6:.1f} MB")
    total = 0.0
    for name, words in (
        ("add", ["add", str(folder / "inbox")]),
        ("suggest", ["suggest"]),
        ("suggest again, nothing new", ["suggest"]),
    ):
        wall, cpu, peak = run([REPORT, *words, "--dossier", str(folder / "dossier")])
        total += wall if "again" not in name else 0
        print(f"{name:34} {wall:7.1f} s {cpu:7.1f} s of processor {peak:7.0f} MiB at most")
    print(f"{'add and suggest':34} {total:7.1f} s   bound {BOUND * number / 1000:.0f} s")
    shutil.rmtree(folder / "dossier")


def run(command: list[str]) -> tuple[float, float, float]:
    """Return wall and processor seconds, and the most memory that all processes held together."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    watched = Watched()
    watcher = threading.Thread(target=watched.watch, args=(child,), daemon=True)
    watcher.start()
    _, errors = child.communicate()
    wall = time.perf_counter() - started
    watcher.join()
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}:\n{errors[-2000:]}")
    return wall, watched.seconds, watched.most


class Watched:
    """What a process and all that it starts take, looked at several times a second."""

    def __init__(self) -> None:
        self.most = 0.0
        self._spent: dict[int, float] = {}
        self._tick = os.sysconf("SC_CLK_TCK")

    @property
    def seconds(self) -> float:
        """Processor time of all processes, of children that ended while they were watched too."""
        return sum(self._spent.values())

    def watch(self, child: subprocess.Popen[str]) -> None:
        """Look until the process ends."""
        while child.poll() is None:
            self.most = max(self.most, self._look(child.pid))
            time.sleep(0.2)

    def _look(self, pid: int) -> float:
        """Return the memory of a process and its children in MiB, shared pages counted in part."""
        held, queue = 0.0, [pid]
        while queue:
            one = queue.pop()
            try:
                rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
                fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
                command = Path(f"/proc/{one}/cmdline").read_text()
                threads = list(Path(f"/proc/{one}/task").glob("*/children"))
                children = " ".join(path.read_text() for path in threads)
            except OSError:
                continue
            shares = (x.split() for x in rollup.splitlines() if x.startswith("Pss:"))
            held += next((int(words[1]) for words in shares), 0)
            reader = "parser_process" in command  # its children end faster than one can look
            self._spent[one] = sum(map(int, fields[11 : 15 if reader else 13])) / self._tick
            queue += () if reader else map(int, children.split())
        return held / 1024


if __name__ == "__main__":
    main()
