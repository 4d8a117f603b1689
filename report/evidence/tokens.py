"""A text → words, digits and signs with their offsets. Knows no language and no meaning."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"
# Raised, lowered, circled and fraction signs: each a number of its own, never part of a word.
_SIGNS = "²³¹¼-¾⁰-⁹₀-₉⅐-↋①-⒛⓪-⓿❶-➓"
_LETTER = rf"[^\W\d_{_SIGNS}]"
_TOKEN = re.compile(
    rf"(?P<digits>\d[\d{_INVISIBLE}]*)"
    rf"|(?P<word>{_LETTER}(?:{_LETTER}|[{_MARKS}{_INVISIBLE}])*)"
    r"|(?P<sign>[^\w\s]|_|\w)"
)
_STRIP = re.compile(f"[{_INVISIBLE}]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class Token(NamedTuple):
    """A run of digits (`d`), of letters (`w`) or one sign (`s`); `low` is folded to compare."""

    kind: str
    low: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens; white space is left out, offsets show where it was."""
    tokens = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match.lastgroup == "digits":
            tokens.append(Token("d", _STRIP.sub("", match.group()), start, end))
        elif match.lastgroup == "word":
            tokens.append(Token("w", fold_word(match.group()), start, end))
        else:
            tokens.append(Token("s", match.group(), start, end))
    return tokens


def fold_word(word: str) -> str:
    """Lower a word for comparison; ё becomes е, a Latin i in a Cyrillic word its Cyrillic twin."""
    low = word.lower()
    if low.isascii():
        return low
    low = unicodedata.normalize("NFC", _STRIP.sub("", low)).replace("ё", "е")
    if "i" in low and _CYRILLIC.search(low):
        low = low.replace("i", "і")
    return low
