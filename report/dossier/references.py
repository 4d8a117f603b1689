"""Ids of a dossier: each is unique, each that is named exists."""

from __future__ import annotations

from collections.abc import Iterable

from report.dossier.vocabulary import rights
from report.model.document import Document
from report.model.dossier import Dossier, Recommendation, Section
from report.model.finding import Evidence, Figure, Finding, Wording
from report.model.meant import meant
from report.model.place import Place, read_at
from report.model.problem import Problems


def check_references(dossier: Dossier, problems: Problems) -> None:
    """Add `duplicate-id` and `dangling-reference` problems, and findings that are never printed.

    To name a record that stands in the files but could not be read is not a second mistake.
    """
    _unique(dossier, problems)
    names = _Names(problems, dossier.unread)
    documents = set(dossier.document_by_id)
    measures = set(dossier.measure_by_id)
    findings = set(dossier.finding_by_id)
    for evidence in dossier.all_evidence:
        names.must_be(evidence.document_id, documents, "document", evidence.place)
        _passage(dossier, evidence, problems)
    for finding in dossier.findings:
        names.all_must_be(finding.rights, set(rights()), "right", finding.place)
        for figure in finding.figures:
            names.must_be(figure.measure, measures, "measure", figure.place)
    for section in dossier.sections:
        names.all_must_be(section.findings, findings, "finding", section.place)
        names.all_must_be(section.charts, measures, "measure", section.place)
        _pull_quotes(section, names)
    for call in dossier.recommendations:
        names.all_must_be(call.rests_on, findings, "finding", call.place)
    names.all_must_be(dossier.key_figures, set(dossier.figure_by_id), "figure", dossier.place)
    for sheet in (dossier.handout, dossier.factsheet):
        calls = {str(call.id) for call in dossier.recommendations}
        names.all_must_be(sheet.findings, findings, "finding", sheet.place)
        names.all_must_be(sheet.figures, set(dossier.figure_by_id), "figure", sheet.place)
        names.all_must_be(sheet.asks, calls, "recommendation", sheet.place)
        if sheet.section is not None and not 0 < sheet.section <= len(dossier.sections):
            last = len(dossier.sections)
            problems.add("no-section", sheet.place, number=sheet.section, last=last)
    if submission := dossier.submission:
        calls = {str(call.id) for call in dossier.recommendations}
        names.all_must_be(submission.findings, findings, "finding", submission.place)
        names.all_must_be(submission.recommendations, calls, "recommendation", submission.place)
    _placed_once(dossier, problems)


class _Names:
    def __init__(self, problems: Problems, unread: frozenset[str]) -> None:
        self.problems, self.unread = problems, unread

    def must_be(self, name: str, known: set[str], what: str, otherwise: Place) -> None:
        if name in known or str(name) in self.unread:
            return
        place = read_at(name, otherwise)
        hint = meant(name, known, f"add the {what}, or name another")
        self.problems.add("dangling-reference", place, str(name), what=what, id=name, hint=hint)

    def all_must_be(
        self, named: Iterable[str], known: set[str], what: str, otherwise: Place
    ) -> None:
        for name in named:
            self.must_be(name, known, what, otherwise)


def _pull_quotes(section: Section, names: _Names) -> None:
    """A pull quote stands behind a finding of its own section, and is the speaker's own words."""
    for quote in section.pull_quotes:
        if quote.after:
            own = {str(name) for name in section.findings}
            names.must_be(quote.after, own, "finding of this section", quote.evidence.place)
        if quote.evidence.wording is not Wording.DIRECT:
            place = read_at(quote.evidence.quote, quote.evidence.place)
            names.problems.add("pull-quote-not-direct", place, wording=quote.evidence.wording)


def _passage(dossier: Dossier, evidence: Evidence, problems: Problems) -> None:
    document = dossier.document_by_id.get(evidence.document_id)
    if not evidence.passage or document is None:
        return
    if evidence.passage not in (document.passages or {}):
        place = read_at(evidence.passage, evidence.place)
        hint = f"the passages of {document.id} stand in documents/{document.id}.yaml"
        problems.add(
            "dangling-reference", place, document.id, what="passage", id=evidence.passage, hint=hint
        )


def _unique(dossier: Dossier, problems: Problems) -> None:
    """Documents, findings, figures and recommendations share one name space: a mark names any."""
    seen: dict[str, Place] = {}
    figures = [figure for finding in dossier.findings for figure in finding.figures]
    owners: list[Document | Finding | Figure | Recommendation] = []
    owners += [*dossier.documents, *dossier.findings, *figures, *dossier.recommendations]
    for owner in owners:
        place = read_at(owner.id, owner.place)
        if owner.id in seen:
            problems.add("duplicate-id", place, str(owner.id), id=owner.id, first=seen[owner.id])
        seen.setdefault(str(owner.id), place)


def _placed_once(dossier: Dossier, problems: Problems) -> None:
    placed: dict[str, Place] = {}
    for section in dossier.sections:
        for name in section.findings:
            place = read_at(name, section.place)
            if name in placed:
                problems.add("placed-twice", place, str(name), id=name, first=placed[name])
            placed.setdefault(str(name), place)
    for finding in dossier.findings:
        if finding.id not in placed:
            problems.add("not-placed", finding.place, str(finding.id), id=finding.id)
    unplaced = {str(finding.id) for finding in dossier.findings} - set(placed)
    for call in dossier.recommendations:
        for name in call.rests_on:
            if name in unplaced:
                place = read_at(name, call.place)
                problems.add("rests-on-unprinted", place, str(call.id), id=name)
