"""The map: places where their positions are, names that cover nothing, outlines that are whole."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from bundled import LANGS, material
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from report.editions.compose import compose
from report.editions.context import Map
from report.editions.drawing import Plot, text_width_mm
from report.editions.locator_map import frame_of, locator_map
from report.editions.outlines import contains, load_outlines
from report.editions.projection import (
    RADIUS_KM,
    Projection,
    clipped_area,
    clipped_lines,
    frame_round,
)
from report.model.dossier import Locality
from report.translation.locales import load_language

OUTLINES = load_outlines()
COORDINATES = st.floats(-50, 150)
POINTS = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=3, max_size=12)
LONGITUDES, LATITUDES = st.floats(-180, 180), st.floats(-70, 70)


def map_in(lang: str) -> Map:
    """Return the map of the bundled dossier."""
    (drawn,) = [s.map for s in compose(material(lang)).brief.sections if s.map]
    return drawn


def svg_of(drawn: Map, plot: Plot | None = None) -> etree._Element:
    return etree.fromstring(locator_map(drawn, plot))


def boxes(svg: etree._Element) -> list[tuple[str, float, float, float, float]]:
    """Return the words of a map with the room that they take, in mm."""
    found = []
    for text in svg.findall(".//{*}text"):
        size = float(text.get("font-size")) * 72 / 25.4
        x, y, words = float(text.get("x")), float(text.get("y")), text.text
        found.append((words, x, y - size * 0.3, x + text_width_mm(words, size), y))
    return found


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [118.0, 168.0])
def test_no_name_covers_another(lang: str, width: float) -> None:
    """Names of places and countries stand in the map and apart from each other."""
    svg = svg_of(map_in(lang), Plot(width_mm=width))
    _, _, right, bottom = map(float, svg.get("viewBox").split())
    placed = boxes(svg)
    assert len(placed) > 6
    for number, one in enumerate(placed):
        assert min(one[1], one[2]) >= 0
        assert one[3] <= right
        assert one[4] <= bottom
        for other in placed[number + 1 :]:
            beside = one[3] <= other[1] or other[3] <= one[1]
            assert beside or one[4] <= other[2] or other[4] <= one[2], (one, other)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [118.0, 168.0])
def test_no_name_lies_on_a_line(lang: str, width: float) -> None:
    """No border and no coast runs through a name; one that stands far is led to its dot."""
    svg = svg_of(map_in(lang), Plot(width_mm=width))
    lines = [one for one in svg.findall("{*}path") if one.get("stroke-linejoin") == "round"]
    points = [at for one in lines for at in between(numbers_of(one))]
    assert len(points) > 1000
    for words, left, top, right, bottom in boxes(svg):
        on = [at for at in points if left < at[0] < right and top < at[1] < bottom]
        assert not on, (words, on[:3])
    dots = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in svg.findall("{*}circle")]
    leaders = [
        numbers_of(one)
        for one in svg.findall("{*}path")
        if one.get("stroke-width") == "0.2" and one.get("stroke-linejoin") is None
    ]
    assert leaders
    assert all(min(math.dist(line[0], dot) for dot in dots) < 1.2 for line in leaders)


def numbers_of(line: etree._Element) -> list[tuple[float, float]]:
    """Return the points of a path."""
    numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", line.get("d"))]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def between(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return points on a line, at most half a millimetre apart."""
    found = []
    for (x, y), (end_x, end_y) in pairwise(points):
        steps = int(2 * math.dist((x, y), (end_x, end_y))) + 1
        found += [(x + (end_x - x) * n / steps, y + (end_y - y) * n / steps) for n in range(steps)]
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_all_its_words_are_of_the_language(lang: str) -> None:
    """Places, countries and kilometres are named in the language of the edition."""
    drawn, language = map_in(lang), load_language(lang)
    said = {words for words, *_ in boxes(svg_of(drawn))}
    assert {place.name for place in drawn.places} <= said
    assert language.territory_name("KZ") in said
    assert any(re.fullmatch({"en": "500.km"}.get(lang, "500.км"), words) for words in said)
    assert (re.search("[A-Za-z]", " ".join(said)) is not None) == (lang == "en")


def test_it_says_in_words_what_is_marked() -> None:
    """The text alternative names the country and every place that is marked."""
    drawn = map_in("en")
    (title,) = svg_of(drawn).findall("{*}title")
    for name in ("Kazakhstan", *(place.name for place in drawn.places)):
        assert name in title.text


def test_each_place_has_its_findings() -> None:
    """The list beside the map leads to the findings that name the place, in their order."""
    by_name = {place.name: place for place in map_in("en").places}
    dossier = material("en").dossier
    for name, place in by_name.items():
        anchors = [f"finding-{one.id}" for one in dossier.findings if name in one.where]
        assert sorted(link.anchor for link in place.findings) == sorted(anchors)
    assert next(iter(by_name)) == "Almaty"


def test_a_dot_stands_at_its_position() -> None:
    """The dots are where the projection puts the positions of the dossier."""
    drawn = map_in("en")
    frame = frame_of(drawn, OUTLINES, Plot().width_mm - Plot().rail_mm - 0.1)
    dots = [
        (float(dot.get("cx")), float(dot.get("cy"))) for dot in svg_of(drawn).findall("{*}circle")
    ]
    expected = [frame.to_mm((place.longitude, place.latitude)) for place in drawn.places]
    for dot, at in zip(dots, expected, strict=True):
        assert math.dist(dot, at) < 0.01


