"""Pages: how many a profile allows a brief, and on which sheet a statement has its notes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from small_builds import NAME

from report.__main__ import main

Capture = pytest.CaptureFixture[str]
OWN = """\
profile: 1
name: our-brief
title: Brief of our network
body: Our network
edition: brief
checked_on: 2026-11
sources:
  rules: {{title: Rules of our network, dated: 1 March 2026}}
limits:
  - {{most: {most}, unit: pages, mark: verified, source: rules, binding: {binding}}}
languages: {{is: [en], mark: verified, source: rules}}
file_type: {{is: pdf, mark: verified, source: rules}}
"""


def _build(dossier: Path, most: int, binding: str, *words: str) -> int:
    (dossier / "profiles").mkdir(exist_ok=True)
    own = OWN.format(most=most, binding=binding)
    (dossier / "profiles" / "our-brief.yaml").write_text(own, encoding="utf-8")
    return main(["build", str(dossier), "-o", str(dossier / "build"), *words])


def test_pages_beyond_a_limit(dossier: Path, capsys: Capture) -> None:
    """Refused where the limit binds, with where to cut; warned of where it does not."""
    assert _build(dossier, 2, "true") == 1
    said = capsys.readouterr().err
    assert "error over-limit: the text in “en” has" in said
    assert "of 2 pages that “our-brief” allows" in said
    assert "longest: “The march”" in said
    assert not (dossier / "build" / NAME / f"{NAME}-brief.en.pdf").exists()
    assert _build(dossier, 2, "false") == 0
    assert "warning over-limit" in capsys.readouterr().err
    assert _build(dossier, 2, "true", "--draft") == 0
    assert "warning over-limit" in capsys.readouterr().err


def test_pages_near_a_limit(dossier: Path, capsys: Capture) -> None:
    """From 90 % on it is said; below nothing is, nor of the custom that nobody verified."""
    assert _build(dossier, 40, "true") == 0
    said = capsys.readouterr()
    assert "limit" not in said.err
    pages = int(said.out.partition(".pdf: ")[2].partition(" ")[0])
    assert pages > 4
    assert _build(dossier, pages, "true") == 0
    assert f"warning near-limit: the text in “en” has {pages} of {pages} pages" in (
        capsys.readouterr().err
    )


def test_the_notes_of_a_statement_begin_on_a_new_sheet(dossier: Path) -> None:
    """Printed on both sides, no source stands behind a page that is spoken from."""
    text = "{held-gazette} people were detained, the mayor’s office said.[@olmar-gazette]"
    with (dossier / "dossier.yaml").open("a", encoding="utf-8") as file:
        file.write(f'statement: {{profile: hrc-oral, text: "{text}"}}\n')
    assert main(["build", str(dossier), "-e", "statement", "-o", str(dossier / "build")]) == 0
    path = dossier / "build" / NAME / f"{NAME}-statement.en.pdf"
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) == 3
    assert "Sources" in pages[2]
    assert "mayor" not in pages[1]
