"""The shipped legal vocabulary: rights by id, with instrument and name in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from report.dossier.shipped import read_shipped_yaml, templates_path


@dataclass(frozen=True)
class Right:
    """One right: `reference` such as "ICCPR, art. 9" and `name`, both by language."""

    id: str
    reference: Mapping[str, str]
    name: Mapping[str, str]
    unverified: frozenset[str]


@cache
def rights() -> Mapping[str, Right]:
    """Return all rights by id, in the order in which the instruments have them."""
    data = read_shipped_yaml(templates_path() / "vocabulary" / "rights.yaml")
    return {
        right_id: Right(
            right_id, entry["reference"], entry["name"], frozenset(entry.get("unverified", ()))
        )
        for right_id, entry in data["rights"].items()
    }
