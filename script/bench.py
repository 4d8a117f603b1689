"""Measures speed as a user meets it: whole processes, processor time, medians of several runs."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generated import make_dossier

from report.press.job import PrintJob

ROOT = Path(__file__).resolve().parent.parent
REPORT = str(ROOT / ".venv" / "bin" / "report")
BUNDLED = str(ROOT / "seeds" / "kazakhstan-january-2022")


def once(command: list[str]) -> tuple[float, float, float]:
    """Run a command; return processor and wall seconds, and the peak in MiB of one process."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen(command, stdout=told, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{told.read()}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def measured(command: list[str], runs: int, fresh: Path | None = None) -> tuple[float, ...]:
    """Return medians of processor and wall seconds and of the peak; `fresh` is removed first."""
    found = []
    for _ in range(runs):
        if fresh:
            shutil.rmtree(fresh, ignore_errors=True)
        found.append(once(command))
    cpu, wall, peak = (statistics.median(column) for column in zip(*found, strict=True))
    return cpu, wall, peak


def machine() -> str:
    """Name the processor, the system and Python."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        name = models[0].split(":", 1)[1].strip() if models else name
    return (
        f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    )


def main() -> None:
    """Print the table, or with --json its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = measurements(Path(folder), options.runs)
    if options.json:
        print(json.dumps({"machine": machine(), "rows": rows}, indent=2))
        return
    print(machine())
    for what, figure, bound in rows:
        print(f"{what:58} {figure:>9}   {bound}")


def measurements(folder: Path, runs: int) -> list[tuple[str, str, str]]:
    """Return rows of what was measured, the figure, and the bound it is held to."""
    rows = []
    bare, _, _ = measured([sys.executable, "-c", "pass"], runs)
    cpu, _, _ = measured([REPORT, "--help"], runs)
    rows.append(("report --help, above an empty Python", f"{cpu - bare:.3f} s", "0.15 s"))
    cpu, _, _ = measured([REPORT, "check", BUNDLED], runs)
    rows.append(("report check, the bundled dossier", f"{cpu:.2f} s", "1.5 s"))
    rows += generated_checks(folder, min(runs, 3))
    rows += builds(folder, runs)
    return rows


def generated_checks(folder: Path, runs: int) -> list[tuple[str, str, str]]:
    """Measure `check` on generated dossiers of growing size."""
    rows = []
    for findings in (250, 1000):
        made = folder / f"generated-{findings}"
        make_dossier(made, findings, documents=50, size=100_000)
        cpu, _, _ = measured([REPORT, "check", str(made)], runs)
        bound = "10 s" if findings == 1000 else "in proportion"
        rows.append((f"check, {findings} findings, 50 documents of 100 kB", f"{cpu:.2f} s", bound))
    return rows


def builds(folder: Path, runs: int) -> list[tuple[str, str, str]]:
    """Measure a build, a rebuild with nothing changed, and bare WeasyPrint on the same HTML."""
    output = folder / "build"
    command = [REPORT, "build", BUNDLED, "-o", str(output)]
    whole, _, peak = measured(command, runs, fresh=output)
    rows = [("report build, the bundled brief", f"{whole:.2f} s", f"peak {peak:.0f} MiB")]
    _, wall, _ = measured(command, runs)
    rows.append(("rebuild with nothing changed (wall time)", f"{wall:.2f} s", "0.3 s"))
    page = folder / "brief.html"
    bare, _, _ = measured(weasyprint(page, elsewhere(write_html, page)), runs)
    rows.append(("bare WeasyPrint, PDF/UA-1, on the same HTML", f"{bare:.2f} s", ""))
    rows.append(("report build / bare WeasyPrint", f"{whole / bare:.2f}", "0.8"))
    return rows


def bundled_job() -> PrintJob:
    """Return the bundled English brief, checked and composed, as it goes to the press."""
    from report.commands import building
    from report.commands.build import made_on
    from report.commands.chain import World, check
    from report.dossier.folder import DiskFolder
    from report.editions.brief import brief_job
    from report.editions.product import Making
    from report.model.problem import Problems

    world = World(DiskFolder(Path(BUNDLED)))
    checked = check(world, (), Problems())
    assert checked is not None
    material = building.material_of(checked, world, "en", None)
    return brief_job(material, Making((), made_on(checked.dossier)))


def elsewhere(make: Callable[..., Any], *given: Any) -> Any:
    """Call a function in a process of its own: what it holds is not counted with what follows."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(make, *given).result()


def weasyprint(page: Path, config: Path) -> list[str]:
    """Return the command of WeasyPrint as it comes, with our fonts alone."""
    variant = ["--pdf-variant", "pdf/ua-1"]
    engine = ["env", f"FONTCONFIG_FILE={config}", sys.executable, "-m", "weasyprint"]
    return [*engine, *variant, str(page), str(page.with_suffix(".pdf"))]


def write_html(page: Path) -> Path:
    """Write the bundled brief as one HTML file; return the fontconfig file of its faces.

    Left out is `footnote-policy: line`, under which WeasyPrint 70.0 as it comes sets a page for
    nearly each note; without it, its brief has as many pages as ours.
    """
    from report.press.fonts import prepare_fonts

    job = bundled_job()
    style = f"<style>{''.join(job.css)}</style></head>".replace("footnote-policy: line;", "")
    page.write_text(job.html.replace("</head>", style, 1), encoding="utf-8")
    return prepare_fonts().config_path


if __name__ == "__main__":
    main()
