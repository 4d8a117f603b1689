"""A dossier laid out for its suggestions: what `suggest`, `review`, `accept`, `reject` work on."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from report.commands.chain import World, check
from report.commands.publishing import write_file
from report.documents.store import DocumentText, find_texts
from report.documents.text import ExtractedText
from report.dossier.folder import DiskFolder, Folder
from report.dossier.inserting import CannotInsert, with_entry, with_item
from report.dossier.reader import FINDINGS_FILE, MAX_YAML, read_dossier
from report.evidence.source import Source
from report.evidence.verify import verify
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problem, Problems, Severity, Stop, problem
from report.suggest.entry import (
    FINDINGS,
    evidence_of,
    figure_of,
    finding_of,
    measure_label,
    measure_of,
)
from report.suggest.store import FILE, Decision, Store, read_store, write_store
from report.suggest.suggestion import Suggestion, SuggestionKind

DOSSIER_FILE = "dossier.yaml"


@dataclass(frozen=True)
class Overlay:
    """A folder in which some files have other contents: what a change would make of it."""

    folder: Folder
    files: Mapping[str, bytes]

    def read(self, path: str, limit: int) -> bytes:
        """Return the bytes of a file as they would be."""
        return self.files[path] if path in self.files else self.folder.read(path, limit)

    def names(self, path: str = "") -> list[str]:
        """Return the names of the files in a folder within."""
        return self.folder.names(path)


@dataclass
class Bench:
    """A dossier with its texts and suggestions; changes are written at once, whole or not."""

    path: Path
    folder: DiskFolder
    further: tuple[Folder, ...]
    dossier: Dossier
    texts: Mapping[str, DocumentText]
    store: Store
    _errors_now: list[Problem] | None = None

    def full_text(self, document_id: str) -> ExtractedText | None:
        """Return the text of a document that is held in full."""
        held = self.texts.get(document_id)
        return held.full if held else None

    def save(self) -> None:
        """Write suggestions.yaml."""
        write_file(self.path / FILE, write_store(self.store).encode())

    def reject(self, suggestion_id: str, why: str) -> None:
        """Remember that a suggestion was refused, and why."""
        self.suggestion(suggestion_id)
        self.store = self.store.with_decision(suggestion_id, Decision(False, why=why))
        self.save()

    def suggestion(self, suggestion_id: str) -> Suggestion:
        """Return an open suggestion; Stop with `suggestion-unknown` or `suggestion-decided`."""
        found = self.store.by_id.get(suggestion_id)
        if found is not None:
            return found
        decision = self.store.decided.get(suggestion_id)
        if decision is None:
            raise Stop(1, problem("suggestion-unknown", Place(FILE), id=suggestion_id))
        how = f"taken into “{decision.finding}”" if decision.accepted else "refused"
        raise Stop(1, problem("suggestion-decided", Place(FILE), id=suggestion_id, how=how))

    # Taking over

    def accept(self, suggestion: Suggestion, into: str = "") -> str:
        """Write a suggestion into the findings; return the id of its finding.

        Stop with `suggestion-no-finding`, `suggestion-finding`, `cannot-insert`, a refusal of the
        verifier, or the problems that the dossier would have.
        """
        if suggestion.kind not in FINDINGS:
            kind = suggestion.kind.value
            raise Stop(
                1, problem("suggestion-no-finding", Place(FILE), id=suggestion.id, kind=kind)
            )
        self._stands(suggestion)
        files, finding_id = self._changed(suggestion, into)
        self._sound(files)
        self.store = self.store.with_decision(suggestion.id, Decision(True, finding_id))
        for name in (DOSSIER_FILE, FINDINGS_FILE):
            if name in files:
                write_file(self.path / name, files[name])
        self.save()
        read = read_dossier(self.folder)
        self.dossier = read.dossier or self.dossier
        return finding_id

    def _stands(self, suggestion: Suggestion) -> None:
        full = self.full_text(suggestion.document_id)
        document = self.dossier.document_by_id.get(suggestion.document_id)
        if full is None or document is None:
            place = Place(FILE)
            raise Stop(1, problem("suggest-no-text", place, id=suggestion.document_id))
        source = Source(document.id, full.text, paragraphs=full.paragraphs)
        verdict = verify(suggestion.passage, source, near=(suggestion.start, suggestion.end))
        if not verdict.accepted:
            raise Stop(1, verdict.problem(Place(FILE), suggestion.id, document.name))

    def _changed(self, suggestion: Suggestion, into: str) -> tuple[dict[str, bytes], str]:
        """Return the files as they would be, and the id of the finding."""
        document = self.dossier.document_by_id[suggestion.document_id]
        taken = self._ids()
        files: dict[str, bytes] = {}
        path = FINDINGS_FILE
        try:
            findings = self._text(FINDINGS_FILE)
            if into:
                at = self._index(into)
                if suggestion.kind is SuggestionKind.FIGURE:
                    figure = figure_of(suggestion, document, taken)
                    findings = with_item(findings, (at, "figures"), figure)
                else:
                    row = evidence_of(suggestion, document)
                    findings = with_item(findings, (at, "evidence"), row)
                finding_id = into
            else:
                finding = finding_of(suggestion, document, taken)
                finding_id = finding["id"]
                findings = with_item(findings, (), finding)
            files[FINDINGS_FILE] = findings.encode()
            path = DOSSIER_FILE
            settings = self._settings(suggestion, "" if into else finding_id)
        except CannotInsert:
            raise Stop(1, problem("cannot-insert", Place(path), path=path)) from None
        if settings is not None:
            files[DOSSIER_FILE] = settings.encode()
        return files, finding_id

    def _settings(self, suggestion: Suggestion, placed: str) -> str | None:
        """Return dossier.yaml with a new measure declared and a new finding in the last section."""
        before = after = self._text(DOSSIER_FILE)
        if suggestion.kind is SuggestionKind.FIGURE:
            measure = measure_of(suggestion)
            if measure not in self.dossier.measure_by_id:
                label = {"label": measure_label(suggestion)}
                after = with_entry(after, ("measures",), measure, label)
        if placed and self.dossier.sections:
            last = len(self.dossier.sections) - 1
            after = with_item(after, ("sections", last, "findings"), placed)
        return after if after != before else None

    def _index(self, finding_id: str) -> int:
        ids = [str(finding.id) for finding in self.dossier.findings]
        if finding_id not in ids:
            raise Stop(1, problem("suggestion-finding", Place(FINDINGS_FILE), id=finding_id))
        return ids.index(finding_id)

    def _ids(self) -> set[str]:
        dossier = self.dossier
        calls = {str(call.id) for call in dossier.recommendations}
        tables = (dossier.document_by_id, dossier.finding_by_id, dossier.figure_by_id)
        return calls | {str(name) for table in tables for name in table} | set(dossier.unread)

    def _text(self, name: str) -> str:
        return self.folder.read(name, MAX_YAML).decode("utf-8-sig").replace("\r\n", "\n")

    def _sound(self, files: Mapping[str, bytes]) -> None:
        """Stop where the dossier would have errors that it has not now."""
        if self._errors_now is None:
            self._errors_now = self._errors(self.folder)
        new = self._errors(Overlay(self.folder, files))
        known = {(p.code, p.subject, p.message) for p in self._errors_now}
        fresh = [p for p in new if (p.code, p.subject, p.message) not in known]
        if fresh:
            raise Stop(1, *fresh)
        self._errors_now = new

    def _errors(self, folder: Folder) -> list[Problem]:
        problems = Problems()
        check(World(folder, self.further), (), problems)
        return [p for p in problems if p.severity is Severity.ERROR]


def open_bench(options: argparse.Namespace, problems: Problems) -> Bench:
    """Open the dossier that the command line names; Stop where it cannot be worked on."""
    missing = [path for path in (options.dossier, *options.documents) if not path.is_dir()]
    if missing:
        raise Stop(2, *(problem("no-folder", Place(str(path)), path=path) for path in missing))
    folder = DiskFolder(options.dossier)
    further = tuple(DiskFolder(path) for path in options.documents)
    read = read_dossier(folder)
    if read.dossier is None:
        raise Stop(1, *read.problems)
    found = Problems()
    texts = find_texts(read.dossier.documents, folder, further, found)
    problems.extend(p for p in found if p.code != "document-not-held")
    store = read_store(folder, problems)
    if problems.errors:
        raise Stop(1, *problems)
    return Bench(options.dossier, folder, further, read.dossier, texts, store)


def edited(suggestion: Suggestion, fields: Mapping[str, str]) -> Suggestion:
    """Return a suggestion with some of its fields in other words; never its passage."""
    kept = {name: value for name, value in fields.items() if value}
    return replace(suggestion, fields={**suggestion.fields, **kept})
