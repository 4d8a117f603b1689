"""What is drawn, as templates and drawings see it: numbers and charts, events, places and a map.

The rules for `str` and `Markup` are those of `report.editions.context`, which takes these in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from report.editions.reference_matter import Link
from report.model.finding import Bound


@dataclass(frozen=True)
class Point:
    """One reported number, as its source gave it.

    `value` is the number with its bound ("more than 2,000", "2000-нан астам"); `as_of` the date,
    or empty where the document gives none; `source` who said it; `counts` what exactly is
    counted; `note` what must be known about it (plain text) or empty.
    `magnitude` is the number for drawing only, never printed: for a range its upper end (and
    `lower` its lower end), and None where the source gave a word. `order` sorts in time
    (year, month or 0, day or 0); (9999, 0, 0) where no date is known.
    `conflict` is a letter shared by the points of one conflict ("A"), else empty.
    """

    value: str
    as_of: str
    source: str
    counts: str
    bound: Bound
    order: tuple[int, int, int]
    magnitude: float | None = None
    lower: float | None = None
    where: str = ""
    verified: bool = False
    note: str = ""
    conflict: str = ""
    paragraphs: tuple[Link, ...] = ()
    documents: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Chart:
    """The reported numbers of one measure, by date, on one scale of their own.

    `number` counts through the brief; `title` is the label of the measure; `conflicts` are whole
    sentences, each beginning with the letter of its points; `ticks` are round numbers of its scale
    with what is printed at them. ValueError if the points are not in
    the order of time, or if a magnitude is negative.
    """

    number: str
    anchor: str
    title: str
    points: tuple[Point, ...]
    conflicts: tuple[str, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()

    def __post_init__(self) -> None:
        orders = [point.order for point in self.points]
        if orders != sorted(orders):
            raise ValueError(f"the points of {self.anchor} are not in the order of time")
        if any(point.magnitude is not None and point.magnitude < 0 for point in self.points):
            raise ValueError(f"a number of {self.anchor} is negative")


@dataclass(frozen=True)
class Event:
    """An entry of the timeline: `when` is its date as printed, `html` inline Markup.

    `order` sorts in time as that of a `Point` does; `inferred` says that the date was inferred;
    `month` names its month and year as a heading, empty where the date has none.
    """

    when: str
    order: tuple[int, int, int]
    html: Markup
    inferred: bool = False
    month: str = ""


@dataclass(frozen=True)
class MapPlace:
    """A place on the map, in degrees, with the findings that name it: their numbers."""

    name: str
    longitude: float
    latitude: float
    findings: tuple[Link, ...]


@dataclass(frozen=True)
class Map:
    """A map of the places that findings name, those named first at the beginning.

    `home` is the ISO code of the country they lie in, or empty; `territories` are the names of
    countries by code; `distance` is "% km" in the language; `alternative` says in words what is
    marked; `sources` say where the positions come from, `version` which outlines they are.
    """

    number: str
    anchor: str
    title: str
    home: str
    places: tuple[MapPlace, ...]
    territories: Mapping[str, str]
    distance: str
    alternative: str
    sources: str
    version: str
