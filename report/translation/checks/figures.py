"""Whether a translation says the numbers, dates and references of its source, by value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.evidence.comparison import NumberDifference, compare_numbers
from report.evidence.numbers import find_numbers
from report.evidence.quantity import Number, plain_value
from report.model.problem import Problem
from report.translation.checks.pair import Pair

_GROUPING = re.compile("(?<=\\d)[,\u00a0\u202f ](?=\\d{3})")


def check_figures(pair: Pair) -> Iterator[Problem]:
    """Yield numbers-differ for each number that is lost, added or bounded otherwise."""
    source, target = pair.without_kept
    differences = compare_numbers(source, target, pair.source_words.lang, pair.words.lang)
    for difference in _without_renamed(differences):
        if _said_weakly(difference, target if difference.target is None else source, pair):
            continue
        offset = difference.target.start if difference.target else None
        yield pair.found("numbers-differ", offset, difference=_told(difference))


def _without_renamed(differences: Sequence[NumberDifference]) -> Iterator[NumberDifference]:
    """Yield all but pairs of one number in digits that the languages tell for different kinds.

    Languages name an article in too many ways («1 бап», «бап 1», art. 1), and a count without its
    bound may look like a year: of the pair only another bound is told.
    """
    added = [one.target for one in differences if one.target and one.kind == "added"]
    gone: list[Number] = []
    for difference in differences:
        source = difference.source
        if source is not None and difference.kind == "missing":
            same = [one for one in added if one not in gone and _same_digits(source, one)]
            gone.extend(same[:1])
            if same:
                if source.bound is not same[0].bound:
                    yield NumberDifference("bound", source, same[0])
                continue
        if difference.target not in gone:
            yield difference


def _same_digits(one: Number, other: Number) -> bool:
    """Whether two numbers of unlike kinds are written in the same digits and nothing else."""
    ours, theirs = (_GROUPING.sub("", number.text) for number in (one, other))
    return one.kind is not other.kind and ours.isdecimal() and ours == theirs


def _said_weakly(difference: NumberDifference, other: str, pair: Pair) -> bool:
    """Whether the other text says the number in a word too common to be counted: third, one."""
    number = difference.source or difference.target
    if number is None or difference.kind == "bound":
        return False
    lang = (pair.words if difference.target is None else pair.source_words).lang
    value = plain_value(number.value)
    return any(one.weak and plain_value(one.value) == value for one in find_numbers(other, lang))


def _told(difference: NumberDifference) -> str:
    source, target = difference.source, difference.target
    if source is None:
        return f"“{target.text}” is not in the source" if target else ""
    if target is None:
        return f"“{source.text}” of the source is missing"
    return (
        f"“{target.text}” is bounded otherwise ({target.bound}) than "
        f"“{source.text}” in the source ({source.bound})"
    )
