"""What a file says of itself, its bookmarks and pictures included, is in the language it prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

CYRILLIC = re.compile("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]")
# Names, and the formats and sums that are called so everywhere.
NAMES = re.compile(r"UN Watch|CNSNews\.com|Freedom House|Report|CSL-JSON|SHA-256")
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def said(pdf: pikepdf.Pdf) -> list[str]:
    """Return the metadata, descriptions of attachments, bookmarks and texts for pictures."""
    texts = [str(pdf.docinfo[key]) for key in ("/Title", "/Subject", "/Author")]
    with pdf.open_metadata() as metadata:
        texts += [str(metadata[key]) for key in ("dc:title", "dc:description")]
    with pdf.open_outline() as outline:
        entries = list(outline.root)
        while entries:
            entry = entries.pop()
            texts.append(str(entry.title))
            entries += entry.children
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary):
            texts += [str(one[key]) for key in ("/Alt",) if key in one]
            if one.get("/Type") == "/Filespec":
                texts.append(str(one.Desc))
    return texts


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_file_speaks_its_language(lang: str, screen_edition: Callable[..., Path]) -> None:
    """No field, description, bookmark or text alternative holds an English word but names."""
    with pikepdf.open(screen_edition("factsheet", lang)) as pdf:
        assert pdf.Root.Lang == lang
        texts = said(pdf)
    assert len(texts) > 8
    assert [text for text in texts if not CYRILLIC.search(text)] == []
    assert [text for text in texts if ENGLISH.search(NAMES.sub("", text))] == []
