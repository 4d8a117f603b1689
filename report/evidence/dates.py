"""Dates and times of day in a text: "2–11 January 2022", «6 января», «2022 жылғы 6 қаңтар».

Each day of a list or range is a date of its own, with the month and year that the words give it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from report.evidence.quantity import ClockTime, Kind, Number, WrittenDate
from report.evidence.scan import Scan

_LEAP_YEAR = 2000


@dataclass(frozen=True)
class _Group:
    """One month word with its days (token index each) and year; tokens [start, end)."""

    start: int
    end: int
    month: int
    days: tuple[tuple[int, int], ...] = ()
    year: int | None = None


def find_dates(scan: Scan) -> list[Number]:
    """Return the dates that a month is written in, or that are all digits (2022-01-06)."""
    numbers = list(_digit_dates(scan))
    for group in _with_shared_years(scan, list(_groups(scan))):
        if group.days or group.year is not None:
            numbers.extend(_numbers(scan, group))
    return numbers


def find_times(scan: Scan) -> list[Number]:
    """Return the times of day: 11:21pm, 14:30, 8 a.m."""
    return [number for i in scan.digit_indexes for number in _time_at(scan, i)]


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the day exists."""
    try:
        datetime.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _digit_dates(scan: Scan) -> Iterator[Number]:
    for i in scan.digit_indexes:
        if not all(scan.touching(i + step) for step in range(1, 5)):
            continue
        parts = [scan.at(i + step) for step in range(5)]
        signs = parts[1].low + parts[3].low
        if any(part.kind != "d" or len(part.low) > 4 for part in parts[::2]):
            continue
        first, month, last = (int(part.low) for part in parts[::2])
        day, year = (first, last) if signs == ".." else (last, first)
        likely = signs in ("..", "--") and 1900 <= year <= 2100
        if likely and is_day(year, month, day):
            yield scan.number(Kind.DATE, WrittenDate(year, month, day), i, i + 5)


def _groups(scan: Scan) -> Iterator[_Group]:
    capital = scan.lexicon.flag("months_capital")
    free = 0
    for i, token in enumerate(scan.tokens):
        month = scan.lexicon.month_of(token.low) if token.kind == "w" else None
        if month is None or (capital and not scan.text[token.start].isupper()):
            continue
        group = _group_at(scan, i, month, free)
        free = group.end
        yield group


def _group_at(scan: Scan, i: int, month: int, free: int) -> _Group:
    """Read the days and the year round the month word at `i`, not reaching before `free`."""
    start, days = _days_before(scan, i, free)
    end = i + 1
    if scan.at(end).low == "." and scan.touching(end) and scan.at(end + 1).kind == "d":
        end += 1
    if not days and not scan.is_dash(i - 1):
        end, days = _days_behind(scan, end)
    year, start = _year_before(scan, start, free)
    if year is None:
        year, end = _year_behind(scan, end)
    kept = tuple(pair for pair in days if is_day(year, month, pair[0]))
    return _Group(start, end, month, kept, year)


def _day_ending_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """Return the day whose last token is `i`, and its first token."""
    first = i
    if scan.lexicon.has("ordinal_suffixes", scan.at(i).low) and scan.touching(i):
        first = i - 2 if scan.is_dash(i - 1) and scan.touching(i - 1) else i - 1
    day = scan.small(first, 1, 31)
    glued = scan.touching(first) and scan.at(first - 1).low in (".", ",", "/", ":")
    return None if day is None or glued else (day, first)


