"""A document's text → its paragraphs of prose, cut into sentences and words, with offsets.

Knows sentences and quotation marks, nothing of who says what. Boilerplate of web pages is left
out; offsets stay those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from report.evidence.marks import Quoted, find_quoted
from report.evidence.tokens import fold_word
from report.evidence.turning_words import ABBREVIATIONS
from report.model.dates import When
from report.suggest.marks_of_speech import speech
from report.suggest.turns import Turn, find_turns
from report.suggest.words import Words

_TITLES = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Rev|Hon|Adm|Cmdr|Supt|Insp|Amb"
    "|St|Jr|Sr"
)
_UPPER = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_WORD = re.compile(
    rf"(?<!\w)(?:{_TITLES})\.(?=[\s,])"  # Mr. Brown, Brown Jr.
    rf"|(?<![\w.]){_UPPER}\.(?=\s+{_UPPER})"  # the B. of Anna B. Berg
    r"|(?:[^\W\d_]\.){2,}(?:[’']s\b)?"  # U.N. and U.N.’s
    r"|[^\W\d_]+s[’'](?=\s[^\W\d_])"  # the Doctors’ Union
    r"|\d+(?:[.,]\d+)*(?:-[^\W\d_]+)*"
    r"|[^\W\d_]+(?:[’'‑-][^\W\d_]+|-\d+)*"
    r"|[^\w\s]"
)
_END = re.compile(  # the mark of a note behind is no part of the sentence
    r"(?P<end>[.!?…]+[”»’\"')\]]*)(?:\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*(?=\s|$)"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "in",
        "but",
        "they",
        "on",
        "this",
        "that",
        "there",
        "at",
        "for",
        "as",
        "when",
        "while",
    ]
)
_OPENING = frozenset('“«„"')
_FOLLOWING = re.compile(r"[A-Z]\w{0,3}\.(?=\s)|[^\W\d_][\w’'-]*|[.!?;:“«]")
_SAID = frozenset(["asked", "said", "wrote", "added", "told"])
_FAR = 12  # words between a question in marks and the verb that asks it
_LONGEST_SPEAKER = 120
MARKS_ALSO_NAMES = ("ru", "kk")
_LONGEST_HEADING = 25
_LONGEST_TOKEN = 80  # characters
LONGEST_PASSAGE = 4_800  # characters; a quotation of a dossier has at most 5,000


@dataclass(frozen=True)
class Word:
    """A word or sign: its own text, the text folded to compare, its offsets in the document."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper() or (
            self.text[:3].lower() in ("al-", "el-", "ul-") and self.text[3:4].isupper()
        )

    @property
    def is_word(self) -> bool:
        """Whether it is no mere sign."""
        return self.text[:1].isalnum()


