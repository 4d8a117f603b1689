"""`report annotations`: passages as W3C web annotations, handed out and taken in.

What comes in becomes a suggestion, once the verifier has found its words in the document; nothing
goes into the findings by itself.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator

from report.commands.assisting import may_be_sent
from report.commands.chain import Checked, check, world_of
from report.commands.given_file import read_given_file
from report.commands.guarding import guard
from report.commands.publishing import hand_out
from report.commands.suggesting import Bench, open_bench
from report.commands.telling import Answer, counted, say, tell_problems
from report.dossier.folder import MEBIBYTE
from report.evidence.anchoring import anchor
from report.evidence.source import Source
from report.model.document import Document
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.suggest.annotations import (
    AROUND,
    Highlight,
    Marked,
    Unreadable,
    document_of,
    read_annotations,
    written,
)
from report.suggest.suggestion import BY_ANNOTATION, Suggestion, SuggestionKind, suggestion_id

_WIDE = 400  # characters round a passage that are searched for names before they are cut
_MOST = 32 * MEBIBYTE
_CONFIDENCE = 1.0  # a person marked it
_WHY = {
    "ambiguous": "these words stand there several times, and nothing tells which place is meant",
    "edited": "it leaves words out or changes them",
}


def run(options: argparse.Namespace) -> int:
    """Export or import."""
    return _export(options) if options.action == "export" else _import(options)


# Out


def _export(options: argparse.Namespace) -> int:
    problems = Problems()
    checked = check(world_of(options), (), problems)
    if checked is None:
        raise Stop(1, *problems)
    passages = list(_passages(checked))
    text = written(str(checked.dossier.title), passages)
    if options.output is None:
        say(text.rstrip("\n"))
    else:
        hand_out(options.output, text.encode())
        say(f"{options.output}: {counted(len(passages), 'annotation')}")
    return 0


def _passages(checked: Checked) -> Iterator[Marked]:
    """Yield what is quoted and what was recorded, each stretch once, in order."""
    about: dict[tuple[str, int, int], dict[str, str]] = defaultdict(dict)
    texts: dict[tuple[str, int, int], str] = {}
    for one in checked.register.quotations:
        if one.verdict.accepted and one.verdict.start >= 0:
            key = (str(one.verdict.document_id), one.verdict.start, one.verdict.end)
            texts[key] = one.verdict.passage
            if one.subject:
                about[key].setdefault(str(one.subject), "")
    for document in checked.dossier.documents:
        for passage in (document.passages or {}).values():
            texts.setdefault((str(document.id), passage.start, passage.end), str(passage.text))
    for document in checked.dossier.documents:
        if not may_be_sent(document):
            continue
        held = checked.texts.get(document.id)
        full = held.full.text if held and held.full else ""
        for key in sorted(key for key in texts if key[0] == document.id):
            _, start, end = key
            words = full[start:end] or texts[key]
            if guard().named_in(words):
                continue  # without its words it could not be found again
            before = _nameless(full[max(0, start - _WIDE) : start])[-AROUND:]
            behind = _nameless(full[end : end + _WIDE])[:AROUND]
            yield Marked(document, start, end, words, before, behind, tuple(about[key]))


def _nameless(text: str) -> str:
    return guard().omitted(text)


# In


def _import(options: argparse.Namespace) -> int:
    problems = Problems()
    bench = open_bench(options, problems)
    place = Place(str(options.file))
    try:
        text = read_given_file(options.file, _MOST).decode("utf-8-sig")
        highlights = read_annotations(text)
    except UnicodeDecodeError:
        raise Stop(1, problem("wrong-encoding", place, path=options.file)) from None
    except Unreadable as why:
        found = problem("annotations-unread", place, path=options.file, why=str(why))
        raise Stop(1, found) from None
    taken = _Taking(bench, place, problems)
    for highlight in highlights:
        taken.take(highlight, options.document)
    bench.store = bench.store.with_suggestions(taken.suggestions)
    bench.save()
    _tell(options, taken, len(highlights))
    return 0


class _Taking:
    """Takes highlights in, one after another."""

    def __init__(self, bench: Bench, place: Place, problems: Problems) -> None:
        self.bench, self.place, self.problems = bench, place, problems
        self.suggestions: list[Suggestion] = []
        self.known = 0
        self._sources: dict[str, Source] = {}
        self._ids = {*bench.store.by_id, *bench.store.decided}

    def take(self, highlight: Highlight, document_id: str) -> None:
        """Make a suggestion of a highlight, or say why there is none."""
        document = self._document(highlight, document_id)
        if document is None:
            name = next(iter(highlight.sources), "")[:200]
            self.problems.add("annotation-document", self.place, name=name)
            return
        source = self._source(document)
        if source is None:
            self.problems.add("suggest-no-text", document.place, document.id, id=document.id)
            return
        found = anchor(
            highlight.words,
            source,
            near=highlight.near,
            before=highlight.before,
            behind=highlight.behind,
        )
        if found.span is None:
            why = _WHY.get(found.why, "")
            if not why and found.verdict is not None:
                why = found.verdict.problem(self.place).message
            quote = " ".join(highlight.words.split())[:100]
            words = {"quote": quote, "id": document.id, "why": why}
            self.problems.add("annotation-refused", self.place, document.id, **words)
            return
        self._suggest(document, source, found.span, highlight.note)

    def _document(self, highlight: Highlight, document_id: str) -> Document | None:
        if document_id:
            return self.bench.dossier.document_by_id.get(document_id)
        return document_of(highlight, self.bench.dossier.documents)

    def _source(self, document: Document) -> Source | None:
        full = self.bench.full_text(document.id)
        if full is not None and document.id not in self._sources:
            made = Source(document.id, full.text, paragraphs=full.paragraphs)
            self._sources[document.id] = made
        return self._sources.get(document.id)

    def _suggest(
        self, document: Document, source: Source, span: tuple[int, int], note: str
    ) -> None:
        kind = SuggestionKind.HIGHLIGHT
        name = suggestion_id(kind, document.id, *span)
        if name in self._ids:
            self.known += 1
            return
        self._ids.add(name)
        start, end = span
        self.suggestions.append(
            Suggestion(
                id=name,
                document_id=str(document.id),
                kind=kind,
                paragraph=source.paragraph_at(start),
                start=start,
                end=end,
                passage=source.text[start:end],
                mark=span,
                rule=BY_ANNOTATION,
                confidence=_CONFIDENCE,
                fields={"note": note} if note else {},
            )
        )


def _tell(options: argparse.Namespace, taken: _Taking, total: int) -> None:
    made = len(taken.suggestions)
    if options.json:
        outputs = tuple({"id": one.id, "document": one.document_id} for one in taken.suggestions)
        counts = {"annotations": total, "suggested": made, "known": taken.known}
        say(Answer(taken.problems, counts, outputs).as_json())
        return
    tell_problems(taken.problems)
    say(f"annotations: {total}, suggested: {made}, known before: {taken.known}")
    if made:
        say("go through them with report review")
