"""The dossier as a whole: what is printed, what was found, and the documents it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from report.model.dates import PartialDate, When
from report.model.document import Document
from report.model.finding import Evidence, Figure, Finding
from report.model.place import Place
from report.model.profile import Profile
from report.model.session import Session, Statement, Submission
from report.model.theme import Theme


@dataclass(frozen=True)
class Organisation:
    """Who publishes the brief."""

    name: str
    address: str = ""
    email: str = ""
    url: str = ""
    logo: str = ""
    note: str = ""


@dataclass(frozen=True)
class Measure:
    """What comparable figures count. Unlike things have measures of their own."""

    id: str
    label: str
    unit: str
    place: Place


@dataclass(frozen=True)
class PullQuote:
    """A speaker's own words, set large: before the findings of a section, or behind `after`.

    `when` is the date on which they were said; without it the date of the document stands for it.
    `translation` gives them in the dossier's language where the document has another.
    """

    evidence: Evidence
    when: When | None = None
    translation: str = ""
    after: str = ""


@dataclass(frozen=True)
class Section:
    """One section: an introduction in Markdown, its findings in order, charts of measures."""

    heading: str
    text: str
    findings: tuple[str, ...]
    charts: tuple[str, ...]
    place: Place
    pull_quotes: tuple[PullQuote, ...] = ()

    @property
    def filled(self) -> bool:
        """Whether there is anything under its heading: a section that is empty is not printed."""
        return bool(self.text or self.findings or self.charts)


@dataclass(frozen=True)
class Recommendation:
    """One call to one addressee. `by` names who made it where it is not the dossier's own."""

    id: str
    place: Place
    to: str
    text: str
    by: str = ""
    rests_on: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    previous: str = ""


@dataclass(frozen=True)
class TimelineEntry:
    """One dated line of the timeline, in Markdown with marks. An `inferred` date prints as such."""

    when: When
    text: str
    place: Place
    inferred: bool = False


@dataclass(frozen=True)
class Locality:
    """A place that findings name, with its position in degrees and where that was taken from."""

    name: str
    latitude: float
    longitude: float
    source: str
    place: Place


@dataclass(frozen=True)
class Correction:
    """What was put right in a version that followed: `was` are the words that no longer hold."""

    date: PartialDate
    text: str
    place: Place
    was: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a handout or a factsheet holds, by id; what is not named is chosen by the edition.

    `section` counts from 1; `findings` are an own choice of findings in its place.
    """

    section: int | None = None
    findings: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    place: Place = field(default_factory=lambda: Place("dossier.yaml"))


@dataclass(frozen=True)
class Dossier:
    """A dossier as read: whole and typed, not yet checked against its documents.

    `profiles` are the rules of bodies by name, those of the program and its own. `unread` are the
    ids of records that stand in the files but could not be read, which is told.
    """

    id: str
    title: str
    date: PartialDate
    language: str
    organisation: Organisation
    summary: str
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...]
    place: Place
    subtitle: str = ""
    short_title: str = ""
    summary_languages: tuple[str, ...] = ()
    session: Session | None = None
    measures: tuple[Measure, ...] = ()
    key_messages: tuple[str, ...] = ()
    key_figures: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    method: str = ""
    version: str = ""
    corrections: tuple[Correction, ...] = ()
    citation_style: str = ""
    web: str = ""
    map: bool = False
    places: tuple[Locality, ...] = ()
    theme: Theme = field(default_factory=Theme)
    handout: Sheet = field(default_factory=Sheet)
    factsheet: Sheet = field(default_factory=Sheet)
    submission: Submission | None = None
    statement: Statement | None = None
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @cached_property
    def finding_by_id(self) -> Mapping[str, Finding]:
        """Findings by id."""
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def document_by_id(self) -> Mapping[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def figure_by_id(self) -> Mapping[str, Figure]:
        """Figures of all findings by id."""
        return {figure.id: figure for finding in self.findings for figure in finding.figures}

    @cached_property
    def finding_of_figure(self) -> Mapping[str, Finding]:
        """The finding that each figure belongs to."""
        return {figure.id: finding for finding in self.findings for figure in finding.figures}

    @cached_property
    def all_evidence(self) -> tuple[Evidence, ...]:
        """The evidence of all findings, then that of recommendations which others made, and of
        pull quotes.
        """
        found = [evidence for finding in self.findings for evidence in finding.all_evidence]
        found += [evidence for call in self.recommendations for evidence in call.evidence]
        return (*found, *(quote.evidence for _, quote in self.pull_quotes))

    @cached_property
    def pull_quotes(self) -> tuple[tuple[str, PullQuote], ...]:
        """The pull quotes of all sections, each with the key of its units."""
        return tuple(
            (f"sections/{number}/pull_quotes/{index}", quote)
            for number, section in enumerate(self.sections, 1)
            for index, quote in enumerate(section.pull_quotes, 1)
        )

    @cached_property
    def measure_by_id(self) -> Mapping[str, Measure]:
        """Measures by id."""
        return {measure.id: measure for measure in self.measures}

    def prints(self, edition: str, lang: str) -> bool:
        """Whether there is an edition in a language: what it needs is given, the body takes it."""
        if edition == "submission":
            profile = self.profiles.get(str(self.submission.profile)) if self.submission else None
            return profile is not None and lang in profile.languages.value.accepted
        return edition != "statement" or self.statement is not None
