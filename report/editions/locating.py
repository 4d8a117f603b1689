"""The places of a dossier → the map of a brief: which places findings name, and their positions."""

from __future__ import annotations

from collections.abc import Mapping

from report.editions.context import Link, Map, MapPlace
from report.editions.material import Material
from report.editions.outlines import Outlines, load_outlines
from report.editions.wording import Wording
from report.model.dossier import Dossier


def section_of_map(dossier: Dossier) -> int:
    """Return the number of the section that the map stands in, the first with a place; or 0."""
    if not dossier.map:
        return 0
    known = {one.name for one in dossier.places}
    for number, section in enumerate(dossier.sections, 1):
        findings = (dossier.finding_by_id[name] for name in section.findings)
        if any(str(where) in known for finding in findings for where in finding.where):
            return number
    return 0


def map_of(material: Material, wording: Wording, number: int) -> Map:
    """Return the map, as figure `number`. There is a section of it, so there are places."""
    outlines = load_outlines()
    places = _places(material)
    home = outlines.country_of((one.longitude, one.latitude) for one in places)
    names = _territories(outlines, wording)
    marked = wording.listed(one.name for one in places)
    country = names.get(home, "")
    sources = dict.fromkeys(one.source for one in material.dossier.places)
    return Map(
        number=str(number),
        anchor="map",
        title=wording.say("Places named in the findings"),
        home=home,
        places=places,
        territories=names,
        distance=wording.say("%(number)s km", number="%"),
        alternative=wording.say(
            "Map: %(country)s. Marked: %(places)s.", country=country, places=marked
        )
        if country
        else wording.say("Map. Marked: %(places)s.", places=marked),
        sources="; ".join(sources),
        version=outlines.version,
    )


def _places(material: Material) -> tuple[MapPlace, ...]:
    """Return the places in the order in which findings name them, each with those findings."""
    dossier = material.dossier
    positions = {one.name: one for one in dossier.places}
    named: dict[str, list[Link]] = {}
    numbered = (name for section in dossier.sections for name in section.findings)
    for number, name in enumerate(numbered, 1):
        for where in dossier.finding_by_id[name].where:
            if where in positions:
                named.setdefault(str(where), []).append(Link(str(number), f"finding-{name}"))
    return tuple(
        MapPlace(
            material.texts.name("places", name),
            positions[name].longitude,
            positions[name].latitude,
            tuple(findings),
        )
        for name, findings in named.items()
    )


def _territories(outlines: Outlines, wording: Wording) -> Mapping[str, str]:
    """Return the names of countries by code, those that the language has one for."""
    names = {}
    for code in outlines.countries:
        try:
            names[code] = wording.language.territory_name(code)
        except LookupError:
            continue  # an area without a code, such as a disputed one: its lines are drawn unnamed
    return names
