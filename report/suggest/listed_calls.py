"""Calls that stand in lists: “The experts urged the authorities to:” and the items that follow,
recommendations under their heading, and the clauses of a resolution.

Each item is a call of its own; who asks and whom is said once, before the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.suggest.article import Paragraph, Sentence, Word
from report.suggest.asking import asked_at
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, Speaker, SuggestionKind
from report.suggest.words import Words

_MARK = re.compile(r"(?:[–—•·▪*+-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_MOST_ITEMS = 40
_LONGEST = 60


@dataclass(frozen=True)
class Opening:
    """What a list says before its items: who asks, and whom (words of the document)."""

    speaker: Speaker
    to: str


def items_behind(speakers: Speakers, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the items of the list that a paragraph opens."""
    paragraphs = speakers.article.paragraphs
    at = paragraphs.index(paragraph) + 1
    marked: bool | None = None
    for item in paragraphs[at : at + _MOST_ITEMS]:
        text = speakers.article.text[item.start : item.end]
        has_mark = _MARK.match(text) is not None
        if marked is None:
            marked = has_mark
        if has_mark != marked or not (has_mark or text[:1].islower()):
            return
        yield item
        if not marked and text.rstrip()[-1:] == ".":
            return


def opens_list(paragraph: Paragraph, words: Sequence[Word]) -> bool:
    """Whether a stretch ends its paragraph with a colon."""
    return bool(words) and words[-1].text == ":" and words[-1].end >= paragraph.end


def item_call(speakers: Speakers, item: Paragraph, opening: Opening) -> Candidate | None:
    """Make the call of one item."""
    text = speakers.article.text[item.start : item.end]
    mark = _MARK.match(text)
    start = item.start + (mark.end() if mark else 0)
    words = [word for s in item.sentences for word in s.words if word.start >= start]
    if not words or words[0].start != start:
        return None
    return _candidate(speakers, words[:_LONGEST], opening, "listed")


def recommended(speakers: Speakers) -> Iterator[Candidate]:
    """Yield the items under a heading of recommendations, with whom they are made to."""
    article = speakers.article
    under, to = False, ""
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        if paragraph.heading or text.endswith(":"):
            to_whom = re.match(r"To (?=\w)", text)
            if to_whom is not None and under:
                to = text[to_whom.end() :].rstrip(" :")
            else:
                named = text.lower().rstrip(" :").lstrip("0123456789. ")
                under, to = article.words.has("recommending_headings", named), ""
            if not (under and not text.endswith(":") and _is_order(paragraph, article.words)):
                continue
        if under and any(_asks_itself(sentence, article.words) for sentence in paragraph.sentences):
            continue  # The Mechanism recommends that the Ministry …
        if under and (_MARK.match(text) or _is_order(paragraph, article.words)):
            found = item_call(speakers, paragraph, Opening(speakers.voice, to))
            if found is not None:
                yield found


def _asks_itself(sentence: Sentence, words: Words) -> bool:
    """Whether a sentence says by itself who asks whom."""
    row = sentence.words
    asked = (asked_at(row, k, words) for k in range(1, len(row)))
    return any(one is not None and one.rule in ("asks-to", "asks-for", "is-asked") for one in asked)


def _is_order(paragraph: Paragraph, words: Words) -> bool:
    """Whether a paragraph begins with a verb that orders: Ensure, Release, Repeal."""
    first = [word for sentence in paragraph.sentences for word in sentence.words[:2]]
    return bool(first) and words.any_has(("orders_to", "orders_adverbs"), first[0].low)


def resolved(speakers: Speakers) -> Iterator[Candidate]:
    """Yield the calls of a resolution: “2. Urges the Government to repeal …;”."""
    found = [p for p in speakers.article.paragraphs if is_resolving(speakers, p)]
    if len(found) < 2:
        return
    for paragraph in found:
        for sentence in paragraph.sentences:
            for k in range(len(sentence.words)):
                asked = asked_at(sentence.words, k, speakers.article.words)
                if asked is not None and asked.rule != "ought" and len(asked.what) > 1:
                    opening = Opening(speakers.voice, speakers.text(asked.to))
                    yield _candidate(speakers, asked.what[:_LONGEST], opening, asked.rule)
                    break


def is_resolving(speakers: Speakers, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a verb whose subject is the body that resolves."""
    words = speakers.article.words
    opening = [word for sentence in paragraph.sentences for word in sentence.words[:6]]
    row = [word for word in opening if word.is_word and not word.text[0].isdigit()]
    for word in row[:3]:
        if words.has("resolves", word.low):
            return True
        if not (word.low.endswith("ly") or words.has("adverbs", word.low)):
            return False
    return False


def _candidate(speakers: Speakers, what: Sequence[Word], opening: Opening, rule: str) -> Candidate:
    article = speakers.article
    start, end = what[0].start, what[-1].end
    fields = {
        "by": opening.speaker.name,
        "role": opening.speaker.role,
        "document": "yes" if opening.speaker.document else "",
        "to": opening.to,
        "what": article.text[start:end].rstrip(' .,;”»"').removesuffix("; and"),
    }
    kept = {name: value for name, value in fields.items() if value}
    sentence = next(s for p in article.paragraphs for s in p.sentences if s.start <= start < s.end)
    first = start if rule == "listed" else sentence.start
    return Candidate(SuggestionKind.CALL, first, max(end, first + 1), rule, (start, end), kept)
