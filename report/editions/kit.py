"""The files of a session kit → the page that says what each is for."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from report.editions.interface import N_
from report.editions.look import Look
from report.editions.rendering import render
from report.translation.language_data import read_language_data

LOOK = Look(sheets=("tokens", "web"))
# In the order of the page: what is handed over first stands first.
PURPOSES = {
    "brief": N_("The brief, for reading and printing; its evidence is attached to it"),
    "handout": N_("The handout: one sheet, two pages"),
    "factsheet": N_("The factsheet: one page, one theme"),
    "statement": N_("The oral statement: for the speaker, and for the interpreters"),
    "submission": N_("The submission, a Word file as the body asks for"),
    "web": N_("The brief as one page for the web"),
    "booklet": N_("The brief as a booklet: print both sides of A4, fold, staple"),
    "press": N_("The brief for the print shop"),
}


@dataclass(frozen=True)
class Item:
    """A file of the kit: its edition and language, pages where it has any, size in bytes."""

    path: str
    edition: str
    lang: str
    pages: int | None
    size: int

    @property
    def language(self) -> str:
        """The language's own name."""
        return read_language_data(self.lang).name


def contents_page(
    lang: str, title: str, items: Sequence[Item], data: Sequence[tuple[str, int]]
) -> str:
    """Return the page, in the dossier's language; `data` are the evidence and references."""
    css = "".join(LOOK.css())
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    groups = [
        (purpose, [one for one in items if one.edition == edition])
        for edition, purpose in PURPOSES.items()
    ]
    return render(
        "web/kit.html.j2",
        lang,
        LOOK,
        page_lang=lang,
        title=title,
        groups=[(purpose, found) for purpose, found in groups if found],
        data=data,
        css=Markup(css),  # noqa: S704  our own sheets
        css_hash=f"sha256-{digest}",
    )
