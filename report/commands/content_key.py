"""A key over all that an output depends on: when it is the same, so is the output.

Covers the dossier's files, the further documents, the program, its templates, the versions of the
libraries that decide a byte, and what else is named.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from report.dossier.shipped import templates_path

DECIDING = (
    "weasyprint",
    "pydyf",
    "pikepdf",
    "jinja2",
    "babel",
    "citeproc-py",
    "pyphen",
    "fonttools",
    "fontpkg-source-serif-4",
    "fontpkg-source-sans-3",
)


def versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that decide what is printed."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for name in DECIDING:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found


def content_key(folders: Iterable[Path], *words: str) -> str:
    """Return a SHA-256 over the files of `folders`, the program, its libraries and `words`."""
    digest = hashlib.sha256()
    program = Path(__file__).resolve().parent.parent
    for folder in (program, templates_path(), *folders):
        for path, name in _files(folder):
            digest.update(f"{name}\0".encode(errors="surrogateescape"))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        digest.update(b"\1")
    for word in (*words, *(f"{name}={number}" for name, number in versions().items())):
        digest.update(f"{word}\0".encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "__pycache__" and not f.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            if path.is_file() and not name.endswith(".pyc"):
                yield path, str(path.relative_to(folder))
