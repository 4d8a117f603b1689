"""Figures → whether value and bound stand in one of their quotations, and whether scope fits."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping, Sequence

from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind, Number, plain_value
from report.evidence.tokens import tokenize
from report.model.dates import DateSpan, PartialDate, When
from report.model.document import Document
from report.model.dossier import Dossier
from report.model.finding import Bound, Figure, Range, Words
from report.model.problem import Problems

_COUNTED = frozenset({Kind.CARDINAL, Kind.PERCENT})
_SAID = {
    Bound.ABOUT: "about ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.UP_TO: "up to ",
    Bound.FEWER_THAN: "fewer than ",
}

_ONE_DAY = 1  # it may be tomorrow where the speaker is


def check_figures(dossier: Dossier, problems: Problems) -> int:
    """Check every figure against its quotations; return how many were checked.

    Problems: `figure-not-in-quote`, `figure-words`, `figure-bound`,
    `figure-after-document` (warning).
    """
    figures = [figure for finding in dossier.findings for figure in finding.figures]
    for figure in figures:
        if not all(one.quote for one in figure.evidence):
            continue  # it rests on words that are not carried
        _check_value(figure, dossier.document_by_id, problems)
        _check_time(figure, dossier.document_by_id, problems)
    return len(figures)


def quoted_numbers(
    figure: Figure, documents: Mapping[str, Document]
) -> tuple[tuple[Number, ...], ...]:
    """Return the numbers of each of the figure's quotations, read in its document's language."""
    units = frozenset(token.low for token in tokenize(figure.counts) if len(token.low) > 3)
    return tuple(
        find_numbers(evidence.quote, _language(documents, evidence.document_id), units)
        for evidence in figure.evidence
    )


def _language(documents: Mapping[str, Document], document_id: str) -> str:
    document = documents.get(document_id)
    return document.language if document else ""


def _check_value(figure: Figure, documents: Mapping[str, Document], problems: Problems) -> None:
    numbers = [n for quoted in quoted_numbers(figure, documents) for n in quoted]
    same = [number for number in numbers if _same_value(figure, number, documents)]
    if any(_same_bound(figure, number) for number in same):
        return
    words = {
        "id": figure.id,
        "value": figure_text(figure),
        "found": _listed(numbers),
    }
    if same:
        problems.add("figure-bound", figure.value_place, figure.id, **words)
    elif not isinstance(figure.value, Words):
        problems.add("figure-not-in-quote", figure.value_place, figure.id, **words)
    elif not _literally(figure, figure.value.words):
        problems.add("figure-words", figure.value_place, figure.id, **words)


def _same_value(figure: Figure, number: Number, documents: Mapping[str, Document]) -> bool:
    if number.kind not in _COUNTED:
        return False
    if isinstance(figure.value, Words):
        languages = {_language(documents, e.document_id) for e in figure.evidence}
        meant = [n.value for lang in languages for n in find_numbers(figure.value.words, lang)]
        return plain_value(number.value) in [plain_value(value) for value in meant]
    if isinstance(number.value, Range) and not isinstance(figure.value, Range):
        ends = {Bound.AT_LEAST: number.value.start, Bound.UP_TO: number.value.end}
        return ends.get(figure.bound) == figure.value
    return plain_value(number.value) == plain_value(figure.value)


def _same_bound(figure: Figure, number: Number) -> bool:
    if isinstance(number.value, Range) and not isinstance(figure.value, Range):
        return number.bound is Bound.EXACT
    return number.bound is figure.bound or (number.doubtful and figure.bound is Bound.EXACT)


def _literally(figure: Figure, words: str) -> bool:
    """Whether words without a value of their own stand in a quotation, word for word."""
    wanted = [token.low for token in tokenize(words)]
    if not wanted:
        return False
    for evidence in figure.evidence:
        quoted = [token.low for token in tokenize(evidence.quote)]
        starts = range(len(quoted) - len(wanted) + 1)
        if any(quoted[i : i + len(wanted)] == wanted for i in starts):
            return True
    return False


def figure_text(figure: Figure) -> str:
    """Say value and bound as a message does: "more than 2000", "20 to 36", "dozens"."""
    value = figure.value
    if isinstance(value, Words):
        text = value.words
    elif isinstance(value, Range):
        text = f"{value.start} to {value.end}"
    else:
        text = f"{value:f}"
    return _SAID.get(figure.bound, "") + text


def bound_text(bound: Bound) -> str:
    """Say a bound alone, as a message does: “more than”, or that there is none."""
    said = _SAID.get(bound, "").strip()
    return f"“{said}”" if said else "without a bound"


def number_text(number: Number) -> str:
    """Say a number as it stands, with its bound: "more than 2,000"."""
    return _SAID.get(number.bound, "") + number.text


def _listed(numbers: Sequence[Number]) -> str:
    listed = dict.fromkeys(number_text(number) for number in numbers if number.kind in _COUNTED)
    return ", ".join(f"“{text}”" for text in list(listed)[:12]) or "none"


def _check_time(figure: Figure, documents: Mapping[str, Document], problems: Problems) -> None:
    """A document cannot report what came after it was issued."""
    when = figure.date
    if when is None:
        return
    for evidence in figure.evidence:
        document = documents.get(evidence.document_id)
        if document is None or document.issued is None:
            continue
        if when.first_day.toordinal() > _last_day(document.issued).toordinal() + _ONE_DAY:
            problems.add(
                "figure-after-document",
                figure.place,
                figure.id,
                id=figure.id,
                date=when,
                document=document.id,
                issued=document.issued,
            )


def _last_day(date: When) -> datetime.date:
    """Return the latest day that a date can mean."""
    end = date.end if isinstance(date, DateSpan) else date
    assert isinstance(end, PartialDate)
    if end.day is not None:
        return end.first_day
    month = end.month or 12
    return datetime.date(end.year, month, calendar.monthrange(end.year, month)[1])
