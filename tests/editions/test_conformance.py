"""Every screen edition in every language, before the reference validator: no finding at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
from bundled import LANGS
from verapdf import findings

SCREEN = ("brief", "handout", "factsheet")


def test_screen_editions_are_pdf_a_3a_and_pdf_ua_1(screen_edition: Callable[..., Path]) -> None:
    """One file keeps both standards; what it carries is associated with it."""
    files = [screen_edition(edition, lang) for edition in SCREEN for lang in LANGS]
    assert findings(files, ("3a", "ua1")) == []
    for file in files:
        with pikepdf.open(file) as pdf:
            associated = [str(one.UF) for one in pdf.Root.AF]
            assert associated == sorted(pdf.attachments) == ["evidence.json", "references.json"]
