"""A suggestion that is taken → the new texts of findings.yaml and dossier.yaml, not yet written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from report.dossier.inserting import CannotInsert, with_entry, with_item, with_paragraph
from report.dossier.new_dossier import words_of_its_own
from report.dossier.reader import DOSSIER_FILE, FINDINGS_FILE
from report.model.document import Document
from report.model.dossier import Dossier
from report.model.finding import Finding
from report.model.place import Place
from report.model.problem import Stop, problem
from report.suggest.entry import (
    Manner,
    evidence_of,
    figure_of,
    finding_of,
    measure_label,
    measure_of,
    paragraph_of,
)
from report.suggest.joining import joined_by, made_of, quotes, says
from report.suggest.store import Decision
from report.suggest.suggestion import Suggestion, SuggestionKind
from report.translation.language_data import read_language_data


@dataclass
class TakingOver:
    """One suggestion on its way into a dossier; `files` are the texts that change.

    `apart`: it joins no finding, nor does one that got a heading of its own. `measured` is the text
    of dossier.yaml with a new measure and nothing else that is new.
    """

    suggestion: Suggestion
    document: Document
    dossier: Dossier
    decided: Mapping[str, Decision]
    read: Callable[[str], str]
    apart: bool = False
    files: dict[str, str] = field(default_factory=dict)
    measured: str = ""

    def into_named(self, finding_id: str) -> str:
        """Add evidence or a figure to a finding of the user; Stop with `suggestion-finding`."""
        finding = self.dossier.finding_by_id.get(finding_id)
        if finding is None:
            raise Stop(1, problem("suggestion-finding", Place(FINDINGS_FILE), id=finding_id))
        self._declare_measure()
        if self.suggestion.kind is SuggestionKind.FIGURE:
            self._add_figure(finding)
        else:
            self._add_evidence(finding)
        return finding_id

    def into_fitting(self) -> str:
        """Join the finding made of its like; where there is none, make one."""
        given = (self.suggestion, self.document, self.dossier, self.decided)
        alone = self.apart or self.suggestion.fields.get("heading")
        finding = None if alone else joined_by(*given)
        if finding is None or not self._join(finding):
            return self.into_new()
        return str(finding.id)

    def into_new(self) -> str:
        """Make a finding of its own in the section of its kind."""
        self.files.clear()
        figure = self.suggestion.kind is SuggestionKind.FIGURE
        heading = self._declare_measure() if figure else ""
        finding = finding_of(self.suggestion, self.document, self._ids(), self._manner, heading)
        self._insert(FINDINGS_FILE, lambda text: with_item(text, (), finding))
        if self.dossier.sections:
            path = ("sections", self._section(), "findings")
            self._insert(DOSSIER_FILE, lambda text: with_item(text, path, finding["id"]))
        return str(finding["id"])

    def _join(self, finding: Finding) -> bool:
        """Add to a finding; False where its statement is not laid out for a further paragraph."""
        words = " ".join(self.suggestion.passage.split())
        if not says(finding, self.suggestion.document_id, words):
            paragraph = paragraph_of(self.suggestion, self.document, self._manner)
            path = (self._index(finding), "statement")
            try:
                text = with_paragraph(self._text(FINDINGS_FILE), path, paragraph)
            except CannotInsert:
                return False
            self.files[FINDINGS_FILE] = text
        if self.suggestion.kind is SuggestionKind.FIGURE:
            self._add_figure(finding)
        elif not quotes(finding, self.suggestion.document_id, words):
            self._add_evidence(finding)
        return True

    def _add_figure(self, finding: Finding) -> None:
        figure = figure_of(self.suggestion, self.document, self._ids(), self._manner)
        path = (self._index(finding), "figures")
        self._insert(FINDINGS_FILE, lambda text: with_item(text, path, figure))

    def _add_evidence(self, finding: Finding) -> None:
        row = evidence_of(self.suggestion, self.document)
        path = (self._index(finding), "evidence")
        self._insert(FINDINGS_FILE, lambda text: with_item(text, path, row))

    def _declare_measure(self) -> str:
        """Declare the measure of a figure where it is new; return its label."""
        if self.suggestion.kind is not SuggestionKind.FIGURE:
            return ""
        measure = measure_of(self.suggestion)
        known = self.dossier.measure_by_id.get(measure)
        if known is not None:
            return str(known.label)
        label = measure_label(self.suggestion, words_of_its_own(self._lang)["measures"])
        entry = {"label": label}
        self._insert(DOSSIER_FILE, lambda text: with_entry(text, ("measures",), measure, entry))
        self.measured = self.files[DOSSIER_FILE]
        return label

    def _section(self) -> int:
        """Return the section with findings of this kind, or with its heading; else the last."""
        sections = self.dossier.sections
        for finding in made_of(self.suggestion.kind, self.dossier, self.decided):
            for at, section in enumerate(sections):
                if finding.id in section.findings:
                    return at
        kind = self.suggestion.kind
        placed_as = SuggestionKind.EVENT if kind is SuggestionKind.HIGHLIGHT else kind
        wanted = words_of_its_own(self._lang)["sections"].get(placed_as.value)
        headings = [str(section.heading) for section in sections]
        return headings.index(wanted) if wanted in headings else len(sections) - 1

    @property
    def _manner(self) -> Manner:
        said = words_of_its_own(self._lang)["said"]
        return Manner(read_language_data(self._lang).quotes, **said)

    @property
    def _lang(self) -> str:
        return str(self.dossier.language)

    def _insert(self, name: str, change: Callable[[str], str]) -> None:
        try:
            self.files[name] = change(self._text(name))
        except CannotInsert:
            raise Stop(1, problem("cannot-insert", Place(name), path=name)) from None

    def _text(self, name: str) -> str:
        return self.files[name] if name in self.files else self.read(name)

    def _index(self, finding: Finding) -> int:
        return [str(one.id) for one in self.dossier.findings].index(str(finding.id))

    def _ids(self) -> set[str]:
        dossier = self.dossier
        calls = {str(call.id) for call in dossier.recommendations}
        tables = (dossier.document_by_id, dossier.finding_by_id, dossier.figure_by_id)
        return calls | {str(name) for table in tables for name in table} | set(dossier.unread)
