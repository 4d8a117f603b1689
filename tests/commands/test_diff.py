"""What changed between two briefs is told, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from small_builds import NAME, Built, Run


@pytest.fixture(scope="module")
def later(printed: Built, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small dossier with a figure, a heading and a quotation changed."""
    folder = tmp_path_factory.mktemp("later")
    copy = Path(shutil.copytree(printed.dossier, folder / "dossier"))
    findings = copy / "findings.yaml"
    text = findings.read_text("utf-8")
    for was, now in (
        ("heading: No call to a lawyer", "heading: No lawyer was called"),
        ("counts: people detained\n      as_of", "counts: people held\n      as_of"),
        ("“We were held for nine hours and could", "“[…] held for nine hours and could"),
        ('"We were held for nine hours and', '"held for nine hours and'),
    ):
        assert was in text, was
        text = text.replace(was, now, 1)
    text = text.replace("“[…] held for", "“held for")
    findings.write_text(text, "utf-8")
    settings = copy / "dossier.yaml"
    text = settings.read_text("utf-8")
    text = text.replace("date: 2021-06-01", 'date: 2021-06-02\nversion: "2"')
    settings.write_text(text, "utf-8")
    done = run("build", copy, "-o", folder / "build")
    assert done.returncode == 0, done.stderr
    return folder / "build" / NAME


def test_nothing_changed(printed: Built, run: Run) -> None:
    """A brief is the same as itself."""
    path = printed.folder / f"{NAME}-brief.en.pdf"
    assert run("diff", path, path).stdout == "nothing changed\n"
    assert run("diff", printed.folder, printed.folder).stdout == "nothing changed\n"


@pytest.mark.parametrize("whole", [True, False])
def test_changes_are_told(printed: Built, run: Run, later: Path, whole: bool) -> None:
    """Finding, figure, quotation and text, between two files as between two builds."""
    name = f"{NAME}-brief.en.pdf"
    old, new = printed.folder, later
    pair = (old, new) if whole else (old / name, new / name)
    done = run("diff", *pair)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    for said in (
        "brief version: added: 2",
        "brief date: 2021-06-01 → 2021-06-02",
        "finding lawyers: No call to a lawyer (alleged) → No lawyer was called (alleged)",
        "quotation lawyers: gone: “We were held for nine hours and could not call a lawyer”",
        "quotation lawyers: added: “held for nine hours and could not call a lawyer”",
        "text findings/lawyers/heading (en): {No call to a lawyer → No lawyer was called}",
    ):
        assert any(line.startswith(said.split("{")[0]) for line in lines), (said, lines)
    figure = "figure held-gazette: more than 40 people detained"
    assert any(line.startswith(figure) for line in lines)
    assert lines[-1].endswith(" changes")


def test_evidence_alone_and_json(printed: Built, run: Run, later: Path) -> None:
    """evidence.json suffices, and scripts read each change as an object."""
    done = run("diff", printed.folder / "evidence.json", later / "evidence.json", "--json")
    told = json.loads(done.stdout)
    kinds = {(one["kind"], one["how"]) for one in told["changes"]}
    assert {("finding", "changed"), ("figure", "changed"), ("quotation", "gone")} <= kinds


def test_what_is_no_brief_is_told(printed: Built, run: Run, tmp_path: Path) -> None:
    """A foreign file is a problem, not a traceback."""
    (tmp_path / "x.json").write_text("{}")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
    for name, code in (("x.json", "carried-unreadable"), ("x.pdf", "brief-unreadable")):
        done = run("diff", printed.folder / "evidence.json", tmp_path / name)
        assert done.returncode == 1
        assert f"error {code}: " in done.stderr
        assert "Traceback" not in done.stderr
