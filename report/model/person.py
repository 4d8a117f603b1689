"""A person who must appear in no output: how they are called, and what stands in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report.model.place import Place


@dataclass(frozen=True)
class Person:
    """One entry of protected.yaml. Only `id` and the pseudonyms may ever be shown.

    `names` and `spellings` are full names, `also` whatever else the person is called; `alone` says
    whether the surname alone tells of the person.
    """

    id: str
    place: Place
    names: tuple[str, ...]
    also: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    pseudonym: Mapping[str, str] = field(default_factory=dict)
    alone: bool = True

    def __repr__(self) -> str:
        """Show the id alone: whatever prints a person prints no name."""
        return f"Person({self.id})"
