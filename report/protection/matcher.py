"""Persons → a matcher that finds their names in any text, whatever form they take.

What is found: a surname alone; two words of a name beside each other in any order, with initials
between or without a space; a surname that is an ordinary word beside an initial; every word of
`also`. Each in every case form, alphabet and spelling that the other modules know, broken over
lines, spaced out, in capitals or small letters. What is not: a given name or a patronymic alone,
initials alone, letters replaced by digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from report.model.person import Person
from report.protection.lookalikes import plain, script_of
from report.protection.vocabulary import NameWord, Vocabulary, of_one_name
from report.protection.words import (
    WORD,
    Word,
    broken_words,
    pieces_of,
    spaced_words,
)

_GAP = re.compile(r"[\W_]{0,8}(?:[^\W\d_]{1,2}[\W_]{1,4}){0,2}")
_GAP_OF_PROSE = re.compile(r"[^_/\\@=+%#~&?-]*\s[^_/\\@=+%#~&?-]*")
_CLOSE = re.compile(r"[.,\s\u00a0_]{0,4}")
_NEAR = re.compile(r"[_/\\@=+%#~&?]")
_WITHIN_ADDRESS = re.compile(r"\w[.-]|[.-]\w")
_FAR = 24  # characters between two words of a name
_OTHER_ALPHABET = 6  # letters of a surname that is found in small letters of another alphabet
_WINDOW = 20
_NEARBY = 60  # characters around a name in which more of it may stand
_MOST_WORDS = 200_000


class Found(NamedTuple):
    """A name in a text: whose, and from where to where."""

    start: int
    end: int
    person: int


class _Span(NamedTuple):
    """A stretch of a text that may be a form of words of names."""

    start: int
    end: int
    words: frozenset[NameWord]


class Matcher:
    """Finds the names of persons; made once, it remembers every word that it has seen."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self._vocabulary = Vocabulary(persons)
        self._dull: set[str] = set()

    @property
    def ordinary(self) -> frozenset[int]:
        """Persons whose surname is an ordinary word and is not looked for alone."""
        return frozenset(self._vocabulary.ordinary)

    @property
    def common(self) -> frozenset[int]:
        """Persons with a name of one word that is an ordinary word and is found as such."""
        return frozenset(self._vocabulary.common)

    def find(self, text: str) -> list[Found]:
        """Return all names in a text, in order; those that overlap are one."""
        if not text:
            return []
        found: set[Found] = set()
        spans = sorted(self._spans(text, found), key=lambda span: (span.start, span.end))
        found |= {
            Found(span.start, span.end, word.person)
            for span in spans
            for word in span.words
            if word.lone and self._trusted(word, span, text)
        }
        found |= set(self._pairs(text, spans))
        found |= set(self._with_initials(text, spans))
        return _merged([self._widened(text, spans, one) for one in found]) if found else []

    def _spans(self, text: str, found: set[Found]) -> Iterator[_Span]:
        """Yield every stretch of the text that may be a form of a word of a name.

        Whole names within one word are added to `found`. Words that hold nothing are remembered:
        nearly all are passed over at once.
        """
        dull = self._dull
        for match in WORD.finditer(text):
            letters = match.group()
            if letters in dull:
                continue
            start, nothing = match.start(), True
            for begin, stop, classes in self._pieces(letters):
                nothing = False
                yield _Span(start + begin, start + stop, classes)
            for person in self._vocabulary.holds(letters):
                nothing = False
                found.add(Found(start, match.end(), person))
            if nothing and len(dull) < _MOST_WORDS:
                dull.add(letters)
        for word in broken_words(text):
            yield from self._span(word)
        for run in spaced_words(text):
            yield from self._spelled(text, run)

    def _pieces(self, letters: str) -> Iterator[tuple[int, int, frozenset[NameWord]]]:
        for start, stop, piece in (Word(0, len(letters), letters), *pieces_of(letters)):
            classes = self._vocabulary.classes(piece)
            if classes:
                yield start, stop, classes

    def _span(self, word: Word) -> Iterator[_Span]:
        classes = self._vocabulary.classes(word.letters)
        if classes:
            yield _Span(word.start, word.end, classes)

    def _spelled(self, text: str, run: Sequence[Word]) -> Iterator[_Span]:
        """Yield what a run of single letters spells; alone it counts only where a word may end."""
        starts, stops = _edges(text, run)
        for at in range(len(run) - 2):
            for stop in range(at + 3, min(at + _WINDOW, len(run)) + 1):
                letters = "".join(one.letters for one in run[at:stop])
                for span in self._span(Word(run[at].start, run[stop - 1].end, letters)):
                    if at in starts and stop in stops:
                        yield span
                    else:
                        parts = frozenset(word._replace(lone=False) for word in span.words)
                        yield span._replace(words=parts)

    def _trusted(self, word: NameWord, span: _Span, text: str) -> bool:
        """Whether a word that tells of a person alone does so here.

        In another alphabet a short name in small letters is an ordinary word more often than not,
        and so is what is also an ordinary word in any; but for names of files, addresses and the
        like.
        """
        letters = text[span.start : span.end]
        # Letters of several alphabets in one word are somebody's doing.
        written = {script_of(one) for one in "".join(map(plain, letters))}
        own = written == {word.script} or len(written) > 1
        if not own and word.surname and word.person in self._vocabulary.ordinary:
            return False  # Марч is March, who is a month
        if not letters[:1].islower() or (word.letters >= _OTHER_ALPHABET and not word.large):
            return True
        before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
        if _NEAR.search(before[-1:] + behind[:1]) or letters == text.strip():
            return True
        if _WITHIN_ADDRESS.fullmatch(before) or _WITHIN_ADDRESS.fullmatch(behind):
            return True
        return own and not word.large

    def _pairs(self, text: str, spans: Sequence[_Span]) -> Iterator[Found]:
        """Yield two words of one name beside each other, initials between them or not."""
        for number, one in enumerate(spans):
            for other in spans[number + 1 :]:
                if other.start > one.end + _FAR:
                    break
                if other.start < one.end or not _GAP.fullmatch(text, one.end, other.start):
                    continue
                small = _GAP_OF_PROSE.fullmatch(text, one.end, other.start) and (
                    text[one.start].islower() or text[other.start].islower()
                )
                for word in one.words:
                    beside = [after for after in other.words if of_one_name(word, after)]
                    # Of two ordinary words both are written large where they are a name.
                    if any(not (small and word.common and after.common) for after in beside):
                        yield Found(one.start, other.end, word.person)

    def _with_initials(self, text: str, spans: Sequence[_Span]) -> Iterator[Found]:
        """Yield surnames beside an initial of the person."""
        for span in spans:
            for person in {word.person for word in span.words if word.surname and not word.lone}:
                widened = self._widened(text, (), Found(span.start, span.end, person))
                if widened != (span.start, span.end, person):
                    yield widened

    def _widened(self, text: str, spans: Sequence[_Span], found: Found) -> Found:
        """Return a name with the initials and further words of it that stand beside it."""
        start, end, person = found
        near = range(max(0, start - _NEARBY), end + _NEARBY)
        parts = [
            (span.start, span.end)
            for span in spans
            if span.start in near and any(word.person == person for word in span.words)
        ]
        parts += [
            match.span()
            for match in WORD.finditer(text, near.start, min(near.stop, len(text)))
            if self._vocabulary.is_initial(match.group(), person)
        ]
        again = True
        while again:
            again = False
            for begin, stop in parts:
                if stop <= start and _CLOSE.fullmatch(text, stop, start):
                    start, again = begin, True
                elif begin >= end and _CLOSE.fullmatch(text, end, begin):
                    end = stop + text.startswith(".", stop) * (stop - begin <= 2)
                    again = True
        return Found(start, end, person)


def _edges(text: str, run: Sequence[Word]) -> tuple[set[int], set[int]]:
    """Return the numbers of the letters at which words of a run may begin, and end before."""
    gaps = [text[one.end : two.start] for one, two in pairwise(run)]
    usual = min(map(len, gaps))
    edges = {
        number
        for number, (one, two) in enumerate(pairwise(run), 1)
        if len(gaps[number - 1]) > usual or (one.letters.islower() and two.letters.isupper())
    }
    return {0, *edges}, {len(run), *edges}


def _merged(found: Sequence[Found]) -> list[Found]:
    """Return what was found in order; stretches of one person that overlap are one."""
    merged: list[Found] = []
    for one in sorted(found):
        before = merged[-1] if merged else None
        if before is not None and before.person == one.person and one.start <= before.end:
            merged[-1] = before._replace(end=max(before.end, one.end))
        else:
            merged.append(one)
    return merged
