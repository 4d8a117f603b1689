"""A Russian word → its part of speech, case and dictionary form, by pymorphy3; loaded when asked.

Measured on the Russian articles of the tests: without it what is counted ran on to the next
preposition («человек остаются»), and a surname in a case («По словам Осиповой») met nobody.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=65536)
def _tags(word: str) -> tuple[frozenset[str], ...]:
    readings = (str(reading.tag) for reading in _analyzer().parse(word))
    return tuple(frozenset(tag.replace(" ", ",").split(",")) for tag in readings)


def is_noun(word: str) -> bool:
    """Whether the likeliest reading of a word is a noun."""
    return "NOUN" in _tags(word)[0]


def is_described(word: str) -> bool:
    """Whether a word is an adjective or a full participle: it describes, or stands for a noun."""
    return bool(_tags(word)[0] & {"ADJF", "PRTF", "NUMR", "APRO"})


def is_genitive(word: str) -> bool:
    """Whether a noun may stand in the genitive."""
    return any({"NOUN", "gent"} <= tags for tags in _tags(word))


def is_verb(word: str) -> bool:
    """Whether the likeliest reading is a verb or a short participle."""
    return bool(_tags(word)[0] & {"VERB", "INFN", "PRTS", "GRND"})


@lru_cache(maxsize=65536)
def stems(word: str) -> frozenset[str]:
    """Return the dictionary forms that a word may have: «Осиповой» is осипов or осипова."""
    return frozenset(p.normal_form for p in _analyzer().parse(word))


def is_feminine(word: str) -> bool | None:
    """Whether a name is a woman's; None where it may be of both."""
    found = {("femn" in tags) for tags in _tags(word) if {"femn", "masc"} & tags}
    return found.pop() if len(found) == 1 else None
