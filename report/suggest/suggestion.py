"""What is proposed: its kind, fields, exact passage, the rule that found it, and a stable id."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SuggestionKind(StrEnum):
    """What a suggestion proposes."""

    FIGURE = "figure"
    QUOTATION = "quotation"
    CALL = "call"
    EVENT = "event"
    PERSON = "person"
    INSTITUTION = "institution"
    HIGHLIGHT = "highlight"  # what somebody marked elsewhere


RULED = tuple(kind for kind in SuggestionKind if kind is not SuggestionKind.HIGHLIGHT)

# What was not found by a rule: proposed by a language model, or marked by somebody elsewhere.
BY_ASSISTANT, BY_ANNOTATION = "assistant", "annotation"
HANDED_IN = frozenset((BY_ASSISTANT, BY_ANNOTATION))

# How often each rule was right on texts read by hand, rounded down.
CONFIDENCE = {
    "said-before": 0.9,
    "said-after": 0.95,
    "according-to": 0.95,
    "adding": 0.85,
    "same-speech": 0.9,
    "running-speech": 0.8,
    "block-quotation": 0.75,
    "term-in-marks": 0.6,
    "number-and-noun": 0.9,
    "number-in-quotation": 0.85,
    "asks-to": 0.9,
    "asks-for": 0.85,
    "ought": 0.8,
    "is-asked": 0.85,
    "listed": 0.85,
    "it-is-time": 0.75,
    "headline": 0.7,
    "dated-deed": 0.75,
    "role-and-name": 0.9,
    "name-of-body": 0.8,
}


@dataclass(frozen=True)
class Speaker:
    """Who said it, as the document names them. `document`: the text itself says it."""

    name: str
    role: str = ""
    document: bool = False

    def __str__(self) -> str:
        return (
            f"{self.name}, {self.role}" if self.role and self.role not in self.name else self.name
        )


@dataclass(frozen=True)
class Candidate:
    """A suggestion before its passage is verified. Offsets in the document, end not included.

    `mark` are the offsets of what the suggestion is about, within the passage.
    """

    kind: SuggestionKind
    start: int
    end: int
    rule: str
    mark: tuple[int, int]
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Suggestion:
    """A candidate whose passage the verifier found. `context` is its paragraph's offsets."""

    id: str
    document_id: str
    kind: SuggestionKind
    paragraph: int
    start: int
    end: int
    passage: str
    mark: tuple[int, int]
    rule: str
    confidence: float
    fields: Mapping[str, str]


def suggestion_id(kind: SuggestionKind, document_id: str, start: int, end: int) -> str:
    """Return the id of what is proposed about a stretch of a document: the same at every run."""
    said = f"{kind}\n{document_id}\n{start}\n{end}"
    return f"{kind.value[0]}{hashlib.sha256(said.encode()).hexdigest()[:7]}"
