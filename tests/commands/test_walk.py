"""From documents of every kind to a brief that builds, by commands and answers alone."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import docx
import pytest
import weasyprint
from small_builds import Run

from report.__main__ import main
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.model.problem import Problems
from report.suggest.store import read_store

TITLE = "Marches in Olmar"
ENGLISH = (
    "OLMAR, 4 March 2021 (Gazette) – Police detained more than 40 people on Wednesday, the mayor’s "
    "office said.",
    "“Nobody was allowed to call a lawyer,” said Anna Berg, a teacher.",
)
WORD = (
    "The Ombudsman said that 43 people were detained on 3 March 2021.",
    "“The police must publish their orders,” said Ida Holm, the Ombudsman.",
)
PRINTED = (
    "Doctors at the clinic of Olmar said on 5 March 2021 that twelve marchers were injured.",
    "“We treated them until the morning,” said Lena Sand, a doctor.",
)
RUSSIAN = (
    "Задержания в Ольмаре\n\n5 марта 2021 г.\n\nПолиция задержала более 40 человек, сообщили в "
    "мэрии города.\n\n«Нас держали девять часов», — сказала учительница Анна Берг.\n"
)
KAZAKH = (
    "Ольмарда шеруге шыққандар ұсталды\n\n2021 жылғы 5 наурыз\n\nПолиция 40-тан астам адамды "
    "ұстады, деп хабарлады қала әкімдігі.\n\n«Бізді тоғыз сағат ұстады», – деді Анна Берг.\n"
)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a saved page, a Word document, a PDF, a Russian and a Kazakh text."""
    folder = tmp_path_factory.mktemp("inbox")
    paragraphs = "".join(f"<p>{words}</p>" for words in ENGLISH)
    head = "<meta charset=utf-8><meta property='og:site_name' content='Olmar Gazette'>"
    page = f"<html lang=en><head>{head}<title>March held up</title></head><body><nav><a href=/>Home"
    page += f"</a></nav><article><h1>March held up</h1>{paragraphs}</article></body></html>"
    (folder / "page.html").write_text(page, "utf-8")
    word = docx.Document()
    word.add_heading("Report of the Ombudsman", 0)
    for words in WORD:
        word.add_paragraph(words)
    word.save(str(folder / "report.docx"))
    body = "".join(f"<p>{words}</p>" for words in PRINTED)
    style = "<style>@page { size: A5 } p { font: 11pt serif }</style>"
    printed = weasyprint.HTML(string=f"{style}<h1>What the clinic saw</h1>{body}")
    printed.write_pdf(folder / "clinic.pdf")
    (folder / "ru.txt").write_text(RUSSIAN, "utf-8")
    (folder / "kk.txt").write_text(KAZAKH, "utf-8")
    return folder


def test_from_documents_of_every_kind_to_a_brief(
    inbox: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """new, add, suggest, review, build: no file is edited, and each kind of document is quoted."""
    dossier = tmp_path / "brief"
    assert main(["new", str(dossier), "--title", TITLE, "--organisation", "Clean Water Watch"]) == 0
    assert main(["add", str(inbox), "--dossier", str(dossier)]) == 0
    assert main(["suggest", "--dossier", str(dossier)]) == 0
    found = read_store(DiskFolder(dossier), Problems()).suggestions
    todo = [one for one in found if one.kind.value not in ("person", "institution")]
    assert len({one.document_id for one in todo}) == 5
    summary = "Police detained people after a march in Olmar, the mayor’s office said."
    answers = ["y"] * len(todo) + ["n"] * 5 + [summary]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))
    assert main(["review", "--dossier", str(dossier)]) == 0
    read = read_dossier(DiskFolder(dossier)).dossier
    assert read is not None
    assert {one.document_id for one in read.all_evidence} == {d.id for d in read.documents}
    assert {d.language for d in read.documents} == {"en", "ru", "kk"}
    built = run("build", cwd=dossier)
    assert built.returncode == 0, built.stderr
    brief = dossier / "build" / "brief" / "brief-brief.en.pdf"
    said = subprocess.run(["pdftotext", brief, "-"], capture_output=True, text=True, check=True)
    pages = " ".join(said.stdout.split())
    assert "Nobody was allowed to call a lawyer" in pages
    assert "Нас держали девять часов" in pages
    assert "тоғыз сағат" in pages
