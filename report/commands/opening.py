"""The folders that a command line names -> folders to read, or a dossier read from one."""

from __future__ import annotations

from pathlib import Path

from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Stop, problem


def open_folders(*paths: Path) -> tuple[DiskFolder, ...]:
    """Return the folders; Stop(2) with `no-folder` for each that is none."""
    missing = [path for path in paths if not path.is_dir()]
    if missing:
        raise Stop(2, *(problem("no-folder", Place(str(path)), path=path) for path in missing))
    return tuple(DiskFolder(path) for path in paths)


def open_dossier(path: Path) -> tuple[DiskFolder, Dossier]:
    """Return a folder and its dossier; Stop(1) with every problem where it cannot be read."""
    (folder,) = open_folders(path)
    read = read_dossier(folder)
    if read.dossier is None:
        raise Stop(1, *read.problems)
    return folder, read.dossier
