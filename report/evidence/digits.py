"""Digits → a value, with grouping, decimals, scale words: 2,500; 2 500; 34,5; 2.5 million; ½."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from report.evidence.scan import Scan
from report.evidence.spelling import Numeral
from report.model.finding import Words

GROUP_SPACES = frozenset(" \u00a0\u202f\u2009")
VULGAR_FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)
}  # fmt: skip
_LONGEST = 40


def read_digits(scan: Scan, i: int) -> Numeral:
    """Read the number whose first digits are token `i`, with its scale words."""
    text, end, grouped = grouped_digits(scan, i)
    decimals = _decimals(scan, i, end, grouped)
    if decimals:
        text, end = f"{text}.{decimals}", end + 2
    if len(text) > _LONGEST:
        return Numeral(Words(text[:_LONGEST]), end, digits=True)
    numeral = Numeral(Decimal(text), end, digits=True, grouped=grouped or bool(decimals))
    numeral = _scaled(scan, numeral)
    if scan.at(numeral.end).low in VULGAR_FRACTIONS and scan.touching(numeral.end):
        half = Fraction(*VULGAR_FRACTIONS[scan.at(numeral.end).low])
        numeral = replace(numeral, value=Fraction(text) + half, end=numeral.end + 1)
    slash = scan.at(end).low == "/" and scan.touching(end) and scan.touching(end + 1)
    if slash and scan.at(end + 1).kind == "d" and len(scan.at(end + 1).low) < 4 and "." not in text:
        below = int(scan.at(end + 1).low)
        if below:
            return Numeral(Fraction(int(text), below), end + 2, digits=True, grouped=True)
    return numeral


def grouped_digits(scan: Scan, i: int) -> tuple[str, int, bool]:
    """Join 2,500 and 2 500 and 2.500 where the language groups so: digits, end, whether grouped."""
    text, at = scan.at(i).low, i
    if len(text) > 3 or (text.startswith("0")):
        return text, i + 1, False
    first = ""
    parts = [text]
    while True:
        gap, following = _group_gap(scan, at)
        if not gap or (first and gap != first) or len(scan.at(following).low) != 3:
            break
        if not first and not _groups(scan, gap, following):
            break
        first = gap
        parts.append(scan.at(following).low)
        at = following
    return "".join(parts), at + 1, bool(first)


def _group_gap(scan: Scan, at: int) -> tuple[str, int]:
    """Return the one sign or space between digits at `at` and the next digits, and their index."""
    here, sign = scan.at(at), scan.at(at + 1)
    if sign.kind == "d" and not scan.taken[at + 1]:
        gap = scan.text[here.end : sign.start]
        return (" " if gap in GROUP_SPACES else ""), at + 1
    glued = sign.low in (",", ".", "'", "’") and scan.touching(at + 1) and scan.touching(at + 2)
    return (sign.low, at + 2) if glued and scan.is_digits(at + 2) else ("", at)


def _groups(scan: Scan, gap: str, following: int) -> bool:
    """Whether `gap` groups thousands here: a decimal comma before a scale or per cent does not."""
    decimal = scan.lexicon.raw.get("decimal", ".")
    if gap == decimal == ".":
        return False
    if gap != decimal:
        return True
    behind = scan.at(following + 1)
    return not (behind.low in scan.lexicon.scales or scan.percent_end(following + 1))


def _decimals(scan: Scan, i: int, end: int, grouped: bool) -> str:
    """Return the digits behind a decimal sign at `end`, unless more signs and digits follow."""
    sign = scan.at(end).low
    allowed = {".", ","} if not grouped else {scan.lexicon.raw.get("decimal", ".")}
    if sign not in allowed or not (scan.touching(end) and scan.touching(end + 1)):
        return ""
    if scan.at(end + 1).kind != "d" or scan.taken[end + 1] or len(scan.at(i).low) > _LONGEST:
        return ""
    chained = scan.at(end + 2).low == sign and scan.touching(end + 2) and scan.touching(end + 3)
    return "" if chained and scan.at(end + 3).kind == "d" else scan.at(end + 1).low


def _scaled(scan: Scan, numeral: Numeral) -> Numeral:
    """Multiply digits by the scale words that follow: 2.5 million, 5bn, 2 мың 600."""
    value, end, last = numeral.value, numeral.end, None
    assert isinstance(value, Decimal)
    total = Decimal(0)
    while True:
        token = scan.at(end)
        attached = scan.lexicon.attached_scales.get(token.low) if scan.touching(end) else None
        scale = scan.lexicon.scales.get(token.low)
        factor = attached or (scale.value if scale else None)
        if not factor or (last is not None and factor >= last) or _is_rate(scan, end, attached):
            break
        total, last, end = total + value * factor, factor, end + 1
        short = token.low in scan.lexicon.attached_scales
        if short and scan.at(end).low == "." and scan.touching(end):
            end = end if scan.at(end + 1).kind == "s" else end + 1
        value = Decimal(0)
        if scan.is_digits(end) and len(scan.at(end).low) == 3 and last == 1000:
            value, end = Decimal(scan.at(end).low), end + 1
            break
    return numeral if last is None else replace(numeral, value=total + value, end=end, grouped=True)


def _is_rate(scan: Scan, at: int, attached: int | None) -> bool:
    """5m is five million only behind a currency sign; else it may be metres."""
    return attached is not None and scan.at(at).low == "m" and scan.at(at - 2).low not in "$€£₸"
