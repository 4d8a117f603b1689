"""An article → what happened on a date: a protest, a killing, an arrest, a statement, a vote.

An event is proposed only where its date is settled. Dates of mere saying are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.model.dates import PartialDate
from report.suggest.article import Sentence, Word
from report.suggest.dating import bounds
from report.suggest.deeds import Deeds, names_kind
from report.suggest.people import bare
from report.suggest.relative import Dated
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, SuggestionKind

_NEAR_TOLD = 8
_NEAR = 3  # words between a verb of saying and its date
_FRONT = 4  # characters before a date that opens its sentence
_DATELINE = 60
_YEAR_REACH = 8
_PLACE_WORDS = 4
_PLACED = frozenset(["in", "at", "near", "outside"])


def events(speakers: Speakers) -> Iterator[Candidate]:
    """Yield the events of an article, one a date and kind."""
    for paragraph in speakers.article.paragraphs:
        if paragraph.heading:
            continue
        for sentence in paragraph.sentences:
            seen = set()
            deeds = Deeds(sentence, speakers.article.words)
            for dated in speakers.dates(sentence):
                found = _event(speakers, sentence, dated, deeds)
                if found is not None and (key := str(dated.when)) not in seen:
                    seen.add(key)
                    yield found


def _event(speakers: Speakers, sentence: Sentence, dated: Dated, deeds: Deeds) -> Candidate | None:
    outside = sentence.in_quotation(dated.start) is None
    if dated.when is None or not outside or not _is_of_a_deed(speakers, sentence, dated):
        return None
    if _is_to_come(speakers, dated):
        return None
    row = sentence.outside
    at = next((k for k, word in enumerate(row) if word.end > dated.start), len(row))
    deed = deeds.at(dated.start, dated.end)
    if deed is None:
        return None
    kind, k, size = deed.kind, deed.first, deed.size
    if _is_compared(speakers, sentence, dated):
        return None  # in May alone 86 convoys were blocked, up from 51 in April
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


def _is_to_come(speakers: Speakers, dated: Dated) -> bool:
    """Whether a date lies behind that of the document: nothing has happened yet."""
    start, _ = bounds(dated.when)
    _, last = bounds(speakers.article.issued)
    return start is not None and last is not None and start > last


def _is_compared(speakers: Speakers, sentence: Sentence, dated: Dated) -> bool:
    """Whether a month or a year is one of several that are compared."""
    whole = isinstance(dated.when, PartialDate) and dated.when.day is None
    return whole and any(speakers.article.words.has("comparing", w.low) for w in sentence.outside)


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
    text = speakers.article.text[dated.start : dated.end]
    if text.lower().endswith("year") and not any(sign.isdigit() for sign in text):
        return False  # last year says too little
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
        re.match(r"[^.!?]{0,30}(?:\s(?:-|–|--)\s|\s?—)", behind) is not None
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
        within = set(text[clause.start : clause.verb.start].lower().split())
        court = any(words.has("courts", word.low) for word in clause.subject)
        if (court and words.has("decides", clause.verb.low)) or {"who", "which"} & within:
            continue  # a judge on 1 March ordered; Omurov, who had defended protesters, was
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


def _place(speakers: Speakers, row: Sequence[Word], at: int) -> str:
    """Return the capitalised name behind “in” or “at” nearest to the date, and what joins it."""
    words = speakers.article.words
    best: tuple[int, str] | None = None
    for first, last in speakers.cast.names.runs(row):
        named = first and row[first - 1].low in _PLACED
        between = at in (first - 1, first - 2) and names_kind(words, row[last : last + 1])
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
