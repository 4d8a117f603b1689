"""Editions printed side by side: the same files, every problem, no worker left behind."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import sys
from functools import cache
from pathlib import Path

import pytest
from small_builds import EXAMPLES

from report.commands import many
from report.commands.building import attachments_of, material_of
from report.commands.chain import Checked, World, check
from report.commands.manifest import FINAL, manifest_json, read_manifest
from report.commands.many import Task, print_all
from report.dossier.folder import DiskFolder
from report.editions import products
from report.editions.material import Material
from report.editions.product import Finished, FinishedFile, Making, PrintedEdition
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.press.job import PrintJob

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="editions are forked on Linux")
WORLD = World(DiskFolder(EXAMPLES / "base"))
DAY = datetime.date(2021, 6, 1)


@cache
def checked() -> Checked:
    """Return the small dossier, checked."""
    problems = Problems()
    found = check(WORLD, ["en"], problems)
    assert found is not None
    assert not problems.errors
    return found


def task(edition: str) -> Task:
    """Return the task of an edition of the small dossier."""
    material = material_of(checked(), WORLD, "en", None)
    return Task(edition, material, Making(attachments_of(checked(), material), DAY))


def test_workers_change_nothing() -> None:
    """Side by side or one after another: the same bytes in the order asked for."""
    tasks = [task("handout"), task("brief"), task("factsheet"), task("booklet")]
    told: list[str] = []
    alone, _ = print_all(tasks, told.append, workers=1)
    together, warnings = print_all(tasks, told.append, workers=2)
    assert [one.sha256 for one in together] == [one.sha256 for one in alone]
    assert [one.edition for one in together] == [one.edition for one in tasks]
    assert not warnings.errors
    assert told[-1] == "printed 4 of 4 editions"


def test_every_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stops one edition does not hide what stops another."""
    for name in ("brief", "factsheet"):

        def refuse(_material: Material, _making: Making, name: str = name) -> PrintJob:
            raise Stop(3, problem("empty-page", Place(name), page=1))

        edition = PrintedEdition(name, refuse)
        monkeypatch.setitem(products.EDITIONS, name, edition)
    with pytest.raises(Stop) as stopped:
        print_all([task("brief"), task("handout"), task("factsheet")], str, workers=2)
    assert stopped.value.exit_code == 3
    assert [p.place.path for p in stopped.value.problems] == ["brief", "factsheet"]
    assert multiprocessing.active_children() == []


def test_a_worker_that_is_taken_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system ends a process, the build stops with words and hangs nowhere."""

    def taken_away(_material: Material, _making: Making) -> PrintJob:
        os._exit(9)

    edition = PrintedEdition("brief", taken_away)
    monkeypatch.setitem(products.EDITIONS, "brief", edition)
    with pytest.raises(Stop) as stopped:
        print_all([task("brief"), task("handout")], str, workers=2)
    assert [p.code for p in stopped.value.problems] == ["printing-ended"]


def test_an_interruption_ends_the_workers() -> None:
    """Nobody waits for pages that are wanted no more."""

    def interrupt(line: str) -> None:
        if line.startswith("printing"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_all([task("brief"), task("booklet")], interrupt, workers=2)
    assert multiprocessing.active_children() == []
    assert many._tasks == []


class _SheetAndText:
    """An edition of two files of different types, one of which has no pages."""

    name = "statement"

    def make(self, material: Material, _making: Making) -> Finished:
        stem = f"{material.dossier.id}-statement.{material.texts.lang}"
        sheet = FinishedFile(f"{stem}.pdf", b"%PDF", 2)
        return Finished((sheet, FinishedFile(f"{stem}.txt", b"words", None, {"counted": 1})))


def test_an_edition_may_have_several_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file has its entry, of its own type; pages are null where the type has none."""
    monkeypatch.setitem(products.EDITIONS, "statement", _SheetAndText())
    outputs, _ = print_all([task("brief"), task("statement")], str, workers=2)
    assert [one.path for one in outputs] == [
        "olmar-march-brief.en.pdf",
        "olmar-march-statement.en.pdf",
        "olmar-march-statement.en.txt",
    ]
    assert [one.entry()["pages"] for one in outputs[1:]] == [2, None]
    assert outputs[2].entry()["length"] == {"counted": 1}


def test_an_edition_is_whole_only_with_all_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one file of an edition is gone or changed, none of it is vouched for any more."""
    monkeypatch.setitem(products.EDITIONS, "statement", _SheetAndText())
    outputs, _ = print_all([task("statement")], str, workers=1)
    written = manifest_json("key", [one.entry() for one in outputs], {}, {})
    (tmp_path / "manifest.json").write_bytes(written)
    for one in outputs:
        (tmp_path / one.path).write_bytes(one.data)
    assert len(read_manifest(tmp_path, "key", FINAL)["outputs"]) == len(outputs)
    (tmp_path / outputs[-1].path).unlink()
    assert read_manifest(tmp_path, "key", FINAL)["outputs"] == []
