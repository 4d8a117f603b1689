"""An article → who calls on whom to do what.

Only what a named speaker asks, or a speech its own hearers: what the writer of a report thinks
should be done is no call.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.suggest.article import Paragraph, Sentence, Word, cut_words, sentence_spans
from report.suggest.quotations import Attributed
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, Speaker, SuggestionKind

_LONGEST = 60
_FEWEST = 2
_FRONTED = 5
_NO_DEMAND = frozenset(("to", "by", "for", "from", "and", "of"))
_WORTH = frozenset(
    ["time", "important", "essential", "crucial", "vital", "necessary", "imperative", "critical"]
)
_HEADLINE = frozenset(["urges", "calls", "demands", "asks", "appeals"])


@dataclass(frozen=True)
class _Asked:
    """What is asked of whom, as stretches of words, and the rule."""

    rule: str
    to: Sequence[Word]
    what: Sequence[Word]


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
    """Yield the calls of an article; of one sentence the first that is found."""
    found: set[tuple[int, int]] = set()
    for stretch in _stretches(speakers, attributed):
        one = _call(speakers, stretch)
        if one is not None and (one.start, one.end) not in found:
            found.add((one.start, one.end))
            yield one


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


def _call(speakers: Speakers, stretch: _Stretch) -> Candidate | None:
    if stretch.paragraph.heading:
        return _headline(speakers, stretch)
    for k, word in enumerate(stretch.words):
        if stretch.quoted_by is None and stretch.sentence.in_quotation(word.start):
            continue
        asked = _asked_at(speakers, stretch, k)
        if asked is None or len(asked.what) < _FEWEST:
            continue
        speaker = _caller(speakers, stretch, k, asked)
        if speaker is not None:
            if word.low.endswith("ing") and k < _FRONTED:
                asked = _Asked(asked.rule, asked.to, _to_comma(asked.what))
            return _candidate(speakers, stretch, asked, speaker)
    return None


def _candidate(speakers: Speakers, stretch: _Stretch, asked: _Asked, speaker: Speaker) -> Candidate:
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
            what = (
                stretch.words[k + 2 :]
                if stretch.words[k + 1].low == "for"
                else (stretch.words[k + 1 :])
            )
            if named:
                asked = _Asked("headline", (), what)
                return _candidate(speakers, stretch, asked, Speaker(speakers.text(who)))
    return None


# What is asked


def _asked_at(speakers: Speakers, stretch: _Stretch, k: int) -> _Asked | None:
    words, row = speakers.article.words, stretch.words
    low = row[k].low
    following = row[k + 1].low if k + 1 < len(row) else ""
    found: _Asked | None = None
    if words.has("call_to", low) and following in ("on", "upon"):
        found = _to(row[k + 2 :], "asks-to")
    elif words.has("call_to", low) and following == "for":
        found = _Asked("asks-for", (), _until_end(row, k + 2))
    elif words.any_has(("urge", "ask"), low):
        appeals = low.startswith("appeal") and following in ("to", "for")
        found = _to(row[k + (2 if appeals else 1) :], "asks-to")
    elif words.has("demand", low) and following not in _NO_DEMAND:
        found = _Asked("asks-for", (), _until_end(row, k + (2 if following == "that" else 1)))
    elif words.has("ought", low):
        found = _ought(speakers, stretch, k)
    elif low == "it" and following in ("is", "was"):
        found = _worth(row, k + 2)
    return found


def _to(rest: Sequence[Word], rule: str) -> _Asked | None:
    """Read “the country to halt …”."""
    for k, word in enumerate(rest[:24]):
        if word.low == "to" and k:
            return _Asked(rule, rest[:k], _until_end(rest, k + 1))
        if word.text in ".;:?!" or word.low in ("that", "who", "whether", "if", "how"):
            return None
    return None


def _until_end(row: Sequence[Word], k: int) -> Sequence[Word]:
    rest = list(row[k:])
    while rest and not rest[0].is_word and rest[0].text not in '“«"':
        rest.pop(0)
    for at, word in enumerate(rest):
        if word.text in ";":
            return rest[:at]
    return rest


def _to_comma(what: Sequence[Word]) -> Sequence[Word]:
    """A phrase before the main clause ends at its comma."""
    at = next((k for k, word in enumerate(what) if word.text == ","), len(what))
    return what[:at]


def _worth(row: Sequence[Word], k: int) -> _Asked | None:
    """Read “it is time for the Council to …”, “it is important that X …”."""
    while k < len(row) and row[k].low in ("very", "also", "now", "high", "long", "past"):
        k += 1
    if k + 1 >= len(row) or row[k].low not in _WORTH:
        return None
    if row[k + 1].low == "for":
        return _to(row[k + 2 :], "it-is-time")
    if row[k + 1].low in ("that", "to"):
        return _Asked("it-is-time", (), _until_end(row, k + 2))
    return None


def _ought(speakers: Speakers, stretch: _Stretch, k: int) -> _Asked | None:
    """Read “protesters, no matter how angry, should not …” with what ought to do it."""
    row = stretch.words
    first, end = _subject_of(speakers, row, k)
    subject = [word for word in row[first:end] if word.is_word]
    if not subject or subject[-1].low in ("this", "it", "that", "which", "there", "what", "who"):
        return None
    following = [w.low for w in row[k + 1 : k + 4] if w.low not in ("not", "never", "also")]
    passive = bool(following) and following[0] == "be"
    return _Asked("ought", () if passive else subject, row[first:])


def _subject_of(speakers: Speakers, row: Sequence[Word], k: int) -> tuple[int, int]:
    """Return where the subject of the verb at `k` stands: before what commas set apart."""
    end = k
    first = end
    while first and not _begins(speakers, row[first - 1]):
        first -= 1
    if not (k and row[k - 1].text == ","):
        return first, end
    parts: list[tuple[int, int]] = []
    last = k - 1
    while last >= 0 and row[last].text == ",":
        begin = last
        while begin and row[begin - 1].text not in ',;:–—“”«»"':
            begin -= 1
        parts.insert(0, (begin, last))
        last = begin - 1
    plain = [p for p in parts if not speakers.article.words.has("stop", row[p[0]].low)]
    return (plain or parts)[0]


def _begins(speakers: Speakers, word: Word) -> bool:
    words = speakers.article.words
    told = words.any_has(("say", "clause"), word.low) and not word.capital
    return told or word.text in ',;:–—“”«»"'


# Who asks


def _caller(speakers: Speakers, stretch: _Stretch, k: int, asked: _Asked) -> Speaker | None:
    """Return who asks; None where the writer alone does, or nobody plain."""
    word = stretch.words[k]
    if stretch.quoted_by is not None:
        own = asked.rule in ("ought", "it-is-time") or _first_person(speakers, stretch, k)
        return stretch.quoted_by if own else None
    if asked.rule in ("ought", "it-is-time"):
        speaker = speakers.at(stretch.paragraph, stretch.sentence, word.start)
        if speaker is None or (speaker.document and not speakers.article.speech):
            return None
        return speaker
    for clause in speakers.reading(stretch.sentence).clauses:
        if clause.verb.start == word.start and clause.rule != "adding":
            return speakers.of_clause(clause, stretch.paragraph)
        if clause.verb.start == word.start and clause.subject:
            return speakers.of_clause(clause, stretch.paragraph)
    return _fronted(speakers, stretch, k)


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
