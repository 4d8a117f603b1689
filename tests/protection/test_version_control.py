"""Whether version control keeps the list of protected persons: told as Git itself would."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from report.protection.opening import open_guard
from report.protection.version_control import Kept, kept

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *words: str) -> int:
    """Run Git with no settings of anybody's."""
    named = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    command = ["git", "-C", str(folder), *named, *words]
    return subprocess.run(
        command, env={**os.environ, **QUIET}, capture_output=True, check=False
    ).returncode


def _list(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "protected.yaml"
    path.write_text("- {id: w1, names: [Anna Karengina]}\n")
    path.chmod(0o600)
    return path


def _told(path: Path) -> list[str]:
    return [one.code for one in open_guard(None, path, None, {}).warnings]


@needs_git
@pytest.mark.parametrize("version", ["2", "4"])
def test_a_list_that_is_tracked_is_told(tmp_path: Path, version: str) -> None:
    """protected-tracked: however the index is written, wherever in the working tree it lies."""
    git(tmp_path, "init")
    path = _list(tmp_path / "dossiers" / "march")
    for name in ("preview.yaml", "protected-not.yaml"):
        (path.parent / name).write_text("x")
    assert _told(path) == ["protected-not-ignored"]
    git(tmp_path, "add", "dossiers/march/preview.yaml", "dossiers/march/protected-not.yaml")
    git(tmp_path, "update-index", "--index-version", version)
    assert _told(path) == ["protected-not-ignored"]
    git(tmp_path, "add", "-f", "dossiers/march/protected.yaml")
    assert _told(path) == ["protected-tracked"]
    (tmp_path / ".gitignore").write_text("protected.yaml\n")  # too late for what is tracked
    assert _told(path) == ["protected-tracked"]


@needs_git
def test_a_further_working_tree(tmp_path: Path) -> None:
    """A working tree whose Git folder lies elsewhere is known as well."""
    main = tmp_path / "main"
    path = _list(main)
    git(main, "init")
    git(main, "add", "protected.yaml")
    git(main, "commit", "-m", "a")
    assert git(main, "worktree", "add", str(tmp_path / "other")) == 0
    assert kept(tmp_path / "other" / "protected.yaml") is Kept.YES
    assert kept(path) is Kept.YES


RULES = (
    "protected.yaml",
    "/protected.yaml",
    "dossiers/march/protected.yaml",
    "dossiers/*/protected.yaml",
    "dossiers/*",
    "**/protected.yaml",
    "dossiers/**",
    "dossiers/**/protected.yaml",
    "march/",
    "protected.yaml/",
    "*.yaml",
    "pro*",
    "protected.y?ml",
    "[op]rotected.yaml",
    "[!p]rotected.yaml",
    "protected.yaml  ",
    "# protected.yaml",
    "*.yaml\n!protected.yaml",
    "!protected.yaml\n*.yaml",
    "dossiers/\n!dossiers/march/protected.yaml",
    "march",
    "protected",
    "\\protected.yaml",
    "dossiers/march",
    "/march/protected.yaml",
)


@needs_git
@pytest.mark.parametrize("where", ["", "dossiers/", "dossiers/march/", ".git/info/"])
def test_rules_are_read_as_git_reads_them(tmp_path: Path, where: str) -> None:
    """Whatever the rule and wherever it stands, the answer is that of `git check-ignore`."""
    git(tmp_path, "init")
    path = _list(tmp_path / "dossiers" / "march")
    file = tmp_path / where / ("exclude" if "info" in where else ".gitignore")
    ignored = 0
    for rule in RULES:
        file.write_text(f"{rule}\n")
        by_git = git(tmp_path, "check-ignore", "-q", "dossiers/march/protected.yaml") == 0
        assert (kept(path) is Kept.NO) is by_git, rule
        ignored += by_git
    assert 0 < ignored < len(RULES)


def test_other_places(tmp_path: Path) -> None:
    """No version control, no warning; one that is not Git's may take up what it finds."""
    path = _list(tmp_path / "dossier")
    assert _told(path) == []
    (tmp_path / ".hg").mkdir()
    assert _told(path) == ["protected-not-ignored"]


def test_a_damaged_index_is_no_traceback(tmp_path: Path) -> None:
    """Whatever stands in the files of Git, the answer is a careful one."""
    path = _list(tmp_path)
    (tmp_path / ".git").mkdir()
    for data in (b"", b"DIRC", b"DIRC\0\0\0\x02\0\0\0\x09" + bytes(70), b"DIRC" + b"\xff" * 99):
        (tmp_path / ".git" / "index").write_bytes(data)
        assert kept(path) is Kept.MAYBE
    shutil.rmtree(tmp_path / ".git")
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")
    assert kept(path) is Kept.MAYBE
