"""`report suggest`: what the documents hold, proposed with exact passages, never taken over."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from report.commands.suggesting import Bench, open_bench
from report.commands.telling import Answer, Progress, say, tell_problems
from report.documents.text import ExtractedText
from report.model.document import Document
from report.model.place import Place
from report.model.problem import Problems, Stop, problem
from report.suggest.drawing import Drawn, draw
from report.suggest.store import FILE
from report.suggest.suggestion import Suggestion, SuggestionKind


def run(options: argparse.Namespace) -> int:
    """Draw suggestions from documents; 0 where it could be done, 1 where nothing could be read."""
    problems = Problems()
    bench = open_bench(options, problems)
    chosen = _chosen(bench, options.names, problems)
    progress = Progress(quiet=options.json)
    drawn = _draw(chosen, progress)
    found = [one for each in drawn for one in each.suggestions]
    refused = sum(each.refused for each in drawn)
    bench.store = bench.store.renewed(found, [document.id for document, _ in chosen])
    bench.save()
    progress.done()
    _tell(options, bench, problems, found, refused)
    return 1 if problems.errors else 0


def _chosen(
    bench: Bench, names: Sequence[str], problems: Problems
) -> list[tuple[Document, ExtractedText]]:
    """Return the documents with a full text; told are those without one."""
    unknown = [name for name in names if name not in bench.dossier.document_by_id]
    if unknown:
        place = Place("documents")
        raise Stop(1, *(problem("suggest-no-document", place, id=name) for name in unknown))
    chosen = []
    for document in bench.dossier.documents:
        if names and document.id not in names:
            continue
        full = bench.full_text(document.id)
        if full is None:
            problems.add("suggest-no-text", document.place, document.id, id=document.id)
        else:
            chosen.append((document, full))
    return chosen


def _draw(chosen: Sequence[tuple[Document, ExtractedText]], progress: Progress) -> list[Drawn]:
    drawn = []
    for number, (document, full) in enumerate(chosen, 1):
        progress.step(f"reading {number} of {len(chosen)}: {document.id}")
        drawn.append(draw(document, full))
    return drawn


def _tell(
    options: argparse.Namespace,
    bench: Bench,
    problems: Problems,
    found: Sequence[Suggestion],
    refused: int,
) -> None:
    new = [one for one in found if one.id not in bench.store.decided]
    kinds = Counter(one.kind for one in new)
    if options.json:
        checked = {kind.value: kinds[kind] for kind in SuggestionKind}
        checked |= {"decided": len(bench.store.decided), "refused": refused}
        outputs = ({"path": str(bench.path / FILE)},)
        say(Answer(problems, checked, outputs, ok=not problems.errors).as_json())
        return
    tell_problems(problems)
    listed = ", ".join(f"{kinds[kind]} {kind.value}s" for kind in SuggestionKind)
    say(f"proposed: {listed}")
    if refused:
        say(f"left out: {refused} whose passage would cut a negation or a bound")
    if bench.store.decided:
        say(f"decided before and not proposed again: {len(bench.store.decided)}")
    say(f"{bench.path / FILE}: go through it with report review")