@dataclass(frozen=True)
class Sentence:
    """A sentence as its writer made it: the sentences of a quotation in it belong to it."""

    start: int
    end: int
    words: tuple[Word, ...]
    quoted: tuple[Quoted, ...]

    def in_quotation(self, offset: int) -> Quoted | None:
        """Return the quotation that holds an offset."""
        return next((q for q in self.quoted if q.start <= offset < q.end), None)

    @cached_property
    def outside(self) -> tuple[Word, ...]:
        """The words of the writer alone, those in quotation marks left out."""
        return tuple(w for w in self.words if self.in_quotation(w.start) is None)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its number from 1, offsets, sentences; a heading has no full stop.

    `turn`: who speaks in it, in a transcript or an interview.
    """

    number: int
    start: int
    end: int
    heading: bool
    sentences: tuple[Sentence, ...]
    quoted: tuple[Quoted, ...]
    turn: Turn | None = None


@dataclass(frozen=True)
class Article:
    """A document as the rules read it.

    `voice`: whom the text itself speaks for. `speech`: whether all of it is one speaker's words.
    `issued_by`: whether its author is a body that makes statements, not a paper that reports.
    """

    document_id: str
    text: str
    lang: str
    words: Words
    issued: When | None
    voice: str
    speech: bool
    issued_by: bool = False
    paragraphs: tuple[Paragraph, ...] = field(default=())


def cut_paragraphs(
    text: str,
    spans: Sequence[tuple[int, int]],
    left_out: frozenset[int] = frozenset(),
    words: Words | None = None,
) -> tuple[Paragraph, ...]:
    """Cut a document into paragraphs of prose; those of the page itself and repetitions are not."""
    seen: set[str] = set()
    paragraphs = []
    turns = find_turns(text, spans)
    for number, (start, end) in enumerate(spans, 1):
        body = text[start:end]
        if body in seen or number in left_out:
            continue
        seen.add(body)
        turn = turns.get(number)
        span = (max(start, turn.said), end) if turn else (start, end)
        paragraphs.append(_paragraph(text, number, span, words, turn))
    return tuple(paragraphs)


def _paragraph(
    text: str, number: int, span: tuple[int, int], words: Words | None, turn: Turn | None
) -> Paragraph:
    start, end = span
    body = text[start:end]
    marks = find_quoted(body)
    spoken = list(marks.quoted)
    if words is not None and words.lang in MARKS_ALSO_NAMES:
        spoken = speech(body, marks.quoted, words.says)
    quoted = [Quoted(q.text, q.start + start, q.end + start) for q in spoken]
    open_mark = marks.unbalanced[0] if len(marks.unbalanced) == 1 else -1
    last = quoted[-1].end - start if quoted else -1
    if open_mark > last and body[open_mark] in _OPENING:
        # A speech that runs on: its paragraphs open with a mark that only the last one closes.
        quoted.append(Quoted(body[open_mark + 1 :], start + open_mark + 1, end))
    sentences = tuple(
        Sentence(a, b, cut_words(text, a, b), tuple(q for q in quoted if a <= q.start < b))
        for a, b in sentence_spans(text, start, end, quoted, words)
        if b - a <= LONGEST_PASSAGE
    )
    heading = body[-1:] not in '.!?…:;,”»")' and len(body.split()) <= _LONGEST_HEADING
    return Paragraph(number, start, end, heading, sentences, tuple(quoted), turn)


def cut_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Cut a stretch of the document into words and signs."""
    return tuple(
        Word(m.group(), fold_word(m.group().replace("’", "'")), m.start(), m.end())
        for m in _WORD.finditer(text, start, end)
    )


def sentence_spans(
    text: str,
    start: int,
    end: int,
    whole: Sequence[Quoted] = (),
    words: Words | None = None,
) -> Iterator[tuple[int, int]]:
    """Yield the offsets of sentences; what stands in `whole` is never cut."""
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end("end")
        inside = any(q.start <= match.start() and stop <= q.end for q in whole)
        if inside or not _ends(text, match, end, words):
            continue
        yield begin, stop
        begin = match.end()
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    if text[begin:end].strip():
        yield begin, begin + len(text[begin:end].rstrip())


def _ends(text: str, match: re.Match[str], end: int, words: Words | None) -> bool:
    following = text[match.end() : end].lstrip()
    first = following.lstrip("“«\"'‘(—–- ")[:1]
    if not following:
        return True
    if not (first.isupper() or first.isdigit()):
        return False
    if match.group()[0] != ".":
        return not (match["end"][-1] in '”»"' and _is_said_after(following, words))
    near = text[max(match.start() - _LONGEST_TOKEN, 0) : match.start() + 1]
    token = "" if near[-1:].isspace() else near.split()[-1].lstrip("“«\"'‘(")
    if _INITIALS.fullmatch(token):
        opening = re.match(r"\w+", following)
        return opening is not None and opening[0].lower() in _OPENERS
    word = token.rstrip(".").lower()
    return word not in ABBREVIATIONS and not (word in ("no", "nos") and first.isdigit())


def _is_said_after(following: str, words: Words | None) -> bool:
    """“Why?” Brown, a lawyer, asked. goes on behind the mark."""
    found = list(_FOLLOWING.finditer(following[:_LONGEST_SPEAKER]))
    for k, match in enumerate(found):
        word = match.group()
        if word in ".!?;:“«":
            return False
        said = word in _SAID or (words is not None and words.has("say", word))
        noun = words is not None and words.has("also_nouns", word)
        if said and not noun:
            return 0 < k <= _FAR or (k == 0 and word.islower())
    return False
