"""A glossary and two languages → what finds its terms in a source and in a translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from report.model.glossary import Glossary, Rendering, Term
from report.translation.words import TermPattern, Words, fold

Span = tuple[int, int]


class TermRow:
    """One term; its patterns are made when they are first needed."""

    def __init__(self, term: Term, rendering: Rendering, source: Words, words: Words) -> None:
        self.term, self.rendering = term, rendering
        self._source, self._words = source, words
        forms = [fold(form) for form in (term.words, *term.also)]
        self._beginnings = [form[: max(2, len(form.split()[0]) - 3)] for form in forms]

    @property
    def said(self) -> str:
        """The words that are right, as a hint gives them."""
        return " / ".join(self.rendering.words)

    @cached_property
    def _in_source(self) -> TermPattern:
        return TermPattern((self.term.words, *self.term.also), self._source)

    @cached_property
    def rendered(self) -> TermPattern:
        """Finds the words of the language."""
        return TermPattern(self.rendering.words, self._words)

    @cached_property
    def forbidden(self) -> TermPattern:
        """Finds the words that may not be used."""
        return TermPattern(self.rendering.forbidden, self._words)

    def taken_from(self, source: str) -> str | None:
        """Return the folded source without the term, or None where it does not use it."""
        if not any(beginning in source for beginning in self._beginnings):
            return None
        left = source
        for start, end in self._in_source.spans(source):
            left = left[:start] + " " * (end - start) + left[end:]
        return left if left != source else None


class TermTable:
    """All terms that a language has words for; longer terms first."""

    def __init__(self, glossary: Glossary, source: Words, words: Words) -> None:
        rows = [
            TermRow(term, rendering, source, words)
            for term, rendering in glossary.in_language(words.lang)
        ]
        self.rows: Sequence[TermRow] = sorted(rows, key=lambda row: -len(row.term.words))

    def in_source(self, source: str) -> Iterator[TermRow]:
        """Yield the terms of a folded source; words of a longer term make no shorter one."""
        for row in self.rows:
            left = row.taken_from(source)
            if left is not None:
                yield row
                source = left

    def rendered_spans(self, target: str) -> list[Span]:
        """Return the spans of a folded translation that are terms of the glossary."""
        return [span for row in self.rows for span in row.rendered.spans(target)]

    def kept(self) -> set[str]:
        """Return the names that stay as they are."""
        return {
            words
            for row in self.rows
            for words in row.rendering.words
            if words in (row.term.words, *row.term.also)
        }
