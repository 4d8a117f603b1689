"""Whether a translation uses the words of the glossary, and none that it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from report.model.glossary import Glossary, Rendering, Term
from report.model.problem import Problem
from report.translation.checks.pair import Pair, quotations
from report.translation.words import Words, fold, term_pattern

Span = tuple[int, int]


def check_terms(pair: Pair) -> Iterator[Problem]:
    """Yield forbidden-term, and glossary-term where a term of the source is said otherwise."""
    table = _table(pair)
    if not table:
        return
    target = fold(pair.plain)
    yield from _forbidden(pair, table, target)
    for term, rendering, patterns in _in_source(pair, table):
        if not patterns.rendered.search(target):
            said = " / ".join(rendering.words)
            yield pair.found("glossary-term", term=term.words, said=said)


def rendered_spans(pair: Pair) -> list[Span]:
    """Return the spans of the translation that are terms of the glossary."""
    target = fold(pair.plain)
    return [
        match.span()
        for _, _, patterns in _table(pair)
        for match in patterns.rendered.finditer(target)
    ]


class _Patterns:
    """What finds a term in the source, its words in the translation, and the forbidden ones."""

    def __init__(self, term: Term, rendering: Rendering, source: Words, words: Words) -> None:
        self.term = term_pattern((term.words, *term.also), source)
        self.rendered = term_pattern(rendering.words, words)
        self.forbidden = term_pattern(rendering.forbidden, words) if rendering.forbidden else None


Row = tuple[Term, Rendering, _Patterns]


def _table(pair: Pair) -> tuple[Row, ...]:
    return _rows(_Key(pair.glossary, pair.source_words, pair.words))


class _Key:
    """A glossary and two languages: equal where they are the same objects."""

    def __init__(self, glossary: Glossary, source: Words, words: Words) -> None:
        self.glossary, self.source, self.words = glossary, source, words

    def __hash__(self) -> int:
        return hash((id(self.glossary), id(self.source), id(self.words)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Key)
            and self.glossary is other.glossary
            and self.source is other.source
            and self.words is other.words
        )


@lru_cache(maxsize=16)
def _rows(key: _Key) -> tuple[Row, ...]:
    """Return the terms with their patterns, longer terms first."""
    rows = [
        (term, rendering, _Patterns(term, rendering, key.source, key.words))
        for term, rendering in key.glossary.in_language(key.words.lang)
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0].words)))


def _in_source(pair: Pair, table: tuple[Row, ...]) -> Iterator[Row]:
    """Yield the terms that the source uses; words of a longer term are no shorter one."""
    source = fold(pair.plain_source)
    for row in table:
        if row[2].term.search(source):
            yield row
            source = row[2].term.sub(lambda match: " " * len(match.group()), source)


def _forbidden(pair: Pair, table: tuple[Row, ...], target: str) -> Iterator[Problem]:
    allowed = [*quotations(pair.plain), *rendered_spans(pair)]
    for _, rendering, patterns in table:
        for match in patterns.forbidden.finditer(target) if patterns.forbidden else ():
            if not any(_inside(match, span) for span in allowed):
                said = " / ".join(rendering.words)
                words = pair.target[match.start() : match.end()]
                yield pair.found("forbidden-term", match.start(), words=words, said=said)


def _inside(match: re.Match[str], span: Span) -> bool:
    return span[0] <= match.start() and match.end() <= span[1]
