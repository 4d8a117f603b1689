"""A dossier laid out for its suggestions: what `suggest`, `review`, `accept`, `reject` work on."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from report.commands.chain import World, check
from report.commands.guarding import guard
from report.commands.opening import open_dossier, open_folders
from report.commands.publishing import hand_out, write_file
from report.commands.taking_over import TakingOver
from report.documents.store import DocumentText, find_texts
from report.documents.text import ExtractedText
from report.dossier.folder import DiskFolder, Folder
from report.dossier.inserting import CannotInsert, with_item, with_value
from report.dossier.reader import DOSSIER_FILE, FINDINGS_FILE, MAX_YAML, read_dossier
from report.evidence.source import Source
from report.evidence.verify import verify
from report.model.dossier import Dossier
from report.model.place import Place
from report.model.problem import Problem, Problems, Severity, Stop, problem
from report.suggest.entry import FINDINGS
from report.suggest.store import FILE, Decision, Store, read_store, write_store
from report.suggest.suggestion import Suggestion


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


@dataclass(frozen=True)
class _Step:
    """A decision of this run: the files that it changed, and the suggestions before it."""

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    store: Store


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
    _steps: list[_Step] = field(default_factory=list)

    def full_text(self, document_id: str) -> ExtractedText | None:
        """Return the text of a document that is held in full."""
        held = self.texts.get(document_id)
        return held.full if held else None

    def save(self) -> None:
        """Write suggestions.yaml; it is handed to others too and names no protected person."""
        if guard():
            lang = str(self.dossier.language)
            clear = tuple(_nameless(one, lang) for one in self.store.suggestions)
            self.store = replace(self.store, suggestions=clear)
        hand_out(self.path / FILE, write_store(self.store).encode(), own=True)

    def reject(self, suggestion_id: str, why: str) -> None:
        """Remember that a suggestion was refused, and why."""
        self.suggestion(suggestion_id)
        self._steps.append(_Step({}, {}, self.store))
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

    def accept(self, suggestion: Suggestion, into: str = "", *, apart: bool = False) -> str:
        """Write a suggestion into the findings; return the id of its finding.

        It joins the finding made of its like, unless it is to stand `apart` or `into` names one.
        Stop with `suggestion-no-finding`, `suggestion-finding`, `cannot-insert`, a refusal of the
        verifier, or the problems that the dossier would have.
        """
        if suggestion.kind not in FINDINGS:
            kind = suggestion.kind.value
            raise Stop(
                1, problem("suggestion-no-finding", Place(FILE), id=suggestion.id, kind=kind)
            )
        suggestion = self._stands(suggestion)
        document = self.dossier.document_by_id[suggestion.document_id]
        taking = TakingOver(
            suggestion, document, self.dossier, self.store.decided, self._text, apart=apart
        )
        finding_id = taking.into_named(into) if into else taking.into_fitting()
        after = {name: text.encode() for name, text in taking.files.items()}
        self._sound(after)
        before = {name: self.folder.read(name, MAX_YAML) for name in after}
        self._steps.append(_Step(before, after, self.store))
        self.store = self.store.with_decision(suggestion.id, Decision(True, finding_id))
        self._write(after, taking.measured)
        return finding_id

    def undo(self) -> bool:
        """Take the last decision back; False where there is none. Stop with `undo-changed`."""
        if not self._steps:
            return False
        step = self._steps[-1]
        for name, data in step.after.items():
            if self.folder.read(name, MAX_YAML) != data:
                raise Stop(1, problem("undo-changed", Place(name), path=name))
        self._steps.pop()
        self.store = step.store
        self._errors_now = None
        self._write(step.before, "")
        return True

    def write_summary(self, text: str) -> None:
        """Put a summary in the place of the one that there is; Stop as for a suggestion."""
        self._change_settings(lambda old: with_value(old, ("summary",), text))

    def draw(self, section: int, measure: str) -> None:
        """Let a section, counted from 0, draw the figures of a measure; Stop as above."""
        path = ("sections", section, "charts")
        self._change_settings(lambda old: with_item(old, path, measure))

    def _change_settings(self, change: Callable[[str], str]) -> None:
        try:
            after = change(self._text(DOSSIER_FILE)).encode()
        except CannotInsert:
            place = Place(DOSSIER_FILE)
            raise Stop(1, problem("cannot-insert", place, path=DOSSIER_FILE)) from None
        self._sound({DOSSIER_FILE: after})
        self._write({DOSSIER_FILE: after}, "")

    def _write(self, files: Mapping[str, bytes], measured: str) -> None:
        """Write files so that what names a record never stands without it."""
        if measured and FINDINGS_FILE in files:
            write_file(self.path / DOSSIER_FILE, measured.encode())
        for name in (FINDINGS_FILE, DOSSIER_FILE):
            if name in files:
                write_file(self.path / name, files[name])
        self.save()
        read = read_dossier(self.folder)
        self.dossier = read.dossier or self.dossier

    def _stands(self, suggestion: Suggestion) -> Suggestion:
        """Return a suggestion with the true words of its passage, which stand where it says."""
        full = self.full_text(suggestion.document_id)
        document = self.dossier.document_by_id.get(suggestion.document_id)
        if full is None or document is None:
            place = Place(FILE)
            raise Stop(1, problem("suggest-no-text", place, id=suggestion.document_id))
        source = Source(document.id, full.text, paragraphs=full.paragraphs)
        words = full.text[suggestion.start : suggestion.end]
        if guard().omitted(words) == suggestion.passage:
            suggestion = replace(suggestion, passage=words)
        verdict = verify(suggestion.passage, source, near=(suggestion.start, suggestion.end))
        if not verdict.accepted:
            raise Stop(1, verdict.problem(Place(FILE), suggestion.id, document.name))
        return suggestion

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
        check(World(folder, self.further, guard()), (), problems, self.texts)
        return [p for p in problems if p.severity is Severity.ERROR]


def open_bench(options: argparse.Namespace, problems: Problems, *, reading: bool = True) -> Bench:
    """Open the dossier that the command line names; Stop where it cannot be worked on.

    Without `reading` no text is read: the bench knows the records alone.
    """
    further = open_folders(options.dossier, *options.documents)[1:]
    folder, dossier = open_dossier(options.dossier)
    found = Problems()
    documents = dossier.documents if reading else ()
    texts = find_texts(documents, folder, further, found, judged=True)
    problems.extend(p for p in found if p.code != "document-not-held")
    store = read_store(folder, problems)
    if problems.errors:
        raise Stop(1, *problems)
    return Bench(options.dossier, folder, further, dossier, texts, store)


def _nameless(suggestion: Suggestion, lang: str) -> Suggestion:
    """Return a suggestion without names: marks in its passage, pseudonyms in what is said of it."""
    fields = {
        name: guard().as_pseudonyms(value, lang, bracketed=False)
        for name, value in suggestion.fields.items()
    }
    return replace(suggestion, passage=guard().omitted(suggestion.passage), fields=fields)


def edited(suggestion: Suggestion, fields: Mapping[str, str]) -> Suggestion:
    """Return a suggestion with some of its fields in other words; never its passage."""
    kept = {name: value for name, value in fields.items() if value}
    return replace(suggestion, fields={**suggestion.fields, **kept})
