"""The words of a whole catalogue, and words in it that are another one mistyped by a letter.

Kazakh is often typed on a Russian keyboard: к for қ, г for ғ, н for ң. Such a word is known for
wrong when it is known nowhere else, and is known once one letter is made the language's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from report.model.problem import Problem
from report.translation.checks.pair import Pair
from report.translation.words import Words, fold

_TOKEN = re.compile(r"(?<![\w‐‑-])[^\W\d_]+|(?<=[^\W\d_][‐‑-])[^\W\d_]+")
_LONGEST = 40
_SHORTEST = 4  # shorter words have too many neighbours: only frequent ones are known for sure
_MORE_OFTEN = 4


class WordStock:
    """How many texts each word, and each possible stem of a word, stands in."""

    def __init__(self, texts: Iterable[str], words: Words) -> None:
        self._data = words
        self._words: Counter[str] = Counter()
        for text in texts:
            self._words.update(set(tokens(text)))
        self._stems: Counter[str] = Counter()
        for word, count in self._words.items():
            for stem in self._stems_of(word):
                self._stems[stem] += count

    def _stems_of(self, word: str) -> tuple[str, ...]:
        return tuple(s for s in self._data.stems(word) if len(s) >= _SHORTEST or s == word)

    def corrected(self, word: str) -> str | None:
        """Return the word that `word` is mistyped for, or None where it may be right.

        The text of `word` itself is one of the stock.
        """
        here = self._words[word] - 1
        best, best_count = None, 0
        for variant in _variants(word, self._data):
            count = self._words[variant]
            if len(word) < _SHORTEST and variant not in self._data.common:
                continue
            if count > best_count:
                best, best_count = variant, count
        if best_count > here * _MORE_OFTEN:
            return best
        return None if here or best_count else self._by_stem(word)

    def _by_stem(self, word: str) -> str | None:
        """Compare the longest stems known: of the word as it is, and of each variant."""
        here = frozenset(self._stems_of(word))
        own = self._known_stem(word, here)
        for variant in _variants(word, self._data):
            if len(self._known_stem(variant, here)) > len(own):
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
    return [word for word in _TOKEN.findall(fold(text)) if len(word) <= _LONGEST]


@lru_cache(maxsize=65536)
def _variants(word: str, words: Words) -> tuple[str, ...]:
    """Return the words that differ in one letter, mistyped here for the language's own."""
    return tuple(
        word[:i] + own + word[i + 1 :]
        for i, letter in enumerate(word)
        for own in words.mistyped.get(letter, "")
    )


def check_own_letters(pair: Pair, stock: WordStock) -> Iterator[Problem]:
    """Yield kazakh-letter for each word with a foreign letter for one of the language's own."""
    words = pair.words
    if not words.mistyped:
        return
    told: set[str] = set()
    for match in _TOKEN.finditer(pair.folded):
        word = match.group()
        if word in told or len(word) > _LONGEST:
            continue
        wrong = words.impossible and re.search(words.impossible, word)
        right = stock.corrected(word)
        if wrong or right:
            told.add(word)
            written = pair.target[match.start() : match.end()]
            hint = f"“{right}”" if right else "its own letters"
            yield pair.found("kazakh-letter", match.start(), word=written, right=hint)
