"""Dates of a sentence, those by weekday and “last October” too, resolved by the document's date.

Each date says on what it rests. What the document's own date cannot settle stays without a date:
a weekday that may be tomorrow's, a day without a year in a document without one.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from report.evidence.dates import is_day
from report.evidence.lexicon import lexicon_of
from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind, WrittenDate
from report.model.dates import DateSpan, PartialDate, When
from report.suggest.anchored import anchored_dates
from report.suggest.article import Article, Sentence, Word
from report.suggest.relative import Dated, relative_dates, whole_day

_WEEK = 7
_BEHIND = 16
_AHEAD_BEFORE, _AHEAD_BEHIND = 8, 5  # words round a weekday that tell it is to come
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d)")
_LAST_MONTH_OF = re.compile(r"\b(?:last|this) ([A-Z][a-z]+)\b")


def find_dates(article: Article, sentence: Sentence) -> tuple[Dated, ...]:
    """Return the dates of a sentence in order, each once."""
    found = [*_told_dates(article, sentence)]
    for one in anchored_dates(article, sentence, _told_dates):
        if not any(date.start < one.end and one.start < date.end for date in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _told_dates(article: Article, sentence: Sentence) -> tuple[Dated, ...]:
    """Return the dates that are not counted from another one of the text."""
    found = [*_relative(article, sentence)]
    taken = [(one.start, one.end) for one in found]
    for one in (*_written(article, sentence), *_months(article, sentence)):
        if not any(start < one.end and one.start < end for start, end in taken):
            found.append(one)
    found.sort(key=lambda one: one.start)
    return tuple(_with_spans(article, found))


def _with_spans(article: Article, found: list[Dated]) -> Iterator[Dated]:
    """Yield the dates, “between 3 and 9 January” as one stretch."""
    k = 0
    while k < len(found):
        here, following = found[k], found[k + 1] if k + 1 < len(found) else None
        if following is not None and _is_span(article, here, following):
            yield _span(here, following)
            k += 1
        else:
            yield here
        k += 1


def _is_span(article: Article, here: Dated, following: Dated) -> bool:
    between = article.text[here.end : following.start].strip().lower()
    before = article.text[max(here.start - 10, 0) : here.start].split()[-1:]
    joins = {"between": ("and",), "from": ("to", "until")}
    return bool(before) and between in joins.get(before[0].lower(), ())


def _span(here: Dated, following: Dated) -> Dated:
    first, last = here.when, following.when
    plain = isinstance(first, PartialDate) and isinstance(last, PartialDate)
    if not plain or not isinstance(first, PartialDate) or not isinstance(last, PartialDate):
        return Dated(None, here.basis, here.start, following.end)
    if not first.first_day < last.first_day:
        return Dated(None, here.basis, here.start, following.end)
    return Dated(DateSpan(first, last), here.basis, here.start, following.end)


def _written(article: Article, sentence: Sentence) -> Iterator[Dated]:
    text = article.text[sentence.start : sentence.end]
    ahead = any(article.words.has("future", word.low) for word in sentence.words)
    for number in find_numbers(text, article.lang):
        if number.kind is not Kind.DATE or not isinstance(number.value, WrittenDate):
            continue
        if text[number.start - 1 : number.start] in "/№" and number.start:
            continue  # Decree 19/2021
        before = text[: number.start].split()[-1:]
        if number.value.month is None and before and article.words.has("laws", before[0]):
            continue  # the Official Secrets Act 1923
        when, basis = settle(number.value, article.issued, ahead=ahead)
        behind = text[number.end : number.end + _BEHIND]
        if number.value.year is None and isinstance(when, PartialDate):
            when = _of_last_year(article, when, behind)
        yield Dated(when, basis, sentence.start + number.start, sentence.start + number.end)


def _months(article: Article, sentence: Sentence) -> Iterator[Dated]:
    """Read “in February” of a document that says when it was issued: the last one before that.

    Where the paragraph tells another year, or what is to come, it is not settled.
    """
    lexicon = lexicon_of(article.lang)
    first, last = bounds(article.issued)
    for k, word in enumerate(sentence.words[1:], 1):
        if not article.words.has("in_month", sentence.words[k - 1].low):
            continue
        month = lexicon.month_of(word.low)
        following = sentence.words[k + 1].text if k + 1 < len(sentence.words) else ""
        english = article.words.lang == "en"
        if month is None or following[:1].isdigit() or (english and not word.capital):
            continue
        ahead = any(article.words.has("future", one.low) for one in sentence.words)
        if last is None or first is None or ahead or _tells_a_year(article, sentence, last.year):
            yield Dated(
                None, f"{word.text}: the document does not give its year", word.start, word.end
            )
            continue
        year = last.year if month <= last.month else last.year - 1
        when = PartialDate(year, month)
        yield Dated(when, f"{word.text}, counted back from {article.issued}", word.start, word.end)


def _tells_a_year(article: Article, sentence: Sentence, year: int) -> bool:
    """Whether another year than that of the document is told in the paragraph up to here."""
    paragraph = next(p for p in article.paragraphs if p.start <= sentence.start < p.end)
    told = _YEAR.finditer(article.text, paragraph.start, sentence.end)
    since = re.compile(r"\b(?:since|from|until|с|до)\s+\Z", re.IGNORECASE)
    return any(
        int(one.group()) != year
        and not since.search(article.text, max(one.start() - _BEHIND, 0), one.start())
        for one in told
    )


def _of_last_year(article: Article, when: PartialDate, behind: str) -> PartialDate:
    """“On 11 August last year”: the year before that of the document."""
    _, last = bounds(article.issued)
    said = behind.strip().lower().startswith(article.words.ordered.get("last_year", ()) or ("\n",))
    if not said or last is None:
        return when
    return PartialDate(last.year - 1, when.month, when.day)


def settle(
    written: WrittenDate, issued: When | None, *, ahead: bool = False
) -> tuple[When | None, str]:
    """Give a written date the year that the document's date gives it."""
    if written.year is not None:
        return PartialDate(written.year, written.month, written.day), "written"
    start, end = bounds(issued)
    if start is None or end is None or written.month is None:
        return None, "the document has no date that would give its year"
    day = written.day or 1
    if not is_day(None, written.month, day):
        return None, "no such day"
    year = end.year
    if not is_day(year, written.month, day):
        return None, "no such day in that year"
    here = datetime.date(year, written.month, day)
    if ahead and here < start and start.year == end.year:
        year += 1
    elif not ahead and here > end:
        year -= 1
    if not is_day(year, written.month, day):
        return None, "no such day in that year"
    return PartialDate(year, written.month, written.day), f"its year is that of {issued}"


