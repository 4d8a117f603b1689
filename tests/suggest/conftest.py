"""Small articles, and a dossier to work on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from drawer import Drawer
from gold_texts import record

from report.documents.text import ExtractedText, paragraphs_of
from report.suggest.drawing import draw
from report.suggest.suggestion import Suggestion, SuggestionKind

BASE = Path(__file__).parent.parent / "problems" / "base"


@pytest.fixture
def drawn() -> Drawer:
    """Return a function that draws the suggestions of one kind out of a short text."""

    def call(text: str, kind: str, **fields: str) -> list[Suggestion]:
        # A long line says that each line is a paragraph, as in saved pages.
        text = f"{text}\n{'x' * 101}"
        given = {"issued": "2022-01-06", "container-title": "The Paper", **fields}
        document = record("article", text, given)
        found = draw(document, ExtractedText(text, paragraphs_of(text))).suggestions
        return [one for one in found if one.kind is SuggestionKind(kind)]

    return call


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return a copy of the small dossier."""
    return Path(shutil.copytree(BASE, tmp_path / "dossier"))
