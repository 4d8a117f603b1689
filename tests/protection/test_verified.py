"""A stranger checks a brief that keeps something back: what holds, what cannot be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import GUARD
from small_dossier import lay_out, replaced

from report.__main__ import main
from report.evidence.around import stands_around
from report.evidence.source import Source

Capture = pytest.CaptureFixture[str]


def test_a_brief_that_leaves_names_out_is_verified(tmp_path: Path, capsys: Capture) -> None:
    """It holds by what it carries and against the documents, and says that names are left out."""
    dossier = lay_out(tmp_path / "d")
    assert main(["build", str(dossier), "-o", str(tmp_path / "b")]) == 0
    capsys.readouterr()
    brief = tmp_path / "b" / "olmar-march" / "olmar-march-brief.en.pdf"
    code = main(["verify", str(brief), "--documents", str(dossier / "documents")])
    told = capsys.readouterr()
    assert code == 0, told.err
    assert "holds     documents: 2 of 2 found" in told.out
    assert "not done  names left out: 1 quotation leave out" in told.out
    assert not GUARD.named_in(told.out + told.err)


def test_a_brief_on_a_confidential_document_is_verified(tmp_path: Path, capsys: Capture) -> None:
    """What it carries holds; of the confidential document it says what could not be checked."""
    dossier = lay_out(tmp_path / "d")
    documents = dossier / "documents"
    for ending in ("yaml", "txt"):
        (documents / f"olmar-gazette.{ending}").rename(documents / f"held-1.{ending}")
    record = documents / "held-1.yaml"
    record.write_text(f"confidential: true\n{record.read_text()}")
    for name in ("dossier.yaml", "findings.yaml", "translations/ru.po", "translations/kk.po"):
        path = dossier / name
        path.write_text(path.read_text().replace("olmar-gazette", "held-1"))
    quoted = "A teacher said: “We were held for nine hours and could not call a lawyer”."
    replaced(dossier / "findings.yaml", quoted, "A teacher could not call a lawyer for nine hours.")
    code = main(["build", str(dossier), "-o", str(tmp_path / "b")])
    assert code == 0, capsys.readouterr().err
    capsys.readouterr()
    brief = tmp_path / "b" / "olmar-march" / "olmar-march-brief.en.pdf"
    code = main(["verify", str(brief)])
    told = capsys.readouterr()
    assert code == 0, told.err
    assert "not done  confidential documents:" in told.out


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("[…] saw that [Witness 2] was beaten", True),
        ("saw that […] was beaten", True),
        ("[…] saw that […] was not beaten", False),
        ("[…] saw that […] was beat", False),
        ("[…]", False),
    ],
)
def test_all_but_the_names_stands_in_the_document(quote: str, stands: bool) -> None:
    """Brackets stand for names; every other word must be the document's, and whole."""
    source = Source("a", "Jonathan Smithson saw that Zhuldyz Yermukhanova was beaten in the yard.")
    assert stands_around(quote, source).accepted is stands
