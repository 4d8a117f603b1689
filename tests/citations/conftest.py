"""Documents of each kind, and the styles and languages that print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from report.citations.notes import Cite, Notes, NoteText
from report.citations.reference import Reference
from report.citations.style import Style, find_style
from report.model.place import Place

HERE = Place("dossier.yaml", 7, 17)


def _documents() -> tuple[Reference, ...]:
    newspaper = {
        "type": "article-newspaper",
        "title": "UN Human Rights Council Mum on Deadly Violence in Kazakhstan",
        "author": [{"family": "Goodenough", "given": "Patrick"}],
        "container-title": "CNSNews.com",
        "issued": "2022-01-06",
    }
    webpage = {"type": "webpage", "title": "Who Guards the Rights?", "issued": "2022-01"}
    speech = {
        "type": "speech",
        "title": "Kazakhstan Confronted At UN Over Human Rights Abuses",
        "author": [{"literal": "UN Watch"}],
        "publisher": "Mirage.News",
        "genre": "Oral statement",
        "issued": "2025",
    }
    symbol = {
        "type": "report",
        "title": "Mission to Kazakhstan",
        "number": "A/HRC/29/25/Add.2",
        "publisher": "United Nations",
        "URL": "https://undocs.org/A/HRC/29/25/Add.2",
        "issued": "2015-06-16",
        "accessed": "2026-11-20",
    }
    untitled = {"type": "article", "issued": "2022"}
    missing = frozenset({"author", "publisher", "URL"})
    inferred = "inferred: because the text names a day"
    return (
        Reference("paper", newspaper, unknown=frozenset({"publisher", "URL"}), lang="en"),
        Reference("page", webpage, "", missing, inferred, "en"),
        Reference("speech", speech, "", frozenset({"URL"}), "dateline", "en", "en"),
        Reference("symbol", symbol, unknown=frozenset({"author"}), lang="en"),
        Reference("untitled", untitled, "Article on a statement", missing, inferred, "en", "en"),
    )


@pytest.fixture
def documents() -> tuple[Reference, ...]:
    return _documents()


@pytest.fixture
def house() -> Style:
    return find_style("", HERE)


@pytest.fixture
def cite(house: Style) -> Callable[..., tuple[NoteText, ...]]:
    """Print a sequence of notes in a language; a note is a list of citations."""

    def run(
        lang: str,
        *notes: Sequence[Cite],
        items: Sequence[Reference] | None = None,
        style: Style | None = None,
    ) -> tuple[NoteText, ...]:
        return Notes(style or house, lang, items or _documents()).cite(notes)

    return run
