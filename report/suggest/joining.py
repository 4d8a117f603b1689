"""A suggestion → the finding that it joins: the one that was made of its like before.

Figures of one measure make one finding, words of one speaker another, so that a brief is no list of
sentences. Only findings that were made of suggestions are joined: a user's own stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.dossier.prose import parse_prose
from report.evidence.printed import flatten
from report.model.document import Document
from report.model.dossier import Dossier
from report.model.finding import Finding
from report.suggest.entry import heading_of, measure_of, who_of
from report.suggest.store import Decision
from report.suggest.suggestion import Suggestion, SuggestionKind


def made_of(
    kind: SuggestionKind, dossier: Dossier, decided: Mapping[str, Decision]
) -> Iterator[Finding]:
    """Yield the findings that were made of suggestions of a kind, the last ones first."""
    names = [d.finding for name, d in decided.items() if name[0] == kind.value[0] and d.accepted]
    for name in dict.fromkeys(reversed(names)):
        if name in dossier.finding_by_id:
            yield dossier.finding_by_id[name]


def joined_by(
    suggestion: Suggestion,
    document: Document,
    dossier: Dossier,
    decided: Mapping[str, Decision],
) -> Finding | None:
    """Return the finding that a suggestion joins; None where it makes one of its own."""
    for finding in made_of(suggestion.kind, dossier, decided):
        if _is_like(suggestion, document, finding):
            return finding
    return None


def _is_like(suggestion: Suggestion, document: Document, finding: Finding) -> bool:
    if suggestion.kind is SuggestionKind.FIGURE:
        measure = measure_of(suggestion)
        return any(figure.measure == measure for figure in finding.figures)
    if suggestion.kind is SuggestionKind.EVENT:
        same_day = str(finding.when or "") == suggestion.fields.get("date", "")
        return same_day and finding.heading == heading_of(suggestion, document)
    if suggestion.kind is SuggestionKind.HIGHLIGHT:
        return False
    who = who_of(suggestion) or document.name
    return all(one.attributed_to == who for one in finding.evidence)


def says(finding: Finding, document_id: str, words: str) -> bool:
    """Say whether the statement of a finding has these words of a document already."""
    cited = any(one.document_id == document_id for one in finding.all_evidence)
    printed = (flatten(p).text for p in parse_prose(finding.statement).paragraphs())
    return cited and any(words in text for text in printed)


def quotes(finding: Finding, document_id: str, words: str) -> bool:
    """Say whether a finding has these words of a document as evidence already."""
    return any((e.document_id, e.quote) == (document_id, words) for e in finding.evidence)
