"""A dossier → every text that is printed, cut into flat paragraphs, each with what it may rest on.

A flat paragraph is the words in reading order across emphasis and links; a figure mark is one
placeholder character, a citation mark is nothing, and both are remembered with their offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from report.dossier.prose import parse_prose
from report.model.dossier import Dossier
from report.model.finding import Evidence, Finding
from report.model.place import Place, Text, read_at
from report.model.prose import CiteMark, FigureMark, Paragraph, Run, walk

PLACEHOLDER = "\ufffc"
_CONTEXT_WORDS = 3


@dataclass(frozen=True)
class FlatParagraph:
    """One paragraph: words, and (offset, id) of its figure and citation marks."""

    text: str
    figures: tuple[tuple[int, str], ...] = ()
    citations: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class PrintedText:
    """One printed text. `key` names it (`findings/mass-arrests/statement`), `subject` its owner.

    `evidence` is what its numbers must stand in and whose documents its quotations must stand
    in; None means all of the dossier unless the text cites something. `noted`: its evidence is
    printed with it, whether or not it has a mark of its own; `heard`: nobody sees its notes.
    """

    key: str
    subject: str
    text: str
    place: Place
    evidence: tuple[Evidence, ...] | None = None
    prose: bool = True
    noted: bool = False
    heard: bool = False

    @cached_property
    def paragraphs(self) -> tuple[FlatParagraph, ...]:
        """The text as it is read."""
        if not self.prose:
            return (FlatParagraph(str(self.text)),)
        return tuple(flatten(paragraph) for paragraph in parse_prose(self.text).paragraphs())

    def place_of(self, paragraph: FlatParagraph, start: int, end: int) -> Place:
        """Return where the words [start, end) of a paragraph stand in their file."""
        return _place_of(self.text, self.place, paragraph.text, start, end)


def flatten(paragraph: Paragraph) -> FlatParagraph:
    """Lay out a paragraph's words in reading order."""
    text = ""
    figures: list[tuple[int, str]] = []
    citations: list[tuple[int, str]] = []
    for leaf in walk(paragraph.inlines):
        if isinstance(leaf, Run):
            text += leaf.text
        elif isinstance(leaf, FigureMark):
            figures.append((len(text), leaf.figure_id))
            text += PLACEHOLDER
        elif isinstance(leaf, CiteMark):
            citations.append((len(text), leaf.id))
    return FlatParagraph(text, tuple(figures), tuple(citations))


def printed_texts(dossier: Dossier) -> Iterator[PrintedText]:
    """Yield every text in the dossier's own words that an edition may print, in reading order."""
    whole = dossier.place
    for name in ("title", "subtitle", "short_title"):
        yield _plain(name, "", getattr(dossier, name), whole)
    for number, message in enumerate(dossier.key_messages, 1):
        yield _prose(f"key_messages/{number}", "", message, whole)
    yield _prose("summary", "", dossier.summary, whole)
    yield from _sections(dossier)
    for finding in dossier.findings:
        yield from _finding(finding)
    for call in dossier.recommendations:
        evidence = call.evidence + _evidence(dossier, call.rests_on)
        key = f"recommendations/{call.id}"
        for part in ("to", "by", "previous"):
            yield _plain(f"{key}/{part}", call.id, getattr(call, part), call.place, evidence)
        text = _prose(f"{key}/text", call.id, call.text, call.place, evidence)
        yield replace(text, noted=bool(evidence))  # it is printed with what it rests on
    for number, entry in enumerate(dossier.timeline, 1):
        yield _prose(f"timeline/{number}", "", entry.text, entry.place)
    yield _prose("method", "", dossier.method, whole)
    for number, correction in enumerate(dossier.corrections, 1):
        # What it was is withdrawn, and need stand in no evidence.
        yield _plain(f"corrections/{number}/text", "", correction.text, correction.place)
    for measure in dossier.measures:
        yield _plain(f"measures/{measure.id}", measure.id, measure.label, measure.place)
    yield _plain("organisation/note", "", dossier.organisation.note, whole)
    yield from _for_the_session(dossier)
    yield from _notes(dossier)


