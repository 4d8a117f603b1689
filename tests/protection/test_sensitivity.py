"""What is restricted leaves only for trusted hands; of confidential documents nothing leaves."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
from held import hold, paraphrase
from small_dossier import EXAMPLES, replaced

from report.__main__ import main
from report.commands.noticing import refuse_without_notice
from report.model.problem import Stop

Capture = pytest.CaptureFixture[str]
SECRET = "call a lawyer"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "base", tmp_path / "d"))


def _run(capsys: Capture, *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


def _restrict(dossier: Path) -> None:
    """Restrict the finding on lawyers, and leave it out of what is said to everybody."""
    replaced(dossier / "findings.yaml", "- id: lawyers", "- id: lawyers\n  restricted: true")
    said = " The people held could not call a lawyer.[@lawyers]"
    replaced(dossier / "dossier.yaml", said, "")
    asked = "Keep a record of each call to a lawyer."
    replaced(dossier / "dossier.yaml", asked, "Keep a record of each call.")
    for lang in ("ru", "kk"):
        catalogue = dossier / "translations" / f"{lang}.po"
        text = catalogue.read_text()
        start = text.index("[@olmar-gazette] ", text.index("msgstr", text.index("summary/1")))
        end = text.index("[@lawyers]", start)
        text = text[: start + len("[@olmar-gazette]")] + text[end + len("[@lawyers]") :]
        catalogue.write_text(text.replace(said, ""))


def _contents(folder: Path) -> str:
    """Return all that outputs say, in one text."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".pdf":
            document = pypdfium2.PdfDocument(path.read_bytes())
            found += [page.get_textpage().get_text_bounded() for page in document]
        elif path.is_file():
            found.append(path.read_text(encoding="utf-8", errors="replace"))
    return " ".join(" ".join(found).split())


