"""Every screen edition in every language, before the reference validator: no finding at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from bundled import LANGS, SCREEN
from verapdf import findings


@pytest.mark.parametrize(
    ("conformance", "flavours"),
    [("a3a-ua1", ("3a", "ua1")), ("a4f-ua2", ("4f", "ua2", "wt1a"))],
)
def test_screen_editions_keep_their_standards(
    conformance: str, flavours: tuple[str, ...], screen_edition: Callable[..., Path]
) -> None:
    """One file is for archives and for those who do not see it; what it carries is associated."""
    files = [screen_edition(edition, lang, conformance) for edition in SCREEN for lang in LANGS]
    assert findings(files, flavours) == []
    for file in files:
        with pikepdf.open(file) as pdf:
            associated = [str(one.UF) for one in pdf.Root.AF]
            assert associated == sorted(pdf.attachments)
            assert {"evidence.json", "references.json"} <= set(associated)
