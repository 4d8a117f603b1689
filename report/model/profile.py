"""The rules of a body for one product of a session: each with its source and how far it is known.

A rule that nobody has verified is told as such to the user and never enforced as certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from report.model.dates import PartialDate
from report.model.place import Place

T_co = TypeVar("T_co", covariant=True)


class Mark(StrEnum):
    """How far a rule was checked against its source."""

    VERIFIED = "verified"
    VERIFIED_OLD = "verified-old"
    PARTLY = "partly"
    NOT_VERIFIED = "not-verified"


class Unit(StrEnum):
    """What a limit counts."""

    WORDS = "words"
    PAGES = "pages"
    SECONDS = "seconds"


class Counted(StrEnum):
    """Whether a part of a text counts towards the limit; nobody may know."""

    YES = "true"
    NO = "false"
    UNKNOWN = "not-verified"


class Made(StrEnum):
    """The editions that a profile can rule."""

    SUBMISSION = "submission"
    STATEMENT = "statement"
    FACTSHEET = "factsheet"
    BRIEF = "brief"


class FileType(StrEnum):
    """What the body takes."""

    DOCX = "docx"
    PDF = "pdf"
    SPOKEN = "spoken"


class Numbering(StrEnum):
    """How paragraphs are numbered: 1., 2. … through the text, or not."""

    CONTINUOUS = "continuous"
    NONE = "none"


class Part(StrEnum):
    """A part that a text must have."""

    NAMES_FIRST = "names-first"
    NAMES_BY_STATUS = "names-by-status"
    INTRODUCTION = "introduction"
    KEYWORDS = "keywords"
    SUPPORTERS_NOTE = "supporters-note"
    AGENDA_ITEM = "agenda-item"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True)
class Limit:
    """At most so many words, pages or seconds."""

    unit: Unit
    most: int


@dataclass(frozen=True)
class Languages:
    """The languages that a body takes, by BCP 47 tag; `preferred` are some of them."""

    accepted: tuple[str, ...]
    preferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typeface:
    """How letters must look; sizes in points. Without `emphasis` nothing is bold or italic."""

    family: str
    points: float
    note_points: float
    emphasis: bool = True
    justified: bool = False


@dataclass(frozen=True)
class Source:
    """Where a rule was read. `dated` is what the source says of its own date, in words."""

    title: str
    url: str = ""
    dated: str = ""


@dataclass(frozen=True)
class Rule(Generic[T_co]):
    """One rule. `source` is an id of the profile's sources, empty only where not verified.

    `binding` says that the body enforces it; what is not verified never binds.
    """

    value: T_co
    mark: Mark
    place: Place
    binding: bool = False
    source: str = ""
    note: str = ""

    @property
    def known(self) -> bool:
        """Whether somebody saw it in a source."""
        return self.mark is not Mark.NOT_VERIFIED


@dataclass(frozen=True)
class Profile:
    """All rules of one product. `joint` names the profile of the same by several organisations."""

    name: str
    title: str
    body: str
    edition: Made
    checked_on: PartialDate
    limits: tuple[Rule[Limit], ...]
    languages: Rule[Languages]
    file_type: Rule[FileType]
    place: Place
    sources: Mapping[str, Source] = field(default_factory=dict)
    joint: str = ""
    notes_count: Rule[Counted] | None = None
    front_counts: Rule[Counted] | None = None
    paragraphs: Rule[Numbering] | None = None
    page_numbers: Rule[bool] | None = None
    typeface: Rule[Typeface] | None = None
    smart: Rule[bool] | None = None
    parts: tuple[Rule[Part], ...] = ()
    advice: tuple[Rule[str], ...] = ()

    def rules(self) -> Iterator[tuple[str, Rule[object]]]:
        """Yield every rule with the name of its field, in the order in which it is shown."""
        yield from (("limits", rule) for rule in self.limits)
        for name in (
            "notes_count",
            "front_counts",
            "languages",
            "file_type",
            "paragraphs",
            "page_numbers",
            "typeface",
            "smart",
        ):
            rule = getattr(self, name)
            if rule is not None:
                yield name, rule
        yield from (("parts", rule) for rule in self.parts)
        yield from (("advice", rule) for rule in self.advice)

    def requires(self, part: Part) -> bool:
        """Whether the text must have a part."""
        return any(rule.value is part for rule in self.parts)

    def limit(self, unit: Unit) -> Rule[Limit] | None:
        """Return the limit in a unit."""
        return next((rule for rule in self.limits if rule.value.unit is unit), None)

    @property
    def unverified(self) -> tuple[str, ...]:
        """The names of the rules of which at least one was seen in no source."""
        return tuple(dict.fromkeys(name for name, rule in self.rules() if not rule.known))
