"""What the templates of the short editions see: a handout of two pages, a factsheet of one.

The rules for `str` and `Markup` are those of `report.editions.context`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from report.editions.context import Chart, Organisation, Point, Right
from report.model.finding import Standing


@dataclass(frozen=True)
class Sourced:
    """A figure with its source line: who said it and as of when, with the call of its note."""

    point: Point
    source_html: Markup


@dataclass(frozen=True)
class Ask:
    """A recommendation: `number` is that of the brief ("R2"), `paragraphs` where it rests there.

    `html` may call notes; `made_by` says who made the call, empty where it is our own.
    """

    number: str
    addressee: str
    html: Markup
    made_by: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """A finding in a line: `paragraphs` are those of the brief; its note cites its evidence."""

    number: str
    html: Markup
    standing: Standing
    established_by: str
    rights: tuple[Right, ...]
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class SourcedChart:
    """A chart whose caption ends in a note on the evidence of all its numbers."""

    chart: Chart
    title_html: Markup


@dataclass(frozen=True)
class Masthead:
    """What every short edition says of itself: of which brief, by whom, for whom, in what state.

    `brief_name` is the file name of the brief; `draft` whether problems are left;
    `trusted_notice` says that it is for trusted hands only, or is empty;
    `unfounded_notice` that the dossier has no findings yet, or is empty;
    `web` the address of the brief, or empty.
    """

    lang: str
    title: str
    short_title: str
    occasion: str
    date: str
    brief_name: str
    organisation: Organisation
    text_notice: str
    draft: bool
    trusted_notice: str = ""
    unfounded_notice: str = ""
    web: str = ""


@dataclass(frozen=True)
class Handout:
    """Two pages: what happened (`lead_html` and messages), who said what, what is asked."""

    head: Masthead
    lead_html: Markup
    messages_html: tuple[Markup, ...]
    figures: tuple[Sourced, ...]
    asks: tuple[Ask, ...]
    chart: SourcedChart | None


@dataclass(frozen=True)
class Factsheet:
    """One page on one theme: the issue, the figures, how well each finding is supported, asks."""

    head: Masthead
    theme: str
    issue_html: tuple[Markup, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Sourced, ...]
    asks: tuple[Ask, ...]
    chart: SourcedChart | None
