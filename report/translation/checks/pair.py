"""One unit with its translation, as the checks see it: texts, languages, places for problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from report.evidence.marks import find_quoted
from report.model.place import Text
from report.model.problem import Problem, problem
from report.model.prose import CITE_MARK
from report.translation.catalogue import Translation, place_of_offset
from report.translation.checks.term_table import Span, TermTable
from report.translation.words import Words, fold

_LINK = re.compile(r"\[([^\[\]]*)(\]\((?:https?://|mailto:)[^\s)]*\))")
_DEEPEST = 8  # no text quotes a quotation of a quotation further
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+")


@dataclass(frozen=True)
class Pair:
    """A unit and its translation."""

    key: str
    source: str
    target: Text
    source_words: Words
    words: Words
    terms: TermTable

    @cached_property
    def plain_source(self) -> str:
        """The source without marks and addresses, every other sign at its offset."""
        return _plain(self.source)

    @cached_property
    def plain(self) -> str:
        """The translation without marks and addresses, every other sign at its offset."""
        return _plain(self.target)

    @cached_property
    def without_kept(self) -> tuple[str, str]:
        """Both plain texts without the quotations that both have as the document prints them."""
        source, target = self.plain_source, self.plain
        for start, end in quotations(target):
            words = target[start:end]
            if words.strip() and words in source:
                source = source.replace(words, " " * len(words), 1)
                target = target[:start] + " " * len(words) + target[end:]
        return source, target

    @cached_property
    def folded_source(self) -> str:
        """The source without what the translation keeps in the original, made comparable."""
        return fold(self.without_kept[0])

    @cached_property
    def folded(self) -> str:
        """The plain translation, made comparable."""
        return fold(self.plain)

    @cached_property
    def rendered_spans(self) -> list[Span]:
        """The spans of the translation that are terms of the glossary."""
        return self.terms.rendered_spans(self.folded)

    def found(self, code: str, offset: int | None = None, **words: object) -> Problem:
        """Make a problem at the character `offset` of the translation, or at its beginning."""
        place = self.target.place if offset is None else place_of_offset(self.target, offset)
        return problem(code, place, self.key, key=self.key, **words)


Check = Callable[[Pair], Iterator[Problem]]


def pair_of(translation: Translation, source_words: Words, words: Words, terms: TermTable) -> Pair:
    """Put a translation beside the source of today."""
    unit = translation.unit
    return Pair(unit.key, unit.source, translation.target, source_words, words, terms)


def quotations(text: str) -> list[Span]:
    """Return the spans of all quoted words, inner quotations after the one that holds them."""
    return [span for span, _ in quotations_by_level(text)]


def quotations_by_level(text: str, level: int = 0) -> list[tuple[Span, int]]:
    """Return the same with the level of each, 0 for the outermost."""
    found: list[tuple[Span, int]] = []
    for quoted in find_quoted(text).quoted if level < _DEEPEST else ():
        found.append(((quoted.start, quoted.end), level))
        for (start, end), inner in quotations_by_level(quoted.text, level + 1):
            found.append(((quoted.start + start, quoted.start + end), inner))
    return found


def _plain(text: str) -> str:
    text = CITE_MARK.sub(lambda match: " " * len(match.group()), text)
    text = _LINK.sub(lambda m: f" {m.group(1)}{' ' * len(m.group(2))}", text)
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text)