def _for_the_session(dossier: Dossier) -> Iterator[PrintedText]:
    if submission := dossier.submission:
        yield _plain("submission/title", "", submission.title, submission.place)
        for number, word in enumerate(submission.keywords, 1):
            yield _plain(f"submission/keywords/{number}", "", word, submission.place)
        text = submission.introduction
        yield _prose("submission/introduction", "", text, submission.place)
    if statement := dossier.statement:
        # Who listens sees no note: the speaker of a figure must be named in the sentence.
        spoken = _prose("statement/text", "", statement.text, statement.place)
        yield replace(spoken, heard=True)


def _notes(dossier: Dossier) -> Iterator[PrintedText]:
    """Yield the remarks on evidence and documents: they quote what they remark on."""
    for one in dossier.all_evidence:
        if one.note:
            yield _plain("evidence/note", one.document_id, one.note, one.place, (one,))
    for document in dossier.documents:
        own = tuple(e for e in dossier.all_evidence if e.document_id == document.id)
        yield _plain(
            f"documents/{document.id}/note", document.id, document.note, document.place, own
        )


def _sections(dossier: Dossier) -> Iterator[PrintedText]:
    for number, section in enumerate(dossier.sections, 1):
        evidence = _evidence(dossier, section.findings)
        key = f"sections/{number}"
        yield _plain(f"{key}/heading", "", section.heading, section.place, evidence)
        yield _prose(f"{key}/text", "", section.text, section.place, evidence)
    for key, quote in dossier.pull_quotes:
        own = quote.evidence
        yield _plain(f"{key}/quote", key, quote.translation, own.place, (own,))


def _finding(finding: Finding) -> Iterator[PrintedText]:
    key, evidence = f"findings/{finding.id}", finding.all_evidence
    yield _plain(f"{key}/heading", finding.id, finding.heading, finding.place, evidence)
    statement = _prose(f"{key}/statement", finding.id, finding.statement, finding.place, evidence)
    yield replace(statement, noted="[@" not in finding.statement)
    for figure in finding.figures:
        yield _plain(f"figures/{figure.id}", figure.id, figure.counts, figure.place, evidence)
        yield _plain(f"figures/{figure.id}/note", figure.id, figure.note, figure.place, evidence)


def _prose(
    key: str, subject: str, text: str, place: Place, evidence: tuple[Evidence, ...] | None = None
) -> PrintedText:
    return PrintedText(key, str(subject), text, read_at(text, place), evidence)


def _plain(
    key: str, subject: str, text: str, place: Place, evidence: tuple[Evidence, ...] | None = None
) -> PrintedText:
    return replace(_prose(key, subject, text, place, evidence), prose=False)


def _evidence(dossier: Dossier, finding_ids: tuple[str, ...]) -> tuple[Evidence, ...]:
    found = (dossier.finding_by_id.get(name) for name in finding_ids)
    return tuple(e for finding in found if finding for e in finding.all_evidence)


def _place_of(text: str, otherwise: Place, flat: str, start: int, end: int) -> Place:
    """Find words of the flat text in the file by the words before them, or by their count."""
    if not isinstance(text, Text):
        return otherwise
    part = next(filter(str.strip, flat[start:end].split(PLACEHOLDER)), flat[start:end]).strip()
    before = re.findall(r"[^\s*_\[\]\ufffc]+", flat[max(0, start - 80) : start])[-_CONTEXT_WORDS:]
    for k in range(len(before) + 1):
        context = r"[\s*_]*".join(re.escape(word) for word in before[k:])
        words = r"[\s*_]+".join(re.escape(word) for word in part.split()[:6])
        glue = r"[\s*_]*(?:\[@[^\]]*\]|\{[a-z0-9-]+\})?[\s*_]*" if before[k:] else r"(?<![^\W_])"
        match = re.search(f"{context}{glue}({words})", text.raw) if words else None
        if match:
            return _nth_place(text, match.group(1), match.start(1))
    return text.place_of(part)


def _nth_place(text: Text, part: str, offset: int) -> Place:
    nth, at = 0, text.raw.find(part)
    while 0 <= at < offset:
        nth, at = nth + 1, text.raw.find(part, at + 1)
    return text.place_of(part, nth)
