"""What an assistant proposes about a document → suggestions, each proved by the document itself.

A proposal is a claim of somebody who may be wrong or lie. Its words must stand in the document
letter for letter at one place; its number, bound and date must be those that are read there; what
it counts, who is called on and where it happened must be words of the passage. Who says it is
never taken from a proposal: the rules name the speaker, or a person does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from report.documents.text import ExtractedText
from report.evidence.anchoring import anchor
from report.evidence.numbers import find_numbers
from report.evidence.quantity import COUNTING, Number
from report.evidence.source import Source
from report.evidence.tokens import tokenize
from report.model.document import Document
from report.suggest.article import LONGEST_PASSAGE, Sentence
from report.suggest.dating import find_dates
from report.suggest.drawing import read_article
from report.suggest.figures import in_words, value_text
from report.suggest.quotations import attribute
from report.suggest.speakers import Speakers
from report.suggest.suggestion import BY_ASSISTANT, Suggestion, SuggestionKind, suggestion_id

_CONFIDENCE = 0.5
_LONGEST_FIELD = 300
Fields = dict[str, str]


class Dropped(StrEnum):
    """Why a proposal is not kept, in the words of the user."""

    UNREADABLE = "not in the form that was asked for"
    NOT_VERBATIM = "words that the document does not have"
    CUT = "words cut so that a negation, a bound or a word is lost"
    SEVERAL = "words that stand at several places"
    FURNITURE = "words of the page, not of the text"
    NUMBER = "a number or a bound that its words do not have"
    FIELD = "details that its words do not have"
    SPEAKER = "a speaker whom the document does not name, or names for other words"
    DATE = "a date that its words do not give"
    KNOWN = "proposed already"


class Refusal(Exception):  # noqa: N818  it is counted, not raised to anybody
    """A proposal is dropped; `why` is one of `Dropped`."""

    def __init__(self, why: Dropped) -> None:
        super().__init__(why)
        self.why = why


class Judge:
    """Judges proposals about one document. `known` is what is proposed about it already."""

    def __init__(
        self, document: Document, extracted: ExtractedText, known: Sequence[Suggestion]
    ) -> None:
        self._document, self._extracted = document, extracted
        self._source = Source(document.id, extracted.text, paragraphs=extracted.paragraphs)
        self._article = read_article(document, extracted)
        self._attributed = attribute(Speakers(self._article))
        self._known = list(known)

    def judge(self, proposal: object) -> Suggestion:
        """Return the suggestion that a proposal becomes; Refusal where it is dropped."""
        if not isinstance(proposal, Mapping):
            raise Refusal(Dropped.UNREADABLE)
        name, words = proposal.get("kind"), proposal.get("quote")
        if not isinstance(name, str) or name not in _READ or not isinstance(words, str):
            raise Refusal(Dropped.UNREADABLE)
        kind = SuggestionKind(name)
        start, end = self._place(words)
        passage = self._source.text[start:end]
        mark, fields = _READ[kind](self, proposal, passage, start, end)
        fields |= self._speaker(proposal, start, end, fields)
        one = Suggestion(
            id=suggestion_id(kind, self._document.id, *mark),
            document_id=str(self._document.id),
            kind=kind,
            paragraph=self._source.paragraph_at(start),
            start=start,
            end=end,
            passage=passage,
            mark=mark,
            rule=BY_ASSISTANT,
            confidence=_CONFIDENCE,
            fields={**fields, "voice": self._article.voice},
        )
        self._refuse_known(one)
        self._known.append(one)
        return one

    def _place(self, words: str) -> tuple[int, int]:
        if not 0 < len(words) <= LONGEST_PASSAGE:
            raise Refusal(Dropped.NOT_VERBATIM)
        found = anchor(words, self._source)
        if found.span is None:
            cuts = ("cut-negation", "cut-qualifier", "split-word")
            several = Dropped.SEVERAL if found.why == "ambiguous" else Dropped.NOT_VERBATIM
            raise Refusal(Dropped.CUT if found.why in cuts else several)
        if self._source.paragraph_at(found.span[0]) in self._extracted.boilerplate:
            raise Refusal(Dropped.FURNITURE)
        return found.span

    def _refuse_known(self, one: Suggestion) -> None:
        for other in self._known:
            same = other.kind is one.kind and other.start < one.end and one.start < other.end
            if one.kind is SuggestionKind.FIGURE:
                same = same and other.fields["value"] == one.fields["value"]
            if same:
                raise Refusal(Dropped.KNOWN)

    # Who says it

    def _speaker(
        self, proposal: Mapping[str, Any], start: int, end: int, fields: Mapping[str, str]
    ) -> Fields:
        """Return the speaker where the rules read the one that is proposed; else nobody."""
        said = _field(proposal, "speaker")
        if not said or fields.get("date"):
            return {}
        if not _stands(said, self._source.text):
            raise Refusal(Dropped.SPEAKER)
        for one in self._attributed:
            if one.quoted.start < end and start < one.quoted.end:
                if not _stands(said, str(one.speaker)) and not _stands(one.speaker.name, said):
                    raise Refusal(Dropped.SPEAKER)
                name = "by" if "what" in fields else "attributed_to"
                role = {"role": one.speaker.role} if one.speaker.role else {}
                return {name: one.speaker.name, **role}
        return {}

    # What is said, by kind

    def _figure(
        self, proposal: Mapping[str, Any], passage: str, start: int, end: int
    ) -> tuple[tuple[int, int], Fields]:
        del end
        counts = _words_of(proposal, "counts", passage)
        units = frozenset(token.low for token in tokenize(counts) if len(token.low) > 3)
        value, bound = _plain(_field(proposal, "value")), _field(proposal, "bound")
        for number in find_numbers(passage, self._article.lang, units):
            if number.kind in COUNTING and value in _said_as(number):
                if bound and bound != number.bound:
                    raise Refusal(Dropped.NUMBER)
                measure = self._article.words.kind_in("outcomes", [t.low for t in tokenize(counts)])
                fields = {
                    "value": value_text(number),
                    "in_words": "yes" if in_words(number) else "",
                    "bound": number.bound.value,
                    "percent": "yes" if number.kind == "percent" else "",
                    "counts": counts,
                    "measure": measure,
                }
                kept = {name: text for name, text in fields.items() if text}
                return (start + number.start, start + number.end), kept
        raise Refusal(Dropped.NUMBER)

    def _quotation(
        self, proposal: Mapping[str, Any], passage: str, start: int, end: int
    ) -> tuple[tuple[int, int], Fields]:
        del proposal, passage
        for paragraph in self._article.paragraphs:
            for quoted in paragraph.quoted:
                if quoted.start <= start and end <= quoted.end:
                    whole = (quoted.start, quoted.end) == (start, end)
                    sentence = quoted.text[:1].isupper() and quoted.text.rstrip()[-1:] in ".,!?…"
                    return (start, end), {"wording": "direct" if whole and sentence else "fragment"}
        raise Refusal(Dropped.FIELD)

    def _call(
        self, proposal: Mapping[str, Any], passage: str, start: int, end: int
    ) -> tuple[tuple[int, int], Fields]:
        fields = {"what": _words_of(proposal, "what", passage)}
        if _field(proposal, "to"):
            fields["to"] = _words_of(proposal, "to", passage)
        return (start, end), fields

    def _event(
        self, proposal: Mapping[str, Any], passage: str, start: int, end: int
    ) -> tuple[tuple[int, int], Fields]:
        fields = {"word": _words_of(proposal, "word", passage)}
        if _field(proposal, "where"):
            fields["where"] = _words_of(proposal, "where", passage)
        for sentence in self._sentences(start, end):
            for dated in find_dates(self._article, sentence):
                within = start <= dated.start and dated.end <= end
                if within and dated.when and str(dated.when) == _field(proposal, "date"):
                    dates = {"date": str(dated.when), "date_basis": dated.basis}
                    return (start, end), {**fields, **dates}
        raise Refusal(Dropped.DATE)

    def _sentences(self, start: int, end: int) -> list[Sentence]:
        paragraphs = self._article.paragraphs
        return [s for p in paragraphs for s in p.sentences if s.start < end and start < s.end]


Reading = Callable[[Judge, Mapping[str, Any], str, int, int], tuple[tuple[int, int], Fields]]
_READ: dict[object, Reading] = {
    "figure": Judge._figure,
    "quotation": Judge._quotation,
    "call": Judge._call,
    "event": Judge._event,
}


def _field(proposal: Mapping[str, Any], name: str) -> str:
    """Return a field that a proposal has, as one line; numbers as they are written."""
    value = proposal.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise Refusal(Dropped.UNREADABLE)
    line = " ".join(str(value).split()) if value is not None else ""
    if len(line) > _LONGEST_FIELD:
        raise Refusal(Dropped.UNREADABLE)
    return line


def _words_of(proposal: Mapping[str, Any], name: str, passage: str) -> str:
    """Return the passage's own words that a field repeats; Refusal where they are not there."""
    wanted = [token.low for token in tokenize(_field(proposal, name))]
    there = tokenize(passage)
    for at in range(len(there) - len(wanted) + 1) if wanted else ():
        if [token.low for token in there[at : at + len(wanted)]] == wanted:
            words = passage[there[at].start : there[at + len(wanted) - 1].end]
            return " ".join(words.split())
    raise Refusal(Dropped.FIELD)


def _stands(words: str, text: str) -> bool:
    wanted = [token.low for token in tokenize(words)]
    there = [token.low for token in tokenize(text)]
    width = len(wanted)
    return bool(wanted) and any(
        there[at : at + width] == wanted for at in range(len(there) - width + 1)
    )


def _said_as(number: Number) -> tuple[str, str]:
    return _plain(value_text(number)), _plain(number.text)


def _plain(value: str) -> str:
    """Write a number without what groups its digits."""
    return value.casefold().replace(",", "").replace(" ", "").replace("\u00a0", "")
