"""Files of the folder and of nothing outside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report.dossier.folder import DiskFolder, MemoryFolder, Unreadable


@pytest.fixture
def root(tmp_path: Path) -> Path:
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.txt").write_text("secret")
    inside = tmp_path / "dossier"
    (inside / "documents").mkdir(parents=True)
    (inside / "a.yaml").write_text("a")
    (inside / "documents" / "b.txt").write_text("b")
    (inside / "link.txt").symlink_to(secret / "secret.txt")
    (inside / "loop").symlink_to(inside / "loop")
    (inside / "folder-link").symlink_to(secret)
    (inside / "within.txt").symlink_to(inside / "a.yaml")
    os.mkfifo(inside / "pipe")
    return inside


REFUSED = {
    "../outside/secret.txt": "path-outside",
    "documents/../../outside/secret.txt": "path-outside",
    "/etc/passwd": "path-outside",
    "a\x00b": "path-outside",
    "..\\outside": "path-outside",
    "link.txt": "link-refused",
    "within.txt": "link-refused",
    "folder-link/secret.txt": "link-refused",
    "loop": "link-refused",
    "pipe": "not-a-file",
    "documents": "not-a-file",
    "none.txt": "file-missing",
    "none/none.txt": "file-missing",
    "a.yaml/x": "link-refused",
    "x" * 300: "file-missing",
}


@pytest.mark.parametrize("path", REFUSED)
def test_nothing_outside_is_read(root: Path, path: str) -> None:
    """Paths that leave the folder, links, devices and folders are refused, each with its code."""
    with pytest.raises(Unreadable) as refused:
        DiskFolder(root).read(path, 100)
    assert refused.value.problem.code == REFUSED[path]


def test_disk_and_memory_answer_alike(root: Path) -> None:
    """A folder in memory reads, lists and refuses as the one on disk."""
    memory = MemoryFolder({"a.yaml": "a", "documents/b.txt": "b"})
    for folder in (DiskFolder(root), memory):
        assert folder.read("a.yaml", 10) == b"a"
        assert folder.read("documents/b.txt", 10) == b"b"
        assert folder.names("documents") == ["b.txt"]
        assert folder.names("nowhere") == []
        with pytest.raises(Unreadable) as refused:
            folder.read("documents/b.txt", 0)
        assert refused.value.problem.code == "file-too-large"


def test_what_may_not_be_read_is_told(root: Path) -> None:
    """A file without permission is a problem with the reason."""
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (root / "a.yaml").chmod(0)
    with pytest.raises(Unreadable) as refused:
        DiskFolder(root).read("a.yaml", 10)
    assert refused.value.problem.code == "file-unreadable"
