"""A dossier → the dossier in which of confidential documents nothing stands but that they are held.

A confidential document is paraphrased: neither its words nor its checksum, pages, title or file
name come into any output, for its checksum alone tells which copy has leaked. Its evidence was
checked before like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from report.documents.store import DocumentText
from report.evidence.fold import fold
from report.evidence.printed import printed_texts
from report.evidence.register import CheckedQuotation, Register
from report.model.document import Custody, Document
from report.model.dossier import Dossier, PullQuote
from report.model.finding import Evidence, Finding
from report.model.place import Text, place_in
from report.model.problem import Problem, Problems
from report.protection.rewriting import rewritten

_ID = re.compile(r"held-[1-9][0-9]{0,3}")
_FEWEST_WORDS = 4  # of a passage that is told as copied where no quotation marks say so
_RUN = 12  # words in a row that are told, where the passage is longer


def confidential_ids(dossier: Dossier) -> frozenset[str]:
    """Return the ids of the confidential documents."""
    return frozenset(str(one.id) for one in dossier.documents if one.confidential)


def without_confidential(dossier: Dossier) -> Dossier:
    """Return the dossier with a bare entry for each confidential document and no words of it."""
    held = confidential_ids(dossier)
    if not held:
        return dossier
    marks = re.compile(rf"\[@({'|'.join(sorted(held))})\s*,[^\]]*\]")

    def unplaced(text: str, _owner: Any, _name: str) -> str:
        return marks.sub(r"[@\1]", text)

    bare = rewritten(dossier, unplaced)
    return replace(
        bare,
        documents=tuple(_bare(one, dossier) if one.confidential else one for one in bare.documents),
        findings=tuple(_finding(one, held) for one in bare.findings),
        recommendations=tuple(
            replace(one, evidence=_evidence(one.evidence, held)) for one in bare.recommendations
        ),
        sections=tuple(
            replace(one, pull_quotes=tuple(_pull_quote(q, held) for q in one.pull_quotes))
            for one in bare.sections
        ),
    )


def _bare(document: Document, dossier: Dossier) -> Document:
    return Document(
        id=document.id,
        place=document.place,
        type="document",
        language=dossier.language,
        custody=Custody(""),
        confidential=True,
    )


def _finding(finding: Finding, held: frozenset[str]) -> Finding:
    figures = tuple(replace(one, evidence=_evidence(one.evidence, held)) for one in finding.figures)
    return replace(finding, evidence=_evidence(finding.evidence, held), figures=figures)


def _pull_quote(quote: PullQuote, held: frozenset[str]) -> PullQuote:
    return replace(quote, evidence=_wordless(quote.evidence, held))


def _evidence(evidence: tuple[Evidence, ...], held: frozenset[str]) -> tuple[Evidence, ...]:
    return tuple(_wordless(one, held) for one in evidence)


def _wordless(one: Evidence, held: frozenset[str]) -> Evidence:
    if str(one.document_id) not in held:
        return one
    return Evidence(document_id=one.document_id, quote="", place=one.place)


def register_without_words(register: Register, held: frozenset[str]) -> Register:
    """Return the register in which confidential documents have neither words nor places."""
    if not held:
        return register
    return replace(register, quotations=tuple(_blank(one, held) for one in register.quotations))


def _blank(one: CheckedQuotation, held: frozenset[str]) -> CheckedQuotation:
    if str(one.verdict.document_id) not in held:
        return one
    verdict = replace(
        one.verdict, quote="", spans=(), paragraph=0, passage="", words="", changes=()
    )
    return replace(one, verdict=verdict)


def check_confidential(dossier: Dossier, register: Register, problems: Problems) -> None:
    """Add confidential-id, confidential-quoted and confidential-place for what is written."""
    held = confidential_ids(dossier)
    if not held:
        return
    for document in dossier.documents:
        if document.confidential and not _ID.fullmatch(str(document.id)):
            problems.add("confidential-id", document.place, document.id, id=document.id)
    for one in register.quotations:
        quoted = one.title_of or (one.verdict.document_id if one.accepted else "")
        if one.evidence is None and quoted in held:
            problems.add("confidential-quoted", one.place, one.subject, id=quoted)
    for _, quote in dossier.pull_quotes:
        if str(quote.evidence.document_id) in held:
            name = quote.evidence.document_id
            problems.add("confidential-quoted", quote.evidence.place, name, id=name)
    _check_marks(dossier, held, problems)
    _check_copies(dossier, held, problems)


def _check_marks(dossier: Dossier, held: frozenset[str], problems: Problems) -> None:
    """Tell marks that name a page or paragraph of a confidential document."""
    placed = re.compile(rf"\[@({'|'.join(sorted(held))})\s*,[^\]]*\]")
    for text in printed_texts(dossier):
        for match in placed.finditer(str(text.text)):
            place = place_in(text.text, match.group(), text.place)
            problems.add("confidential-place", place, text.subject, id=match.group(1))


def _check_copies(dossier: Dossier, held: frozenset[str], problems: Problems) -> None:
    """Tell words of a confidential document that a text has without quotation marks."""
    runs = {
        (str(one.document_id), run)
        for one in dossier.all_evidence
        if str(one.document_id) in held
        for run in _runs(one.quote)
    }
    told = {(p.place, p.subject) for p in problems if p.code == "confidential-quoted"}
    for text in printed_texts(dossier):
        said = _words(text.text)
        for document_id, run in sorted(runs):
            if run in said and (text.place, text.subject) not in told:
                told.add((text.place, text.subject))
                place = text.text.place if isinstance(text.text, Text) else text.place
                problems.add("confidential-quoted", place, text.subject, id=document_id)


def _words(text: str) -> str:
    """Return the bare words of a text with a space on either side of each."""
    words = re.findall(r"\w+", fold(str(text)).text.casefold())
    return f" {' '.join(words)} "


def _runs(quote: str) -> Iterator[str]:
    """Yield the words of a quotation in runs that are as good as a quotation."""
    words = _words(quote).split()
    if len(words) >= _FEWEST_WORDS:
        for start in range(max(len(words) - _RUN, 0) + 1):
            yield f" {' '.join(words[start : start + _RUN])} "


def discreet(
    problems: Iterable[Problem], dossier: Dossier, texts: Mapping[str, DocumentText]
) -> tuple[Problem, ...]:
    """Return problems as a draft may print them: without words of confidential documents.

    A message often shows what the document says; on the terminal it may, on paper never.
    """
    held = confidential_ids(dossier)
    said = [_words(one.quote) for one in dossier.all_evidence if str(one.document_id) in held]
    said += [_words(text.full.text) for name, text in texts.items() if name in held and text.full]
    return tuple(_without_words(one, said) for one in problems)


def _without_words(one: Problem, said: list[str]) -> Problem:
    words = _words(f"{one.message} {one.hint}").split()
    for start in range(len(words) - _FEWEST_WORDS + 1):
        run = f" {' '.join(words[start : start + _FEWEST_WORDS])} "
        if any(run in text for text in said):
            return replace(one, message="it shows words of a confidential document", hint="")
    return one
