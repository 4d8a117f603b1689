"""A build with a name in any finished file is refused whole; the search as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from planted import GUARD
from small_dossier import lay_out

from report.__main__ import main

Capture = pytest.CaptureFixture[str]


def _run(capsys: Capture, *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    assert not GUARD.named_in(told.out + told.err)
    return code, told.out, told.err


def test_a_search_for_no_one(tmp_path: Path, capsys: Capture) -> None:
    """Without a list there is nothing to search for: that is never told as clean."""
    file = tmp_path / "a.txt"
    file.write_text("A text.")
    code, _, told = _run(capsys, "scan", file, "--dossier", tmp_path)
    assert code == 2
    assert "error no-persons" in told


def test_a_file_with_a_name_in_its_name(tmp_path: Path, capsys: Capture) -> None:
    """The name of a file is searched too, and is told without the person's."""
    dossier = lay_out(tmp_path / "d")
    file = tmp_path / "statement_smithson.txt"
    file.write_text("Nothing in it.")
    code, out, _ = _run(capsys, "scan", file, "--dossier", dossier, "--json")
    found = json.loads(out)
    assert code == 1
    assert [one["code"] for one in found["problems"]] == ["leak", "protected-ordinary"]
    assert found["problems"][0]["message"].endswith("(w1): file name")


def test_an_earlier_output_that_names_a_person_stops_the_build(
    tmp_path: Path, capsys: Capture
) -> None:
    """Nothing is put beside an earlier output that names a person: it is told, and stays."""
    dossier = lay_out(tmp_path / "d")
    folder = tmp_path / "b" / "olmar-march"
    folder.mkdir(parents=True)
    (folder / "olmar-march-statement.ru.txt").write_text("Смитсоном сказано")
    code, _, told = _run(capsys, "build", dossier, "-o", tmp_path / "b")
    assert code == 1
    assert "error leak-earlier" in told
    assert [path.name for path in folder.iterdir()] == ["olmar-march-statement.ru.txt"]
