"""The fields of dossier.yaml and findings.yaml: one table for the reader and the JSON Schema."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Generic, TypeVar

from report.dossier import nodes
from report.dossier.appearance import FACTSHEET, HANDOUT, THEME
from report.dossier.field_types import (
    ADDRESS,
    BOOLEAN,
    DATE,
    LANGUAGE,
    LINE,
    MAIL,
    NUMBER,
    TEXT,
    WHEN,
)
from report.dossier.kinds import (
    IDENTIFIER,
    IDENTIFIERS,
    ChoiceKind,
    EnumKind,
    Field,
    Kind,
    ListKind,
    PatternKind,
    RecordKind,
    Schema,
    TableKind,
)
from report.dossier.places import PlacesKind
from report.dossier.quotation_records import EVIDENCE, PULL_QUOTE
from report.dossier.session_texts import SESSION, STATEMENT, SUBMISSION
from report.model.dossier import (
    Correction,
    Measure,
    Organisation,
    Recommendation,
    Section,
    TimelineEntry,
)
from report.model.finding import (
    Bound,
    Figure,
    Finding,
    Persons,
    Range,
    Standing,
    Words,
)
from report.model.place import Place
from report.model.problem import Problems

T = TypeVar("T")

_RANGE = RecordKind(
    "a range",
    {
        "from": Field(NUMBER, "the lower end of a range", True),
        "to": Field(NUMBER, "the upper end of a range", True),
    },
    lambda values, _place: Range(Decimal(values["from"]), Decimal(values["to"])),
)
_WORDS = RecordKind(
    "a value in words",
    {"words": Field(LINE, "the words of the source where it gives no number, as dozens", True)},
    lambda values, _place: Words(str(values["words"])),
)


class _RangeOrWordsKind:
    """A range, or words where the source gives no number: told apart by the key `words`."""

    schema: Schema = {"anyOf": [_RANGE.schema, _WORDS.schema]}  # noqa: RUF012  a constant

    def read(self, node: nodes.Node, problems: Problems) -> Range | Words | None:
        """Return the range or the words."""
        keys = [key for key, _ in node.items] if isinstance(node, nodes.Mapping) else []
        return (_WORDS if "words" in keys else _RANGE).read(node, problems)


class _PlacedKind(Generic[T]):
    """Another kind whose values do not know where they stand: they come with their places."""

    def __init__(self, inner: Kind[T]) -> None:
        self.inner = inner
        self.schema: Schema = inner.schema

    def read(self, node: nodes.Node, problems: Problems) -> tuple[T, Place] | None:
        """Return the value and its place."""
        value = self.inner.read(node, problems)
        return None if value is None else (value, node.place)


VALUE = _PlacedKind(
    ChoiceKind(
        "a number, {from: 20, to: 36}, or {words: dozens}",
        {nodes.Scalar: NUMBER, nodes.Mapping: _RangeOrWordsKind()},
    )
)


def _figure(values: dict[str, Any], place: Place) -> Figure:
    written, value_place = values["value"]
    value = written if isinstance(written, Range | Words) else Decimal(written)
    return Figure(**{**values, "place": place, "value": value, "value_place": value_place})


FIGURE = RecordKind(
    "a figure",
    {
        "id": Field(IDENTIFIER, "id, printed in text as {id}", True),
        "measure": Field(IDENTIFIER, "what it counts, declared in dossier.yaml", True),
        "value": Field(VALUE, "the number as reported", True),
        "bound": Field(EnumKind(Bound), "how the source bounds it", True),
        "counts": Field(LINE, "what exactly is counted", True),
        "attributed_to": Field(LINE, "who reported it", True),
        "evidence": Field(ListKind(EVIDENCE, filled=True), "the words that it rests on", True),
        "as_of": Field(WHEN, "the date that the figure speaks of"),
        "when": Field(WHEN, "the period in which the thing counted happened"),
        "where": Field(LINE, "the place that it covers"),
        "verified": Field(BOOLEAN, "whether the source says it was verified; default false"),
        "note": Field(TEXT, "what a reader must know"),
    },
    _figure,
)


FINDING = RecordKind(
    "a finding",
    {
        "id": Field(IDENTIFIER, "id, cited in text as [@id]", True),
        "heading": Field(LINE, "the finding in a few words", True),
        "statement": Field(TEXT, "what is found, attributed, in Markdown", True),
        "standing": Field(EnumKind(Standing), "how well it is supported", True),
        "evidence": Field(ListKind(EVIDENCE, filled=True), "the passages that it rests on", True),
        "established_by": Field(LINE, "the body that established it"),
        "rights": Field(IDENTIFIERS, "rights concerned, ids of the legal vocabulary as iccpr-9"),
        "when": Field(WHEN, "date or interval of the events"),
        "where": Field(ListKind(LINE), "places of the events"),
        "figures": Field(ListKind(FIGURE), "the numbers reported"),
        "persons": Field(EnumKind(Persons), "pseudonym: print it for protected persons named here"),
        "restricted": Field(BOOLEAN, "true keeps it out of every public edition; default false"),
    },
    lambda values, place: Finding(place=place, **values),
)
FINDINGS = ListKind(FINDING)

ORGANISATION = RecordKind(
    "the organisation",
    {
        "name": Field(LINE, "name as printed", True),
        "address": Field(TEXT, "postal address"),
        "email": Field(MAIL, "address for corrections"),
        "url": Field(ADDRESS, "web address"),
        "logo": Field(LINE, "path of an image in the dossier"),
        "note": Field(TEXT, "a line for the imprint"),
    },
    lambda values, _place: Organisation(**values),
)

MEASURE = RecordKind(
    "a measure",
    {
        "label": Field(LINE, "what is counted, as a heading of a chart", True),
        "unit": Field(LINE, "unit where it is not people or things, as hours"),
    },
    lambda values, place: Measure("", values["label"], values.get("unit", ""), place),
)


def _section(values: dict[str, Any], place: Place) -> Section:
    return Section(
        heading=values["heading"],
        text=values.get("text", ""),
        findings=values.get("findings", ()),
        charts=values.get("charts", ()),
        place=place,
        pull_quotes=values.get("pull_quotes", ()),
    )


SECTION = RecordKind(
    "a section",
    {
        "heading": Field(LINE, "heading", True),
        "text": Field(TEXT, "introduction in Markdown"),
        "findings": Field(IDENTIFIERS, "ids of its findings in order"),
        "charts": Field(IDENTIFIERS, "measures whose series are drawn here"),
        "pull_quotes": Field(
            ListKind(PULL_QUOTE, most=2), "a speaker's own words set large, two at most"
        ),
    },
    _section,
)

RECOMMENDATION = RecordKind(
    "a recommendation",
    {
        "id": Field(IDENTIFIER, "id", True),
        "to": Field(LINE, "the one addressee", True),
        "text": Field(TEXT, "what is asked, verb first", True),
        "by": Field(LINE, "who made the call, where it is not the dossier's own"),
        "rests_on": Field(IDENTIFIERS, "ids of the findings that it rests on"),
        "evidence": Field(ListKind(EVIDENCE), "the words of a call that others made"),
        "previous": Field(TEXT, "an earlier recommendation that it takes up"),
    },
    lambda values, place: Recommendation(place=place, **values),
)

TIMELINE_ENTRY = RecordKind(
    "an entry of the timeline",
    {
        "when": Field(WHEN, "date or interval", True),
        "text": Field(TEXT, "what happened, with a mark [@id]", True),
        "inferred": Field(BOOLEAN, "whether the date follows only from the text; default false"),
    },
    lambda values, place: TimelineEntry(place=place, **values),
)

CORRECTION = RecordKind(
    "a correction",
    {
        "date": Field(DATE, "day of the correction", True),
        "text": Field(LINE, "what holds now, and where it stands", True),
        "was": Field(LINE, "the words that were printed and do not hold"),
    },
    lambda values, place: Correction(place=place, **values),
)

DOSSIER_FIELDS = {
    "dossier": Field(PatternKind("1", "1, the version of the format"), "format version", True),
    "id": Field(IDENTIFIER, "id of the dossier; names the output files", True),
    "title": Field(LINE, "title of the brief", True),
    "subtitle": Field(LINE, "subtitle"),
    "short_title": Field(LINE, "title for running heads, where the title is long"),
    "date": Field(DATE, "date of the brief", True),
    "version": Field(LINE, "version of what is published, as 1.1; it is not printed over"),
    "corrections": Field(ListKind(CORRECTION), "what was put right since an earlier version"),
    "language": Field(LANGUAGE, "language that the dossier is written in", True),
    "summary_languages": Field(ListKind(LANGUAGE), "languages of the summary, in order"),
    "organisation": Field(ORGANISATION, "who publishes the brief", True),
    "session": Field(SESSION, "the session that it is for"),
    "measures": Field(TableKind(MEASURE), "what the figures count"),
    "key_messages": Field(ListKind(TEXT), "three to five messages"),
    "key_figures": Field(IDENTIFIERS, "figures shown beside the key messages"),
    "summary": Field(TEXT, "the summary, which is translated", True),
    "sections": Field(ListKind(SECTION, filled=True), "the sections of the brief", True),
    "recommendations": Field(ListKind(RECOMMENDATION), "recommendations, in order"),
    "timeline": Field(ListKind(TIMELINE_ENTRY), "dated events, in order"),
    "method": Field(TEXT, "what was done, what was not, and the limits"),
    "web": Field(ADDRESS, "address of the brief on the web, printed as a QR code too"),
    "map": Field(BOOLEAN, "whether a map shows the places that findings name; default false"),
    "places": Field(PlacesKind(), "positions of places, by the names that “where” has"),
    "theme": Field(THEME, "colours of the organisation"),
    "handout": Field(HANDOUT, "what the handout holds"),
    "factsheet": Field(FACTSHEET, "what the factsheet holds"),
    "submission": Field(SUBMISSION, "a written text for a body, made of the same findings"),
    "statement": Field(STATEMENT, "a text to be spoken"),
    "citation_style": Field(LINE, "a CSL style: its name, or a .csl file of the dossier"),
}


DOSSIER = RecordKind("the dossier", DOSSIER_FIELDS, lambda values, _place: values)
