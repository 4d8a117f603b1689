"""What a translation service must not touch, taken out of a text and put back afterwards.

Citation marks, addresses and digits are replaced by words of capital letters that no language has.
A text whose masks do not all come back once, and alone, is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind
from report.model.prose import CITE_MARK
from report.translation.locales import Language

_KEPT = re.compile(
    rf"(?P<mark>{CITE_MARK.pattern})"
    r"|(?P<link>\]\((?:https?://|mailto:)[^\s)]*\))"
    r"|(?P<address>(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+)"
    r"|(?P<code>(?<!\w)[A-Z](?=[\w./-]*\d)(?:[\w./-]*\w))"  # A/HRC/49/2, G20
    r"|(?P<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3}(?!\d))+(?:\.\d+)?|\d+(?:[.,]\d+)*)"
)
_MASK = re.compile(r"QX[A-Z]+?XQ")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Masked:
    """A text with masks, and what each mask stands for."""

    text: str
    kept: dict[str, str]


def mask(text: str, source_lang: str, language: Language) -> Masked:
    """Mask a text of `source_lang`; numbers come back as `language` prints them.

    ValueError for a text with letters that masks are made of, or with marks inside each other.
    """
    if "QX" in text or "XQ" in text:
        raise ValueError("it holds letters that masks are made of")
    numbers = {
        number.text: number.value
        for number in find_numbers(text, source_lang)
        if number.kind is Kind.CARDINAL and isinstance(number.value, Decimal)
    }
    kept: dict[str, str] = {}

    def one(match: re.Match[str]) -> str:
        found = match.group()
        name = f"QX{_letters(len(kept))}XQ"
        value = numbers.get(found) if match.lastgroup == "digits" else None
        kept[name] = language.format_number(value) if isinstance(value, Decimal) else found
        return name

    masked = _KEPT.sub(one, text)
    if CITE_MARK.search(masked):
        raise ValueError("it has a citation within a citation")
    return Masked(masked, kept)


def unmask(text: str, masked: Masked) -> str:
    """Put back what was masked.

    ValueError where a mask is lost, doubled, changed or joined to a word, or a digit was added.
    """
    found = _MASK.findall(text)
    if sorted(found) != sorted(masked.kept):
        raise ValueError("a citation, an address or a number is lost, doubled or new")
    rest = _MASK.sub(" ", text)
    if _DIGIT.search(rest):
        raise ValueError("it has digits that the source does not have")
    if "QX" in rest or "XQ" in rest:
        raise ValueError("a citation, an address or a number is changed")
    return _MASK.sub(lambda match: masked.kept[match.group()], text)


def _letters(number: int) -> str:
    """Return a number in letters, for masks without a digit: A, B … Z, BA."""
    digits = ""
    while True:
        number, digit = divmod(number, 26)
        digits = chr(ord("A") + digit) + digits
        if not number:
            return digits
