"""Line ends on the page, in the narrowest measure: nothing is parted that belongs together."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bundled import made, material, pdf_of

from report.translation.locales import load_language
from report.translation.words import load_words

# A number and the suffix that it is spoken with, parted at the hyphen.
PARTED = r"(?<![\w/-])\d+-\n[^\W\d_]"
# A cell of a table, or the foot of an axis, that is a date or numbers alone: no text goes on there.
CELL = re.compile(r"(?:\d{1,2} )?[^\W\d_]+ \d{4}|[\d ]+")

KAZAKH = load_words("kk").own_letters


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_lines_end_where_they_may(lang: str, tmp_path: Path) -> None:
    """No small word stands alone at an end, no number before its unit, its month or its suffix."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (poppler-utils; script/setup --tests installs it)")
    file = tmp_path / "booklet.pdf"
    file.write_bytes(pdf_of(made("booklet", material(lang))))
    run = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    text = run.stdout.decode().replace("\u00a0", " ")
    language = load_language(lang)
    rules = language.data.no_break
    small = "|".join(re.escape(word) for word in rules.after_words)
    counted = "|".join(
        re.escape(word).replace(r"\*", r"\w*")
        for word in (*rules.after_number, *language.month_names())
        if len(word.strip(".*")) > 1
    )
    ends = [
        PARTED,
        rf"[^\W_] \d{{1,4}}\n(?:{counted})(?!\w)",
        r"\S\n[–—] ",
        r"\d\n(?:and|және) \d",
        *([rf"(?:^|[\s«(])(?:{small})\n(?=\S)"] if small else []),
    ]
    found = [match for end in ends for match in re.finditer(end, text, re.IGNORECASE)]
    lines = [text[text.rfind("\n", 0, m.start()) + 1 : text.find("\n", m.end())] for m in found]
    lines = [line for line in lines if not CELL.fullmatch(line.split("\n")[0])]
    assert len(text) > 50_000
    # Russian pages have a summary in Kazakh, where «не» means what.
    assert [line for line in lines if lang == "kk" or not KAZAKH & set(line)] == []
