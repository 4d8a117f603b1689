"""Words of a translation that are another word mistyped; a doubt is a hint, never a refusal.

Where the language has a dictionary, a word that it does not have is compared with those that it
has. Elsewhere the words of the catalogue itself are the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.model.problem import Problem
from report.translation.checks.pair import Pair
from report.translation.checks.stock import LONGEST, TOKEN, WordStock

_SHORTEST = 5  # shorter words have too many neighbours
_LONG_NAME = 8  # a shorter one is easily another word but for a letter
_JOINED_BEFORE = re.compile(r"(?:[^\W\d_]+-)+$")
_JOINED_BEHIND = re.compile(r"(?:-[^\W\d_]+)+")
_BEGINS = re.compile(r"(?:^|[.!?…:]\s)[^\w.]*$")


def check_spelling(pair: Pair, stock: WordStock) -> Iterator[Problem]:
    """Yield kazakh-letter for a foreign letter in a word, and misspelt, once for each word."""
    words = pair.words
    told: set[str] = set()
    for match in TOKEN.finditer(pair.folded):
        word = match.group()
        if word in told or len(word) > LONGEST or not set(word) <= words.alphabet:
            continue
        found = _letter(pair, match, stock) or _misspelling(pair, match, stock)
        if found:
            told.add(word)
            yield found


def _letter(pair: Pair, match: re.Match[str], stock: WordStock) -> Problem | None:
    words, word = pair.words, match.group()
    if not words.mistyped:
        return None
    right = stock.with_own_letter(word)
    if not right:
        if not words.impossible or not re.search(words.impossible, word):
            return None
        right = stock.with_own_letters(word)
    written = pair.target[match.start() : match.end()]
    hint = f"“{right}”" if right else "its own letters"
    return pair.found("kazakh-letter", match.start(), word=written, right=hint)


def _misspelling(pair: Pair, match: re.Match[str], stock: WordStock) -> Problem | None:
    word = match.group()
    right = _by_dictionary(pair, match) if pair.words.dictionary else stock.spelt(word)
    if not right:
        return None
    written = pair.target[match.start() : match.end()]
    return pair.found("misspelt", match.start(), word=written, right=right)


def _by_dictionary(pair: Pair, match: re.Match[str]) -> str | None:
    """Return the word of the dictionary that a word outside it is likeliest to be."""
    word, words = match.group(), pair.words
    if len(word) < _SHORTEST or words.knows(word) or words.knows(_compound(pair.folded, match)):
        return None
    short_name = len(word) < _LONG_NAME and _may_be_name(pair, match)
    found = _swapped if short_name else _slips
    slips = (one for one in found(word, sorted(words.alphabet)) if words.knows_no_name(one))
    right = next(slips, None)
    either = right and _undoubled(right, words.single_or_double) == word
    return None if either else right


def _compound(text: str, match: re.Match[str]) -> str:
    """Return the whole of what a word is joined to by hyphens: северо-запад."""
    before = _JOINED_BEFORE.search(text[max(0, match.start() - LONGEST) : match.start()])
    behind = _JOINED_BEHIND.match(text, match.end())
    return f"{before.group() if before else ''}{match.group()}{behind.group() if behind else ''}"


def _may_be_name(pair: Pair, match: re.Match[str]) -> bool:
    """Whether a word has a capital that no beginning of a sentence explains."""
    begins = _BEGINS.search(pair.plain[max(0, match.start() - 8) : match.start()])
    return pair.plain[match.start()].isupper() and begins is None


def _undoubled(word: str, letters: str) -> str:
    """Return a word with such letters once where they stand twice: считанный, считаный."""
    return re.sub(f"([{letters}])\\1", r"\1", word) if letters else word


def _swapped(word: str, _: list[str]) -> Iterator[str]:
    """Yield the words with two letters swapped; the first letter is seldom wrong."""
    for i in range(1, len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _slips(word: str, letters: list[str]) -> Iterator[str]:
    """Yield the words one slip of the fingers away, likelier slips first."""
    inside = range(1, len(word))
    yield from _swapped(word, letters)
    yield from (word[:i] + word[i - 1] + word[i:] for i in inside)
    yield from (word[:i] + word[i + 1 :] for i in inside)
    yield from (word[:i] + one + word[i:] for i in inside for one in letters)
    yield from (word[:i] + one + word[i + 1 :] for i in inside for one in letters)
