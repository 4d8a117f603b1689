"""Whether a translation says the numbers, dates and references of its source, by value."""

from __future__ import annotations

from collections.abc import Iterator

from report.evidence.comparison import Difference, compare_numbers
from report.evidence.numbers import find_numbers
from report.evidence.quantity import plain_value
from report.model.problem import Problem
from report.translation.checks.pair import Pair, quotations


def check_figures(pair: Pair) -> Iterator[Problem]:
    """Yield numbers-differ for each number that is lost, added or bounded otherwise."""
    source, target = _without_kept(pair)
    differences = compare_numbers(source, target, pair.source_words.lang, pair.words.lang)
    for difference in differences:
        if _said_weakly(difference, target if difference.target is None else source, pair):
            continue
        offset = difference.target.start if difference.target else None
        yield pair.found("numbers-differ", offset, difference=_told(difference))


def _said_weakly(difference: Difference, other: str, pair: Pair) -> bool:
    """Whether the other text says the number in a word too common to be counted: third, one."""
    number = difference.source or difference.target
    if number is None or difference.kind == "bound":
        return False
    lang = (pair.words if difference.target is None else pair.source_words).lang
    value = plain_value(number.value)
    return any(one.weak and plain_value(one.value) == value for one in find_numbers(other, lang))


def _without_kept(pair: Pair) -> tuple[str, str]:
    """Return both texts without the quotations that stand in both as the document prints them."""
    source, target = pair.plain_source, pair.plain
    for start, end in quotations(target):
        words = target[start:end]
        if words.strip() and words in source:
            source = source.replace(words, " " * len(words), 1)
            target = target[:start] + " " * len(words) + target[end:]
    return source, target


def _told(difference: Difference) -> str:
    source, target = difference.source, difference.target
    if source is None:
        return f"“{target.text}” is not in the source" if target else ""
    if target is None:
        return f"“{source.text}” of the source is missing"
    return (
        f"“{target.text}” is bounded otherwise ({target.bound}) than "
        f"“{source.text}” in the source ({source.bound})"
    )