def test_what_is_restricted_reaches_no_public_output(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """No edition and no file beside it has the finding; for trusted hands all of it is there."""
    _restrict(dossier)
    code, _, told = _run(capsys, "build", dossier, "-o", tmp_path / "b")
    assert code == 0, told
    public = _contents(tmp_path / "b")
    assert SECRET not in public
    assert "lawyers" not in public
    assert "detained" in public
    code, _, told = _run(capsys, "build", dossier, "-o", tmp_path / "b", "--audience", "trusted")
    assert code == 0, told
    names = sorted(path.name for path in (tmp_path / "b" / "olmar-march").iterdir())
    assert "olmar-march-brief.en.trusted.pdf" in names
    assert "evidence.trusted.json" in names
    trusted = tmp_path / "b/olmar-march/olmar-march-brief.en.trusted.pdf"
    pages = [p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(trusted)]
    assert all("For trusted hands only" in " ".join(page.split()) for page in pages)
    assert SECRET in " ".join(" ".join(pages).split())
    assert SECRET not in (tmp_path / "b/olmar-march/evidence.json").read_text()
    code, _, told = _run(
        capsys, "build", dossier, "-o", tmp_path / "b", "--audience", "trusted", "-e", "factsheet"
    )
    assert code == 0, told
    sheet = tmp_path / "b/olmar-march/olmar-march-factsheet.en.trusted.pdf"
    (page,) = (one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(sheet))
    assert "(olmar-march-brief.en.trusted.pdf)" in "".join(page.split())


def test_translators_outside_get_nothing_restricted(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Exports to translators leave out what is restricted, unless they are trusted."""
    _restrict(dossier)
    words = ["translate", "export", dossier, "--to", "po", "-o"]
    assert _run(capsys, *words, tmp_path / "out")[0] == 0
    assert "lawyer" not in _contents(tmp_path / "out")
    assert _run(capsys, *words, tmp_path / "in", "--audience", "trusted")[0] == 0
    assert "findings/lawyers/heading" in _contents(tmp_path / "in")


def test_a_public_text_that_points_at_it_is_told(dossier: Path, capsys: Capture) -> None:
    """A mark that stays, or a section with nothing else, is an error; not for trusted hands."""
    replaced(dossier / "findings.yaml", "- id: lawyers", "- id: lawyers\n  restricted: true")
    replaced(
        dossier / "dossier.yaml",
        "findings: [detentions, lawyers]",
        "findings: [detentions]\n  - heading: The lawyers\n    findings: [lawyers]",
    )
    code, _, told = _run(capsys, "check", dossier)
    assert code == 1
    assert "dossier.yaml:12:1: error restricted-cited" in told
    assert "error restricted-alone: the section “The lawyers”" in told
    _, _, told = _run(capsys, "check", dossier, "--audience", "trusted")
    assert "restricted" not in told


def test_of_a_confidential_document_nothing_is_printed(
    dossier: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Neither words nor checksum, title, place or number of pages; its evidence is checked."""
    hold(dossier)
    paraphrase(dossier)
    code, _, told = _run(capsys, "build", dossier, "-o", tmp_path / "b")
    assert code == 0, told
    folder = tmp_path / "b" / "olmar-march"
    said = _contents(folder)
    record = (dossier / "documents" / "held-1.yaml").read_text()
    digest = record.split("sha256: ")[1].split()[0]
    assert digest not in said
    assert "Police hold marchers" not in said
    assert "We were held for nine hours" not in said
    assert "Document held by the organisation" in said
    evidence = json.loads((folder / "evidence.json").read_text())
    assert evidence["documents"][0] == {"id": "held-1", "confidential": True, "checked": "full"}
    assert evidence["findings"][1]["evidence"][0]["held"] is True
    manifest = json.loads((folder / "manifest.json").read_text())
    assert "sha256" not in manifest["documents"][0]
    replaced(dossier / "findings.yaml", "nine hours and could not", "nine hours and could")
    code, _, told = _run(capsys, "check", dossier)
    assert code == 1
    assert "error polarity" in told


def test_a_draft_prints_no_words_of_it(dossier: Path, tmp_path: Path, capsys: Capture) -> None:
    """A problem shows the document's words on the terminal; the page of problems does not."""
    hold(dossier)
    replaced(dossier / "findings.yaml", 'a lawyer"\n', 'no lawyer"\n')
    code, _, told = _run(capsys, "build", dossier, "-o", tmp_path / "b", "--draft")
    assert code == 0, told
    assert "held for nine hours and could not call" in told
    said = _contents(tmp_path / "b")
    assert "it shows words of a confidential document" in said
    assert "hours and could not call" not in said.split("Problems of this draft")[-1]


def test_a_quotation_of_it_or_a_place_in_it_is_told(dossier: Path, capsys: Capture) -> None:
    """Quoting it, copying it without marks, naming a paragraph, an id that tells: all errors."""
    hold(dossier)
    replaced(dossier / "dossier.yaml", "[@held-1]", "[@held-1, para. 3]")
    replaced(
        dossier / "dossier.yaml",
        "text: Keep a record",
        "text: We were held for nine hours and could not call a lawyer. Keep a record",
    )
    code, _, told = _run(capsys, "check", dossier)
    assert code == 1
    assert re.search(r"findings.yaml:38:\d+: error confidential-quoted", told)
    assert re.search(r"dossier.yaml:\d+:\d+: error confidential-quoted", told)
    assert "error confidential-place" in told
    for ending in ("yaml", "txt"):
        path = dossier / "documents" / f"held-1.{ending}"
        path.rename(dossier / "documents" / f"leak-of-march.{ending}")
    for path in (dossier / "dossier.yaml", dossier / "findings.yaml"):
        path.write_text(path.read_text().replace("held-1", "leak-of-march"))
    code, _, told = _run(capsys, "check", dossier)
    assert "error confidential-id: the id “leak-of-march”" in told


def test_a_page_without_the_notice_is_refused() -> None:
    """An edition for trusted hands is handed out only where each of its pages says so."""
    import sys

    sys.path.insert(0, str(Path(__file__).parent.parent / "editions"))
    from dataclasses import replace

    from bundled import material

    from report.model.audience import Audience

    trusted = replace(material("ru"), audience=Audience.TRUSTED)
    with pytest.raises(Stop) as stopped:
        refuse_without_notice(trusted, [("a.txt", b"\xd0\xa2\xd0\xb5\xd0\xba\xd1\x81\xd1\x82")])
    assert [one.code for one in stopped.value.problems] == ["notice-missing"]
    refuse_without_notice(material("ru"), [("a.txt", b"Text")])
    notice = "Только для доверенных лиц: не публиковать и не передавать другим"
    refuse_without_notice(trusted, [("a.txt", f"{notice}.".encode())])
