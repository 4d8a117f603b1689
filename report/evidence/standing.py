"""Findings → whether their standing is no higher than their evidence carries.

Independence is not presumed: two documents count as two only where publisher or author differ and
nothing shows that one repeats the other or that both repeat one speaker.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from report.evidence.tokens import tokenize
from report.model.document import Document, Tier
from report.model.dossier import Dossier
from report.model.finding import Evidence, Finding, Standing
from report.model.problem import Problems

_LOOSE = re.compile(r"[\W_]+")


def check_standing(dossier: Dossier, problems: Problems) -> None:
    """Add `standing-too-high` and `not-established` where a finding claims too much."""
    for finding in dossier.findings:
        if finding.standing is Standing.ESTABLISHED:
            _check_established(finding, dossier, problems)
        if finding.standing is Standing.CORROBORATED:
            _check_corroborated(finding, dossier, problems)


def _check_established(finding: Finding, dossier: Dossier, problems: Problems) -> None:
    body, own = _words(finding.established_by), _words(dossier.organisation.name)
    if not body or body == own or (own and own <= body):
        problems.add("not-established", finding.place, finding.id, id=finding.id)


def _check_corroborated(finding: Finding, dossier: Dossier, problems: Problems) -> None:
    pairs = [
        (evidence, dossier.document_by_id[evidence.document_id])
        for evidence in finding.all_evidence
        if evidence.document_id in dossier.document_by_id
    ]
    if len(pairs) < len(finding.all_evidence):
        return  # a document that is not there is told; what it would show cannot be known
    documents = {document.id: document for _, document in pairs}
    if all(document.tier is Tier.PRESS for document in documents.values()):
        reason = "the press alone reports it"
    elif len(documents) < 2:
        reason = "all its evidence stands in one document"
    elif not any(_independent(a, b) for a, b in itertools.combinations(pairs, 2)):
        reason = "no two of its documents are shown to be independent of each other"
    else:
        return
    problems.add("standing-too-high", finding.place, finding.id, id=finding.id, reason=reason)


def _independent(a: tuple[Evidence, Document], b: tuple[Evidence, Document]) -> bool:
    (one, first), (other, second) = a, b
    if first.id == second.id or first.custody.sha256 == second.custody.sha256:
        return False
    return (
        _different_hands(first, second)
        and not _same_speaker(one, other)
        and not _repeats(one.quote, other.quote)
    )


def _different_hands(first: Document, second: Document) -> bool:
    """Whether publisher or author, known of both, differ, and neither is the same."""
    known = [
        (_publisher(first), _publisher(second)),
        (_authors(first), _authors(second)),
    ]
    compared = [(one, other) for one, other in known if one and other]
    return bool(compared) and not any(one <= other or other <= one for one, other in compared)


def _publisher(document: Document) -> frozenset[str]:
    return _words(document.publisher or document.container_title)


def _authors(document: Document) -> frozenset[str]:
    names = (f"{name.given} {name.family} {name.literal}" for name in document.author)
    return _words(" ".join(names))


def _same_speaker(one: Evidence, other: Evidence) -> bool:
    """Whether both quote one speaker: "Officials" and "Officials in Kazakhstan" are one."""
    first, second = _words(one.attributed_to), _words(other.attributed_to)
    return bool(first and second) and (first <= second or second <= first)


def _repeats(one: str, other: str) -> bool:
    """Whether one quotation holds the other word for word: a republication."""
    first, second = _LOOSE.sub(" ", one).casefold(), _LOOSE.sub(" ", other).casefold()
    return first in second or second in first


def _words(name: str) -> frozenset[str]:
    return frozenset(_significant([token.low for token in tokenize(name) if token.kind != "s"]))


def _significant(words: Sequence[str]) -> Sequence[str]:
    small = {"the", "of", "a", "an", "and", "in", "for", "и", "в", "по"}
    return [word for word in words if word not in small]
