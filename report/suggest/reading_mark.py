"""A document and the rules → a mark: what was read under the same mark need not be read again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from report.model.document import Document

_PACKAGE = Path(__file__).resolve().parent.parent


def mark_of(document: Document, assistant: str = "") -> str:
    """Return 16 hexadecimal digits; other ones where the document, its record or a rule changed."""
    names = [f"{name.literal}/{name.family}/{name.given}" for name in document.author]
    parts = (
        document.custody.sha256,
        document.language,
        document.type,
        str(document.issued),
        document.container_title,
        document.publisher,
        *names,
        assistant,
        _rules(),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def _rules() -> str:
    """Return a digest of the rules themselves, words and code."""
    digest = hashlib.sha256()
    for folder in ("suggest", "evidence", "documents"):
        for path in sorted((_PACKAGE / folder).rglob("*")):
            if path.suffix in (".py", ".yaml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()
