"""A key over all that an output depends on: when it is the same, so is the output.

Covers the dossier's files, the further documents, the program, its templates, the versions of the
libraries that decide a byte, and what else is named.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from report.documents.store import MAX_DOCUMENT
from report.dossier.shipped import templates_path

DECIDING = (
    "weasyprint",
    "pydyf",
    "pikepdf",
    "jinja2",
    "babel",
    "citeproc-py",
    "lxml",
    "pyphen",
    "pymorphy3",
    "pypandoc-binary",
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


def content_key(
    dossier: Path, documents: Iterable[Path], *words: str, without: Path | None = None
) -> str:
    """Return a SHA-256 over the dossier, further documents, the program, its libraries and `words`.

    `without` is the folder of outputs, which may lie in the dossier.
    """
    digest = hashlib.sha256()
    program = Path(__file__).resolve().parent.parent
    outputs = without.resolve() if without else None
    for folder in (program, templates_path(), dossier):
        _add(digest, _files(folder, outputs))
    for folder in documents:
        _add(digest, sorted((path, path.name) for path in folder.iterdir()))
    for word in (*words, *(f"{name}={number}" for name, number in versions().items())):
        digest.update(f"{word}\0".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _files(folder: Path, outputs: Path | None) -> Iterator[tuple[Path, str]]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "__pycache__" and not f.startswith("."))
        if outputs is not None:
            folders[:] = [f for f in folders if (Path(root) / f).resolve() != outputs]
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = Path(root) / name
                yield path, str(path.relative_to(folder))


def _add(digest: hashlib._Hash, files: Iterable[tuple[Path, str]]) -> None:
    for path, name in files:
        digest.update(f"{name}\0".encode(errors="surrogateescape"))
        digest.update(_content(path))
    digest.update(b"\1")


def _content(path: Path) -> bytes:
    """Return the SHA-256 of a file; of what no check reads, its kind and size."""
    try:
        status = path.lstat()
        if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_DOCUMENT:
            return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        return b"unreadable"
    return f"{stat.S_IFMT(status.st_mode)} {status.st_size}".encode()
