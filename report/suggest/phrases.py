"""Phrases of several words in a row: “according to”, «по данным», «бұл туралы»."""

from __future__ import annotations

from collections.abc import Sequence

from report.suggest.article import Word
from report.suggest.words import Words


def phrase_at(row: Sequence[Word], i: int, words: Words, name: str = "according") -> int:
    """Return how many words at `i` are a phrase of the list `name`; 0: none."""
    for phrase in words.ordered.get(name, ()):
        parts = phrase.split()
        if [word.low for word in row[i : i + len(parts)]] == parts:
            return len(parts)
    return 0
