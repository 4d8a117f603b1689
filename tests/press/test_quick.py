"""What saves time changes nothing: the same pages as the slow ways, and columns as even."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def in_a_process_of_its_own(function: str, *, slow: bool) -> Any:
    """Return what a function of this module prints as JSON, with or without what saves time."""
    done = subprocess.run(
        [sys.executable, __file__, function, "slow" if slow else "quick"],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
    )
    return json.loads(done.stdout.splitlines()[-1])


def made_up_brief() -> str:
    """Print a made-up brief twice and return the hash of its bytes."""
    import hashlib

    from made_up import CSS, METADATA, made_up

    from report.press.job import PrintJob
    from report.press.printing import print_pdf

    html, notes = made_up(sections=3, seed=11)
    job = PrintJob("brief.pdf", html, (CSS,), METADATA, notes=notes)
    first, second = print_pdf(job).pdf, print_pdf(job).pdf
    assert first == second
    return hashlib.sha256(first).hexdigest()


def columns() -> list[float]:
    """Return the heights of the columns of lists made up at random."""
    from weasyprint import HTML

    chance = random.Random(5)
    heights = []
    for _ in range(12):
        items = ""
        for _ in range(chance.randrange(3, 16)):
            words = "word " * chance.randrange(3, 60)
            items += f"<li style='margin-bottom: {chance.randrange(9)}px'>{words}"
        count, rule = chance.choice((2, 3)), chance.choice(("avoid", "auto"))
        style = f"ul {{ columns: {count} }} li {{ break-inside: {rule} }}"
        document = HTML(string=f"<style>@page {{ size: A3 }} {style}</style><ul>{items}").render()
        assert len(document.pages) == 1
        boxes = document.pages[0]._page_box.descendants()
        heights.append(max(box.height for box in boxes if box.is_column))
    return heights


def test_the_same_bytes_sooner() -> None:
    """A brief with notes, floats, tables and hyphens is the same, printed with what saves time."""
    quick = in_a_process_of_its_own("made_up_brief", slow=False)
    assert quick == in_a_process_of_its_own("made_up_brief", slow=True)


def test_columns_are_as_even_as_stock_makes_them() -> None:
    """No column is higher than where the height was looked for step by step."""
    quick = in_a_process_of_its_own("columns", slow=False)
    slow = in_a_process_of_its_own("columns", slow=True)
    assert len(quick) == 12
    assert all(ours <= theirs + 0.1 for ours, theirs in zip(quick, slow, strict=True))
    assert sum(quick) == pytest.approx(sum(slow), rel=0.02)


def _run(function: str, ways: str) -> None:
    from report.press import weasyprint_70
    from report.press.engine import start
    from report.press.fonts import prepare_fonts

    if ways == "slow":
        weasyprint_70.QUICKER = weasyprint_70.REMEMBERED = ()
    start(prepare_fonts())
    sys.stdout.write(json.dumps(globals()[function]()))


if __name__ == "__main__":
    _run(*sys.argv[1:])
