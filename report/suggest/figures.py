"""An article → the numbers that count people, things, days or votes, each with its scope.

What is counted, who says it, when it was said and when it happened; all of it out of the document.
Years, ordinals, clock times and references are no figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from report.evidence.lexicon import lexicon_of
from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind, Number
from report.model.dates import PartialDate
from report.model.finding import Range
from report.model.finding import Words as InWords
from report.suggest.article import Article, Paragraph, Sentence, Word, cut_words, sentence_spans
from report.suggest.clause import Clause
from report.suggest.counted import counted_at
from report.suggest.quotations import Attributed
from report.suggest.relative import Dated
from report.suggest.speakers import Speakers
from report.suggest.suggestion import Candidate, Speaker, SuggestionKind

_MOST_IN_ONE = 40  # numbers of a sentence; more is a table, and says nothing by itself
_KINDS = frozenset({Kind.CARDINAL, Kind.PERCENT})
_SINCE_WITHIN = 4
_TOLD_WITHIN = 6  # words between a verb and its date: told a news conference on
_LEAST = 2  # words between a date and the verb of saying behind it
_NEAR = 20  # characters before a date
_AS_OF = ("as of ", "по состоянию на ")
_COUNTING_WORDS = frozenset({"handful", "dozens", "hundreds", "thousands", "scores"})


@dataclass(frozen=True)
class _Said:
    """Who says a number, in which stretch it stands, and by which rule that is known."""

    speaker: Speaker
    start: int
    end: int
    rule: str
    direct: bool = False


@dataclass(frozen=True)
class _Place:
    """The sentence of a number, its paragraph, and the dates of the sentence."""

    paragraph: Paragraph
    sentence: Sentence
    dates: Sequence[Dated]


def figures(speakers: Speakers, attributed: Sequence[Attributed]) -> Iterator[Candidate]:
    """Yield the figures of an article."""
    article = speakers.article
    for paragraph in article.paragraphs:
        for sentence in paragraph.sentences:
            text = article.text[sentence.start : sentence.end]
            numbers = [n for n in find_numbers(text, article.lang) if _is_figure(n)]
            if len(numbers) > _MOST_IN_ONE:
                continue
            place = _Place(paragraph, sentence, speakers.dates(sentence) if numbers else ())
            for number in numbers:
                found = _figure(speakers, attributed, place, number)
                if found is not None:
                    yield found


def _is_figure(number: Number) -> bool:
    if number.kind not in _KINDS or number.text.strip("⁰¹²³⁴⁵⁶⁷⁸⁹") == "":
        return False
    return not number.weak or number.text.lower().split()[-1] in _COUNTING_WORDS


def value_text(number: Number) -> str:
    """Say a value as the dossier writes it: 2000, 20..36, or the words of the document."""
    value = number.value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, Range):
        return f"{value.start.normalize():f}..{value.end.normalize():f}"
    if isinstance(value, Fraction) and value.denominator == 1:
        return str(value.numerator)
    return number.text


def _value_at(text: str, number: Number, start: int) -> str:
    """Say the value; “a handful” with its article, as it is printed."""
    value = value_text(number)
    article = text[max(start - 2, 0) : start].lower() == "a " and number.weak
    return f"a {value}" if article else value


def in_words(number: Number) -> bool:
    """Whether the value has no digits of its own: dozens, one-third."""
    return isinstance(number.value, InWords | Fraction)


def _figure(
    speakers: Speakers,
    attributed: Sequence[Attributed],
    place: _Place,
    number: Number,
) -> Candidate | None:
    article = speakers.article
    paragraph, sentence, dates = place.paragraph, place.sentence, place.dates
    start, end = sentence.start + number.start, sentence.start + number.end
    if _is_in_word(number, article, end):
        return None
    said = _said_at(speakers, attributed, paragraph, sentence, start)
    if said is None:
        return None
    words = cut_words(article.text, said.start, said.end)
    counted = counted_at(words, start, end, article)
    wholly = number.kind is Kind.PERCENT and counted is not None and counted.text.endswith("ed")
    if counted is None or wholly:
        return None  # 100 percent committed
    as_of, when = _dates_of(speakers, sentence, start, dates)
    fields = {
        "value": _value_at(article.text, number, start),
        "in_words": "yes" if in_words(number) else "",
        "bound": number.bound.value,
        "percent": "yes" if number.kind is Kind.PERCENT else "",
        "counts": counted.text,
        "measure": counted.measure,
        "attributed_to": said.speaker.name,
        "role": said.speaker.role,
        "document": "yes" if said.speaker.document else "",
        "direct": "yes" if said.direct else "",
        "as_of": str(as_of.when) if as_of and as_of.when else "",
        "as_of_basis": as_of.basis if as_of else "",
        "when": str(when.when) if when and when.when else "",
        "when_basis": when.basis if when else "",
    }
    kind = SuggestionKind.FIGURE
    kept = {name: value for name, value in fields.items() if value}
    return Candidate(kind, said.start, said.end, said.rule, (start, end), kept)


def _is_in_word(number: Number, article: Article, end: int) -> bool:
    """Whether a number is but a part of a word: трехдневный, the 70s."""
    heads = lexicon_of(article.lang).compound_heads
    glued = article.text[end : end + 1].isalpha() and article.text[end - 1].isdigit()
    decade = glued and article.lang.startswith("en")
    return decade or any(head in number.text.lower() for head in heads)


def _said_at(
    speakers: Speakers,
    attributed: Sequence[Attributed],
    paragraph: Paragraph,
    sentence: Sentence,
    offset: int,
) -> _Said | None:
    """Return who says the number at an offset; None where that is not plain."""
    quoted = sentence.in_quotation(offset)
    if quoted is not None and len(quoted.text.split()) > 1:
        one = next((a for a in attributed if a.quoted == quoted), None)
        if one is None:
            return None
        if one.direct:
            for start, end in sentence_spans(speakers.article.text, quoted.start, quoted.end):
                if start <= offset < end:
                    return _Said(one.speaker, start, end, "number-in-quotation", direct=True)
        return _Said(one.speaker, sentence.start, sentence.end, "number-in-quotation")
    block = next((a for a in attributed if a.quoted.start <= offset < a.quoted.end), None)
    if block is not None:
        return _Said(block.speaker, sentence.start, sentence.end, "number-in-quotation")
    speaker = speakers.at(paragraph, sentence, offset)
    if speaker is None:
        return None
    return _Said(speaker, sentence.start, sentence.end, "number-and-noun")


def _dates_of(
    speakers: Speakers, sentence: Sentence, offset: int, dates: Sequence[Dated]
) -> tuple[Dated | None, Dated | None]:
    """Return when the number was said, and when what it counts happened.

    A date beside the verb of saying is when it was said; else it was said when the document was
    issued. Another date of the sentence is when it happened, where there is but one.
    """
    article = speakers.article
    clause = speakers.reading(sentence).governor(offset)
    as_of = Dated(article.issued, "the date of the document", 0, 0) if article.issued else None
    saying = [one for one in dates if _dates_saying(article.text, sentence, clause, one)]
    rest = [one for one in dates if one not in saying]
    as_of = next((one for one in reversed(saying) if isinstance(one.when, PartialDate)), as_of)
    near = [
        one
        for one in rest
        if _is_frame(article.text, sentence, one) or _one_clause(article.text, offset, one)
    ]
    near = [one for one in near if not _is_bound(speakers, sentence, one)]
    settled = {str(one.when): one for one in near if one.when is not None}
    return as_of, next(iter(settled.values())) if len(settled) == 1 else None


def _dates_saying(text: str, sentence: Sentence, clause: Clause | None, one: Dated) -> bool:
    """Whether a date is when it was said: beside the verb of saying, or behind “as of”."""
    if text[max(one.start - _NEAR, 0) : one.start].lower().endswith(_AS_OF):
        return True
    if clause is None:
        return False
    if one.start > clause.end:
        between = cut_words(text, clause.end, one.start)
        if between:
            return _is_beside(between, clause)
    before = cut_words(text, one.end, clause.end) if one.end < clause.end else ()
    opens = len(text[sentence.start : one.start].split()) <= 1
    apart = any(word.text in (",", "and") for word in before) and not opens
    return len(before) <= _LEAST and not apart


def _is_bound(speakers: Speakers, sentence: Sentence, dated: Dated) -> bool:
    """Whether a date only says since when: since the army’s October 25 takeover."""
    before = [word.low for word in sentence.words if word.end <= dated.start][-_SINCE_WITHIN:]
    return any(speakers.article.words.has("since", low) for low in before)


def _is_beside(between: Sequence[Word], clause: Clause) -> bool:
    """Whether a date behind a verb is that of saying: told lawmakers on Wednesday that."""
    if any(word.text in ",“”«»" for word in between) or len(between) > _TOLD_WITHIN:
        return False
    told = clause.verb.low in ("told", "informed", "reminded", "assured")
    where = between[0].low in ("in", "at", "during", "to", "before")
    return len(between) <= 1 or told or where


def _is_frame(text: str, sentence: Sentence, dated: Dated) -> bool:
    """Whether a date opens its sentence and holds for all of it: “On 11 January, …”."""
    opening = text[sentence.start : dated.start].split()
    return len(opening) <= 1 and text[dated.end : dated.end + 1] == ","


def _one_clause(text: str, offset: int, dated: Dated) -> bool:
    """Whether no dash, semicolon or bracket parts a date from a number."""
    between = text[min(offset, dated.end) : max(offset, dated.start)]
    return not any(sign in between for sign in "–—;:()")
