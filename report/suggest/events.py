"""An article → what happened on a date: a protest, a killing, an arrest, a statement, a vote.

An event is proposed only where its date is settled. Dates of mere saying are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from report.model.dates import PartialDate
from report.suggest.article import Sentence, Word
from report.suggest.dating import find_dates
from report.suggest.people import bare
from report.suggest.relative import Dated
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, SuggestionKind
from report.suggest.words import Words, words_of

_NEAR_TOLD = 8
_NEAR = 3  # words between a verb of saying and its date
_FRONT = 4  # characters before a date that opens its sentence
_DATELINE = 60
_YEAR_REACH = 8
_PLACE_WORDS = 4
_REACH = 24  # words between a date and what happened on it
_PLACED = frozenset(["in", "at", "near", "outside"])


def events(speakers: Speakers) -> Iterator[Candidate]:
    """Yield the events of an article, one a date and kind."""
    for paragraph in speakers.article.paragraphs:
        if paragraph.heading:
            continue
        for sentence in paragraph.sentences:
            seen = set()
            for dated in find_dates(speakers.article, sentence):
                found = _event(speakers, sentence, dated)
                if found is not None and (key := str(dated.when)) not in seen:
                    seen.add(key)
                    yield found


def _event(speakers: Speakers, sentence: Sentence, dated: Dated) -> Candidate | None:
    outside = sentence.in_quotation(dated.start) is None
    if dated.when is None or not outside or not _is_of_a_deed(speakers, sentence, dated):
        return None
    row = sentence.outside
    at = next((k for k, word in enumerate(row) if word.end > dated.start), len(row))
    nearest = _nearest(speakers, row, at)
    if nearest is None:
        return None
    kind, k, size = nearest
    if _is_mere_year(dated) and (abs(at - k) > _YEAR_REACH or row[k].low.endswith("s")):
        return None  # attacks rose from 74 in 2021
    fields = {
        "date": str(dated.when),
        "date_basis": dated.basis,
        "what": kind,
        "word": speakers.text(row[k : k + size]),
        "where": _place(speakers, row, at),
    }
    mark = (min(row[k].start, dated.start), max(row[k].end, dated.end))
    kept = {name: value for name, value in fields.items() if value}
    kind_ = SuggestionKind.EVENT
    return Candidate(kind_, sentence.start, sentence.end, "dated-deed", mark, kept)


def _is_mere_year(dated: Dated) -> bool:
    return isinstance(dated.when, PartialDate) and dated.when.month is None


def _is_of_a_deed(speakers: Speakers, sentence: Sentence, dated: Dated) -> bool:
    """Whether a date can be that of a deed: a day or month, not where and when it was written."""
    if _is_dateline(speakers, dated):
        return False
    said = dated.basis.partition(", counted")[0].lower().split()
    before = [word.low for word in sentence.outside if word.end <= dated.start][-1:]
    owner = speakers.article.text[dated.start : dated.end].endswith(("’s", "'s"))
    if before and not owner and speakers.article.words.has("no_deed_before", before[0]):
        return False
    if "ago" in said and any(word.startswith("month") for word in said):
        return False  # three months ago is about then
    same_day = speakers.article.text[dated.start : dated.end].lower() == "today"
    if same_day and speakers.issuer is not None:
        return False
    return not _dates_speech(speakers, sentence, dated)


def _is_dateline(speakers: Speakers, dated: Dated) -> bool:
    """Whether a date stands in the line of place and date that opens a report."""
    text = speakers.article.text
    paragraph = next(p for p in speakers.article.paragraphs if p.start <= dated.start < p.end)
    if dated.start - paragraph.start > _DATELINE:
        return False
    before = text[paragraph.start : dated.start]
    behind = text[dated.end : dated.end + _DATELINE]
    opened = "(" in before and ")" in behind
    place = before.split()
    placed = len(place) <= _PLACE_WORDS and all(word[:1].isupper() for word in place)
    return opened or (
        re.match(r"[^.!?]{0,30}\s(?:-|–|—|--)\s", behind) is not None
        and (placed or before[:3].isupper())
    )


def _dates_speech(speakers: Speakers, sentence: Sentence, dated: Dated) -> bool:
    """Whether a date is that of saying: “claimed on Monday”, “On Monday the mayor said”."""
    words = speakers.article.words
    text = speakers.article.text
    clauses = speakers.reading(sentence).clauses
    stated = {clause.start for clause in clauses if words.has("express", clause.verb.low)}
    for clause in clauses:
        if clause.rule == "according-to" or not words.has("say", clause.verb.low):
            continue
        gap = text[clause.verb.end : dated.start]
        before = text[dated.end : clause.verb.start]
        near = _NEAR_TOLD if words.has("telling", clause.verb.low) else _NEAR
        if dated.start > clause.verb.start and len(gap.split()) <= near and "“" not in gap:
            return True
        if dated.end <= clause.verb.start and len(before.split()) <= 2 and "," not in before:
            return True
        opens = dated.start - sentence.start <= _FRONT and dated.end <= clause.start
        fronted = opens and len(text[dated.end : clause.start].split()) <= 1
        if fronted and clause.start not in stated:
            return True
    return False


@cache
def _kinds(lang: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that name a kind, by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in words_of(lang).tables.get("events", {}).items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, kind))
    return {
        first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in table.items()
    }


def _nearest(speakers: Speakers, row: Sequence[Word], at: int) -> tuple[str, int, int] | None:
    """Return the kind that stands nearest to the date, where its phrase stands and how long."""
    best: tuple[int, int, str, int] | None = None
    words = speakers.article.words
    kinds = _kinds(words.lang)
    lows = [bare(word).lower() for word in row]
    for k in range(max(at - _REACH, 0), min(at + _REACH + 1, len(row))):
        for parts, kind in kinds.get(lows[k], ()):
            if tuple(lows[k : k + len(parts)]) != parts:
                continue
            month = row[k].capital and words.has("months", lows[k])
            near = (abs(at - k), -len(parts), kind, k)
            closer = best is None or near[:2] < best[:2]
            if closer and not month and not _is_apart(row, k, at, words):
                best = near
    return None if best is None else (best[2], best[3], -best[1])


def _is_apart(row: Sequence[Word], k: int, at: int, words: Words) -> bool:
    between = [word.low for word in row[min(k, at) : max(k, at)]]
    pairs = pairwise(between)
    clauses = any(sign == "," and low in ("and", "but", "while") for sign, low in pairs)
    clauses = clauses or (k > at and "and" in between)
    return clauses or _only_when(row, k, at) or _is_others(row, k, at, words)


def _is_others(row: Sequence[Word], k: int, at: int, words: Words) -> bool:
    """Whether the date is that of a verb between: “on Wednesday downplayed the attack”."""
    if k <= at + 1:
        return False
    following = next((word for word in row[at + 1 : at + 4] if not word.text.isdigit()), None)
    if following is None or not following.is_word or following.capital:
        return False
    deed = following.low.endswith("ed") or words.says(following.low)
    return deed and row[k].start > following.start


def _only_when(row: Sequence[Word], k: int, at: int) -> bool:
    """Whether a word only says when: “On 21 June, four days after the vote, people marched”."""
    when = {"after", "before", "since", "until", "following"}
    if not when & {word.low for word in row[max(k - 2, 0) : k]}:
        return False
    return any(word.text in ",;" for word in row[min(k, at) : max(k, at)])


def _is_kind(speakers: Speakers, row: Sequence[Word]) -> bool:
    """“the 2011 Zhanaozen massacre” names where it was."""
    listed = speakers.article.words.tables.get("events", {}).values()
    return bool(row) and any(row[0].low in phrases for phrases in listed)


def _place(speakers: Speakers, row: Sequence[Word], at: int) -> str:
    """Return the capitalised name behind “in” or “at” nearest to the date, and what joins it."""
    words = speakers.article.words
    best: tuple[int, str] | None = None
    for first, last in speakers.cast.names.runs(row):
        named = first and row[first - 1].low in _PLACED
        between = at in (first - 1, first - 2) and _is_kind(speakers, row[last : last + 1])
        if not (named or between):
            continue
        run = row[first:last]
        if any(words.has("not_places", w.text) or words.has("bodies", bare(w)) for w in run):
            continue
        end = last
        if end + 1 < len(row) and row[end].low == "and" and row[end + 1].capital:
            end += 2
        text = speakers.text(row[first:end])
        text = text.removesuffix("’s").removesuffix("'s")
        distance = abs(first - at)
        if best is None or distance < best[0]:
            best = (distance, text)
    return best[1] if best else ""
