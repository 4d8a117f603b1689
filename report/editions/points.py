"""Figures and their series → the points and charts of an edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from report.dossier.vocabulary import rights
from report.editions.context import Chart, Link, Point, Right
from report.editions.material import Material
from report.editions.wording import Wording
from report.evidence.series import Series
from report.model.finding import Figure, Finding, Range
from report.translation.typography import bind_spaces

_NO_DATE = (9999, 0, 0)
Links = Mapping[str, tuple[Link, ...]]


def point(figure: Figure, material: Material, wording: Wording, links: Links) -> Point:
    """Return a figure as its source gave it. `links` are the paragraphs of each finding."""
    texts, key = material.texts, f"figures/{figure.id}"
    value = figure.value
    upper = value.end if isinstance(value, Range) else value
    finding = material.dossier.finding_of_figure[figure.id]
    when = figure.date
    return Point(
        value=wording.figure(figure),
        as_of=wording.date(when),
        source=texts.name("speakers", figure.attributed_to),
        counts=texts.line(f"{key}/counts"),
        bound=figure.bound,
        order=when.sort_key if when else _NO_DATE,
        magnitude=float(upper) if isinstance(upper, Decimal) else None,
        lower=float(value.start) if isinstance(value, Range) else None,
        where=texts.name("places", figure.where),
        verified=figure.verified,
        note=texts.line(f"{key}/note"),
        paragraphs=links.get(finding.id, ()),
        documents=document_links(material, (e.document_id for e in figure.evidence)),
    )


def rights_of(finding: Finding, lang: str) -> tuple[Right, ...]:
    """Return the rights that a finding concerns, in a language."""
    vocabulary = rights()
    return tuple(
        Right(bind_spaces(right.name[lang], lang), bind_spaces(right.reference[lang], lang))
        for right in (vocabulary[name] for name in finding.rights)
    )


def document_links(material: Material, ids: Iterable[str]) -> tuple[Link, ...]:
    """Return links to documents of the list, each once, in the order of the list."""
    wanted = set(ids)
    numbered = enumerate(material.dossier.documents, 1)
    return tuple(
        Link(f"D{number}", f"document-{document.id}")
        for number, document in numbered
        if document.id in wanted
    )


def charts(
    measures: Sequence[str], first: int, material: Material, wording: Wording, links: Links
) -> tuple[Chart, ...]:
    """Return the charts of measures, numbered from `first`."""
    found = [material.series[measure] for measure in measures if measure in material.series]
    return tuple(
        _chart(series, first + index, material, wording, links)
        for index, series in enumerate(found)
    )


def _chart(
    series: Series, number: int, material: Material, wording: Wording, links: Links
) -> Chart:
    letters = {
        figure.id: chr(ord("A") + index)
        for index, conflict in enumerate(series.conflicts)
        for figure in conflict.figures
    }
    points = []
    for figure in series.points:
        made = point(figure, material, wording, links)
        points.append(_with_conflict(made, letters.get(figure.id, "")))
    points.sort(key=lambda one: one.order)
    return Chart(
        number=str(number),
        anchor=f"chart-{series.measure}",
        title=material.texts.line(f"measures/{series.measure}/label"),
        points=tuple(points),
        conflicts=tuple(
            _conflict(series, index, wording) for index in range(len(series.conflicts))
        ),
        ticks=tuple((float(tick), wording.number(tick)) for tick in _ticks(points)),
    )


def _ticks(points: Sequence[Point]) -> range:
    """Return nought and up to five round numbers as far as the largest, for a scale."""
    most = int(max((point.magnitude or 0.0 for point in points), default=0.0))
    noughts = 10 ** max(len(str(most)) - 2, 0)
    step = next(n * noughts for n in (1, 2, 5, 10, 20, 50) if n * noughts * 5 >= most)
    return range(0, most + 1, step) if most else range(0)


def _with_conflict(one: Point, letter: str) -> Point:
    return replace(one, conflict=letter) if letter else one


def _conflict(series: Series, index: int, wording: Wording) -> str:
    figures = series.conflicts[index].figures
    values = wording.listed(dict.fromkeys(wording.figure(figure) for figure in figures))
    return wording.say(
        "%(letter)s: for the same date and place different numbers are given: %(values)s.",
        letter=chr(ord("A") + index),
        values=values,
    )
