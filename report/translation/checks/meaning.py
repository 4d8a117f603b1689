"""Whether a negation of the source is said in the translation at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from report.model.problem import Problem
from report.translation.checks.pair import Pair
from report.translation.words import Words


def check_negation(pair: Pair) -> Iterator[Problem]:
    """Yield negation-lost where the source denies something and the translation nothing."""
    denied = _search(pair.folded_source, pair.source_words)
    if denied and not _search(pair.folded, pair.words):
        yield pair.found("negation-lost", word=denied.group())


def _search(folded: str, words: Words) -> re.Match[str] | None:
    negation, harmless = _patterns(words)
    if harmless:
        folded = harmless.sub(lambda match: " " * len(match.group()), folded)
    return negation.search(folded)


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    harmless = re.compile(words.negation_except) if words.negation_except else None
    return re.compile(words.negation), harmless
