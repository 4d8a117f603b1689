"""The places of a dossier with their positions: the field `places`, which the map is drawn from."""

from __future__ import annotations

from typing import Any

from report.dossier import nodes
from report.dossier.field_types import LINE
from report.dossier.kinds import Field, PatternKind, RecordKind, Schema, wrong
from report.model.dossier import Dossier, Locality
from report.model.place import Text
from report.model.problem import Problems


class _DegreesKind:
    """Degrees with decimals, south and west negative."""

    def __init__(self, most: int, example: str) -> None:
        self._about = f"decimal degrees from -{most} to {most}, as {example}"
        self._form = PatternKind(r"-?[0-9]{1,3}(\.[0-9]{1,6})?", self._about)
        self._most = most
        self.schema: Schema = {"type": "number", "minimum": -most, "maximum": most}

    def read(self, node: nodes.Node, problems: Problems) -> float | None:
        """Return the degrees."""
        written = self._form.read(node, problems)
        if written is None:
            return None
        if abs(float(written)) > self._most:
            wrong(node, problems, self._about)
            return None
        return float(written)


LOCALITY = RecordKind(
    "a place",
    {
        "lat": Field(_DegreesKind(90, "43.25"), "latitude in degrees, south negative", True),
        "lon": Field(_DegreesKind(180, "76.91"), "longitude in degrees, west negative", True),
        "source": Field(
            LINE, "what the position is taken from: a name, the same in every language", True
        ),
    },
    lambda values, place: Locality("", values["lat"], values["lon"], str(values["source"]), place),
)


Named = tuple[tuple[Text, Locality], ...]


class PlacesKind:
    """Names of places, as `where` has them, with their positions."""

    schema: Schema = {"type": "object", "additionalProperties": LOCALITY.schema}  # noqa: RUF012

    def read(self, node: nodes.Node, problems: Problems) -> Named | None:
        """Return the pairs of name and position."""
        if not isinstance(node, nodes.Mapping):
            wrong(node, problems, "names of places, each with lat, lon and source")
            return None
        read = ((key, LOCALITY.read(inner, problems)) for key, inner in node.items)
        return tuple((key, found) for key, found in read if found is not None)


def localities(written: Any) -> tuple[Locality, ...]:
    """Return the places with their names."""
    return tuple(
        Locality(str(name), one.latitude, one.longitude, one.source, name.place)
        for name, one in written
    )


def check_places(dossier: Dossier, problems: Problems) -> None:
    """Add `map-without-places`, and `place-not-named` for a position that nothing is drawn from."""
    named = {str(name) for finding in dossier.findings for name in finding.where}
    for locality in dossier.places:
        if locality.name not in named:
            problems.add("place-not-named", locality.place, name=locality.name)
    if dossier.map and not any(one.name in named for one in dossier.places):
        problems.add("map-without-places", dossier.place)
