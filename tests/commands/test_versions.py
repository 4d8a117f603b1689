"""What was published is not printed over, and what was put right is said."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from small_builds import NAME, Built, Run

CORRECTION = """version: "1.1"
corrections:
  - date: 2021-06-02
    text: In the finding on lawyers the heading was put right.
    was: No calls
"""


@pytest.fixture(scope="module")
def first(printed: Built, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Publish version 1.0 of the small dossier."""
    import shutil

    folder = tmp_path_factory.mktemp("first")
    copy = Path(shutil.copytree(printed.dossier, folder / "dossier"))
    _add(copy, 'version: "1.0"\n')
    done = run("build", copy, "-e", "handout", "-o", folder / "build")
    assert done.returncode == 0, done.stderr
    return Built(copy, folder / "build", done.stdout)


def _add(dossier: Path, text: str) -> None:
    path = dossier / "dossier.yaml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _changed(first: Built, tmp_path: Path) -> Built:
    import shutil

    copy = Path(shutil.copytree(first.dossier, tmp_path / "dossier"))
    output = Path(shutil.copytree(first.output, tmp_path / "build"))
    findings = copy / "findings.yaml"
    text = findings.read_text("utf-8").replace("No call to a lawyer", "Lawyers were not called")
    findings.write_text(text, "utf-8")
    return Built(copy, output, "")


def test_a_published_version_is_not_printed_over(first: Built, run: Run, tmp_path: Path) -> None:
    """would-replace: other content under the same version is refused, and nothing is written."""
    built = _changed(first, tmp_path)
    path = built.folder / f"{NAME}-handout.en.pdf"
    before = path.read_bytes()
    (built.dossier / "dossier.yaml").write_text(
        (built.dossier / "dossier.yaml").read_text("utf-8").replace("The march in", "A march in"),
        "utf-8",
    )
    for po in (built.dossier / "translations").glob("*.po"):
        po.write_text(po.read_text("utf-8").replace('"The march in', '"A march in'), "utf-8")
    done = run("build", built.dossier, "-e", "handout", "-o", built.output)
    assert done.returncode == 1
    assert "error would-replace: " in done.stderr
    assert path.read_bytes() == before
    done = run("build", built.dossier, "-e", "handout", "-o", built.output, "--replace")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() != before


def test_an_earlier_version_is_kept_aside(first: Built, run: Run, tmp_path: Path) -> None:
    """A new version takes the place of the old one, which stays in a folder of its own."""
    built = _changed(first, tmp_path)
    old = (built.folder / f"{NAME}-handout.en.pdf").read_bytes()
    yaml = built.dossier / "dossier.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace('version: "1.0"\n', CORRECTION), "utf-8")
    done = run("build", built.dossier, "-e", "brief", "-e", "handout", "-o", built.output)
    assert done.returncode == 0, done.stderr
    aside = built.output / f"{NAME}-1.0"
    assert (aside / f"{NAME}-handout.en.pdf").read_bytes() == old
    assert json.loads((built.folder / "manifest.json").read_text("utf-8"))["version"] == "1.1"
    evidence = json.loads((built.folder / "evidence.json").read_text("utf-8"))
    assert evidence["corrections"][0]["was"] == "No calls"
    brief = pypdfium2.PdfDocument(built.folder / f"{NAME}-brief.en.pdf")
    second = brief[1].get_textpage().get_text_range()
    assert "Version 1.1" in second
    assert "Corrected on 2 June 2021" in second
    assert "No calls" in second


def test_without_a_version_a_build_replaces_the_last(built: Built, run: Run) -> None:
    """Work in progress is printed over."""
    findings = built.dossier / "findings.yaml"
    text = findings.read_text("utf-8").replace("No call to a lawyer", "Lawyers were not called")
    findings.write_text(text, "utf-8")
    assert run("build", built.dossier, "-o", built.output).returncode == 0
