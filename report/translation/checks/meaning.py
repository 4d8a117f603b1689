"""Whether a translation says no as often as its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from report.model.problem import Problem
from report.translation.checks.pair import Pair
from report.translation.words import Words

_SENTENCE = re.compile(r"[^.!?;]+")


def check_negation(pair: Pair) -> Iterator[Problem]:
    """Yield negation-lost where the translation denies less often than the source."""
    denied = _negations(pair.folded_source, pair.source_words)
    if denied and len(_negations(pair.folded, pair.words)) < len(denied):
        yield pair.found("negation-lost", words=" / ".join(dict.fromkeys(denied)))
    elif half := _half_denied(pair):
        yield pair.found("negation-lost", half.start(), words=" / ".join(dict.fromkeys(denied)))


def _half_denied(pair: Pair) -> re.Match[str] | None:
    """Return a word that a sentence has together with a denying one only, where it has none."""
    if not pair.words.denied_too:
        return None
    word = re.compile(pair.words.denied_too)
    for sentence in _SENTENCE.finditer(pair.folded):
        found = word.search(pair.folded, *sentence.span())
        if found and not _negations(sentence.group(), pair.words):
            return found
    return None


def _negations(folded: str, words: Words) -> list[str]:
    negation, harmless = _patterns(words)
    if harmless:
        folded = harmless.sub(lambda match: " " * len(match.group()), folded)
    return [match.group().strip() for match in negation.finditer(folded)]


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    harmless = re.compile(words.negation_except) if words.negation_except else None
    return re.compile(words.negation), harmless
