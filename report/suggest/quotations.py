"""An article → its quotations with their speakers, and for each place in one who speaks there.

A quotation whose speaker is not plain is not proposed. Terms in marks stay quotations of who
used them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.evidence.marks import Quoted
from report.suggest.article import Paragraph, Sentence, cut_words
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, Speaker, SuggestionKind

_TERM = 3  # words; so few in marks are a term, not a statement
_SENTENCE = 4
_BESIDE = 4  # characters between a quotation and who said it: ”, she
_NEAR = 24  # words between a verb and the few words in marks that it reports
_LONGEST = 5_000
_RELATIVE = frozenset(["who", "whom", "whose", "which"])


@dataclass(frozen=True)
class Attributed:
    """A quotation with its speaker, and how the speaker was found."""

    quoted: Quoted
    speaker: Speaker
    rule: str
    direct: bool


def attribute(speakers: Speakers) -> tuple[Attributed, ...]:
    """Return the quotations of an article whose speakers are plain, in order."""
    found: list[Attributed] = []
    previous: Paragraph | None = None
    for paragraph in speakers.article.paragraphs:
        if paragraph.heading:
            continue
        own: list[Attributed] = []
        for sentence in paragraph.sentences:
            own.extend(_of_sentence(speakers, paragraph, sentence, own))
        if not own and previous is not None:
            own.extend(_going_on(speakers, paragraph, previous, found))
        found.extend(own)
        previous = paragraph
    return tuple(found)


def _of_sentence(
    speakers: Speakers, paragraph: Paragraph, sentence: Sentence, before: list[Attributed]
) -> list[Attributed]:
    found: list[Attributed] = []
    for quoted in sentence.quoted:
        if speakers.article.text[quoted.start - 2 : quoted.start - 1] == "(":
            continue  # article 193 (“illegal activity”): nobody is said to have said it
        told = _by_clause(speakers, paragraph, sentence, quoted)
        if told is None and not _claimed(speakers, sentence, quoted):
            told = _same_speech(speakers, quoted, [*before, *found])
        if told is not None:
            found.append(told)
    return found


def _claimed(speakers: Speakers, sentence: Sentence, quoted: Quoted) -> bool:
    return speakers.reading(sentence).governor(quoted.start) is not None


def _by_clause(
    speakers: Speakers, paragraph: Paragraph, sentence: Sentence, quoted: Quoted
) -> Attributed | None:
    clause = speakers.reading(sentence).governor(quoted.start)
    if clause is None:
        return None
    count = len(
        [w for w in cut_words(speakers.article.text, quoted.start, quoted.end) if w.is_word]
    )
    speaker = speakers.of_clause(clause, paragraph)
    if speaker is None or speaker.document:
        return None
    rule = clause.rule
    beside = rule == "said-after" and 0 <= clause.start - quoted.end <= _BESIDE
    if count <= _TERM and not beside and not _is_statement(speakers, quoted, rule):
        between = cut_words(speakers.article.text, clause.end, quoted.start - 1)
        near = clause.end <= quoted.start and len(between) <= _NEAR
        others = any(word.low in _RELATIVE for word in between)
        words = speakers.article.words
        told = words.says(clause.verb.low) or words.has("saying", clause.verb.low)
        if not near or others or not told:
            return None  # urged the state to free a man who was jailed for “extremism”
        rule = "term-in-marks"
    direct = _is_direct(speakers, quoted, count) or (rule != "term-in-marks" and count <= _TERM)
    return Attributed(quoted, speaker, rule, direct)


def _is_statement(speakers: Speakers, quoted: Quoted, rule: str) -> bool:
    """“We lost,” she said: few words, but a whole sentence."""
    behind = speakers.article.text[quoted.end + 1 : quoted.end + 2]
    closed = quoted.text.rstrip()[-1:] in ",.!?…" or behind == ","
    if rule == "according-to":
        return len(quoted.text.split()) == _TERM
    return rule == "said-after" and quoted.text[:1].isupper() and closed


def _is_direct(speakers: Speakers, quoted: Quoted, count: int) -> bool:
    """Whether whole sentences are quoted, not some words of one."""
    text = quoted.text
    behind = speakers.article.text[quoted.end : quoted.end + 2]
    ends = text.rstrip()[-1:] in ".,!?…" or any(sign in behind for sign in ",.!?")
    return count >= _SENTENCE and text[:1].isupper() and ends


def _same_speech(speakers: Speakers, quoted: Quoted, before: list[Attributed]) -> Attributed | None:
    """“A,” she said. “B.”: whole sentences that follow a quotation of the same paragraph."""
    if not before or before[-1].rule == "term-in-marks":
        return None
    last = before[-1]
    words = cut_words(speakers.article.text, quoted.start, quoted.end)
    count = len([word for word in words if word.is_word])
    between = speakers.article.text[last.quoted.end + 1 : quoted.start - 1]
    stands_alone = between.strip() == "" or between.rstrip(" —–-")[-1:] in (".", ":")
    whole = quoted.text[:1].isupper() and quoted.text.rstrip()[-1:] in ".!?…"
    if not (last.direct and (whole or _is_direct(speakers, quoted, count)) and stands_alone):
        return None
    sentences = [s for s in cut_words(between, 0, len(between)) if s.text == "."]
    if len(sentences) > 1 or len(between.split()) > 30:
        return None
    return Attributed(quoted, last.speaker, "same-speech", direct=True)


def _going_on(
    speakers: Speakers, paragraph: Paragraph, previous: Paragraph, found: list[Attributed]
) -> Iterator[Attributed]:
    """A paragraph that is only quoted goes on with the speaker of the one before it."""
    alone = [s for s in paragraph.sentences if not any(w.is_word for w in s.outside)]
    speaker = _last_speaker(speakers, previous, found)
    if paragraph.quoted and len(alone) == len(paragraph.sentences):
        if speaker is not None:
            for quoted in paragraph.quoted:
                yield Attributed(quoted, speaker, "running-speech", direct=True)
        return
    text = speakers.article.text
    intro = text[previous.start : previous.end]
    first_person = {"i", "my", "we", "our"} & {w.low for s in paragraph.sentences for w in s.words}
    quoting = intro.endswith(":") and "quot" in intro[-160:].lower()
    if quoting and first_person and paragraph.end - paragraph.start <= _LONGEST:
        named = {p.name: p for s in previous.sentences for p in _named(speakers, s)}
        if len(named) == 1:
            person = next(iter(named.values()))
            quoted = Quoted(text[paragraph.start : paragraph.end], paragraph.start, paragraph.end)
            yield Attributed(quoted, person, "block-quotation", direct=True)


def _named(speakers: Speakers, sentence: Sentence) -> Iterator[Speaker]:
    """Yield the persons named in a sentence, by surname too."""
    for word in sentence.outside:
        person = speakers.cast.named(word.text.removesuffix("’s").removesuffix("'s"))
        if person is not None and word.capital:
            yield Speaker(person.name, person.role)


def _last_speaker(
    speakers: Speakers, previous: Paragraph, found: list[Attributed]
) -> Speaker | None:
    """Return who spoke last in a paragraph, in a quotation or in a clause of reporting."""
    last: tuple[int, Speaker] | None = None
    for one in found:
        if previous.start <= one.quoted.start < previous.end:
            last = (one.quoted.start, one.speaker)
    for sentence in previous.sentences:
        for clause in speakers.reading(sentence).clauses:
            speaker = speakers.of_clause(clause, previous)
            if speaker is None:
                return None
            if speaker.document:
                continue
            if last is None or clause.start > last[0]:
                last = (clause.start, speaker)
    return last[1] if last else None


def quotations(attributed: tuple[Attributed, ...]) -> Iterator[Candidate]:
    """Yield the candidates: the words between the marks, never the marks."""
    for one in attributed:
        start, end = one.quoted.start, one.quoted.end
        words = one.quoted.text
        end -= len(words) - len(words.rstrip(" ,"))
        if end - start > _LONGEST or end <= start:
            continue
        yield Candidate(
            SuggestionKind.QUOTATION,
            start,
            end,
            one.rule,
            (start, end),
            {
                "attributed_to": one.speaker.name,
                "role": one.speaker.role,
                "wording": "direct" if one.direct else "fragment",
            },
        )
