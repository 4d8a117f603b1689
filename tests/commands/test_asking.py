"""What may be asked for: languages that a body takes, texts that the dossier has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_builds import NAME

from report.__main__ import main
from report.commands.asking import check_askable
from report.commands.manifest import Product
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.model.dossier import Dossier
from report.model.problem import Problems

Capture = pytest.CaptureFixture[str]
SUBMISSION = """\
submission:
  profile: {profile}
  organisations:
    - {{name: Clean Water Watch}}
    - {{name: River Friends}}
  keywords: [assembly]
  introduction: |
    Police detained people at a march in Olmar.
"""


def bundled_dossier() -> Dossier:
    folder = Path(__file__).parents[2] / "seeds" / "kazakhstan-january-2022"
    found = read_dossier(DiskFolder(folder)).dossier
    assert found is not None
    return found


def add(dossier: Path, text: str, **words: str) -> None:
    path = dossier / "dossier.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text.format(**words), encoding="utf-8")


def codes(capsys: Capture) -> list[str]:
    return [one["code"] for one in json.loads(capsys.readouterr().out)["problems"]]


@pytest.mark.parametrize("edition", ["submission", "statement"])
def test_what_is_not_there_cannot_be_asked_for(
    dossier: Path, tmp_path: Path, capsys: Capture, edition: str
) -> None:
    """no-submission, no-statement: told, with how to add it; a draft does not help."""
    for draft in ([], ["--draft"]):
        asked = ["build", str(dossier), "-e", edition, "-o", str(tmp_path / "b"), "--json", *draft]
        assert main(asked) == 1
        assert f"no-{edition}" in codes(capsys)
    assert not (tmp_path / "b").exists()


def test_kazakh_is_never_a_language_of_a_submission(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """language-not-accepted: refused before anything is printed; the accepted ones are told."""
    add(dossier, SUBMISSION, profile="upr-individual")
    asked = ["build", str(dossier), "-e", "submission", "-l", "kk", "-o", str(tmp_path / "b")]
    assert main(asked) == 1
    told = capsys.readouterr().err
    assert "dossier.yaml:22:12: error language-not-accepted" in told
    assert "en, fr, es" in told
    assert not (tmp_path / "b").exists()


def test_a_language_that_is_not_preferred_is_told(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """language-not-preferred: taken by the review, and the preferred ones are told."""
    add(dossier, SUBMISSION, profile="upr-individual")
    main(["build", str(dossier), "-e", "submission", "-l", "ru", "-o", str(tmp_path), "--json"])
    assert "language-not-preferred" in codes(capsys)


def test_a_joint_submission_is_of_several(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """joint-alone: --joint needs two names; with them all stand at the start, under other rules."""
    import docx

    add(dossier, SUBMISSION, profile="upr-individual")
    asked = ["build", str(dossier), "-e", "submission", "-o", str(tmp_path / "b"), "--joint"]
    assert main([*asked, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    (output,) = said["outputs"]
    assert output["length"]["profile"] == "upr-joint"
    assert output["length"]["limits"][0]["most"] == 5630
    file = docx.Document(str(tmp_path / "b" / NAME / output["path"]))
    assert file.paragraphs[0].text == "Submitted by: Clean Water Watch; River Friends"
    text = (dossier / "dossier.yaml").read_text(encoding="utf-8")
    (dossier / "dossier.yaml").write_text(text.replace("    - {name: River Friends}\n", ""))
    assert main([*asked, "--json"]) == 1
    assert "joint-alone" in codes(capsys)


def test_without_joint_the_publisher_submits_alone(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """The rules for one are never used for several: only the publisher stands at the start."""
    import docx

    add(dossier, SUBMISSION, profile="upr-individual")
    assert main(["build", str(dossier), "-e", "submission", "-o", str(tmp_path / "b")]) == 0
    told = capsys.readouterr().out
    assert "of 2,815 words" in told
    assert "nobody has verified whether they count" in told
    assert "report session show upr-individual" in told
    file = docx.Document(str(tmp_path / "b" / NAME / f"{NAME}-submission.en.docx"))
    assert file.paragraphs[0].text == "Submitted by: Clean Water Watch"


def test_all_is_what_the_dossier_has(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """`all` leaves out what is not there, and finds the earlier build of the same again."""
    add(dossier, SUBMISSION, profile="ccpr-alternative-report")
    asked = ["build", str(dossier), "-e", "all", "-o", str(tmp_path / "b"), "--json"]
    assert main(asked) == 0
    made = [one["edition"] for one in json.loads(capsys.readouterr().out)["outputs"]]
    assert "submission" in made
    assert "statement" not in made
    before = (tmp_path / "b" / NAME / "manifest.json").stat().st_mtime_ns
    assert main(asked) == 0
    assert (tmp_path / "b" / NAME / "manifest.json").stat().st_mtime_ns == before


def test_a_statement_in_kazakh_is_for_preparation() -> None:
    """language-not-spoken: a warning, for a text in Kazakh may be written and is not read out."""
    products = [Product("statement", lang) for lang in ("en", "kk")]
    problems = Problems()
    assert check_askable(products, bundled_dossier(), problems)
    assert [(p.code, p.severity) for p in problems] == [("language-not-spoken", "warning")]


def test_a_limit_of_ones_own_is_held(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """Limits are data: a profile of the dossier refuses what is too long; nothing is written."""
    (dossier / "profiles").mkdir()
    (dossier / "profiles" / "own.yaml").write_text(
        "profile: 1\nname: own\ntitle: A letter\nbody: A body\nedition: submission\n"
        "checked_on: 2026\nsources:\n  guide: {title: Guide}\nlimits:\n"
        "  - {most: 20, unit: words, mark: verified, binding: true, source: guide}\n"
        "languages: {is: [en], mark: verified, source: guide}\n"
        "file_type: {is: docx, mark: verified, source: guide}\n"
    )
    add(dossier, SUBMISSION, profile="own")
    asked = ["build", str(dossier), "-e", "submission", "-o", str(tmp_path / "b")]
    assert main(asked) == 1
    told = capsys.readouterr().err
    assert "dossier.yaml:22:3: error over-limit: " in told
    assert "of 20 words that “own” allows" in told
    assert "longest: “The march”" in told
    assert not list((tmp_path / "b").glob(f"{NAME}/*"))
    path = dossier / "profiles" / "own.yaml"
    path.write_text(path.read_text().replace("most: 20", "most: 2000"))
    assert main(asked) == 0
    assert "of 2,000 words" in capsys.readouterr().out
