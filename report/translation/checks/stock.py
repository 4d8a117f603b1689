"""The words of a whole catalogue, and words in it that are another one mistyped by a letter.

Kazakh is often typed on a Russian keyboard: к for қ, г for ғ, н for ң. Such a word is known for
wrong when it is known nowhere else, and is known once one letter is made the language's own. In
the same way a word with two letters swapped is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from math import prod

from report.translation.words import Words, fold

TOKEN = re.compile(r"(?<![\w‐‑-])[^\W\d_]+|(?<=[^\W\d_][‐‑-])[^\W\d_]+")
LONGEST = 40
_SHORTEST = 4  # shorter words have too many neighbours: only frequent ones are known for sure
_SHORTEST_MISSPELT = 6
_ENDING = 5
_MORE_OFTEN = 4
_MOST_VARIANTS = 2000


class WordStock:
    """How many texts each word, and each possible stem of a word, stands in."""

    def __init__(self, texts: Iterable[str], words: Words) -> None:
        self._data = words
        self._words: Counter[str] = Counter()
        self._stems: Counter[str] = Counter()
        for text in texts:
            self.add(text)

    def add(self, text: str, times: int = 1) -> None:
        """Take the words of one text in; with `times` -1, out again."""
        for word in set(tokens(text)):
            self._words[word] += times
            for stem in self._stems_of(word):
                self._stems[stem] += times

    def _stems_of(self, word: str) -> tuple[str, ...]:
        return _long_stems(word, self._data)

    def with_own_letter(self, word: str) -> str | None:
        """Return the word that `word` is with one letter made the language's own, if known.

        The text of `word` itself is one of the stock.
        """
        variants = _with_own_letter(word, self._data)
        if len(word) < _SHORTEST:
            variants = tuple(variant for variant in variants if variant in self._data.common)
        doubtful = _with_doubtful_letter(word, self._data)
        return self._by_word(word, (*variants, *doubtful)) or self._by_stem(word, variants)

    def with_own_letters(self, word: str) -> str | None:
        """Return the word that `word` is with any of its letters made the language's own."""
        return self._by_word(word, _with_own_letters(word, self._data))

    def spelt(self, word: str) -> str | None:
        """Return the word that `word` is with two neighbouring letters swapped, if known."""
        if len(word) < _SHORTEST_MISSPELT or self._words[word] > 1:
            return None
        variants = _swapped(word)
        never = self._data.never_side_by_side
        if never and re.search(never, word):  # whatever the word, this is none
            variants = likely = tuple(one for one in variants if not re.search(never, one))
        else:  # endings have too many neighbours
            likely = variants[1 : max(1, len(word) - _ENDING)]
        least = len(word) * 3 // 5  # a shorter stem than that is shared by unlike words
        return self._by_word(word, variants) or self._by_stem(word, likely, least)

    def _by_word(self, word: str, variants: Iterable[str]) -> str | None:
        """Return the most frequent variant, where it is far more frequent than the word."""
        others = [variant for variant in variants if variant != word]
        best = max(others, key=lambda variant: self._words[variant], default="")
        often = self._words[best] if best else 0
        return best if often > max(0, self._words[word] - 1) * _MORE_OFTEN else None

    def _by_stem(self, word: str, variants: Iterable[str], least: int = 0) -> str | None:
        """Return a variant with a longer known stem than the word has, of `least` letters."""
        if self._words[word] > 1:
            return None
        here = frozenset(self._stems_of(word))
        own = self._known_stem(word, here)
        for variant in variants:
            if len(self._known_stem(variant, here)) > max(len(own), least - 1):
                return variant
        return None

    def _known_stem(self, word: str, here: frozenset[str]) -> str:
        """Return the longest stem that another word has; `here` are those of the word at hand."""
        for stem in self._stems_of(word):
            if self._stems[stem] > (stem in here):
                return stem
        return ""


def tokens(text: str) -> list[str]:
    """Return the words of a text, folded; endings behind a number or an acronym are none."""
    return [word for word in TOKEN.findall(fold(text)) if len(word) <= LONGEST]


@lru_cache(maxsize=65536)
def _long_stems(word: str, words: Words) -> tuple[str, ...]:
    return tuple(stem for stem in words.stems(word) if len(stem) >= _SHORTEST or stem == word)


@lru_cache(maxsize=65536)
def _with_own_letter(word: str, words: Words) -> tuple[str, ...]:
    """Return the words that differ in one letter, mistyped here for the language's own."""
    return _replaced(word, words.mistyped)


@lru_cache(maxsize=65536)
def _with_doubtful_letter(word: str, words: Words) -> tuple[str, ...]:
    """Return those whose letter is often the right one too."""
    return _replaced(word, words.mistyped_whole) if len(word) >= _SHORTEST else ()


def _with_own_letters(word: str, words: Words) -> Iterator[str]:
    """Yield the words of which any letters were mistyped, as long as they are not too many."""
    choices = [letter + words.mistyped.get(letter, "") for letter in word]
    if prod(map(len, choices)) <= _MOST_VARIANTS:
        yield from map("".join, product(*choices))


def _replaced(word: str, mistyped: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        word[:i] + own + word[i + 1 :]
        for i, letter in enumerate(word)
        for own in mistyped.get(letter, "")
    )


def _swapped(word: str) -> tuple[str, ...]:
    """Return the words with two neighbouring letters swapped, by the place of the first."""
    return tuple(word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
