"""`report passages`: records the passages that a dossier quotes, out of the full texts.

With them the dossier is checked where the texts may not go. A passage is kept under its id as long
as it is quoted; what lies inside a longer one is not recorded twice.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from report.commands.chain import Checked, check, world_of
from report.commands.check import summary_line
from report.commands.guarding import guard
from report.commands.publishing import write_file
from report.commands.telling import counted, say, tell_problems
from report.dossier.writing import with_passages
from report.evidence.register import CheckedQuotation
from report.evidence.source import Source
from report.model.document import Document, Passage
from report.model.place import Place
from report.model.problem import Problems

Span = tuple[int, int]
# What this command mends must not keep it from running, nor what is not translated yet.
NOT_KEEPING = frozenset(
    {"passage-moved", "passage-paragraph", "dangling-reference", "untranslated"}
)


def run(options: argparse.Namespace) -> int:
    """Write the records of the documents that are held in full."""
    problems = Problems()
    checked = check(world_of(options), (), problems)
    evidence = [p for p in problems if not p.place.path.startswith("translations/")]
    keeping = [p for p in evidence if p.severity == "error" and p.code not in NOT_KEEPING]
    if checked is None or keeping:
        tell_problems(evidence)
        say("nothing was recorded: mend the errors first")
        return 1
    for document in checked.out.true.documents:
        if document.confidential:
            say(f"{document.id}: confidential; no words of it are recorded")
        elif document.id in checked.out.proved.in_full:
            _record(options.dossier, document, checked)
        else:
            say(f"{document.id}: the full text is not here; its record stays as it is")
    say(summary_line(checked, Problems()).rsplit("\n", 1)[0])
    return 0


def _record(folder: Path, document: Document, checked: Checked) -> None:
    full = checked.texts[document.id].full
    assert full is not None
    source = Source(document.id, full.text, paragraphs=full.paragraphs)
    spans = _outermost(_quoted(document.id, checked.out.proved.quotations))
    passages = _named(spans, document, source)
    path = folder / "documents" / f"{document.id}.yaml"
    before = path.read_text(encoding="utf-8-sig")
    after = with_passages(before, passages)
    if after != before:
        write_file(path, after.encode())
    say(f"{document.id}: {counted(len(passages), 'passage')}")


def _quoted(document_id: str, quotations: Iterable[CheckedQuotation]) -> list[Span]:
    return [
        (one.verdict.start, one.verdict.end)
        for one in quotations
        if one.verdict.accepted and one.verdict.document_id == document_id
    ]


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that lie in no other one, in order."""
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept


def _named(spans: Iterable[Span], document: Document, source: Source) -> Mapping[str, Passage]:
    """Give each span its passage; one that was recorded before keeps its id."""
    known = {(p.start, p.end): p.id for p in (document.passages or {}).values()}
    taken = set(known.values())
    free = (f"p{number}" for number in range(1, 100_000) if f"p{number}" not in taken)
    passages = {}
    for start, end in spans:
        passage_id = known.get((start, end)) or next(free)
        words = guard().omitted(source.words_at(start, end))
        place = Place(f"documents/{document.id}.yaml")
        paragraph = source.paragraph_at(start)
        passages[passage_id] = Passage(passage_id, paragraph, start, end, words, place)
    return passages
