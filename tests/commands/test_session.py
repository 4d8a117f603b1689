"""`report session`: what a body asks for, and how far it was checked, told to the user."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.__main__ import main

Capture = pytest.CaptureFixture[str]


def test_the_list_has_every_profile(capsys: Capture) -> None:
    """Each profile with its limits; a limit that nobody verified says so."""
    assert main(["session", "list"]) == 0
    told = capsys.readouterr().out
    assert "upr-individual" in told
    assert "2,815 words" in told
    assert "1 min 30 s, 250 words" in told
    assert "4 pages (not verified)" in told


def test_a_rule_that_is_not_verified_stands_out(capsys: Capture) -> None:
    """The user is told which rule was seen where, what binds, and what nobody has verified."""
    assert main(["session", "show", "upr-individual"]) == 0
    told = capsys.readouterr().out
    assert "2,815 words [verified: upr-info-2018; binding]" in told
    assert "notes count             not known [NOT VERIFIED]" in told
    assert "seen in a dated source" in told
    assert "https://slideplayer.com/amp/14244463" in told


def test_scripts_get_the_same(capsys: Capture) -> None:
    """--json has each rule with value, mark, binding, source and note."""
    assert main(["session", "show", "hrc-written-special", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    profile = said["profile"]
    (limit,) = profile["limits"]
    assert (limit["most"], limit["unit"], limit["mark"], limit["binding"]) == (
        1500,
        "words",
        "verified",
        True,
    )
    assert profile["notes_count"]["is"] == "true"
    assert profile["typeface"]["emphasis"] is False
    assert main(["session", "list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["profiles"]) == 9


def test_a_name_that_is_not_there(capsys: Capture) -> None:
    """A wrong name is wrong usage, and the known ones are told."""
    assert main(["session", "show", "upr"]) == 2
    told = capsys.readouterr().err
    assert "unknown-profile" in told
    assert "upr-individual" in told


def test_a_broken_profile_of_the_dossier_is_told(tmp_path: Path, capsys: Capture) -> None:
    """The others are listed all the same."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "own.yaml").write_text("profile: 1\nname: own\n")
    assert main(["session", "list", "--dossier", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert "profiles/own.yaml:1:1: error missing-field" in told.err
    assert "hrc-oral" in told.out


def test_editors_get_the_schema_of_a_profile(capsys: Capture) -> None:
    """`report schema profile` describes each field, and asks for a mark of each rule."""
    assert main(["schema", "profile"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert "limits" in schema["required"]
    limit = schema["properties"]["limits"]["items"]
    assert limit["required"] == ["most", "unit", "mark"]
    assert limit["properties"]["mark"]["enum"][-1] == "not-verified"
