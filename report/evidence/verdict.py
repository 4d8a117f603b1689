"""What the verifier found out about one quotation, and the problem that it makes of a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from report.evidence.characters import name_of, skeleton
from report.evidence.differing import Change
from report.model.place import Place
from report.model.problem import Problem, problem

_MARKS = '“”„«»" '
_SHOWN_CHANGES = 4
_SHOWN_LENGTH = 300


class VerdictKind(StrEnum):
    """The verdicts; each refusal is the code of its problem."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    EDITED = "edited"
    NOT_FOUND = "not-found"
    ALTERED = "altered"
    POLARITY = "polarity"
    NUMBER = "number"
    MISATTRIBUTED = "misattributed"
    MISPLACED = "misplaced"
    CUT_QUALIFIER = "cut-qualifier"
    CUT_NEGATION = "cut-negation"
    SPLIT_WORD = "split-word"
    GAP_TOO_LONG = "gap-too-long"
    WRONG_OMISSION = "wrong-omission"
    WRONG_INSERTION = "wrong-insertion"
    FORBIDDEN_CHARACTER = "forbidden-character"
    FORBIDDEN_IN_DOCUMENT = "forbidden-in-document"


ACCEPTED = frozenset({VerdictKind.EXACT, VerdictKind.TYPOGRAPHIC, VerdictKind.EDITED})


@dataclass(frozen=True)
class Verdict:
    """The verdict on one quotation in one document.

    `spans` are the places of its parts, offsets in the document in code points, end not included;
    for a refusal the place that was meant, as far as one is known. `words` are those of the
    document that an edge or an omission leaves out, or the character, bracket or omission that is
    refused; `passage` is the document's own text at the place, `changes` how the quotation differs,
    `elsewhere` the id of the other document.
    """

    kind: VerdictKind
    document_id: str
    quote: str
    spans: tuple[tuple[int, int], ...] = ()
    paragraph: int = 0
    passage: str = ""
    words: str = ""
    changes: tuple[Change, ...] = ()
    elsewhere: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the quotation may be printed."""
        return self.kind in ACCEPTED

    @property
    def start(self) -> int:
        """The offset at which the passage begins; -1 where none is known."""
        return self.spans[0][0] if self.spans else -1

    @property
    def end(self) -> int:
        """The offset at which the passage ends; -1 where none is known."""
        return self.spans[-1][1] if self.spans else -1

    def problem(self, place: Place, subject: str = "", document: str = "") -> Problem:
        """Return the problem of a refusal at `place`; `document` is what to call the document."""
        return problem(
            self.kind,
            place,
            subject,
            document=document or self.document_id,
            quote=_clipped(self.quote),
            words=self._named_words(),
            changes=self._said_changes(),
            nearest=self._suggestion(),
            passage=_clipped(self.passage).strip(_MARKS),
            paragraph=self.paragraph,
            elsewhere=self.elsewhere,
            character=self._named_words(),
        )

    def _named_words(self) -> str:
        forbidden = (VerdictKind.FORBIDDEN_CHARACTER, VerdictKind.FORBIDDEN_IN_DOCUMENT)
        if self.kind is VerdictKind.SPLIT_WORD:
            return self.words.strip("'.,;: ")
        return name_of(self.words) if self.kind in forbidden and self.words else self.words

    def _said_changes(self) -> str:
        said = [_said(change) for change in self.changes[:_SHOWN_CHANGES]]
        if len(self.changes) > _SHOWN_CHANGES:
            said.append(f"and {len(self.changes) - _SHOWN_CHANGES} more")
        return "; ".join(said)

    def _suggestion(self) -> str:
        if not self.passage:
            return "nothing in it is like it: check the document, or the words"
        return f"the nearest words are in paragraph {self.paragraph}: “{_clipped(self.passage)}”"


def _said(change: Change) -> str:
    theirs, mine = _clipped(change.document, 80), _clipped(change.quotation, 80)
    if not change.quotation:
        return f"“{theirs}” is missing"
    if not change.document:
        return f"“{mine}” is added"
    if theirs != mine and skeleton(theirs) == skeleton(mine):
        return f"“{mine}” is typed with letters of another alphabet than in the document"
    if theirs.lower() == mine.lower() and theirs[1:] == mine[1:]:
        return f"“{mine}” for “{theirs}” (declare it: [{mine[:1]}]{mine[1:]})"
    return f"“{mine}” for “{theirs}”"


def _clipped(text: str, length: int = _SHOWN_LENGTH) -> str:
    text = " ".join(text[: 4 * length].split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
