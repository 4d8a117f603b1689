"""The value of a number at a place in a text, whole: with its denominator, half, ending, per cent.

What bounds it and whether it is a year is not decided here.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from report.evidence.digits import VULGAR_FRACTIONS, read_digits
from report.evidence.quantity import Kind
from report.evidence.scan import Scan
from report.evidence.spelling import Numeral, read_words
from report.model.finding import Words


def numeral_at(scan: Scan, i: int) -> Numeral | None:
    """Read the number that begins at token `i`."""
    token = scan.at(i)
    numeral: Numeral | None = None
    if scan.taken[i]:
        return None
    if token.kind == "d":
        numeral = read_digits(scan, i)
    elif token.kind == "w":
        if scan.lexicon.begins_number(token.low):
            numeral = read_words(scan, i)
    else:
        numeral = _sign(token.low, i)
    if numeral is None:
        return None
    return _with_tail(scan, numeral)


def _sign(sign: str, i: int) -> Numeral | None:
    """Read ½; a superscript or circled digit is a number too, never part of another."""
    if sign in VULGAR_FRACTIONS:
        return Numeral(Fraction(*VULGAR_FRACTIONS[sign]), i + 1)
    return Numeral(Words(sign), i + 1) if sign.isnumeric() else None


def _with_tail(scan: Scan, numeral: Numeral) -> Numeral:
    """Read what follows: a denominator, a half, an ordinal or case ending, per cent."""
    numeral = _fraction(scan, numeral)
    numeral = _ending(scan, numeral) if numeral.digits else _spelled_case(scan, numeral)
    numeral = _half(scan, numeral)
    end = scan.percent_end(numeral.end)
    if end and numeral.kind is Kind.CARDINAL and not isinstance(numeral.value, Words):
        return replace(numeral, kind=Kind.PERCENT, end=end, weak=False)
    return numeral


def _fraction(scan: Scan, numeral: Numeral) -> Numeral:
    value = numeral.value
    if not isinstance(value, Decimal) or value != value.to_integral_value() or not 0 < value < 100:
        return numeral
    at = numeral.end
    if scan.is_dash(at) and scan.touching(at) and scan.touching(at + 1):
        at += 1
    below = scan.lexicon.denominators.get(scan.at(at).low)
    if below and not numeral.digits and value < below:
        return replace(numeral, value=Fraction(int(value), below), end=at + 1, weak=False)
    ablative = scan.lexicon.flag("part_of_ablative") and scan.lexicon.ends_as(
        scan.at(numeral.end - 1).low, "ablative"
    )
    if ablative and not numeral.digits and scan.at(numeral.end).kind == "w":
        above = _part(scan.at(numeral.end).low, scan)
        if above is not None and above < value and not scan.taken[numeral.end]:
            return Numeral(Fraction(above, int(value)), numeral.end + 1)
    return numeral


def _part(word: str, scan: Scan) -> int | None:
    """Read the numerator of «үштен бірі»."""
    for stem in (word, word[:-1]):
        if stem in scan.lexicon.cardinals:
            return scan.lexicon.cardinals[stem]
    return None


def _ending(scan: Scan, numeral: Numeral) -> Numeral:
    end = scan.behind_suffix(numeral.end)
    if end == numeral.end:
        return numeral
    ending = scan.at(end - 1).low
    hyphen = end - numeral.end == 2
    lexicon = scan.lexicon
    if lexicon.has("ordinal_suffixes", ending):
        return replace(numeral, kind=Kind.ORDINAL, end=end)
    if lexicon.has("case_endings", ending) or lexicon.has("about_endings", ending):
        return replace(numeral, end=end, case=ending)
    if hyphen and lexicon.flag("hyphen_noun_is_ordinal") and len(ending) > 3:
        return replace(numeral, kind=Kind.ORDINAL)
    return numeral


def _spelled_case(scan: Scan, numeral: Numeral) -> Numeral:
    last = scan.at(numeral.end - 1).low
    for name in ("ablative", "dative", "about_endings"):
        if scan.lexicon.raw.get(name) and scan.lexicon.ends_as(last, name):
            return replace(numeral, case=last)
    return numeral


def _half(scan: Scan, numeral: Numeral) -> Numeral:
    if not isinstance(numeral.value, Decimal) or numeral.kind is not Kind.CARDINAL:
        return numeral
    for phrase in scan.lexicon.half_tails:
        if all(scan.at(numeral.end + k).low == part for k, part in enumerate(phrase)):
            value = Fraction(numeral.value) + Fraction(1, 2)
            return replace(numeral, value=value, end=numeral.end + len(phrase), weak=False)
    return numeral
