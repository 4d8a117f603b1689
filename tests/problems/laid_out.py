"""Lays out the small dossier of the examples, whole or with the files of one problem over it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.__main__ import main

HERE = Path(__file__).parent


def lay_out(overlay: Path, target: Path) -> Path:
    """Make the dossier of a folder: the base, less what it removes, with its files over it."""
    shutil.copytree(HERE / "base", target)
    removed = overlay / "remove.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        (target / name).unlink()
    for path in overlay.rglob("*"):
        inner = path.relative_to(overlay)
        if path.is_file() and inner.name not in ("remove.txt", "expected.txt"):
            (target / inner).parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target / inner)
    return target


def said(dossier: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code of `report check` and the problems that it tells."""
    code = main(["check", str(dossier)])
    return code, capsys.readouterr().err
