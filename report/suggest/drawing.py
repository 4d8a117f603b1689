"""A document → everything that is proposed about it, each passage found again by the verifier.

What the verifier refuses, because its edges would cut a negation or a bound, is dropped and
counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.documents.text import ExtractedText
from report.evidence.source import Source
from report.evidence.verify import verify
from report.model.document import Document
from report.suggest.article import LONGEST_PASSAGE, Article, Sentence, cut_paragraphs
from report.suggest.calls import calls
from report.suggest.events import events
from report.suggest.figures import figures
from report.suggest.quotations import Attributed, attribute, quotations
from report.suggest.speakers import Speakers
from report.suggest.suggestion import (
    CONFIDENCE,
    Candidate,
    Suggestion,
    SuggestionKind,
    suggestion_id,
)
from report.suggest.words import words_of

_SPEECHES = ("speech", "interview")
_REPORTED = ("article-newspaper", "article-magazine", "article-journal", "post-weblog", "broadcast")


@dataclass(frozen=True)
class Drawn:
    """What is proposed about a document, and how many candidates the verifier refused."""

    suggestions: tuple[Suggestion, ...]
    refused: int


def draw(document: Document, extracted: ExtractedText) -> Drawn:
    """Return all suggestions about one document, in the order of their passages."""
    source = Source(document.id, extracted.text, paragraphs=extracted.paragraphs)
    article = read_article(document, extracted)
    suggestions: dict[str, Suggestion] = {}
    refused = 0
    verified: dict[tuple[int, int], bool] = {}
    for candidate in _candidates(article):
        span = (candidate.start, candidate.end)
        if span not in verified:
            verified[span] = _stands(source, *span)
        if verified[span]:
            one = _suggested(document, source, candidate, article.voice)
            suggestions.setdefault(one.id, one)
        else:
            refused += 1
    ordered = sorted(suggestions.values(), key=lambda s: (s.start, s.mark, s.kind))
    return Drawn(tuple(ordered), refused)


def read_article(document: Document, extracted: ExtractedText) -> Article:
    """Cut a document into what the rules read."""
    words = words_of(document.language)
    return Article(
        document_id=document.id,
        text=extracted.text,
        lang=document.language,
        words=words,
        issued=document.issued,
        voice=voice_of(document),
        speech=document.type in _SPEECHES,
        issued_by=_is_statement(document),
        paragraphs=cut_paragraphs(
            extracted.text, extracted.paragraphs, extracted.boilerplate, words
        ),
    )


def _is_statement(document: Document) -> bool:
    """Whether a body issued the document itself: its author is a body, and no paper printed it."""
    body = any(name.literal for name in document.author)
    return body and not document.container_title and document.type not in _REPORTED


def voice_of(document: Document) -> str:
    """Return what to call the document where it speaks itself; nothing where it names nobody."""
    if document.type in _SPEECHES and document.author:
        first = document.author[0]
        return first.literal or f"{first.given} {first.family}".strip()
    literal = next((name.literal for name in document.author if name.literal), "")
    return document.container_title or literal or document.publisher


def _candidates(article: Article) -> Iterator[Candidate]:
    speakers = Speakers(article)
    attributed = attribute(speakers)
    yield from figures(speakers, attributed)
    yield from quotations(attributed)
    yield from calls(speakers, attributed)
    yield from events(speakers)
    yield from _persons(speakers, attributed)
    yield from _institutions(speakers)


def _persons(speakers: Speakers, attributed: Sequence[Attributed]) -> Iterator[Candidate]:
    seen: set[str] = set()
    for sentence in _told(speakers):
        for person in speakers.cast.named_in(sentence):
            if person.surname in seen or " " not in person.name:
                continue
            seen.add(person.surname)
            name = speakers.cast.plain_name(person)
            if not name:
                continue
            fields = {"name": name, "role": person.role}
            mark = (person.start, person.end)
            span = (sentence.start, sentence.end)
            yield Candidate(SuggestionKind.PERSON, *span, "role-and-name", mark, fields)
    if speakers.article.lang.startswith("en"):
        yield from _speaking_persons(speakers, attributed, seen)


def _speaking_persons(
    speakers: Speakers, attributed: Sequence[Attributed], seen: set[str]
) -> Iterator[Candidate]:
    """Yield who is quoted with a role that stands apart from the name."""
    text = speakers.article.text
    for one in attributed:
        name = one.speaker.name
        known = name.split()[-1] in seen or " " not in name or not one.speaker.role
        if known or one.speaker.document or not all(w[:1].isupper() for w in name.split()):
            continue
        for sentence in _told(speakers):
            at = text.find(name, sentence.start, sentence.end)
            if at >= 0:
                seen.add(name.split()[-1])
                fields = {"name": name, "role": one.speaker.role}
                mark, span = (at, at + len(name)), (sentence.start, sentence.end)
                yield Candidate(SuggestionKind.PERSON, *span, "role-and-name", mark, fields)
                break


def _institutions(speakers: Speakers) -> Iterator[Candidate]:
    seen: set[str] = set()
    issuer = _issuing_body(speakers)
    for sentence in _told(speakers):
        at = speakers.article.text.find(issuer, sentence.start, sentence.end) if issuer else -1
        if at >= 0 and issuer not in seen:
            seen.add(issuer)
            mark = (at, at + len(issuer))
            fields = {"name": issuer}
            kind = SuggestionKind.INSTITUTION
            yield Candidate(kind, sentence.start, sentence.end, "name-of-body", mark, fields)
        for start, end in speakers.cast.bodies.in_row(sentence.outside):
            name = speakers.article.text[start:end]
            if name not in seen:
                seen.add(name)
                span = (sentence.start, sentence.end)
                kind = SuggestionKind.INSTITUTION
                yield Candidate(kind, *span, "name-of-body", (start, end), {"name": name})


def _issuing_body(speakers: Speakers) -> str:
    """Return the name of the body that issued a statement; nothing where a person did."""
    if speakers.issuer is None or speakers.article.speech:
        return ""
    name = speakers.issuer.name
    named = " " in name and all(word[:1].isupper() for word in name.split())
    return name if named and speakers.article.lang.startswith("en") else ""


def _told(speakers: Speakers) -> Iterator[Sentence]:
    for paragraph in speakers.article.paragraphs:
        if not paragraph.heading:
            yield from paragraph.sentences


def _stands(source: Source, start: int, end: int) -> bool:
    if not 0 < end - start <= LONGEST_PASSAGE:
        return False
    return verify(source.text[start:end], source, near=(start, end)).accepted


def _suggested(document: Document, source: Source, candidate: Candidate, voice: str) -> Suggestion:
    return Suggestion(
        id=suggestion_id(candidate.kind, document.id, *candidate.mark),
        document_id=str(document.id),
        kind=candidate.kind,
        paragraph=source.paragraph_at(candidate.start),
        start=candidate.start,
        end=candidate.end,
        passage=source.text[candidate.start : candidate.end],
        mark=candidate.mark,
        rule=candidate.rule,
        confidence=CONFIDENCE[candidate.rule],
        fields={**candidate.fields, "voice": voice},
    )


def draw_all(
    documents: Sequence[tuple[Document, ExtractedText]],
) -> tuple[tuple[Suggestion, ...], int]:
    """Return the suggestions about all documents, and how many candidates were refused."""
    found: list[Suggestion] = []
    refused = 0
    for document, extracted in documents:
        drawn = draw(document, extracted)
        found.extend(drawn.suggestions)
        refused += drawn.refused
    return tuple(found), refused
