"""Measures printing: all editions at once, long briefs, the preview, and other engines beside ours.

Whole processes, as an officer starts them. The other engines set the brief's own HTML; what each
leaves out is said beside its figures.
"""

from __future__ import annotations

import argparse
import http.client
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import (
    BUNDLED,
    REPORT,
    bundled_job,
    elsewhere,
    machine,
    measured,
    once,
    weasyprint,
    write_html,
)
from generated import make_dossier
from typst_source import typst_source

PAGES = {16: 64, 64: 345, 256: 1670}  # pages of a generated brief: findings that fill them
SERIF = "Report Serif"
CHROME = shutil.which("chromium") or shutil.which("google-chrome")
Row = tuple[str, str, str]


def main() -> None:
    """Print the tables, each row when it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(machine())
    for part in (all_editions, passes, long_briefs, preview, engines):
        with tempfile.TemporaryDirectory() as folder:
            for what, figure, remark in part(Path(folder), options.runs):
                print(f"{what:52} {figure:>30}   {remark}", flush=True)


def all_editions(folder: Path, _runs: int) -> Iterator[Row]:
    """Build everything in three languages from nothing."""
    command = [REPORT, "build", BUNDLED, "-e", "all", "-l", "en", "-l", "ru", "-l", "kk"]
    cpu, wall, peak = once([*command, "-o", str(folder / "build")])
    yield "all editions in en, ru, kk: wall time", f"{wall:.1f} s", "45 s"
    yield "  processor time of all its processes", f"{cpu:.1f} s", ""
    yield "  peak memory of its largest process", f"{peak:.0f} MiB", "300 MB (286 MiB)"


def passes(_folder: Path, _runs: int) -> Iterator[Row]:
    """Tell how often the pages of the bundled brief are laid out for its contents."""
    again, laid, pages = elsewhere(count_passes)
    yield "layout passes of the bundled brief", f"{again + 1}", "the later ones for page numbers"
    yield "  pages laid out, and pages printed", f"{laid} for {pages}", ""


def count_passes() -> tuple[int, int, int]:
    """Return how often the brief was paginated again, pages laid out in all, and pages printed."""
    from report.press.printing import print_pdf

    job = bundled_job()
    told: list[str] = []
    progress = logging.getLogger("weasyprint.progress")
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    progress.addHandler(handler)
    progress.setLevel(logging.INFO)
    printed = print_pdf(job)
    again = sum("Repagination" in line for line in told)
    return again, sum(bool(re.search(r"Page \d+$", line)) for line in told), printed.pages


def long_briefs(folder: Path, runs: int) -> Iterator[Row]:
    """Build generated briefs of growing length."""
    for pages, findings in PAGES.items():
        dossier = folder / str(pages)
        make_dossier(dossier, findings, documents=5, size=20_000)
        output = folder / f"build-{pages}"
        command = [REPORT, "build", str(dossier), "-o", str(output)]
        cpu, _, peak = measured(command, runs if pages < max(PAGES) else 1, fresh=output)
        (brief,) = output.rglob("*-brief.en.pdf")
        real = page_count(brief)
        figure = f"{cpu:.1f} s, {cpu / real:.2f} s a page"
        yield f"build of a generated brief of {real} pages", figure, f"peak {peak:.0f} MiB"


def preview(folder: Path, runs: int) -> Iterator[Row]:
    """Change a word under `report watch` and wait for the page that shows it, and for the whole."""
    dossier = folder / "dossier"
    shutil.copytree(BUNDLED, dossier)
    watching = subprocess.Popen(
        [REPORT, "watch", str(dossier)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert watching.stdout
    address = watching.stdout.readline().split(": ", 1)[1].strip()
    try:
        until(address, "done")
        first, whole = [], []
        for number in range(max(runs, 3)):
            pictures = shown(address)[1]
            started = time.perf_counter()
            change(dossier / "findings.yaml", number)
            until(address, other_than=pictures)
            first.append(time.perf_counter() - started)
            until(address, "done")
            whole.append(time.perf_counter() - started)
    finally:
        os.killpg(watching.pid, signal.SIGINT)
        watching.wait()
    yield "watch: from a change to its page, warm", f"{sorted(first)[len(first) // 2]:.2f} s", "2 s"
    yield "  to the whole brief, checked", f"{sorted(whole)[len(whole) // 2]:.2f} s", ""


def engines(folder: Path, runs: int) -> Iterator[Row]:
    """Set the bundled brief with ours and with three other engines."""
    page = folder / "brief.html"
    config = elsewhere(write_html, page)
    output = folder / "build"
    ours = [REPORT, "build", BUNDLED, "-o", str(output)]
    table = [
        ("Report", ours, "evidence checked, notes proved, PDF/A-3a and PDF/UA-1, attachments"),
        ("WeasyPrint, PDF/UA-1", weasyprint(page, config), "the same HTML and style"),
        ("Typst, PDF/UA-1", typst(page, config), "the same words, notes, drawings; a plain style"),
    ]
    if CHROME:
        remark = "notes in the text, no running heads, contents without page numbers"
        table.append(("Chromium", chromium(page), remark))
    for name, command, remark in table:
        cpu, wall, peak = measured(command, runs, fresh=output)
        made = next(output.rglob("*.pdf")) if command is ours else page.with_suffix(".pdf")
        pages = f"{page_count(made)} pages, {made.stat().st_size / 1024:.0f} KiB"
        yield f"{name}: {pages}", f"{cpu:.1f} s, {wall:.1f} s wall, {peak:.0f} MiB", remark
    if not CHROME:
        yield "Chromium", "not here", "script/setup --tests installs it"


def typst(page: Path, config: Path) -> list[str]:
    """Return the command of Typst on the same words."""
    source = page.with_suffix(".typ")
    source.write_text(typst_source(page.read_text("utf-8"), page.parent, SERIF), encoding="utf-8")
    compiling = (
        "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards='ua-1', "
        "font_paths=[sys.argv[3]], ignore_system_fonts=True)"
    )
    output = str(page.with_suffix(".pdf"))
    return [sys.executable, "-c", compiling, str(source), output, str(config.parent)]


def chromium(page: Path) -> list[str]:
    """Return the command of a browser that prints the page."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    return [str(CHROME), *flags, f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]


def page_count(path: Path) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def shown(address: str) -> tuple[str, list[str]]:
    """Return the state and the pictures of pages that the preview shows now."""
    host, path = re.fullmatch(r"http://([^/]+)(/.*)", address).groups()  # type: ignore[union-attr]
    line = http.client.HTTPConnection(host, timeout=60)
    line.request("GET", path)
    html = line.getresponse().read().decode("utf-8")
    line.close()
    state = re.search(r'role="status" class="(\w+)"', html)
    assert state, html
    return state[1], re.findall(r'<img[^>]* src="([^"]+)"', html)


def until(address: str, state: str = "", other_than: Sequence[str] = ()) -> None:
    """Wait until the preview shows a state, or other pictures than it showed."""
    while True:
        now, pictures = shown(address)
        if now == "problems":
            sys.exit("the dossier of the preview has problems")
        if now == state or (other_than and pictures and pictures != other_than):
            return
        time.sleep(0.02)


def change(path: Path, number: int) -> None:
    """Alter a word of a finding, as an author does."""
    words = ("Anti-government", "Widespread", "Large", "Growing")
    text = path.read_text("utf-8")
    old, new = (f"    {words[n % len(words)]} protests, initially" for n in (number, number + 1))
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


if __name__ == "__main__":
    main()
