"""The one type that templates see: a brief, checked, translated and formatted, as plain data.

Every `str` is ready to print in the language of the edition (numbers, dates and lists formatted,
no-break spaces set) and is escaped by the templates. Every `Markup` (names end in `_html`) was
made of escaped pieces by its maker: paragraphs of words with emphasis, links, spans with `lang`,
and notes made by `report.editions.notes.note_call`. An empty string or tuple means that there is
nothing to print; there is no None that means "not yet". Nothing here knows a dossier's records,
a template or a renderer.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from report.editions.picture_context import Chart, Event, Map, MapPlace, Point
from report.editions.reference_matter import (
    Checked,
    Document,
    Draft,
    Evidence,
    Fault,
    Image,
    Imprint,
    Link,
    Organisation,
)
from report.model.finding import Standing

__all__ = [
    "Addressee",
    "Brief",
    "Chart",
    "Checked",
    "Correction",
    "Document",
    "Draft",
    "Event",
    "Evidence",
    "Fault",
    "Finding",
    "FindingRow",
    "Image",
    "Imprint",
    "Link",
    "Map",
    "MapPlace",
    "Organisation",
    "Paragraph",
    "Point",
    "PullQuote",
    "Recommendation",
    "Right",
    "Section",
    "Summary",
    "SummaryWords",
]


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph. `number` is printed beside it, `anchor` is unique in the brief.

    `html` is inline Markup: the words of one paragraph, without a `<p>`.
    """

    number: str
    anchor: str
    html: Markup


@dataclass(frozen=True)
class Right:
    """A right of the legal vocabulary: its name, and its reference such as "ICCPR, art. 6"."""

    name: str
    reference: str


@dataclass(frozen=True)
class PullQuote:
    """A speaker's own words, set large: `words` stand in quotation marks, `lang` is their language.

    `source_html` says who said them and when, with the call of the note. Where `words` are a
    translation, `original` are the words of the document in `original_lang`; else empty.
    """

    words: str
    lang: str
    source_html: Markup
    original: str = ""
    original_lang: str = ""


@dataclass(frozen=True)
class Finding:
    """A finding in its section.

    `number` counts through the brief ("7"); `anchor` is its id; `heading_html` is inline Markup
    without notes; `when` and `where` are phrases or empty; `established_by` names the body where
    the standing is established; `pull_quotes` stand behind it.
    """

    number: str
    anchor: str
    heading_html: Markup
    standing: Standing
    paragraphs: tuple[Paragraph, ...]
    rights: tuple[Right, ...] = ()
    when: str = ""
    where: str = ""
    established_by: str = ""
    documents: tuple[Link, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()


@dataclass(frozen=True)
class Section:
    """A section: its number ("3"), heading (plain), introduction, findings and charts.

    `pull_quotes` stand before the findings; `map` where the brief's map stands in this section.
    """

    number: str
    anchor: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]
    charts: tuple[Chart, ...] = ()
    pull_quotes: tuple[PullQuote, ...] = ()
    map: Map | None = None


@dataclass(frozen=True)
class FindingRow:
    """A row of the table of findings; `paragraphs` are the numbers where it is set out."""

    number: str
    anchor: str
    heading_html: Markup
    standing: Standing
    rights: tuple[Right, ...]
    paragraphs: tuple[Link, ...]
    documents: tuple[Link, ...]
    when: str = ""
    where: str = ""


@dataclass(frozen=True)
class Recommendation:
    """A call: `number` is printed as R1; `made_by` who made it, empty where it is our own.

    `html` is inline Markup; `rests_on` are the paragraphs of the findings that it rests on.
    """

    number: str
    anchor: str
    html: Markup
    made_by: str = ""
    previous: str = ""
    rests_on: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Addressee:
    """The recommendations to one addressee, whose name is printed as it stands in the dossier."""

    name: str
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True)
class Summary:
    """The summary in one language, `lang` a BCP 47 tag.

    `title` is the title of the brief in that language; `words` are the words round the summary,
    in its own language, from `report.editions.interface.summary_words`; `paragraphs_html` are
    inline Markup, one a paragraph. `reviewed` says whether a native reader reviewed it; the
    language of the brief itself always counts as reviewed.
    """

    lang: str
    title: str
    words: SummaryWords
    paragraphs_html: tuple[Markup, ...]
    reviewed: bool = True


@dataclass(frozen=True)
class SummaryWords:
    """Words of the summary's own language: its heading, its language's name, and the notice."""

    heading: str
    language: str
    notice: str


@dataclass(frozen=True)
class Correction:
    """What was put right on a day: plain words, and those that were printed before, or empty."""

    date: str
    text: str
    was: str = ""


@dataclass(frozen=True)
class Brief:
    """A whole brief in one language.

    `lang` is a BCP 47 tag; `title`, `subtitle` and `short_title` are plain (the short title heads
    the pages); `identifier` is the dossier's id; `date` the day of the brief; `iso_date` the same
    as YYYY-MM-DD; `occasion` the session or body it is for, or empty; `cover` the numbers on the
    cover (at most six) with the label of their measure, or None, and `cover_key` how many each
    mark of their picture stands for; `key_messages_html` inline
    Markup with notes; `key_figures` points whose `counts` says what is counted; `text_notice` the
    notice that the whole edition is an unreviewed translation, or empty.
    """

    lang: str
    title: str
    date: str
    iso_date: str
    identifier: str
    organisation: Organisation
    sections: tuple[Section, ...]
    findings: tuple[FindingRow, ...]
    summaries: tuple[Summary, ...]
    documents: tuple[Document, ...]
    imprint: Imprint
    subtitle: str = ""
    short_title: str = ""
    occasion: str = ""
    cover: Chart | None = None
    cover_key: str = ""
    key_messages_html: tuple[Markup, ...] = ()
    key_figures: tuple[Point, ...] = ()
    timeline: tuple[Event, ...] = ()
    recommendations: tuple[Addressee, ...] = ()
    method: tuple[Paragraph, ...] = ()
    keywords: tuple[str, ...] = ()
    text_notice: str = ""
    trusted_notice: str = ""
    draft: Draft | None = None
    version: str = ""
    corrections: tuple[Correction, ...] = ()
