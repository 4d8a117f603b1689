"""The words of one language that report, ask and count: `languages/<lang>.yaml` → tables.

A language without a file has empty tables: nothing is proposed by words that are not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from report.suggest import morphology


@dataclass(frozen=True)
class Words:
    """The tables of one language: `sets` by name, and the tables with inner names."""

    lang: str
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ordered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    _unions: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def has(self, name: str, word: str) -> bool:
        """Whether `word` (lower case) is in the list `name`."""
        return word in self.sets.get(name, ())

    def says(self, word: str) -> bool:
        """Whether a word is a verb of saying, in any form."""
        if self.has("say", word):
            return True
        forms = self.sets.get("say_forms", frozenset())
        return bool(forms) and morphology.is_finite(word) and bool(morphology.stems(word) & forms)

    def any_has(self, names: tuple[str, ...], word: str) -> bool:
        """Whether `word` is in one of the lists."""
        union = self._unions.get(names)
        if union is None:
            union = frozenset().union(*(self.sets.get(name, ()) for name in names))
            self._unions[names] = union
        return word in union

    def kind_in(self, table: str, words: tuple[str, ...] | list[str]) -> str:
        """Return the first name of a table that one of `words` stands under, or nothing."""
        for word in words:
            for name, listed in self.tables.get(table, {}).items():
                if word in listed:
                    return name
        return ""


@cache
def words_of(lang: str) -> Words:
    """Return the tables of a language; `ru-KZ` has those of `ru`."""
    primary = lang.partition("-")[0].lower()
    file = resources.files("report.suggest") / "languages" / f"{primary}.yaml"
    if not primary.isalpha() or not file.is_file():
        return Words(primary)
    # Scalars stay text: `no` is a word here.
    raw = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    lists = {name: _listed(value) for name, value in raw.items() if isinstance(value, str)}
    return Words(
        lang=primary,
        sets={name: frozenset(words) for name, words in lists.items()},
        ordered=lists,
        tables={
            name: {inner: _listed(words) for inner, words in value.items()}
            for name, value in raw.items()
            if isinstance(value, dict)
        },
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())
