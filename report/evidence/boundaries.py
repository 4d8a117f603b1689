"""Whether a place in folded text lies inside a word or a number.

Knows letters, digits and what joins them; nothing of meaning.
"""

from __future__ import annotations

import re

from report.evidence.characters import is_raised, is_word
from report.evidence.fold import DASH, HYPHEN, MARK
from report.evidence.turning_words import NUMBER_WORDS, SCALES, phrases

REACH = 96  # characters on either side that are looked at
TOKEN = re.compile(rf"[^\W_]+(?:(?:[{MARK}{HYPHEN}]|(?<=\d)[.,](?=\d))[^\W_]+)*")
CURRENCIES = "$€£¥₸₽₴₼₹"
_BEHIND_NUMBER = "%‰°+½" + CURRENCIES
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
_RANGE = re.compile(rf"\d[%°]? ?{DASH} ?[{CURRENCIES}]?\d")
_SPOKEN_RANGE = re.compile(
    r"\d (?:to|or|до|или) \d|\bbetween \d[\d.,]*(?: [a-z]+)? and \d|\d-[дтн][ае]н \d"
)
_RANGE_JOINS = frozenset({"to", "or", "до", "или"})
_UNIT = re.compile(r"(?<!\w)\w{1,3}\Z")


def splits_word(text: str, place: int) -> bool:
    """Whether `place` lies inside a word or a number of `text`."""
    start = max(0, place - REACH)
    text, place = text[start : place + REACH], place - start
    if not 0 < place < len(text):
        return False
    before, behind = text[place - 1], text[place]
    if is_word(before) and is_word(behind):
        return not _footnote(text, place)
    if (behind == HYPHEN and is_word(before)) or (before == HYPHEN and is_word(behind)):
        return True
    if is_word(before) and _joined(text, place):
        return True
    if is_word(behind) and _joined(text, place - 1):
        return True
    return _splits_number(text, place)


def _footnote(text: str, place: int) -> bool:
    """A raised figure behind a word calls a note; behind a digit or a unit it is a power."""
    if is_raised(text[place - 1]) and text[place].isalpha():
        return True
    if not is_raised(text[place]) or text[place - 1].isnumeric():
        return False
    return not _UNIT.search(text[:place])


def _joined(text: str, place: int) -> bool:
    """Whether the sign at `place` joins what stands before and behind it to one word."""
    if not (0 < place < len(text) - 1):
        return False
    before, sign, behind = text[place - 1], text[place], text[place + 1]
    if not (is_word(before) and is_word(behind)):
        return False
    if sign in f"{HYPHEN}{MARK}/&·@+*=^":
        return True
    if before.isnumeric() and behind.isnumeric():
        return sign in ".,:×٫٬"
    if sign == ".":  # U.N., example.org; but not a full stop without its space
        return behind.islower() or not is_word(text[place - 2 : place - 1] or " ")
    return sign == "(" and ")" in text[place : place + 6]  # author(s)


def _splits_number(text: str, place: int) -> bool:
    before, behind = text[:place].rstrip(" "), text[place:].lstrip(" ")
    if not before or not behind:
        return False
    if before[-1].isnumeric() and behind[0] in _BEHIND_NUMBER:
        return True
    if before[-1] in CURRENCIES and behind[0].isnumeric():
        return True
    patterns = (_GROUPED, _RANGE, _SPOKEN_RANGE)
    lowered = text.lower() if len(text.lower()) == len(text) else text
    if any(m.start() < place < m.end() for p in patterns for m in p.finditer(lowered)):
        return True
    return _splits_spoken_number(before, behind)


def _splits_spoken_number(before: str, behind: str) -> bool:
    """Whether number words go on over the place: `2 | million`, `two | hundred and | sixty`."""
    if not (is_word(before[-1]) and is_word(behind[0])):
        return False
    head = [token.lower() for token in TOKEN.findall(behind[:40])[:3]]
    tail = [token.lower() for token in TOKEN.findall(before[-40:])[-2:]]
    if not head or not tail:
        return False
    scale = bool(phrases(SCALES).match(" ".join(head)))
    if starts_number(tail[-1]):
        words = is_number_word(tail[-1]) and is_number_word(head[0]) and head[0] != "one"
        return scale or words or _is_joined_number(head[0], head[1:2])
    return starts_number(tail[0]) and len(tail) > 1 and _is_joined_number(tail[1], head[:1])


def _is_joined_number(join: str, number: list[str]) -> bool:
    """Whether `join` leads from a number on to the next: and sixty, of thousands, a million."""
    if not number or not is_number_word(number[0]):
        return False
    return join in ("and", "a", "of") or join in _RANGE_JOINS


def starts_number(word: str) -> bool:
    """Whether a lower-case word is a number: `9,900`, `one-third`, `dozens`; not `one-sided`."""
    return word[:1].isnumeric() or all(map(is_number_word, word.split(HYPHEN)))


def is_number_word(word: str) -> bool:
    """Whether a lower-case word is a number in letters."""
    return bool(phrases(NUMBER_WORDS).fullmatch(word))
