"""`report build` as a user meets it: what is written, when it is written again, and when not."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from small_builds import EXAMPLES, NAME, Built, Run, contents

from report.__main__ import main
from report.commands.publishing import one_writer

Capture = pytest.CaptureFixture[str]
PDF = f"{NAME}-brief.en.pdf"
DRAFT = f"{NAME}-brief.en.draft.pdf"
FINAL = {PDF, "evidence.json", "references.json", "manifest.json"}


def pages(path: Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_what_is_written(printed: Built) -> None:
    """A build writes the brief and its data under the dossier's id, and says what was checked."""
    assert set(contents(printed.output)) == {f"{NAME}/{name}" for name in FINAL}
    first, checked, problems = printed.said.splitlines()
    assert first == f"{printed.folder / PDF}: {len(pages(printed.folder / PDF))} pages"
    assert checked.startswith("checked: 6 quotations, 2 figures, ")
    assert problems == "0 problems"


def test_the_manifest_vouches_for_each_file(printed: Built) -> None:
    """manifest.json has the SHA-256 of each output, of the data and of each document."""
    manifest = json.loads((printed.folder / "manifest.json").read_text(encoding="utf-8"))
    for entry in (*manifest["outputs"], *manifest["data"]):
        data = (printed.folder / entry["path"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
    held = (printed.dossier / "documents" / "olmar-gazette.txt").read_bytes()
    assert manifest["documents"][0]["sha256"] == hashlib.sha256(held).hexdigest()
    assert str(printed.output) not in json.dumps(manifest)


def test_no_folder_of_the_office_is_in_an_output(printed: Built) -> None:
    """No output holds the path of the machine that it was made on."""
    for name, data in contents(printed.output).items():
        assert str(printed.dossier).encode() not in data, name
        assert b"/pytest-" not in data, name


def test_a_build_again_is_unchanged(built: Built, capsys: Capture) -> None:
    """Where nothing changed nothing is written, and each output is called unchanged."""
    before = {path: path.stat().st_mtime_ns for path in built.folder.iterdir()}
    assert main(["build", str(built.dossier), "-o", str(built.output)]) == 0
    assert capsys.readouterr().out == f"{built.folder / PDF}: 7 pages, unchanged\n".replace(
        "7 pages", f"{len(pages(built.folder / PDF))} pages"
    )
    assert {path: path.stat().st_mtime_ns for path in built.folder.iterdir()} == before


def test_json_of_a_build_again(built: Built, capsys: Capture) -> None:
    """`--json` of an unchanged build has the same outputs and counts as that of the first."""
    assert main(["build", "--json", str(built.dossier), "-o", str(built.output)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is True
    assert answer["checked"]["quotations"] == 6
    (output,) = answer["outputs"]
    assert list(output) == ["path", "edition", "lang", "sha256", "pages", "conformance"]
    assert output["path"] == PDF


def test_other_standards_are_another_build(built: Built, capsys: Capture) -> None:
    """`--conformance` makes the file anew by other standards, and the manifest names them."""
    manifest = built.folder / "manifest.json"
    assert json.loads(manifest.read_text())["outputs"][0]["conformance"] == "a3a-ua1"
    asked = ["build", str(built.dossier), "-o", str(built.output), "--conformance", "a4f-ua2"]
    assert main(asked) == 0
    assert "unchanged" not in capsys.readouterr().out
    assert json.loads(manifest.read_text())["outputs"][0]["conformance"] == "a4f-ua2"
    with pikepdf.open(built.folder / PDF) as pdf:
        assert pdf.pdf_version == "2.0"
    assert main(asked) == 0
    assert "unchanged" in capsys.readouterr().out


def test_outputs_inside_the_dossier_change_nothing(
    built: Built, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`report build` in the dossier's own folder is unchanged when it is run again."""
    built.output.rename(built.dossier / "build")
    monkeypatch.chdir(built.dossier)
    assert main(["build"]) == 0
    assert capsys.readouterr().out.endswith(" pages, unchanged\n")


@pytest.mark.parametrize("name", [PDF, "evidence.json", "manifest.json"])
@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_an_output_that_was_harmed_is_made_again(built: Built, name: str, harm: str) -> None:
    """An output that is gone or no longer what was written is made again, to the byte."""
    before = contents(built.folder)
    path = built.folder / name
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-40] + b"%" * 40)
    assert main(["build", str(built.dossier), "-o", str(built.output)]) == 0
    assert contents(built.folder) == before


def test_nothing_is_written_for_a_dossier_with_problems(
    altered: Path, built: Built, tmp_path: Path, capsys: Capture
) -> None:
    """Errors stop the build: exit code 1, no folder made, the earlier build whole."""
    assert main(["build", str(altered), "-o", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()
    before = contents(built.output)
    assert main(["build", str(altered), "-o", str(built.output)]) == 1
    assert contents(built.output) == before
    assert capsys.readouterr().out == "1 problem: nothing was built\n" * 2


def test_a_draft_is_never_taken_for_a_final(built: Built, altered: Path, capsys: Capture) -> None:
    """A draft has its own names, says DRAFT on every page and ends with its problems."""
    final = contents(built.folder)
    command = ["build", "--draft", str(altered), "-o", str(built.output)]
    assert main(command) == 0
    assert "error altered: " in capsys.readouterr().err
    now = contents(built.folder)
    assert {name: now[name] for name in final} == final
    assert {name for name in now if name not in final} == {
        *(DRAFT, "evidence.draft.json", "references.draft.json", "manifest.draft.json")
    }
    texts = pages(built.folder / DRAFT)
    assert all("DRAFT" in text for text in texts)
    assert "findings.yaml:43:14" in texts[-1]
    assert "DRAFT" not in "".join(pages(built.folder / PDF))
    assert main([*command, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    assert [p["code"] for p in answer["problems"]] == ["altered"]
    assert [o["path"] for o in answer["outputs"]] == [DRAFT]


def test_a_draft_of_a_whole_dossier_is_a_draft(built: Built) -> None:
    """Asked for a draft, the program prints one even where a final could be printed."""
    assert main(["build", "--draft", str(built.dossier), "-o", str(built.output)]) == 0
    assert all("DRAFT" in text for text in pages(built.folder / DRAFT))
    manifest = json.loads((built.folder / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["path"] for entry in manifest["outputs"]] == [PDF]


@pytest.mark.parametrize(
    ("example", "code"),
    [
        ("dangling-reference", 1),
        ("missing-field", 1),
        ("rests-on-unprinted", 1),
        ("language-unknown", 1),
        ("number-words-unknown", 1),
        ("citation-style-unknown", 1),
        ("path-outside", 1),
        ("citation-locator-unknown", 0),
        ("document-not-held", 0),
        ("unknown-figure", 0),
        ("untranslated", 0),
        ("not-placed", 0),
    ],
)
def test_a_draft_needs_ids_that_lead_somewhere(
    dossier: Path, example: str, code: int, capsys: Capture
) -> None:
    """What is said may still be wrong in a draft; what cannot be laid out is refused, as told."""
    shutil.copytree(EXAMPLES / example, dossier, dirs_exist_ok=True)
    for name in _removed(dossier):
        (dossier / name).unlink()
    output = dossier.parent / "out"
    assert main(["build", "--draft", str(dossier), "-o", str(output)]) == code
    assert f" {example}: " in capsys.readouterr().err
    assert output.exists() == (code == 0)


def _removed(dossier: Path) -> list[str]:
    listed = dossier / "remove.txt"
    return listed.read_text().split() if listed.exists() else []


def test_two_builds_at_once(built: Built, capsys: Capture) -> None:
    """build-running: a second build of a dossier is refused while the first one writes."""
    (built.folder / PDF).unlink()
    before = contents(built.folder)
    with one_writer(built.output, NAME):
        assert main(["build", str(built.dossier), "-o", str(built.output)]) == 4
    assert "error build-running: " in capsys.readouterr().err
    assert contents(built.folder) == before
    assert main(["build", str(built.dossier), "-o", str(built.output)]) == 0


@pytest.mark.parametrize("value", ["abc", "99999999999999", "-99999999999999", "1.5", " "])
def test_a_time_that_is_none(
    dossier: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """wrong-epoch: SOURCE_DATE_EPOCH that is no time is told, exit code 2."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert main(["build", str(dossier), "-o", str(dossier / "out")]) == 2
    assert "error wrong-epoch: " in capsys.readouterr().err
    assert not (dossier / "out").exists()


def test_the_same_bytes_everywhere(printed: Built, run: Run, tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and the order of files change no byte."""
    folder = tmp_path / "another folder" / "досье"
    folder.parent.mkdir()
    copied = [path for path in printed.dossier.rglob("*") if path.is_file()]
    for path in reversed(copied):
        target = folder / path.relative_to(printed.dossier)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (1, 1))
    strange = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "USER": "x"}
    root = str(EXAMPLES.parent.parent)
    done = run(
        *("build", folder.name, "-o", tmp_path / "other"),
        cwd=folder.parent,
        env={**os.environ, **strange, "PYTHONPATH": root},
    )
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "other") == contents(printed.output)


@pytest.mark.parametrize(
    ("sent", "after", "code"),
    [
        (signal.SIGINT, 0.15, 130),
        (signal.SIGINT, 0.8, 130),
        (signal.SIGKILL, 0.5, -9),
        (signal.SIGKILL, 1.2, -9),
        (signal.SIGTERM, 1.0, -15),
    ],
)
def test_an_interruption_leaves_the_earlier_build_whole(
    built: Built, sent: int, after: float, code: int
) -> None:
    """Whenever a build is stopped, the earlier one stands as it was and the next one succeeds."""
    before = contents(built.folder)
    path = built.dossier / "dossier.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: Clean Water Watch", "name: Clean Air Watch"), "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "report", "build", built.dossier, "-o", built.output],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    time.sleep(after)
    process.send_signal(sent)
    _, told = process.communicate(timeout=60)
    if process.returncode != 0:  # a fast machine may have been done by then
        # -sent: on a slow machine the signal comes before the program has begun
        assert process.returncode in (code, -sent)
        assert b"Traceback" not in told
        assert contents(built.folder) == before
    path.write_text(text, "utf-8")
    assert main(["build", str(built.dossier), "-o", str(built.output)]) == 0
    assert contents(built.folder) == before
