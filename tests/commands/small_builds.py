"""The small dossier of tests/problems and what is built of it, for the tests of the commands."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "problems"
NAME = "olmar-march"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True)
class Built:
    """A dossier, the folder of its outputs, and what `report build` printed."""

    dossier: Path
    output: Path
    said: str

    @property
    def folder(self) -> Path:
        return self.output / NAME


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by name, locks aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }
