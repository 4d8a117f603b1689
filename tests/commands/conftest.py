"""The small dossier of tests/problems, whole, altered, and printed once for all tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_builds import EXAMPLES, Built, Run


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return a copy of the small dossier, whole."""
    return Path(shutil.copytree(EXAMPLES / "base", tmp_path / "dossier"))


@pytest.fixture
def altered(tmp_path: Path) -> Path:
    """Return a copy of the small dossier with one word of a quotation changed."""
    copy = Path(shutil.copytree(EXAMPLES / "base", tmp_path / "altered"))
    shutil.copyfile(EXAMPLES / "altered" / "findings.yaml", copy / "findings.yaml")
    return copy


@pytest.fixture(scope="session")
def run() -> Run:
    """Return a function that runs `report` in a process of its own."""

    def call(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "report", *map(str, arguments)]
        given: dict[str, object] = {"capture_output": True, "text": True, "encoding": "utf-8"}
        return subprocess.run(words, timeout=120, check=False, **{**given, **options})  # type: ignore[call-overload, no-any-return]

    return call


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Built:
    """Print the small dossier once; tests copy what they change."""
    folder = tmp_path_factory.mktemp("printed")
    copy = Path(shutil.copytree(EXAMPLES / "base", folder / "dossier"))
    done = run("build", copy, "-o", folder / "build")
    assert done.returncode == 0, done.stderr
    return Built(copy, folder / "build", done.stdout)


@pytest.fixture
def built(printed: Built, tmp_path: Path) -> Built:
    """Return a copy of the printed dossier with its outputs."""
    copy = Path(shutil.copytree(printed.dossier, tmp_path / "dossier"))
    output = Path(shutil.copytree(printed.output, tmp_path / "build"))
    return Built(copy, output, printed.said)
