"""“Two days later”, “the previous day” → a date, counted from the last day told before.

The day from which they count is the last whole day settled in the same sentence or in the few
before it; where none is there, the phrase has no date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from report.evidence.numbers import find_numbers
from report.model.dates import PartialDate
from report.suggest.article import Article, Sentence
from report.suggest.relative import Dated, whole_day
from report.suggest.words import words_of

_FEW_BACK = 3  # sentences
_MOST = 60  # days
Finder = Callable[[Article, Sentence], Sequence[Dated]]


@cache
def _pattern(lang: str) -> re.Pattern[str] | None:
    """A unit of days and “later” or “earlier”, or a phrase that is a day by itself."""
    table = words_of(lang).tables.get("anchored", {})
    if not table:
        return None
    kinds = "|".join(
        f"(?P<{name}>{'|'.join(re.escape(one) for one in listed)})"
        for name, listed in table.items()
    )
    return re.compile(rf"(?<!\w)(?:{kinds})(?!\w)", re.IGNORECASE)


def anchored_dates(article: Article, sentence: Sentence, find: Finder) -> Iterator[Dated]:
    """Yield the dates of a sentence that are counted from a day told before."""
    pattern = _pattern(article.words.lang)
    text = article.text[sentence.start : sentence.end]
    for match in pattern.finditer(text) if pattern is not None else ():
        start, days = _days(text, match, article.lang)
        if not days:
            continue
        begin, end = sentence.start + start, sentence.start + match.end()
        anchor = _anchor(article, sentence, begin, find)
        said = text[start : match.end()]
        if anchor is None:
            yield Dated(None, f"{said}: no day is told before it", begin, end)
            continue
        day = anchor + datetime.timedelta(days=days)
        yield Dated(whole_day(day), f"{said}, counted from {anchor}", begin, end)


def _days(text: str, match: re.Match[str], lang: str) -> tuple[int, int]:
    """Return where the phrase begins and how many days it goes on; 0 where that is not told."""
    sign = 1 if match.lastgroup in ("later", "next") else -1
    if match.lastgroup in ("next", "previous"):
        return match.start(), sign
    numbers = [n for n in find_numbers(text[: match.end()], lang) if n.end < match.start()]
    last = numbers[-1] if numbers and match.start() - numbers[-1].end == 1 else None
    count = str(last.value) if last is not None else ""
    if last is None or not count.isdigit() or int(count) > _MOST:
        return match.start(), 0
    return last.start, sign * int(count)


def _anchor(
    article: Article, sentence: Sentence, offset: int, find: Finder
) -> datetime.date | None:
    before: list[Sentence] = []
    for paragraph in article.paragraphs:
        if paragraph.start > offset:
            break
        before += [one for one in paragraph.sentences if one.start <= sentence.start]
    for one in reversed(before[-_FEW_BACK - 1 :]):
        told = [dated for dated in find(article, one) if dated.end <= offset]
        for dated in reversed(told):
            day = dated.when
            if isinstance(day, PartialDate) and day.day is not None:
                return day.first_day
            if day is not None:
                return None
    return None
