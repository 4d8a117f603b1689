"""The first lines of a text → the day and the author that it states there.

Reads datelines and by-lines in English, Russian and Kazakh. A day in the running text is no date
of issue, and two different days in the head leave it open.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

_MONTHS = {
    month: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    )
    for number, month in enumerate(names.split(), 1)
} | {"sept": 9}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<m>{_NAME})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_NAME})\.?,?\s+(?P<y>\d{{4}})\b",
        rf"\b(?P<y>\d{{4}})\s*(?:жылғы|жылы|ж\.)?,?\s*(?P<d>\d{{1,2}})\s+(?P<m>{_NAME})\b",
        r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b",
    )
)
_PUBLISHED = re.compile(
    r"(?:published|posted|issued|dated|опубликовано|дата публикации|жарияланды|жарияланған)"
    r"(?: on)?\W*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:updated|modified|accessed|обновлено|жаңартылды)\W*$", re.IGNORECASE)
# “ALMATY, 6 January 2022 (Agency) – …”: a place, the day, and little else before the dash.
_RUN_IN = re.compile(
    r"(?!(?:In|On|At|By|В|На)\b)(?:[^\W\d_a-zа-я]{3,}|[^\W\d_][\w' -]{1,30},)[^!?–—]{0,80}[–—]\s"
)
_RUN_IN_WORDS = 7
_PERSON = r"[^\W\d_]\.?(?:[^\W\d_]|['’-])*"
_BY_LINE = re.compile(
    rf"(?:by|автор:?|авторы:?)\s+({_PERSON}(?:\s+{_PERSON}){{1,3}})\s*", re.IGNORECASE
)
_HEAD_CELL = re.compile(rf"({_PERSON}(?:\s+{_PERSON}){{1,2}})")
_HEAD = 8  # paragraphs
_HEAD_LINE = 140  # characters


def issued_in(paragraphs: Sequence[str]) -> datetime.date | None:
    """Return the day of issue that the head of a text states, None where it states none or two."""
    found: dict[datetime.date, bool] = {}
    for line in _head_lines(paragraphs):
        for match, day in _days(line):
            before = line[: match.start()]
            if not _UPDATED.search(before):
                found[day] = found.get(day, False) or bool(_PUBLISHED.search(before))
    published = [day for day, said in found.items() if said]
    days = published or list(found)
    return days[0] if len(days) == 1 else None


def author_in(paragraphs: Sequence[str]) -> str:
    """Return the name of a by-line: “By …”, or the name before the day in one line with bars."""
    for line in _head_lines(paragraphs):
        by = _BY_LINE.match(line)
        if by and _is_name(by.group(1)) and not line[by.end() :].strip(" |,·•—–-")[:1].islower():
            return by.group(1)
        cells = [cell.strip() for cell in line.split("|")]
        name = _HEAD_CELL.fullmatch(cells[0])
        if len(cells) > 1 and name and _is_name(cells[0]) and next(_days(cells[1]), None):
            return cells[0]
    return ""


def _is_name(words: str) -> bool:
    return all(word[0].isupper() for word in words.split()) and len(words.split()) > 1


def _head_lines(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield short lines of the head, and what stands before the dash of a dateline."""
    for paragraph in paragraphs[:_HEAD]:
        run_in = _RUN_IN.match(paragraph)
        for line in paragraph.split("\n") if len(paragraph) <= _HEAD_LINE else ():
            sentence = re.sub(r"\s[гж]\.$", "", line.strip()).endswith((".", "?", "!"))
            if not sentence or next(_days(line), None) is None:
                yield line.strip()
        if run_in:
            words = run_in.group()
            days = [match.group() for match, _ in _days(words)]
            if days and len(words.replace(days[0], "").split()) <= _RUN_IN_WORDS:
                yield words.strip()


def _days(line: str) -> Iterator[tuple[re.Match[str], datetime.date]]:
    for pattern in _DATES:
        for match in pattern.finditer(line):
            month = match["m"].casefold()
            number = int(month) if month.isdecimal() else _MONTHS[month]
            try:
                yield match, datetime.date(int(match["y"]), number, int(match["d"]))
            except ValueError:
                continue
