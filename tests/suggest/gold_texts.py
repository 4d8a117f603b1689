"""The texts that suggestions are measured on, each with its list and its record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from measure import read_gold

from report.documents.store import find_texts
from report.documents.text import ExtractedText, paragraphs_of
from report.dossier.folder import DiskFolder
from report.dossier.reader import read_dossier
from report.model.dates import PartialDate
from report.model.document import Custody, Document, Name
from report.model.place import Place
from report.model.problem import Problems

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BUNDLED = ROOT / "seeds" / "kazakhstan-january-2022"
FULL_TEXTS = ROOT.parent / "shared" / "seeds"
Text = tuple[dict[str, Any], Document, ExtractedText]


def five_documents() -> list[Text]:
    """Return the five documents of the bundled dossier; none where their texts are not held."""
    folder = DiskFolder(BUNDLED)
    dossier = read_dossier(folder).dossier
    if dossier is None or not FULL_TEXTS.is_dir():
        return []
    texts = find_texts(dossier.documents, folder, (DiskFolder(FULL_TEXTS),), Problems())
    found = []
    for document in dossier.documents:
        full = texts[document.id].full
        if full is not None:
            found.append((read_gold(HERE / "gold" / f"{document.id}.yaml"), document, full))
    return found


def unseen_documents() -> list[Text]:
    """Return the invented articles, made after the rules."""
    found = []
    for path in sorted((HERE / "unseen").glob("*.txt")):
        gold = read_gold(path.with_suffix(".yaml"))
        text = path.read_text("utf-8")
        found.append(
            (gold, record(path.stem, text, gold), ExtractedText(text, paragraphs_of(text)))
        )
    return found


def by_set(texts: Iterable[Text]) -> dict[str, list[Text]]:
    """Return the articles by the set that they were written in."""
    sets: dict[str, list[Text]] = {}
    for text in texts:
        sets.setdefault(text[0].get("set", "1"), []).append(text)
    return sets


def record(name: str, text: str, gold: dict[str, Any]) -> Document:
    """Make the record of an invented article out of its list."""
    issued = gold.get("issued")
    return Document(
        id=name,
        place=Place(f"documents/{name}.yaml"),
        type=gold.get("type", "article-newspaper"),
        language=gold.get("language", "en"),
        custody=Custody(hashlib.sha256(text.encode()).hexdigest()),
        title=gold.get("title", name),
        author=tuple(Name(literal=one) for one in gold.get("author", ())),
        container_title=gold.get("container-title", ""),
        issued=PartialDate.parse(issued) if issued else None,
    )
