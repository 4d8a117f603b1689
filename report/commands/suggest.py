"""`report suggest`: what the documents hold, proposed with exact passages, never taken over.

Documents are read two at a time. What was read is written now and then, so that the same command
goes on where an interruption stopped it; a document that was read under the same rules is not read
again.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from report.commands.assisting import Assisting, open_assistant
from report.commands.guarding import guard
from report.commands.suggesting import Bench, open_bench
from report.commands.telling import Answer, Progress, counted, say, tell_problems
from report.documents.store import each_text
from report.documents.text import ExtractedText
from report.model.document import Document
from report.model.meant import meant
from report.model.place import Place
from report.model.problem import Problem, Problems, Stop, problem
from report.suggest.drawing import Drawn, draw
from report.suggest.reading_mark import mark_of
from report.suggest.store import FILE
from report.suggest.suggestion import BY_ASSISTANT, HANDED_IN, RULED, Suggestion

_IDS = "the ids are the names of the files in documents/"
_FEW = 8  # so few documents are read at once without a second process
_AT_ONCE = 2
_AHEAD = 8  # documents read before what they hold is asked for
_OFTEN = 15.0  # seconds between two writings
_SHARE = 20  # of the time, at most one part in so many goes into writing
Held = tuple[Document, ExtractedText]


@dataclass
class _Run:
    """What a run has found so far."""

    bench: Bench
    total: int
    found: list[Suggestion] = field(default_factory=list)
    unsaved: list[Suggestion] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    refused: int = 0
    read: int = 0
    saved_at: float = field(default_factory=time.monotonic)
    pause: float = _OFTEN

    def add(self, document: Document, found: Sequence[Suggestion], mark: str) -> None:
        """Take in what one document holds; written where the last writing is long ago."""
        self.found.extend(found)
        self.unsaved.extend(found)
        self.marks[str(document.id)] = mark
        self.read += 1
        if time.monotonic() - self.saved_at > self.pause:
            self.save()

    def save(self) -> None:
        """Write what was found since the last writing."""
        started = time.monotonic()
        self.bench.store = self.bench.store.renewed(self.unsaved, self.marks)
        self.bench.save()
        self.unsaved, self.marks = [], {}
        self.saved_at = time.monotonic()
        self.pause = max(_OFTEN, _SHARE * (self.saved_at - started))


def run(options: argparse.Namespace) -> int:
    """Draw suggestions from documents; 0 where it could be done, 1 where nothing could be read."""
    problems = Problems()
    progress = Progress(quiet=options.json)
    assistant = open_assistant(options)
    bench = open_bench(options, problems, reading=False)
    chosen = _chosen(bench, options.names)
    by = options.assistant + " " + options.model if assistant else ""
    marks = {str(document.id): mark_of(document, by) for document in chosen}
    todo = [one for one in chosen if options.again or _is_new(bench, one, marks)]
    going = _Run(bench, len(todo))
    try:
        for document, full, drawn in _drawn(_held(bench, todo, problems), many=len(todo) > _FEW):
            progress.count(going.read, len(todo), f"reading {document.id}")
            found = (*drawn.suggestions, *_handed_in(bench, document, full, drawn, assistant))
            if assistant:
                found += assistant.add(document, full, found, problems)
            going.refused += drawn.refused
            mark = marks[str(document.id)]
            going.add(document, found, assistant.mark(document, mark) if assistant else mark)
    except KeyboardInterrupt:
        going.save()
        again = "the same command goes on where it stopped"
        print(f"\ninterrupted: {going.read} of {len(todo)} read; {again}", file=sys.stderr)  # noqa: T201
        return 130
    going.save()
    progress.done()
    _tell(options, going, problems, len(chosen) - len(todo), assistant)
    return 1 if problems.errors else 0


def _chosen(bench: Bench, names: Sequence[str]) -> list[Document]:
    """Return the documents that are asked for; Stop where one is not there."""
    unknown = [name for name in names if name not in bench.dossier.document_by_id]
    if unknown:
        raise Stop(1, *(_unknown(bench, name) for name in unknown))
    return [one for one in bench.dossier.documents if not names or one.id in names]


def _unknown(bench: Bench, name: str) -> Problem:
    hint = meant(name, bench.dossier.document_by_id, _IDS)
    return problem("suggest-no-document", Place("documents"), id=name, hint=hint)


def _held(bench: Bench, documents: Sequence[Document], problems: Problems) -> Iterator[Held]:
    """Yield the documents with a full text; told are those without one."""
    texts = each_text(documents, bench.folder, bench.further, problems, judged=True)
    for document, full, told in texts:
        problems.extend(told)
        if full is not None:
            yield document, full
        elif not told.errors:
            problems.add("suggest-no-text", document.place, document.id, id=document.id)


def _is_new(bench: Bench, document: Document, marks: dict[str, str]) -> bool:
    return bench.store.read.get(str(document.id)) != marks[str(document.id)]


def _handed_in(
    bench: Bench,
    document: Document,
    full: ExtractedText,
    drawn: Drawn,
    assistant: Assisting | None,
) -> list[Suggestion]:
    """Return what others proposed about a document before, where its words still stand."""
    anew = {BY_ASSISTANT} if assistant else set()
    known = {one.id for one in drawn.suggestions}
    return [
        one
        for one in bench.store.by_document.get(str(document.id), ())
        if one.rule in HANDED_IN - anew
        and one.id not in known
        and one.passage in (words := full.text[one.start : one.end], guard().omitted(words))
    ]


def _drawn(held: Iterator[Held], *, many: bool) -> Iterator[tuple[Document, ExtractedText, Drawn]]:
    """Yield what each document holds, in order; many are read by two processes."""
    if not many:
        yield from ((document, full, draw(document, full)) for document, full in held)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    readers = ProcessPoolExecutor(
        _AT_ONCE, mp_context=get_context("forkserver"), initializer=_leave_interruption
    )
    waiting: deque[tuple[Document, ExtractedText, Future[Drawn]]] = deque()
    try:
        for document, full in held:
            waiting.append((document, full, readers.submit(draw, document, full)))
            if len(waiting) > _AHEAD:
                yield _finished(*waiting.popleft())
        while waiting:
            yield _finished(*waiting.popleft())
    finally:
        readers.shutdown(wait=True, cancel_futures=True)


def _finished(
    document: Document, full: ExtractedText, drawn: Future[Drawn]
) -> tuple[Document, ExtractedText, Drawn]:
    return document, full, drawn.result()


def _leave_interruption() -> None:
    """Let the parent alone end the work: it writes what was found."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _tell(
    options: argparse.Namespace,
    going: _Run,
    problems: Problems,
    as_before: int,
    assistant: Assisting | None,
) -> None:
    store = going.bench.store
    path = going.bench.path / FILE
    new = [one for one in going.found if one.id not in store.decided]
    kinds = Counter(one.kind for one in new)
    if options.json:
        checked: dict[str, object] = {kind.value: kinds[kind] for kind in RULED}
        checked |= {"decided": len(store.decided), "refused": going.refused}
        checked |= {"read": going.read, "read_before": as_before}
        if assistant:
            checked["assistant"] = assistant.counts()
        outputs = ({"path": str(path)},)
        say(Answer(problems, checked, outputs, ok=not problems.errors).as_json())
        return
    tell_problems(problems)
    listed = ", ".join(f"{kinds[kind]} {kind.value}s" for kind in RULED)
    say(f"proposed: {listed}")
    if as_before:
        say(f"read before and not read again: {counted(as_before, 'document')} (--again reads all)")
    if going.refused:
        say(f"left out: {going.refused} whose passage would cut a negation or a bound")
    if store.decided:
        say(f"decided before and not proposed again: {len(store.decided)}")
    for line in assistant.lines() if assistant else ():
        say(line)
    say(f"{path}: go through it with report review")
