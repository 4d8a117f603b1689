"""Phrases like “yesterday”, “last week”, «на прошлой неделе», «кеше» → dates, counted from a day.

What they mean is data: `relative` of the languages' tables gives each phrase a step, `day-1`,
`week-1`, `month-1`, `year-1`, or a stretch up to the day, `past-week`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from report.evidence.numbers import find_numbers
from report.model.dates import DateSpan, PartialDate, When
from report.suggest.words import words_of

_WEEK = 7
_MONTH = 30
_MOST_AGO = 400


@dataclass(frozen=True)
class Dated:
    """A date in a text. `when` is None where it could not be settled; `basis` says how it was."""

    when: When | None
    basis: str
    start: int
    end: int


@cache
def _phrases(lang: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return one pattern of all phrases, the longest first, and the step of each."""
    table = words_of(lang).tables.get("relative", {})
    steps = {phrase: step for step, phrases in table.items() for phrase in phrases}
    any_of = "|".join(re.escape(phrase) for phrase in sorted(steps, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE) if steps else None
    return pattern, steps


@cache
def _ago(lang: str) -> re.Pattern[str] | None:
    words = words_of(lang)
    table = words.tables.get("ago_units", {})
    behind = "|".join(re.escape(word) for word in words.ordered.get("ago", ()))
    units = "|".join(re.escape(word) for listed in table.values() for word in listed)
    return re.compile(rf"(?<!\w)({units}) (?:{behind})(?!\w)", re.IGNORECASE) if behind else None


def relative_dates(text: str, lang: str, issued: datetime.date | None) -> Iterator[Dated]:
    """Yield the dates that phrases of `text` mean, offsets in `text`."""
    pattern, steps = _phrases(lang)
    for match in pattern.finditer(text) if pattern is not None else ():
        step = steps[match.group().lower()]
        yield _dated(match.group(), match.start(), match.end(), step, issued)
    yield from _days_ago(text, lang, issued)


def _dated(said: str, start: int, end: int, step: str, issued: datetime.date | None) -> Dated:
    if issued is None:
        return Dated(None, f"{said}: the document has no day of its own", start, end)
    return Dated(stepped(issued, step), f"{said}, counted from {issued}", start, end)


def stepped(day: datetime.date, step: str) -> When:
    """Return the date that lies a step from a day: `day-1`, `month-1`, `past-week`."""
    unit, _, number = step.rpartition("-")
    if unit == "past":
        days = {"week": _WEEK, "month": _MONTH}[number]
        return DateSpan(whole_day(day - datetime.timedelta(days=days)), whole_day(day))
    back = int(number)
    if unit == "day":
        return whole_day(day - datetime.timedelta(days=back))
    if unit == "week":
        first = day - datetime.timedelta(days=day.weekday() + _WEEK * back)
        return DateSpan(whole_day(first), whole_day(first + datetime.timedelta(days=_WEEK - 1)))
    if unit == "month":
        months = day.year * 12 + day.month - 1 - back
        return PartialDate(months // 12, months % 12 + 1)
    return PartialDate(day.year - back)


def whole_day(day: datetime.date) -> PartialDate:
    """Return a day as a date of the model."""
    return PartialDate(day.year, day.month, day.day)


def _days_ago(text: str, lang: str, issued: datetime.date | None) -> Iterator[Dated]:
    """Read “two days ago”, «три дня назад», «екі күн бұрын»; weeks and months are not so exact."""
    pattern = _ago(lang)
    if pattern is None:
        return
    units = words_of(lang).tables.get("ago_units", {})
    numbers = find_numbers(text, lang)
    for match in pattern.finditer(text):
        number = next((n for n in numbers if 0 <= match.start() - n.end <= 1), None)
        if number is None or not str(number.value).isdigit() or int(str(number.value)) > _MOST_AGO:
            continue
        unit = next(name for name, listed in units.items() if match.group(1).lower() in listed)
        step = f"{unit}-{number.value}"
        yield _dated(text[number.start : match.end()], number.start, match.end(), step, issued)
