"""All that an edition is made of: a checked dossier, its texts in a language, its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from report.citations.style import Style
from report.editions.logo import Logo
from report.editions.texts import Texts
from report.evidence.series import Series
from report.model.audience import Audience
from report.model.dossier import Dossier
from report.model.finding import Evidence
from report.model.problem import Problem


@dataclass(frozen=True)
class Located:
    """Where the words of one evidence stand: paragraph from 1, offsets in code points.

    `before` and `after` are the words round them, where the document was held in full.
    """

    paragraph: int
    start: int
    end: int
    verdict: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Counts:
    """What was checked."""

    quotations: int = 0
    figures: int = 0
    numbers: int = 0
    citations: int = 0
    translations: int = 0
    documents_full: int = 0
    documents_passages: int = 0


@dataclass(frozen=True)
class Material:
    """A checked dossier in one language.

    `summaries` are the texts of the summary in each of its languages, in order; `in_full` the ids
    of the documents that were checked in full. `faults` are the problems that a draft is printed
    in spite of; None where the brief is final. `audience` is for whom it is made.
    """

    dossier: Dossier
    texts: Texts
    summaries: tuple[Texts, ...]
    located: Mapping[Evidence, Located]
    series: Mapping[str, Series]
    in_full: frozenset[str]
    style: Style
    counts: Counts
    faults: tuple[Problem, ...] | None = None
    logo: Logo | None = None
    audience: Audience = Audience.PUBLIC
