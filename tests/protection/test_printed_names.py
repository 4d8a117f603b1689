"""What is printed of a dossier that quotes protected persons: marks and pseudonyms, no names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from planted import GUARD
from small_dossier import lay_out, replaced

from report.__main__ import main

Capture = pytest.CaptureFixture[str]


def _check(dossier: Path, capsys: Capture) -> tuple[int, str]:
    code = main(["check", str(dossier)])
    told = capsys.readouterr()
    assert not GUARD.named_in(told.out + told.err)
    return code, told.err


def test_a_name_in_a_quotation_is_left_out(tmp_path: Path, capsys: Capture) -> None:
    """The quotation is checked by its true words; what is carried has a mark and no length."""
    dossier = lay_out(tmp_path / "d")
    code = main(["build", str(dossier), "-o", str(tmp_path / "b")])
    told = capsys.readouterr()
    assert code == 0, told.err
    evidence = json.loads((tmp_path / "b/olmar-march/evidence.json").read_text())
    said = evidence["findings"][1]["evidence"][1]
    assert said["quote"] == "[…] and […] saw that […] was beaten by officers in the yard"
    assert (said["paragraph"], said["spans"], said["verdict"]) == (7, [], "edited")
    assert main(["scan", str(tmp_path / "b"), "--dossier", str(dossier)]) == 0
    capsys.readouterr()


def test_a_changed_word_beside_a_name_is_refused(tmp_path: Path, capsys: Capture) -> None:
    """Leaving names out does not loosen the check, and the refusal shows none of them."""
    dossier = lay_out(tmp_path / "d")
    replaced(dossier / "findings.yaml", "was beaten by", "was not beaten by")
    code, told = _check(dossier, capsys)
    assert code == 1
    assert "error polarity" in told
    assert "[w4] was" in told


def test_the_pseudonym_stands_where_the_finding_says_so(tmp_path: Path, capsys: Capture) -> None:
    """In the finding's words the pseudonym is plain, in a quotation it stands in brackets."""
    dossier = lay_out(tmp_path / "d")
    findings = dossier / "findings.yaml"
    replaced(findings, "  rights: [iccpr-9]", "  persons: pseudonym\n  rights: [iccpr-9]")
    replaced(findings, "A teacher said: “We", "Smithson and a teacher said: “We")
    code = main(["build", str(dossier), "-o", str(tmp_path / "b")])
    told = capsys.readouterr()
    assert code == 0, told.err
    evidence = json.loads((tmp_path / "b/olmar-march/evidence.json").read_text())
    said = evidence["findings"][1]["evidence"][1]["quote"]
    assert said.startswith("[Witness 1] and [Witness 2] saw that [Witness 4] was beaten")


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("dossier.yaml", "title: The march", "title: Smithson and the march", 3),
        ("dossier.yaml", "Keep a record", "Ask J. Smithson to keep a record", 19),
        ("findings.yaml", "A teacher said", "Смитсон said", 38),
        ("findings.yaml", "attributed_to: a teacher", "attributed_to: Ермуханова", 45),
        ("documents/olmar-gazette.yaml", "title: ", "title: Toqsabaeva tells. ", 0),
        ("translations/ru.po", "Марш в", "Марш Смитсона в", 8),
    ],
)
def test_a_name_elsewhere_is_told_by_its_place(
    file: str, old: str, new: str, line: int, tmp_path: Path, capsys: Capture
) -> None:
    """A name in any other text is an error at its line, and no message has it."""
    dossier = lay_out(tmp_path / "d")
    replaced(dossier / file, old, new)
    code, told = _check(dossier, capsys)
    assert code == 1
    row = next(one for one in told.splitlines() if "error protected-name" in one)
    assert row.startswith(f"{file}:{line or ''}")


def test_a_pseudonym_is_missed_in_a_language(tmp_path: Path, capsys: Capture) -> None:
    """No other language's pseudonym stands in: one that is missing is told."""
    dossier = lay_out(tmp_path / "d")
    replaced(dossier / "findings.yaml", "  rights: [iccpr-9]", "  persons: pseudonym")
    replaced(dossier / "protected.yaml", "en: Witness 4, ", "")
    code, told = _check(dossier, capsys)
    assert code == 1
    assert "error pseudonym-missing: “w4” has no pseudonym in: en" in told
