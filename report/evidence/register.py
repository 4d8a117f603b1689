"""What the gate hands on: every quotation checked, the series, and the counts of what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.evidence.series import Series
from report.evidence.verdict import Verdict
from report.model.finding import Evidence
from report.model.place import Place


@dataclass(frozen=True)
class CheckedQuotation:
    """One quotation and its verdict.

    `key` names where it is printed (`findings/mass-arrests/evidence/1`, `summary`), `subject` the
    finding, figure or recommendation; `evidence` is None for words quoted in prose. `title_of` is
    the document whose title it is.
    """

    key: str
    subject: str
    place: Place
    verdict: Verdict
    evidence: Evidence | None = None
    title_of: str = ""

    @property
    def accepted(self) -> bool:
        """Whether it may be printed."""
        return bool(self.title_of) or self.verdict.accepted


@dataclass(frozen=True)
class Counts:
    """How much was checked: the proof that the checks ran."""

    quotations: int
    figures: int
    numbers: int
    citations: int


@dataclass(frozen=True)
class Register:
    """The outcome of all checks of evidence."""

    quotations: tuple[CheckedQuotation, ...]
    series: tuple[Series, ...]
    counts: Counts
    in_full: tuple[str, ...]
    by_passage: tuple[str, ...]

    def of_subject(self) -> Mapping[str, tuple[CheckedQuotation, ...]]:
        """Return the checked evidence of each finding, figure and recommendation, in order."""
        found: dict[str, list[CheckedQuotation]] = {}
        for quotation in self.quotations:
            if quotation.evidence is not None:
                found.setdefault(quotation.subject, []).append(quotation)
        return {subject: tuple(quotations) for subject, quotations in found.items()}
