"""Putting a build in place: all of it or nothing, whatever the system refuses."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from small_builds import contents

from report.__main__ import main
from report.commands import publishing
from report.commands.publishing import one_writer, publish
from report.model.problem import Stop

NAME = "olmar-march"
OLD = {"brief.pdf": b"old brief", "manifest.json": b"old"}
NEW = {"brief.pdf": b"new brief", "manifest.json": b"new", "evidence.json": b"{}"}
CODES = {errno.ENOSPC: "disk-full", errno.EACCES: "no-permission", errno.EIO: "cannot-write"}


class _Faults:
    """Lets the n-th operation on files fail with an error of the system."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, nth: int, number: int) -> None:
        self.nth, self.number, self.count = nth, number, 0
        for owner, name in (
            (os, "open"),
            (os, "fsync"),
            (os, "link"),
            (os, "fdopen"),
            (Path, "mkdir"),
            (Path, "rename"),
            (publishing, "_exchange"),
        ):
            monkeypatch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.count += 1
            if self.count == self.nth:
                raise OSError(self.number, os.strerror(self.number))
            return function(*arguments, **options)

        return call


@pytest.mark.parametrize("number", CODES, ids=lambda number: CODES[number])
def test_every_operation_may_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Whichever operation fails, the folder holds the old build or the new one, never a mixture."""
    publish(tmp_path, NAME, OLD)
    for nth in itertools.count(1):
        with monkeypatch.context() as patched:
            faults = _Faults(patched, nth, number)
            stopped = None
            try:
                publish(tmp_path, NAME, NEW)
            except Stop as stop:
                stopped = stop
        if faults.count < nth:
            break
        assert contents(tmp_path / NAME) in (OLD, NEW), nth
        if stopped:
            assert stopped.exit_code == 4
            assert [p.code for p in stopped.problems] == [CODES[number]]
        publish(tmp_path, NAME, OLD)
        (tmp_path / NAME / "evidence.json").unlink(missing_ok=True)
    assert nth > 8
    assert contents(tmp_path / NAME) == NEW
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_the_first_build_may_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there was no build before, a failure leaves none."""
    for nth in range(1, 8):
        with monkeypatch.context() as patched:
            _Faults(patched, nth, errno.ENOSPC)
            with pytest.raises(Stop):
                publish(tmp_path, NAME, NEW)
        assert list(tmp_path.iterdir()) == [], nth
    publish(tmp_path, NAME, NEW)
    assert contents(tmp_path / NAME) == NEW


def test_without_an_exchange_the_new_build_comes_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a system that cannot exchange two folders in one step they are renamed."""
    publish(tmp_path, NAME, OLD)
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)
    publish(tmp_path, NAME, NEW)
    assert contents(tmp_path / NAME) == NEW
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_what_an_interrupted_build_left_is_swept(tmp_path: Path) -> None:
    """Files of a build that was killed do not come into the next one."""
    publish(tmp_path, NAME, OLD)
    staging = tmp_path / f".{NAME}.new"
    staging.mkdir()
    (staging / "torn.pdf").write_bytes(b"torn")
    publish(tmp_path, NAME, NEW)
    assert contents(tmp_path / NAME) == NEW
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_link_in_place_of_the_build_is_not_written_through(tmp_path: Path) -> None:
    """Where the build folder is a link, what it points at keeps its files."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "brief.pdf").write_bytes(b"not ours")
    build = tmp_path / "build"
    build.mkdir()
    (build / NAME).symlink_to(other)
    publish(build, NAME, NEW)
    assert contents(other) == {"brief.pdf": b"not ours"}
    assert contents(build / NAME)["brief.pdf"] == b"new brief"


@pytest.mark.parametrize("path", ["file", "file/inner"])
def test_a_folder_that_cannot_be_made(tmp_path: Path, path: str) -> None:
    """cannot-write: a file where the folder of outputs should be is told, exit code 4."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(Stop) as stop, one_writer(tmp_path / path, NAME):
        pass
    assert stop.value.exit_code == 4
    assert [p.code for p in stop.value.problems] == ["cannot-write"]


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that a user without rights can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become another user")
def test_a_folder_that_may_not_be_written(open_to_all: Path) -> None:
    """no-permission: a folder of somebody else is told, exit code 4, and stays as it was."""
    publish(open_to_all, NAME, OLD)
    os.seteuid(65534)
    try:
        for writing in (
            lambda: publish(open_to_all, NAME, NEW),
            lambda: one_writer(open_to_all / "new", NAME).__enter__(),
        ):
            with pytest.raises(Stop) as stop:
                writing()
            assert stop.value.exit_code == 4
            assert [p.code for p in stop.value.problems] == ["no-permission"]
    finally:
        os.seteuid(0)
    assert contents(open_to_all / NAME) == OLD


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 48 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount") or "mount"
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=48k", "tmpfs", disk], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("no file system can be mounted here")
    yield disk
    subprocess.run([shutil.which("umount") or "umount", disk], check=True)


def test_a_full_disk(dossier: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """disk-full: a brief that does not fit is told, exit code 4, and the earlier build stands."""
    publish(small_disk, NAME, OLD)
    assert main(["build", str(dossier), "-o", str(small_disk)]) == 4
    assert "error disk-full: there is no room left for " in capsys.readouterr().err
    assert contents(small_disk / NAME) == OLD
