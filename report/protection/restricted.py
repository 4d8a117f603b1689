"""A dossier → the dossier without what is restricted: what a public edition is made of.

A restricted finding goes with its figures, the documents that only it rests on, and the measures
that only it counts. A text that stays and points at it is a problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from report.evidence.printed import PrintedText, printed_texts
from report.model.document import Document
from report.model.dossier import Dossier, Section, Sheet
from report.model.finding import Finding
from report.model.problem import Problems


def without_restricted(dossier: Dossier) -> Dossier:
    """Return what of a dossier is public; the very same where nothing is restricted."""
    kept = tuple(one for one in dossier.findings if not one.restricted)
    if len(kept) == len(dossier.findings):
        return dossier
    gone = _ids(one for one in dossier.findings if one.restricted)
    measures = {str(figure.measure) for one in kept for figure in one.figures}
    counted = {str(figure.measure) for one in dossier.findings for figure in one.figures}
    measures |= {str(one.id) for one in dossier.measures} - counted
    public = replace(
        dossier,
        findings=kept,
        sections=tuple(_section(one, gone, measures) for one in dossier.sections),
        recommendations=tuple(
            replace(one, rests_on=_without(one.rests_on, gone)) for one in dossier.recommendations
        ),
        measures=tuple(one for one in dossier.measures if str(one.id) in measures),
        key_figures=_without(dossier.key_figures, gone),
        handout=_sheet(dossier.handout, gone),
        factsheet=_sheet(dossier.factsheet, gone),
    )
    return replace(public, documents=tuple(_documents(dossier, public)))


def _ids(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the ids of findings and of their figures."""
    return frozenset(
        str(name) for one in findings for name in (one.id, *(figure.id for figure in one.figures))
    )


def _without(names: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if str(name) not in gone)


def _section(section: Section, gone: frozenset[str], measures: set[str]) -> Section:
    charts = tuple(name for name in section.charts if str(name) in measures)
    return replace(section, findings=_without(section.findings, gone), charts=charts)


def _sheet(sheet: Sheet, gone: frozenset[str]) -> Sheet:
    findings, figures = _without(sheet.findings, gone), _without(sheet.figures, gone)
    return replace(sheet, findings=findings, figures=figures)


def _documents(whole: Dossier, public: Dossier) -> Iterator[Document]:
    """Yield the documents but for those that restricted findings alone rest on or cite."""
    used = {str(one.document_id) for one in whole.all_evidence}
    used |= _cited(printed_texts(whole))
    needed = {str(one.document_id) for one in public.all_evidence}
    needed |= _cited(printed_texts(public))
    for document in whole.documents:
        if str(document.id) in needed or str(document.id) not in used:
            yield document


def _cited(texts: Iterable[PrintedText]) -> set[str]:
    return {name for text in texts for part in text.paragraphs for _, name in part.citations}


def check_restricted(whole: Dossier, public: Dossier, problems: Problems) -> None:
    """Add restricted-cited and restricted-alone for what a public edition cannot print."""
    if public is whole:
        return
    gone = _ids(one for one in whole.findings if one.restricted)
    for text in printed_texts(public):
        marks = {name for part in text.paragraphs for _, name in (*part.citations, *part.figures)}
        for name in sorted(marks & gone):
            place = text.place
            problems.add("restricted-cited", place, text.subject, id=name)
    for section, before in zip(public.sections, whole.sections, strict=True):
        for quote in section.pull_quotes:
            if str(quote.after) in gone:
                problems.add("restricted-cited", quote.evidence.place, id=quote.after)
        if before.findings and not section.findings and not section.text:
            problems.add("restricted-alone", section.place, heading=section.heading)
