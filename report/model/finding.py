"""What was found: findings, the evidence under them, and the figures that sources reported."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from report.model.dates import When
from report.model.place import Place


class Standing(StrEnum):
    """How well a finding is supported. `established` needs a named body, never the dossier."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    CORROBORATED = "corroborated"
    ESTABLISHED = "established"


class Wording(StrEnum):
    """Whose words a quotation holds: the speaker's, the reporter's, or a few of the speaker's."""

    DIRECT = "direct"
    REPORTED = "reported"
    FRAGMENT = "fragment"


class Persons(StrEnum):
    """What stands for protected persons that a finding names."""

    PSEUDONYM = "pseudonym"


class Bound(StrEnum):
    """How a reported number is bounded."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    UP_TO = "up-to"
    FEWER_THAN = "fewer-than"


@dataclass(frozen=True)
class Range:
    """A value that a source gave as a range."""

    start: Decimal
    end: Decimal


@dataclass(frozen=True)
class Words:
    """A value that a source gave in words only: `dozens`, `a handful`."""

    words: str


Value = Decimal | Range | Words


@dataclass(frozen=True)
class Evidence:
    """A verbatim passage of a document. `passage` names the recorded one where it repeats.

    `omitted`: brackets in it stand for names of protected persons that the document has there. A
    `quote` is empty where the words are those of a confidential document and are not carried.
    """

    document_id: str
    quote: str
    place: Place
    note: str = ""
    wording: Wording | None = None
    attributed_to: str = ""
    passage: str = ""
    omitted: bool = False


@dataclass(frozen=True)
class Figure:
    """A reported number with its scope: what is counted, where, as of when, who said so."""

    id: str
    place: Place
    measure: str
    value: Value
    value_place: Place
    bound: Bound
    counts: str
    attributed_to: str
    evidence: tuple[Evidence, ...]
    as_of: When | None = None
    when: When | None = None
    where: str = ""
    verified: bool = False
    note: str = ""

    @property
    def date(self) -> When | None:
        """The date that it is placed at: its as-of date, else when the thing happened."""
        return self.as_of or self.when


@dataclass(frozen=True)
class Finding:
    """One claim of the brief, in Markdown with marks, tied to its evidence.

    `restricted` keeps it out of every public edition; `persons` says what is printed for protected
    persons that it names.
    """

    id: str
    place: Place
    heading: str
    statement: str
    standing: Standing
    evidence: tuple[Evidence, ...]
    established_by: str = ""
    rights: tuple[str, ...] = ()
    when: When | None = None
    where: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    persons: Persons | None = None
    restricted: bool = False

    @property
    def all_evidence(self) -> tuple[Evidence, ...]:
        """Its own evidence, then that of its figures."""
        return self.evidence + tuple(e for figure in self.figures for e in figure.evidence)
