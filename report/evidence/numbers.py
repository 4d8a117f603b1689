"""A text → its numbers, each with value, bound, kind and place, in every language with tables.

Dates, times and references are told apart from what is counted. One pass, no backtracking: a
megabyte of digits takes no longer than a megabyte of words.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from report.evidence.bounds import CURRENCY, Bounding, bound_before, bound_of
from report.evidence.dates import find_dates, find_times
from report.evidence.lexicon import RangePattern, lexicon_of
from report.evidence.numerals import numeral_at
from report.evidence.quantity import Kind, Number, WrittenDate
from report.evidence.references import find_references, take_addresses
from report.evidence.scan import Scan
from report.evidence.spelling import Numeral
from report.model.finding import Bound, Range


@lru_cache(maxsize=8192)
def find_numbers(text: str, lang: str, units: frozenset[str] = frozenset()) -> tuple[Number, ...]:
    """Return the numbers of `text` in order.

    `units` are further words (lower case) behind which four digits are a count, not a year.
    """
    scan = Scan(str(text), lexicon_of(lang), units)
    take_addresses(scan)
    numbers = find_dates(scan) + find_times(scan) + find_references(scan)
    i = 0
    while i < len(scan.tokens):
        if scan.taken[i]:
            i += 1
            continue
        found, i = _at(scan, i)
        numbers.extend(found)
    return tuple(sorted(numbers, key=lambda number: number.start))


def _at(scan: Scan, i: int) -> tuple[list[Number], int]:
    """Read what stands at token `i` and return where to go on."""
    years = _years(scan, i)
    if years:
        return years, _next_free(scan, i)
    first = numeral_at(scan, i)
    if first is None:
        return [], i + 1
    ranged = _range(scan, i, first)
    if ranged is not None:
        return [ranged], _next_free(scan, i)
    bounding = bound_of(scan, i, first.end, first.case)
    return [_number(scan, i, first, bounding)], _next_free(scan, i)


def _next_free(scan: Scan, i: int) -> int:
    end = scan.taken.find(0, i)
    return len(scan.tokens) if end < 0 else end


def _number(scan: Scan, i: int, numeral: Numeral, bounding: Bounding) -> Number:
    value, weak = numeral.value, numeral.weak
    if numeral.either is not None and bounding.bound is not Bound.EXACT:
        value = numeral.either
    number = scan.number(numeral.kind, value, i, numeral.end, bounding.bound)
    return replace(number, weak=weak, doubtful=bounding.doubtful)


# Years


def _years(scan: Scan, i: int) -> list[Number]:
    """Read a lone year, "2014–15", "2014–2015" or "1990s" at token `i`."""
    year = scan.year(i)
    if year is None:
        return []
    end = scan.behind_suffix(i + 1)
    ends = _second_year(scan, i + 1, year)
    last = i + 3 if ends is not None else end
    if not _is_year(scan, i, last):
        return []
    if ends is None:
        named = scan.lexicon.has("year_words", scan.at(end).low)
        return [scan.number(Kind.DATE, WrittenDate(year), i, end + 1 if named else end)]
    return [
        scan.number(Kind.DATE, WrittenDate(year), i, i + 1),
        scan.number(Kind.DATE, WrittenDate(ends), i + 2, i + 3),
    ]


def _second_year(scan: Scan, dash: int, year: int) -> int | None:
    if not (scan.is_dash(dash) or scan.at(dash).low == "/"):
        return None
    full = scan.year(dash + 1)
    if full is not None and full > year:
        return full
    short = scan.small(dash + 1, 0, 99)
    if short is None or short != year % 100 + 1 or len(scan.at(dash + 1).low) != 2:
        return None
    return year - year % 100 + short


def _is_year(scan: Scan, i: int, end: int) -> bool:
    """Whether four digits are a year: no unit, per cent, currency or bound says otherwise."""
    lexicon = scan.lexicon
    behind, before = scan.at(end), scan.at(i - 1)
    if lexicon.has("year_words", behind.low):
        return True
    money = before.low in CURRENCY or behind.low in CURRENCY
    in_range = scan.touching(i) and scan.is_dash(i - 1) and scan.at(i - 2).kind == "d"
    if money or in_range or scan.percent_end(end) or behind.low in lexicon.scales:
        return False
    if lexicon.has("year_always", before.low):
        return True
    return not _counted(scan, i, end) and not _bounded(scan, i, end)


def _counted(scan: Scan, i: int, end: int) -> bool:
    """Whether what is counted follows: "2000 people", "2000 peaceful protesters"."""
    if scan.is_unit(end):
        return True
    behind = scan.at(end)
    described = behind.kind == "w" and scan.text[behind.start].islower() and scan.is_unit(end + 1)
    return described and not scan.lexicon.has("year_before", scan.at(i - 1).low)


def _bounded(scan: Scan, i: int, end: int) -> bool:
    """Whether a bound says that it is a count; "up to 2022" is no count."""
    bounding = bound_before(scan, i)
    if bounding.bound is Bound.EXACT:
        bounding = bound_of(scan, i, end, scan.at(end - 1).low)
    return bounding.bound not in (Bound.EXACT, Bound.UP_TO) and not bounding.doubtful


# Ranges


def _range(scan: Scan, i: int, first: Numeral) -> Number | None:
    """Read "20–36", "20 to 36", "between 20 and 36", «20-дан 36-ға дейін» at token `i`."""
    joined = _join(scan, i, first)
    if joined is None:
        return None
    at, pattern = joined
    second = numeral_at(scan, at) if at < len(scan.tokens) and scan.year(at) is None else None
    if second is None or second.kind not in (Kind.CARDINAL, Kind.PERCENT):
        return None
    start, end = first.value, second.value
    if not isinstance(start, Decimal) or not isinstance(end, Decimal) or first.weak:
        return None
    if pattern.second and not scan.lexicon.ends_as(second.case, pattern.second):
        return None
    stop = second.end
    if pattern.behind and scan.at(stop).low == pattern.behind:
        stop += 1
    start = _shared_scale(scan, first, second, start)
    if not start < end or first.kind not in (Kind.CARDINAL, second.kind):
        return None
    bounding = bound_before(scan, i)
    bound = bounding.bound if not pattern.before else Bound.EXACT
    number = scan.number(second.kind, Range(start, end), i, stop, bound)
    return replace(number, doubtful=bounding.doubtful)


def _join(scan: Scan, i: int, first: Numeral) -> tuple[int, RangePattern] | None:
    """Return where the second number of a range may begin, and how the range is said."""
    if first.kind not in (Kind.CARDINAL, Kind.PERCENT):
        return None
    end = first.end
    if scan.is_dash(end):
        spaced = not scan.touching(end) and not scan.touching(end + 1)
        hyphen = scan.at(end).low == "-"
        if scan.at(end + 1).kind == "d" and first.digits and not (spaced and hyphen):
            return end + 1, RangePattern()
    before, after = scan.at(i - 1).low, scan.at(end).low
    for pattern in scan.lexicon.ranges:
        if pattern.first:
            if scan.lexicon.ends_as(first.case, pattern.first):
                return end, pattern
        elif after == pattern.join and (not pattern.before or before == pattern.before):
            return end + 1, pattern
    return None


def _shared_scale(scan: Scan, first: Numeral, second: Numeral, start: Decimal) -> Decimal:
    """Scale both ends of "20–30 thousand"."""
    scale = scan.lexicon.scales.get(scan.at(second.end - 1).low)
    alone = first.digits and not first.grouped and start < 1000
    return start * scale.value if scale is not None and alone and second.digits else start