def bounds(issued: When | None) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day that a date can mean."""
    if issued is None:
        return None, None
    last = issued.end if isinstance(issued, DateSpan) else issued
    if last.day is not None:
        return issued.first_day, last.first_day
    if last.month is not None:
        following = (last.first_day.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
        return issued.first_day, following - datetime.timedelta(days=1)
    return issued.first_day, datetime.date(last.year, 12, 31)


def _day_of_issue(article: Article) -> datetime.date | None:
    start, end = bounds(article.issued)
    return start if start == end else None


def _relative(article: Article, sentence: Sentence) -> Iterator[Dated]:
    issued = _day_of_issue(article)
    for k, word in enumerate(sentence.words):
        if article.words.has("weekdays", word.low.removesuffix("'s")):
            near = sentence.words[max(k - _AHEAD_BEFORE, 0) : k + _AHEAD_BEHIND]
            ahead = any(article.words.has("future", one.low) for one in near)
            yield _weekday(article, word, issued, ahead=ahead or _is_next(sentence, k))
    text = article.text[sentence.start : sentence.end]
    for one in relative_dates(text, article.lang, issued):
        yield Dated(one.when, one.basis, one.start + sentence.start, one.end + sentence.start)
    for match in _LAST_MONTH_OF.finditer(text):
        month = lexicon_of(article.lang).month_of(match.group(1).lower())
        if month is not None:
            yield _last_month(match, sentence.start, month, article.issued)


def _is_next(sentence: Sentence, k: int) -> bool:
    return k > 0 and sentence.words[k - 1].low == "next"


def _weekday(article: Article, word: Word, issued: datetime.date | None, *, ahead: bool) -> Dated:
    name = word.text
    if issued is None:
        return Dated(None, f"{name}: the document has no day of its own", word.start, word.end)
    if ahead:
        return Dated(None, f"{name}: it may lie before or after", word.start, word.end)
    names = article.words.ordered["weekdays"]
    back = (issued.weekday() - names.index(word.low.removesuffix("'s"))) % _WEEK
    if back == _WEEK - 1:
        return Dated(None, f"{name}: it may be the day after {issued}", word.start, word.end)
    day = issued - datetime.timedelta(days=back)
    return Dated(whole_day(day), f"{name}, counted from {issued}", word.start, word.end)


def _last_month(match: re.Match[str], offset: int, month: int, issued: When | None) -> Dated:
    start, end = offset + match.start(), offset + match.end()
    first, last = bounds(issued)
    if first is None or last is None or (first.month, first.year) != (last.month, last.year):
        return Dated(None, f"{match.group()}: the document has no month of its own", start, end)
    year = first.year if month < first.month else first.year - 1
    if match.group().lower().startswith("this"):
        year = first.year
    return Dated(PartialDate(year, month), f"{match.group()}, counted from {issued}", start, end)
