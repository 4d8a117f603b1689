"""An article → who calls on whom to do what.

Only what a named speaker asks, or a speech its own hearers: what the writer of a report thinks
should be done is no call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.suggest.article import Paragraph, Sentence, Word, cut_words, sentence_spans
from report.suggest.asking import Asked, asked_at, asked_to, is_addressee, to_comma
from report.suggest.listed_calls import (
    Opening,
    item_call,
    items_behind,
    opens_list,
    recommended,
    resolved,
)
from report.suggest.quotations import Attributed
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, Speaker, SuggestionKind

_LONGEST = 60
_FEWEST = 2
_FRONTED = 5
_HEADLINE = frozenset(["urges", "calls", "demands", "asks", "appeals"])


@dataclass(frozen=True)
class _Stretch:
    """A sentence, whole or within a quotation, in which a call may stand."""

    paragraph: Paragraph
    sentence: Sentence
    words: tuple[Word, ...]
    start: int
    end: int
    quoted_by: Speaker | None = None


def calls(speakers: Speakers, attributed: Sequence[Attributed]) -> Iterator[Candidate]:
    """Yield the calls of an article, those of lists too; each stretch of words is one call."""
    found: set[int] = set()
    for one in (*recommended(speakers), *resolved(speakers), *_of_sentences(speakers, attributed)):
        if one.mark[0] not in found:
            found.add(one.mark[0])
            yield one


def _of_sentences(speakers: Speakers, attributed: Sequence[Attributed]) -> Iterator[Candidate]:
    for stretch in _stretches(speakers, attributed):
        if stretch.paragraph.heading:
            headline = _headline(speakers, stretch)
            if headline is not None:
                yield headline
            continue
        yield from _calls_of(speakers, stretch)


def _stretches(speakers: Speakers, attributed: Sequence[Attributed]) -> Iterator[_Stretch]:
    article = speakers.article
    for paragraph in article.paragraphs:
        for sentence in paragraph.sentences:
            block = next((a for a in attributed if _holds(a, sentence)), None)
            if block is None:
                words = sentence.words
                yield _Stretch(paragraph, sentence, words, sentence.start, sentence.end)
            for one in attributed:
                inside = sentence.start <= one.quoted.start < sentence.end
                if not (inside or (block is one)) or not (one.direct or inside):
                    continue
                begin = max(one.quoted.start, sentence.start)
                stop = min(one.quoted.end, sentence.end) if block is one else one.quoted.end
                for start, end in sentence_spans(article.text, begin, stop):
                    words = cut_words(article.text, start, end)
                    yield _Stretch(paragraph, sentence, words, start, end, one.speaker)


def _holds(one: Attributed, sentence: Sentence) -> bool:
    return one.quoted.start <= sentence.start and sentence.end <= one.quoted.end + 1


def _calls_of(speakers: Speakers, stretch: _Stretch) -> Iterator[Candidate]:
    """Yield the calls of a stretch: the first, and each further verb of asking of its own."""
    found: list[tuple[int, Asked, Speaker]] = []
    for k, word in enumerate(stretch.words):
        if stretch.quoted_by is None and stretch.sentence.in_quotation(word.start):
            continue
        asked = asked_at(stretch.words, k, speakers.article.words)
        if asked is None or (found and asked.rule not in ("asks-to", "asks-for", "is-asked")):
            continue
        speaker = _caller(speakers, stretch, k, asked)
        if speaker is None:
            continue
        if opens_list(stretch.paragraph, asked.what):
            yield from _listed(speakers, stretch, asked, speaker)
        elif len(asked.what) >= _FEWEST and _is_demand(asked):
            if word.low.endswith("ing") and k < _FRONTED:
                asked = Asked(asked.rule, asked.to, to_comma(asked.what))
            found.append((k, asked, speaker))
    for n, (_, asked, speaker) in enumerate(found):
        stop = stretch.words[found[n + 1][0]].start if n + 1 < len(found) else stretch.end
        stop = min(stop, _told_from(speakers, stretch, asked))
        what = [word for word in asked.what if word.start < stop]
        while what and what[-1].low in ("and", ",", "also", "it", "they", "has", "have"):
            what.pop()
        if len(what) >= _FEWEST:
            yield _candidate(speakers, stretch, Asked(asked.rule, asked.to, what), speaker)


def _told_from(speakers: Speakers, stretch: _Stretch, asked: Asked) -> int:
    """Return where “…, Rights Monitor said today” begins behind what is asked; else the end."""
    if stretch.quoted_by is not None or not asked.what:
        return stretch.end
    first = asked.what[0].start
    clauses = speakers.reading(stretch.sentence).clauses
    told = [clause for clause in clauses if clause.rule in ("said-after", "according-to")]
    return min((one.start for one in told if one.start > first), default=stretch.end)


def _is_demand(asked: Asked) -> bool:
    """Whether what is asked for is a deed, not a sum: guards demanded 2,000 from her brother."""
    return not (asked.rule == "asks-for" and asked.what[0].text[0].isdigit())


def _listed(
    speakers: Speakers, stretch: _Stretch, asked: Asked, speaker: Speaker
) -> Iterator[Candidate]:
    to = asked.to or [word for word in asked.what if word.is_word and asked.rule != "asks-for"]
    if asked.rule == "asks-for" and stretch.words[-2].low != "following":
        to = [word for word in asked.what if word.is_word and word.low != "to"]
    opening = Opening(speaker, speakers.text(to))
    for item in items_behind(speakers, stretch.paragraph):
        one = item_call(speakers, item, opening)
        if one is not None:
            yield one


def _candidate(speakers: Speakers, stretch: _Stretch, asked: Asked, speaker: Speaker) -> Candidate:
    what = asked.what[:_LONGEST]
    fields = {
        "by": speaker.name,
        "role": speaker.role,
        "document": "yes" if speaker.document else "",
        "direct": "yes" if stretch.quoted_by else "",
        "to": speakers.text(asked.to),
        "what": speakers.article.text[what[0].start : what[-1].end].rstrip(' .,”»"'),
    }
    kept = {name: value for name, value in fields.items() if value}
    mark = (what[0].start, what[-1].end)
    return Candidate(SuggestionKind.CALL, stretch.start, stretch.end, asked.rule, mark, kept)


def _headline(speakers: Speakers, stretch: _Stretch) -> Candidate | None:
    for k, word in enumerate(stretch.words):
        if word.low in _HEADLINE and k and word.capital and len(stretch.words) > k + 2:
            who = stretch.words[:k]
            named = all(w.capital and w.is_word for w in who)
            if named and stretch.words[k + 1].low in ("on", "upon"):
                upon = asked_to(stretch.words[k + 2 :], "headline")
                speaker = Speaker(speakers.text(who))
                return _candidate(speakers, stretch, upon, speaker) if upon else None
            what = (
                stretch.words[k + 2 :]
                if stretch.words[k + 1].low == "for"
                else (stretch.words[k + 1 :])
            )
            if named:
                asked = Asked("headline", (), what)
                return _candidate(speakers, stretch, asked, Speaker(speakers.text(who)))
    return None


# Who asks


def _caller(speakers: Speakers, stretch: _Stretch, k: int, asked: Asked) -> Speaker | None:
    """Return who asks; None where the writer alone does, or nobody plain."""
    word = stretch.words[k]
    if stretch.quoted_by is not None:
        own = asked.rule in ("ought", "it-is-time", "is-asked") or _first_person(
            speakers, stretch, k
        )
        return stretch.quoted_by if own else None
    if asked.rule in ("ought", "it-is-time", "is-asked"):
        speaker = speakers.at(stretch.paragraph, stretch.sentence, word.start)
        if speaker is None or not speaker.document or speakers.article.speech:
            return speaker
        asked_one = is_addressee(asked.to or asked.what[:4], speakers.article.words)
        plain = asked_one or asked.rule == "is-asked" or _goes_on(speakers, stretch)
        return speakers.issuer if plain else None
    for clause in speakers.reading(stretch.sentence).clauses:
        if clause.verb.start == word.start and clause.rule != "adding":
            return speakers.of_clause(clause, stretch.paragraph)
        if clause.verb.start == word.start and clause.subject:
            return speakers.of_clause(clause, stretch.paragraph)
    return _fronted(speakers, stretch, k)


def _goes_on(speakers: Speakers, stretch: _Stretch) -> bool:
    """Whether a call stands before in the paragraph: “We call on … It must be prompt”."""
    for sentence in stretch.paragraph.sentences:
        if sentence.start >= stretch.start:
            return False
        row = sentence.outside
        asked = (asked_at(row, k, speakers.article.words) for k in range(len(row)))
        if any(one is not None and one.rule in ("asks-to", "is-asked") for one in asked):
            return True
    return False


def _first_person(speakers: Speakers, stretch: _Stretch, k: int) -> bool:
    before = [w.low for w in stretch.words[max(k - 3, 0) : k]]
    refused = any(speakers.article.words.has("negation", low) for low in before)
    return not refused and bool({"we", "i"} & set(before))


def _fronted(speakers: Speakers, stretch: _Stretch, k: int) -> Speaker | None:
    """Read “In addition to calling for X, Kiai spent …”."""
    row = stretch.words
    if not row[k].low.endswith("ing") or k > _FRONTED:
        return None
    for at in range(k, len(row) - 1):
        if row[at].text == ",":
            person = speakers.cast.named(row[at + 1].text) if row[at + 1].capital else None
            return Speaker(person.name, person.role) if person else None
    return None
