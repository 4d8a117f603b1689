"""Dates of known precision: a year, a month or a day, and intervals of two.

A date is never more precise than what was written: `2022-01` stays a month. Knows no language.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date with the precision that is known: year, year and month, or a full day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        try:
            datetime.date(self.year, self.month or 1, self.day or 1)
        except OverflowError as error:  # a number from elsewhere may be of any length
            raise ValueError(str(error)) from None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2022`, `2022-01` or `2022-01-06`; ValueError for anything else."""
        match = _PARTIAL.fullmatch(text)
        if not match:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day)

    @property
    def first_day(self) -> datetime.date:
        """The earliest day that the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order in time; a less precise date stands before the precise ones within it."""
        return (self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, order=True)
class DateSpan:
    """An interval of two dates, both included."""

    start: PartialDate
    end: PartialDate

    def __post_init__(self) -> None:
        if self.end.sort_key < self.start.sort_key:
            raise ValueError("the interval ends before it starts")

    @property
    def first_day(self) -> datetime.date:
        """The earliest day of the interval."""
        return self.start.first_day

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Order in time, by the start."""
        return self.start.sort_key

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"


When = PartialDate | DateSpan


def parse_when(text: str) -> When:
    """Read a date or an interval `2022-01-02/2022-01-11`; ValueError for anything else."""
    first, slash, last = text.partition("/")
    if not slash:
        return PartialDate.parse(first)
    return DateSpan(PartialDate.parse(first), PartialDate.parse(last))
