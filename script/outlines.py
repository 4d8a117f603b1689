"""Outlines of the npm package world-atlas (Natural Earth) → templates/map/outlines.json.

Run it as `.venv/bin/python script/outlines.py`; it needs npm and writes the same bytes each time.
Lines are made simpler, each once for the two countries that share it; small islands go, but for
those that are a country's whole land. Codes are those of ISO 3166, by way of the CLDR.
"""

from __future__ import annotations

import itertools
import json
import math
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel.core import get_global

VERSION = "2.0.2"
NATURAL_EARTH = "4.1.0"
TOLERANCE = 0.035  # degrees: a tenth of a millimetre on a map of Kazakhstan of 130 mm
LEAST_AREA = 0.02  # square degrees of an island that is kept
STEPS = 100  # to a degree
TARGET = Path(__file__).parent.parent / "templates" / "map" / "outlines.json"

# World Atlas gives these no code of ISO 3166. Kosovo has one in the CLDR; of the others the lines
# are drawn and no name is printed.
UNCODED = {
    "Kosovo": "XK",
    "Somaliland": "x-somaliland",
    "N. Cyprus": "x-northern-cyprus",
    "Indian Ocean Ter.": "x-indian-ocean",
    "Siachen Glacier": "x-siachen",
}

Point = tuple[float, float]


def main() -> None:
    """Fetch the package, convert it, write the file."""
    world = fetched()
    arcs = [list(decoded(arc, world["transform"])) for arc in world["arcs"]]
    countries: dict[str, list[list[int]]] = {}
    for geometry in world["objects"]["countries"]["geometries"]:
        rings = kept(list(rings_of(geometry)), arcs)
        countries.setdefault(code_of(geometry), []).extend(rings)
    named = (number for rings in countries.values() for ring in rings for number in ring)
    used = sorted({number if number >= 0 else ~number for number in named})
    place = {number: index for index, number in enumerate(used)}
    lines = [packed(simpler(arcs[number])) for number in used]
    shapes = {
        code: [[place[n] if n >= 0 else ~place[~n] for n in ring] for ring in rings]
        for code, rings in sorted(countries.items())
    }
    write(lines, shapes)


def fetched() -> Any:
    """Return the 1:50m countries of the package."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"world-atlas@{VERSION}"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as opened:
            member = opened.extractfile("package/countries-50m.json")
            assert member is not None
            return json.load(member)


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterable[Point]:
    """Yield the points of an arc in degrees of longitude and latitude."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + left, y * scale_y + bottom


def rings_of(geometry: dict[str, Any]) -> Iterable[list[int]]:
    """Yield the rings of a country, outer and inner alike: an area is filled by odd and even."""
    if geometry["type"] == "Polygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon


def kept(rings: list[list[int]], arcs: list[list[Point]]) -> list[list[int]]:
    """Return the rings without small islands; rings that share a line with a neighbour stay."""
    largest = max((area(ring, arcs) for ring in rings), default=0.0)
    return [ring for ring in rings if len(ring) > 1 or area(ring, arcs) >= min(LEAST_AREA, largest)]


def area(ring: list[int], arcs: list[list[Point]]) -> float:
    """Return the area of a ring in square degrees."""
    points = [p for n in ring for p in (arcs[n] if n >= 0 else arcs[~n][::-1])]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def code_of(geometry: dict[str, Any]) -> str:
    """Return the ISO 3166 code of a country by its number, or our own for those without."""
    number, name = geometry.get("id"), geometry["properties"]["name"]
    if number is None:
        return UNCODED[name]
    found = get_global("territory_aliases").get(number)
    assert found, f"{name} ({number}) has no code"
    return str(found[0])


def simpler(points: list[Point]) -> list[Point]:
    """Return a line without the points that stand no further off than the tolerance.

    A closed line keeps the point furthest from its beginning (Douglas and Peucker, 1973).
    """
    if points[0] != points[-1]:
        return _between(points)
    far = max(range(len(points)), key=lambda n: math.dist(points[0], points[n]))
    return _between(points[: far + 1])[:-1] + _between(points[far:])


def _between(points: list[Point]) -> list[Point]:
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, distance = first, 0.0
        for n in range(first + 1, last):
            off = _off(points[n], points[first], points[last])
            if off > distance:
                far, distance = n, off
        if distance > TOLERANCE:
            keep[far] = True
            waiting += [(first, far), (far, last)]
    return [point for point, kept_one in zip(points, keep, strict=True) if kept_one]


def _off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point stands off a stretch, in degrees of latitude."""
    flat = math.cos(math.radians(point[1]))
    (x, y), (a, b), (c, d) = ((p[0] * flat, p[1]) for p in (point, start, end))
    length = (c - a) ** 2 + (d - b) ** 2
    along = max(0.0, min(1.0, ((x - a) * (c - a) + (y - b) * (d - b)) / length)) if length else 0.0
    return math.dist((x, y), (a + along * (c - a), b + along * (d - b)))


def packed(points: list[Point]) -> list[int]:
    """Return a line as whole steps: its first point, then how far each one is from the last."""
    whole = [(round(x * STEPS), round(y * STEPS)) for x, y in points]
    numbers = [*whole[0]]
    for (a, b), (c, d) in itertools.pairwise(whole):
        if (a, b) != (c, d):
            numbers += [c - a, d - b]
    return numbers


def write(lines: list[list[int]], shapes: dict[str, list[list[int]]]) -> None:
    """Write the file, a line or a country in a row."""
    about = (
        f"Natural Earth {NATURAL_EARTH}, 1:50m, Admin 0 countries, in the public domain; by way of "
        f"world-atlas {VERSION} (npm), made simpler by script/outlines.py. They show what that "
        "data set has and say nothing about the status of a territory or its borders."
    )
    rows = ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
    areas = ",\n".join(
        f"{json.dumps(code)}:{json.dumps(rings, separators=(',', ':'))}"
        for code, rings in shapes.items()
    )
    head = json.dumps({"about": about, "version": NATURAL_EARTH, "steps": STEPS}, indent=0)[2:-2]
    text = f'{{\n{head},\n"lines":[\n{rows}\n],\n"countries":{{\n{areas}\n}}\n}}\n'
    json.loads(text)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
