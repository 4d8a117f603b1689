"""Measures speed as a user meets it: whole processes, processor time, medians of several runs."""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generated import make_dossier

ROOT = Path(__file__).resolve().parent.parent
REPORT = str(ROOT / ".venv" / "bin" / "report")
BUNDLED = str(ROOT / "seeds" / "kazakhstan-january-2022")


def measured(command: list[str], runs: int) -> tuple[float, float, float]:
    """Return the medians of processor and wall seconds, and the peak memory in MiB."""
    cpu, wall = [], []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        wall.append(time.perf_counter() - started)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return statistics.median(cpu), statistics.median(wall), peak


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
    times = []
    for _ in range(runs):
        shutil.rmtree(output, ignore_errors=True)
        cpu, _, peak = measured(command, 1)
        times.append(cpu)
    whole = statistics.median(times)
    rows = [("report build, the bundled brief", f"{whole:.2f} s", f"peak {peak:.0f} MiB")]
    _, wall, _ = measured(command, runs)
    rows.append(("rebuild with nothing changed (wall time)", f"{wall:.2f} s", "0.3 s"))
    page = folder / "brief.html"
    config = write_html(page)
    engine = ["env", f"FONTCONFIG_FILE={config}", sys.executable, "-m", "weasyprint"]
    bare, _, _ = measured([*engine, str(page), str(folder / "bare.pdf")], runs)
    rows.append(("bare WeasyPrint on the same HTML", f"{bare:.2f} s", ""))
    rows.append(("report build / bare WeasyPrint", f"{whole / bare:.2f}", "1.1"))
    return rows


def write_html(page: Path) -> Path:
    """Write the bundled brief as one HTML file; return the fontconfig file of its faces."""
    from report.commands import building
    from report.commands.build import made_on
    from report.commands.chain import World, check
    from report.dossier.folder import DiskFolder
    from report.editions.brief import brief_job
    from report.editions.product import Making
    from report.model.problem import Problems
    from report.press.fonts import prepare_fonts

    world = World(DiskFolder(Path(BUNDLED)))
    checked = check(world, (), Problems())
    assert checked is not None
    material = building.material_of(checked, world, "en", None)
    job = brief_job(material, Making((), made_on(checked.dossier)))
    style = f"<style>{''.join(job.css)}</style></head>"
    page.write_text(job.html.replace("</head>", style, 1), encoding="utf-8")
    return prepare_fonts().config_path


if __name__ == "__main__":
    main()
