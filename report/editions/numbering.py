"""The numbers that editions share: of the notes with their words, and of the brief's paragraphs.

A short edition points at the paragraphs of the brief by the same numbers that the brief prints.
"""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from report.citations.notes import Notes
from report.editions.citing import Citing, NotePlan
from report.editions.context import Link
from report.editions.material import Material
from report.editions.prose_markup import held
from report.editions.register import references
from report.editions.wording import Wording
from report.model.finding import Figure
from report.translation.bounds import format_counted


def citing_of(material: Material) -> Citing:
    """Return what finds the places that marks point at."""
    paragraphs = {one: place.paragraph for one, place in material.located.items()}
    return Citing(material.dossier, paragraphs)


def make_notes(
    plan: NotePlan, material: Material, wording: Wording
) -> tuple[dict[int, Markup], dict[int, str]]:
    """Return each note by number, as Markup and as plain text."""
    made = Notes(material.style, wording.lang, references(material)).cite(plan.cites)
    html, plain = {}, {}
    for note, figures in zip(made, plan.figures, strict=True):
        remark = _remark(figures, material, wording)
        said = Markup(note.html) + (Markup(" {}").format(remark) if remark else "")  # noqa: S704
        html[note.number] = held(said, wording.lang)
        plain[note.number] = f"{note.plain} {remark}".strip()
    return html, plain


def _remark(figures: tuple[Figure, ...], material: Material, wording: Wording) -> str:
    """Say which figures of the sentence nobody verified, and who gave them."""
    if not figures:
        return ""
    by_source: dict[str, list[str]] = {}
    for figure in figures:
        source = material.texts.name("speakers", figure.attributed_to)
        by_source.setdefault(source, []).append(_counted(figure, material, wording))
    said = "; ".join(f"{wording.listed(values)} ({who})" for who, values in by_source.items())
    return wording.say("Not verified: %(figures)s.", figures=said)


def _counted(figure: Figure, material: Material, wording: Wording) -> str:
    """Print a figure with its unit: a bare number in a note would say nothing."""
    unit = material.texts.line(f"measures/{figure.measure}/unit")
    if unit and isinstance(figure.value, Decimal):
        return format_counted(figure.value, figure.bound, unit, wording.language)
    return wording.figure(figure)


def paragraph_links(material: Material, wording: Wording) -> dict[str, tuple[Link, ...]]:
    """Return the paragraphs of each finding, and the number of each recommendation, by id."""
    number, links = 0, dict[str, tuple[Link, ...]]()
    for index, section in enumerate(material.dossier.sections, 1):
        number += len(material.texts.numbered(f"sections/{index}/text"))
        for name in section.findings:
            keys = material.texts.numbered(f"findings/{name}/statement")
            span = range(number + 1, number + len(keys) + 1)
            links[str(name)] = tuple(Link(wording.number(n), f"p{n}") for n in span)
            number += len(keys)
    for index, call in enumerate(material.dossier.recommendations, 1):
        links[str(call.id)] = (Link(f"R{index}", f"recommendation-{call.id}"),)
    return links