def _days_before(scan: Scan, i: int, free: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    days: list[tuple[int, int]] = []
    start, at, joined = i, i - 1, False
    if scan.lexicon.has("of", scan.at(at).low) or (scan.is_dash(at) and scan.touching(i)):
        at -= 1
    while at >= free:
        found = _day_ending_at(scan, at)
        if found is None:
            break
        days.insert(0, found)
        start = found[1]
        at = start - 1
        low = scan.at(at).low
        if scan.is_dash(at) or scan.lexicon.has("date_joins", low):
            joined = True
        elif not (joined and low == ","):
            break
        at -= 1
    return start, tuple(days)


def _days_behind(scan: Scan, i: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Read the days of "January 5–6"; only English writes them so."""
    days: list[tuple[int, int]] = []
    end, at = i, i
    while scan.lexicon.flag("months_capital"):
        day = scan.small(at, 1, 31)
        if day is None or _is_longer_number(scan, at):
            break
        days.append((day, at))
        end = scan.behind_suffix(at + 1)
        if not (scan.is_dash(end) or scan.lexicon.has("date_joins", scan.at(end).low)):
            break
        at = end + 1
    return end, tuple(days)


def _is_longer_number(scan: Scan, i: int) -> bool:
    """Whether digits at `i` go on: 12,500 or 12.5 or 12:30."""
    sign = scan.at(i + 1).low in (",", ".", ":", "%")
    percent = scan.at(i + 1).low == "%"
    return percent or (
        sign and scan.touching(i + 1) and scan.touching(i + 2) and scan.at(i + 2).kind == "d"
    )


def _year_before(scan: Scan, start: int, free: int) -> tuple[int | None, int]:
    """Read the year of «2022 жылғы 6 қаңтар»."""
    if start - 2 >= free and scan.lexicon.has("year_words", scan.at(start - 1).low):
        year = scan.year(start - 2)
        if year is not None:
            return year, start - 2
    return None, start


def _year_behind(scan: Scan, end: int) -> tuple[int | None, int]:
    at = end
    if scan.at(at).low == "," or scan.lexicon.has("of", scan.at(at).low):
        at += 1
    year = scan.year(at)
    if year is None:
        return None, end
    end = at + 1
    if scan.lexicon.has("year_words", scan.at(end).low):
        end += 1
    return year, end


def _with_shared_years(scan: Scan, groups: list[_Group]) -> list[_Group]:
    """Give a group without a year that of the group it is joined to: "2 January to 11 January"."""
    shared = list(groups)
    for k in range(len(shared) - 2, -1, -1):
        here, following = shared[k], shared[k + 1]
        if here.year is None and _joined(scan, here.end, following.start):
            shared[k] = replace(here, year=following.year)
    for k in range(1, len(shared)):
        here, previous = shared[k], shared[k - 1]
        if here.year is None and _joined(scan, previous.end, here.start):
            shared[k] = replace(here, year=previous.year)
    return shared


def _joined(scan: Scan, start: int, end: int) -> bool:
    if not 0 <= end - start <= 2:
        return False
    return all(
        scan.is_dash(i)
        or scan.at(i).low == ","
        or scan.lexicon.has("date_joins", scan.at(i).low)
        or scan.lexicon.has("date_between", scan.at(i).low)
        for i in range(start, end)
    )


def _numbers(scan: Scan, group: _Group) -> Iterator[Number]:
    if not group.days:
        date = WrittenDate(group.year, group.month)
        yield scan.number(Kind.DATE, date, group.start, group.end)
        return
    for k, (day, first) in enumerate(group.days):
        last = k == len(group.days) - 1
        start = group.start if k == 0 else first
        end = group.end if last else scan.behind_suffix(first + 1)
        date = WrittenDate(group.year, group.month, day)
        yield scan.number(Kind.DATE, date, start, max(end, start + 1))
    scan.take(group.start, group.end)


def _time_at(scan: Scan, i: int) -> Iterator[Number]:
    hour = scan.small(i, 0, 24)
    if hour is None or (scan.touching(i) and scan.at(i - 1).low in ".,:"):
        return
    end, minute = i + 1, 0
    colon = scan.at(end).low == ":" and scan.touching(end) and scan.touching(end + 1)
    minutes = scan.small(end + 1, 0, 59) if colon else None
    if minutes is not None and len(scan.at(end + 1).low) == 2:
        end, minute = end + 2, minutes
    after, half = _half_of_day(scan, end)
    if half == "" and end == i + 1:
        return
    if half:
        if not 1 <= hour <= 12:
            return
        hour = hour % 12 + (12 if half == "p" else 0)
    yield scan.number(Kind.CLOCK, ClockTime(hour, minute), i, after)


def _half_of_day(scan: Scan, end: int) -> tuple[int, str]:
    """Read am, pm, a.m., p.m.; only where the language has them."""
    low = scan.at(end).low
    if low in ("am", "pm") and scan.lexicon.has("clock_words", low):
        return end + 1, low[0]
    spelled = (low, scan.at(end + 1).low, scan.at(end + 2).low)
    if spelled in (("a", ".", "m"), ("p", ".", "m")) and scan.lexicon.has("clock_words", "am"):
        return end + 3, low
    return end, ""
