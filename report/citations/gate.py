"""A dossier → the problems of its citations: the style that it names, the places in its marks.

Makes no notes: what a style prints is for the editions to see.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from report.citations.locators import read_locator
from report.citations.style import Style, check_style, find_style
from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.dossier.prose import parse_prose
from report.evidence.printed import PrintedText, printed_texts
from report.model.dossier import Dossier
from report.model.place import Place, place_in, read_at
from report.model.problem import Problems, Stop
from report.model.prose import CiteMark, walk


def check_citations(
    dossier: Dossier, folder: Folder, langs: Iterable[str], problems: Problems
) -> None:
    """Check the citation style for each language of a brief, and every mark that names a place.

    Problems: `citation-style-unknown`, `-missing`, `-broken`, `-words` (warning), those of the
    style's file, `citation-locator-unknown`, `locator-of-finding`.
    """
    _check_style(dossier, folder, langs, problems)
    for printed in printed_texts(dossier):
        if printed.prose and "[@" in printed.text:
            _check_marks(printed, dossier, problems)


def _check_style(
    dossier: Dossier, folder: Folder, langs: Iterable[str], problems: Problems
) -> None:
    try:
        style = style_of(dossier, folder)
    except Stop as stop:
        problems.extend(stop.problems)
    else:
        for lang in langs:
            check_style(style, lang, problems)


def style_of(dossier: Dossier, folder: Folder) -> Style:
    """Return the style that the dossier names; Stop (exit code 1) where it cannot be used."""
    name = dossier.citation_style
    place = read_at(name, Place(dossier.place.path))
    try:
        return find_style(str(name), place, lambda path: folder.read(path, MEBIBYTE))
    except Unreadable as unreadable:
        raise Stop(1, replace(unreadable.problem, place=place)) from None


def _check_marks(printed: PrintedText, dossier: Dossier, problems: Problems) -> None:
    for paragraph in parse_prose(printed.text).paragraphs():
        for mark in walk(paragraph.inlines):
            if not isinstance(mark, CiteMark) or not mark.locator:
                continue
            if mark.id in dossier.finding_by_id:
                code = "locator-of-finding"
            elif read_locator(mark.locator) is None:
                code = "citation-locator-unknown"
            else:
                continue
            place = place_in(printed.text, mark.locator, printed.place)
            problems.add(code, place, printed.subject, locator=mark.locator, id=mark.id)
