"""One folder a problem code: what `report check` says of that dossier, to the letter.

A folder holds the files in which its dossier differs from `base/`, `remove.txt` with the files that
it lacks, and `expected.txt`. To write the expectations anew: `UPDATE_EXPECTED=1 pytest
tests/problems`, then read each change as the officer who would get it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from laid_out import HERE, lay_out, said

from report.model.codes import CODES

FOLDERS = sorted(path.parent for path in HERE.glob("*/expected.txt"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_problem(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each mistake is told by its code, at its place, with a hint, and stops where it must."""
    code, told = said(lay_out(folder, tmp_path / "dossier"), capsys)
    expected = folder / "expected.txt"
    if "UPDATE_EXPECTED" in os.environ:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert re.search(rf"^\S+:\d+:\d+: \w+ {folder.name}: ", told, re.MULTILINE)
    assert code == (1 if ": error " in told else 0)


def test_the_base_has_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the folders say is said of their own change: the base is whole."""
    assert said(lay_out(HERE / "base", tmp_path / "dossier"), capsys) == (0, "")


def test_the_base_has_no_problem_by_passage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the full texts the base passes by its recorded passages."""
    dossier = lay_out(HERE / "base", tmp_path / "dossier")
    for path in dossier.glob("documents/*.txt"):
        path.unlink()
    assert said(dossier, capsys) == (0, "")


def test_every_code_is_provoked() -> None:
    """Each code of the table has its folder here, or a test elsewhere that is there."""
    here = {path.name for path in FOLDERS}
    rows = (HERE / "elsewhere.txt").read_text(encoding="utf-8").splitlines()[1:]
    elsewhere = dict(row.split() for row in rows)
    assert here | set(elsewhere) == set(CODES)
    assert not here & set(elsewhere)
    for code, name in elsewhere.items():
        path, _, test = name.partition("::")
        text = (HERE.parent / path).read_text(encoding="utf-8")
        assert f"def {test}(" in text, f"{code}: {name} is not there"
