"""Characters that may not stand in evidence, and what a character is to a word or a number.

Knows single characters only, nothing of quotations or documents.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from report.model.characters import FORBIDDEN_IN_DOCUMENTS, code_point

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, joiners, byte order mark: they print nothing."""


def first_forbidden(text: str) -> str:
    """Return the first character of `text` that no evidence may hold, or nothing."""
    found = FORBIDDEN_IN_DOCUMENTS.search(text)
    return found.group() if found else ""


def without_forbidden(text: str) -> str:
    """Return `text` without the characters that no evidence may hold."""
    return FORBIDDEN_IN_DOCUMENTS.sub("", text)


def name_of(character: str) -> str:
    """Name a character so that it can be found and removed: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"{code_point(character)} {unicodedata.name(character, '')}".strip()


@lru_cache(maxsize=4096)
def is_word(character: str) -> bool:
    """Whether a character belongs to a word or a number: a letter, a digit, a mark on either."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def is_raised(character: str) -> bool:
    """Whether a character is a superscript or subscript digit."""
    return character.isdigit() and not character.isdecimal()


_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁһАВЕКМНОРСТХУІЅЈ", "aeopcyxijsdhABEKMHOPCTXYISJ")


def skeleton(text: str) -> str:
    """Return `text` with Cyrillic letters as the Latin ones they look like, to compare by sight."""
    return text.translate(_LOOK_ALIKES)
