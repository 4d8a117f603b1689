"""Numbers and dates in printed prose → whether the evidence that it rests on holds them.

A number that is not printed from a figure must stand in the evidence with the same bound: "200"
is not "more than 200".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from enum import StrEnum

from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind, Number, WrittenDate, plain_value
from report.model.dates import DateSpan, PartialDate, When
from report.model.dossier import Dossier
from report.model.finding import Bound, Evidence, Range


class Trace(StrEnum):
    """What became of a number of prose."""

    FOUND = "found"
    OTHER_BOUND = "other-bound"
    MISSING = "missing"


class EvidenceNumbers:
    """The numbers that stand in a set of quotations, by value, with their bounds."""

    def __init__(self, evidence: Iterable[Evidence], dossier: Dossier) -> None:
        self._bounds: dict[Hashable, list[tuple[Bound, bool]]] = defaultdict(list)
        self._texts: dict[Hashable, str] = {}
        for one in evidence:
            document = dossier.document_by_id.get(one.document_id)
            language = document.language if document else dossier.language
            for number in find_numbers(one.quote, language):
                self._add(number)

    def _add(self, number: Number) -> None:
        if not number.counts:
            return
        self._bounds[_key(number)].append((number.bound, number.doubtful))
        self._texts.setdefault(_key(number), number.text)
        if isinstance(number.value, Range):
            percent = number.kind is Kind.PERCENT
            self._bounds[percent, plain_value(number.value.start)].append((Bound.AT_LEAST, False))
            self._bounds[percent, plain_value(number.value.end)].append((Bound.UP_TO, False))

    def trace(self, number: Number) -> Trace:
        """Say whether a number of prose stands in the evidence, with its bound."""
        bounds = self._bounds.get(_key(number))
        if not bounds:
            return Trace.MISSING
        if number.kind is Kind.ORDINAL:
            return Trace.FOUND
        for bound, doubtful in bounds:
            exact = Bound.EXACT in (bound, number.bound)
            if bound is number.bound or (exact and (doubtful or number.doubtful)):
                return Trace.FOUND
        return Trace.OTHER_BOUND

    def bounds(self, number: Number) -> tuple[Bound, ...]:
        """Return the bounds with which the value stands in the evidence."""
        return tuple(dict.fromkeys(bound for bound, _ in self._bounds.get(_key(number), ())))


def _key(number: Number) -> Hashable:
    return (number.kind is Kind.PERCENT, plain_value(number.value))


def must_be_traced(number: Number) -> bool:
    """Whether a number of prose must stand in evidence: not a date, a reference, or "one"."""
    return number.counts and not number.weak


class KnownDates:
    """Every day and year that the dossier's evidence and records hold."""

    def __init__(self, dossier: Dossier) -> None:
        self._full: set[tuple[int, int, int]] = set()
        self._years: set[tuple[int, None]] = set()
        self._months: set[tuple[int, int | None]] = set()
        self._days: set[tuple[int, int]] = set()
        self._without_year: set[tuple[int, int]] = set()
        for date in _record_dates(dossier):
            self._add(WrittenDate(date.year, date.month, date.day))
        for one in dossier.all_evidence:
            document = dossier.document_by_id.get(one.document_id)
            for number in find_numbers(one.quote, document.language if document else ""):
                if isinstance(number.value, WrittenDate):
                    self._add(number.value)

    def _add(self, date: WrittenDate) -> None:
        if date.year is not None:
            self._years.add((date.year, None))
            self._months.add((date.year, date.month))
        if date.month is None or date.day is None:
            return
        self._days.add((date.month, date.day))
        if date.year is None:
            self._without_year.add((date.month, date.day))
        else:
            self._full.add((date.year, date.month, date.day))

    def knows(self, date: WrittenDate) -> bool:
        """Whether a date of prose is known: its day, else its month, else its year."""
        if date.month is None or date.day is None:
            known = self._years if date.month is None else self._months
            return date.year is None or (date.year, date.month) in known
        day = (date.month, date.day)
        if date.year is None:
            return day in self._days
        # A day that evidence gives without a year has the year of a record that has it in full.
        in_full = any(full[1:] == day for full in self._full)
        return (date.year, *day) in self._full or (day in self._without_year and not in_full)


def _record_dates(dossier: Dossier) -> Iterable[PartialDate]:
    """Yield the dates of the records: a reader of the brief finds them there."""
    whens: list[When | None] = [dossier.date, dossier.session.date if dossier.session else None]
    whens += [entry.when for entry in dossier.timeline]
    for finding in dossier.findings:
        whens.append(finding.when)
        whens += [date for figure in finding.figures for date in (figure.as_of, figure.when)]
    for document in dossier.documents:
        whens += [document.issued, document.accessed, document.custody.collected_on]
    for when in whens:
        if isinstance(when, DateSpan):
            yield from (when.start, when.end)
        elif when is not None:
            yield when
