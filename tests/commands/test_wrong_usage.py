"""A slip on the command line is answered in two lines, with what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.__main__ import main

Capture = pytest.CaptureFixture[str]

SLIPS = {
    "biuld": "report: error: there is no command “biuld”; did you mean “build”?",
    "build --edition handouts": "report build: error: there is no --edition “handouts”; "
    "did you mean “handout”?",
    "describe press --type press": "report describe: error: there is no “--type” in report "
    "describe; did you mean “--tier”?",
    "translate expotr": "report translate: error: there is no action “expotr”; "
    "did you mean “export”?",
    "session show --jsn upr": "report session show: error: there is no “--jsn” in report session "
    "show; did you mean “--json”?",
    "describe": "report describe: error: this is missing: DOCUMENT",
}


@pytest.mark.parametrize("words", SLIPS)
def test_a_slip_is_answered(words: str, capsys: Capture) -> None:
    """What is wrong, what was meant, where to read on: no screen of options."""
    with pytest.raises(SystemExit) as stop:
        main(words.split())
    assert stop.value.code == 2
    told, hint = capsys.readouterr().err.splitlines()
    assert told == SLIPS[words]
    assert hint.endswith("--help")


def test_the_country_is_no_language(capsys: Capture) -> None:
    """Who writes kz for Kazakh is shown which tag it has."""
    with pytest.raises(SystemExit):
        main(["build", "-l", "kz"])
    assert "kk (Kazakh)" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["check", "build", "suggest", "review", "translate status"])
def test_a_folder_that_is_no_dossier(
    words: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said once, with the way out, and nothing is written into it."""
    monkeypatch.chdir(tmp_path)
    assert main(words.split()) == 1
    said = capsys.readouterr()
    assert said.err.count("error no-dossier") == 1
    assert "report new NAME" in said.err
    assert not list(tmp_path.iterdir())


def test_documents_are_not_taken_into_any_folder(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents land in a dossier or nowhere."""
    (tmp_path / "a.txt").write_text("The mayor spoke on Monday.\n")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert main(["add", "../a.txt"]) == 1
    assert main(["describe", "a", "--tier", "press"]) == 1
    assert capsys.readouterr().err.count("error no-dossier") == 2
    assert not list((tmp_path / "desk").iterdir())
