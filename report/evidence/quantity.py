"""What a number in a text can be: its value, its bound, its kind and where it stands.

Values are exact: decimals, fractions, ranges, words, dates, clock times and references; never a
float. Knows no language.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from report.model.finding import Bound, Range, Words


class Kind(StrEnum):
    """What a number does in its sentence."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    DATE = "date"
    CLOCK = "clock"
    REFERENCE = "reference"


@dataclass(frozen=True, order=True)
class WrittenDate:
    """A date as far as it is written: 6 January has no year, 2022 nothing else."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        year = "????" if self.year is None else f"{self.year:04d}"
        month = "" if self.month is None else f"-{self.month:02d}"
        return f"{year}{month}" + ("" if self.day is None else f"-{self.day:02d}")


@dataclass(frozen=True, order=True)
class ClockTime:
    """A time of day on 24 hours."""

    hour: int
    minute: int

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d}"


@dataclass(frozen=True, order=True)
class Reference:
    """The number of an article, a paragraph or a resolution, or a document symbol."""

    text: str

    def __str__(self) -> str:
        return self.text


Quantity = Decimal | Fraction | Range | Words | WrittenDate | ClockTime | Reference

COUNTING = frozenset({Kind.CARDINAL, Kind.ORDINAL, Kind.PERCENT})


@dataclass(frozen=True)
class Number:
    """One number of a text. `start` and `end` are code points; bound words are not in `text`.

    `weak`: "one", "first", "several", too common to be traced or compared. `doubtful`: the bound
    word may be a mere preposition ("information about 200 cases").
    """

    value: Quantity
    bound: Bound
    kind: Kind
    start: int
    end: int
    text: str
    weak: bool = False
    doubtful: bool = False

    @property
    def counts(self) -> bool:
        """Whether it counts or orders something, not a date, a time or a reference."""
        return self.kind in COUNTING


def plain_value(value: Quantity) -> object:
    """Return what two values are compared by: a half is a half, in digits or in words."""
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, Range):
        return (Fraction(value.start), Fraction(value.end))
    return value