def test_a_place_outside_the_map_is_in_the_list_alone() -> None:
    """A place in another part of the world does not make the map one of the world."""
    found = material("en")
    dossier = found.dossier
    geneva = Locality("Geneva", 46.2, 6.15, "GeoNames", dossier.place)
    dossier = replace(dossier, places=(*dossier.places, geneva))
    brief = compose(replace(found, dossier=dossier)).brief
    (drawn,) = [s.map for s in brief.sections if s.map]
    assert drawn.home == "KZ"
    assert "Geneva" in [place.name for place in drawn.places]
    assert "Geneva" not in [words for words, *_ in boxes(svg_of(drawn))]


def test_no_map_is_drawn_unasked() -> None:
    """Positions alone make no map."""
    found = material("en")
    brief = compose(replace(found, dossier=replace(found.dossier, map=False))).brief
    assert not any(section.map for section in brief.sections)
    assert next(s for s in brief.sections if s.charts).charts[0].number == "1"


def test_places_in_no_country_have_a_map_too() -> None:
    """Where no outline holds a place, the map is of the places' surroundings."""
    drawn = replace(map_in("en"), home="")
    assert svg_of(drawn).findall("{*}circle")


def test_the_outlines_are_whole() -> None:
    """Each line is used, each ring is closed, each code is one of the CLDR or marked as none."""
    language = load_language("en")
    used = set()
    for code in OUTLINES.countries:
        assert code.startswith("x-") or language.territory_name(code)
        used |= OUTLINES.lines_of(code)
        for ring in OUTLINES.countries[code]:
            joints = [OUTLINES.lines[n] if n >= 0 else OUTLINES.lines[~n][::-1] for n in ring]
            for before, after in pairwise((*joints, joints[0])):
                assert before[-1] == after[0]
    assert used == set(range(len(OUTLINES.lines)))


@pytest.mark.parametrize(
    ("position", "code"),
    [((76.91, 43.25), "KZ"), ((6.14, 46.2), "CH"), ((31.24, 30.06), "EG"), ((-150.0, 0.0), "")],
)
def test_the_country_of_a_place(position: tuple[float, float], code: str) -> None:
    """A place is in the country whose outline holds it, or in none."""
    assert OUTLINES.country_of([position]) == code


@given(LONGITUDES, LATITUDES, st.floats(-30, 30), st.floats(-20, 20))
def test_distances_from_the_centre_are_true(
    longitude: float, latitude: float, east: float, north: float
) -> None:
    """A place lies in its direction, as far off as an equal-area map has it."""
    assume(abs(latitude + north) < 89)
    projection = Projection((longitude, latitude))
    x, y = projection.to_km((longitude + east, latitude + north))
    phi, other = math.radians(latitude), math.radians(latitude + north)
    cosine = math.sin(phi) * math.sin(other)
    cosine += math.cos(phi) * math.cos(other) * math.cos(math.radians(east))
    chord = 2 * RADIUS_KM * math.sin(math.acos(max(-1.0, min(1.0, cosine))) / 2)
    assert math.hypot(x, y) == pytest.approx(chord, abs=0.5)
    assert projection.to_km((longitude, latitude)) == pytest.approx((0, 0), abs=1e-6)


@given(st.lists(st.tuples(LONGITUDES.map(lambda x: x / 9), LATITUDES), min_size=1, max_size=9))
def test_a_frame_holds_all_its_positions(positions: list[tuple[float, float]]) -> None:
    """Whatever is to be shown lies in the frame, whose height has bounds."""
    frame = frame_round(positions, 100, (0.4, 0.8))
    assert all(frame.holds(frame.to_mm(one)) for one in positions)
    assert 39.9 <= frame.height_mm <= 80.1


@given(POINTS)
def test_a_clipped_area_lies_in_the_map(points: list[tuple[float, float]]) -> None:
    """Nothing of an area is drawn outside; an area that lies inside is left as it is."""
    for x, y in clipped_area(points, 100, 80):
        assert -1e-6 <= x <= 100 + 1e-6
        assert -1e-6 <= y <= 80 + 1e-6
    inner = [((x + 50) / 2, (y + 50) / 2.5) for x, y in points]
    assert clipped_area(inner, 100, 80) == inner


@given(POINTS)
def test_a_clipped_line_lies_in_the_map_and_on_the_line(points: list[tuple[float, float]]) -> None:
    """The parts of a line run along it, and between them it is outside."""
    for part in clipped_lines(points, 100, 80):
        for x, y in part:
            assert -1e-6 <= x <= 100 + 1e-6
            assert -1e-6 <= y <= 80 + 1e-6
            assert min(off((x, y), a, b) for a, b in pairwise(points)) < 1e-6


def off(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return how far a point stands off a stretch."""
    length = math.dist(a, b) ** 2
    along = sum((p - s) * (e - s) for p, s, e in zip(point, a, b, strict=True))
    share = max(0.0, min(1.0, along / length)) if length else 0.0
    return math.dist(point, [s + (e - s) * share for s, e in zip(a, b, strict=True)])


@given(st.tuples(st.floats(0, 10), st.floats(0, 10)))
def test_an_area_holds_its_inner_points(point: tuple[float, float]) -> None:
    """Points are in a shape, in its hole or outside."""
    x, y = point
    shape = [(1, 1), (9, 1), (9, 9), (5, 3), (1, 9)]
    assume(min(off(point, a, b) for a, b in pairwise([*shape, shape[0]])) > 1e-6)
    notch = y > 3 + 1.5 * abs(x - 5)
    assert contains(shape, point) == (1 < x < 9 and y > 1 and not notch)
