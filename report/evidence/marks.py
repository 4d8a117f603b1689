"""A paragraph → what stands in quotation marks in it, and marks that have no partner.

Every pair of marks that people type counts, nested ones inside the outer one's words. Apostrophes
and plurals (protesters’) are no marks. Knows no documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {
    "“": "”",
    "«": "»",
    "„": "“”",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "〝": "〞",
}
_PAIRS |= {"‟": "”", '"': '"”', "＂": "＂"}  # typed straight, closed as the typesetter does
_CLOSING = frozenset("”»›」』〞")
_SINGLE = frozenset("‘‚'")
_SIGNS = re.compile("[“”„‟«»‹›「」『』〝〞\"＂‘’‚']")
_LONGEST_PLURAL_LOOK = 400


@dataclass(frozen=True)
class Quoted:
    """Words in quotation marks: `text` without the marks, offsets of the words."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Marks:
    """The outermost quotations of a paragraph and the offsets of marks without a partner."""

    quoted: tuple[Quoted, ...]
    unbalanced: tuple[int, ...]


def find_quoted(text: str) -> Marks:
    """Return what stands in quotation marks in one paragraph."""
    stack: list[tuple[str, int]] = []
    quoted: list[Quoted] = []
    unbalanced: list[int] = []
    for match in _SIGNS.finditer(text):
        sign, at = match.group(), match.start()
        if stack and sign in _closers(stack[-1][0]) and not _is_apostrophe(text, at, stack[-1][0]):
            start = stack.pop()[1] + 1
            if not stack:
                quoted.append(Quoted(text[start:at], start, at))
        elif _opens(text, at, sign):
            stack.append((sign, at))
        elif sign in _CLOSING:
            unbalanced.append(at)
    unbalanced.extend(at for _, at in stack)
    return Marks(tuple(quoted), tuple(sorted(unbalanced)))


def _closers(opening: str) -> str:
    return "'’" if opening == "'" else _PAIRS[opening]


def _opens(text: str, at: int, sign: str) -> bool:
    if sign not in _PAIRS and sign != "'":
        return False
    if sign not in _SINGLE:
        return True
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if sign == "'" and behind.isdigit():
        return False
    return not before.isalnum() and bool(behind.strip())


def _is_apostrophe(text: str, at: int, opening: str) -> bool:
    """Whether a single closing mark is an apostrophe: inside a word, or behind a plural's s."""
    if opening not in _SINGLE:
        return False
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if behind.isalnum() and before.isalnum():
        return True
    plural = before == "s" and behind == " " and text[at + 2 : at + 3].islower()
    return plural and _closes_later(text, at + 1)


def _closes_later(text: str, start: int) -> bool:
    """Whether a single mark that ends a word comes before the next one that begins one."""
    for match in re.finditer("[‘’']", text[start : start + _LONGEST_PLURAL_LOOK]):
        at = start + match.start()
        inside = text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()
        if not inside:
            return match.group() != "‘"
    return False
