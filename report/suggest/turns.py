"""Paragraphs of a transcript or an interview → who speaks in each: “MR. AMSEL: Good day”.

A label that opens a paragraph and ends with a colon names who speaks until the next one. Lines
like “Date: 10 November” at the head of a page are none: labels take turns. Knows no clauses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?P<who>[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,6})"
    r"(?: \((?P<within>[^()]{2,60})\))?:\s+(?=\S)"
)
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|The)\b")
_FEWEST = 4  # labelled paragraphs that make a transcript
_FEWEST_ASKED, _ONE_IN = 3, 5  # answered questions that make an interview, one in so many lines
_LONGEST_QUESTION = 30  # words
_NOBODY = frozenset(
    ["q", "a", "question", "answer", "questions", "вопрос", "ответ", "сұрақ", "жауап"]
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us|I[’']\w+)\b|\b(?:я|мы|мне|нам|мой|мен|біз)\b")


@dataclass(frozen=True)
class Turn:
    """Whose words a paragraph is: the label as printed, empty where nobody is told.

    `said` is where the words begin, behind the label. `answers`: it is an answer of who is asked
    in an interview that has no labels.
    """

    who: str
    said: int
    opens: bool
    answers: bool = False


def find_turns(text: str, spans: Sequence[tuple[int, int]]) -> Mapping[int, Turn]:
    """Return the turns of the paragraphs at `spans`, by number from 1; none in a plain text."""
    labels: dict[int, tuple[str, int]] = {}
    for number, (start, end) in enumerate(spans, 1):
        match = _LABEL.match(text, start, end)
        if match is not None and _is_label(match["who"]):
            within = match["within"] or ""
            who = within if _TITLED.match(within) else match["who"]
            labels[number] = (who, match.end())
    counted = Counter(who for who, _ in labels.values())
    labels = {n: one for n, one in labels.items() if _is_told(one[0], counted)} or labels
    if _takes_turns(labels):
        return _transcript(labels, len(spans))
    opened = _opened_interview(text, spans, labels)
    if opened:
        return _interview(text, spans, labels, opened)
    return {} if labels else _unlabelled(text, spans)


def _is_label(who: str) -> bool:
    words = [word for word in who.split() if word not in ("for", "of", "the", "and")]
    return all(word[:1].isupper() for word in words)


def _is_told(who: str, counted: Mapping[str, int]) -> bool:
    """Whether a label names a speaker, no subject: it comes again, or has a title or capitals."""
    again = max(counted.values()) > 1
    return not again or counted[who] > 1 or who.isupper() or _TITLED.match(who) is not None


def _takes_turns(labels: Mapping[int, tuple[str, int]]) -> bool:
    """Whether two labels or more come again and again."""
    counted = Counter(who for who, _ in labels.values())
    return sum(counted.values()) >= _FEWEST and len(counted) > 1 and max(counted.values()) > 1


def _transcript(labels: Mapping[int, tuple[str, int]], size: int) -> Mapping[int, Turn]:
    turns: dict[int, Turn] = {}
    for number in range(min(labels), size + 1):
        if number in labels:
            who, said = labels[number]
            turns[number] = Turn("" if _is_nobody(who) else who, said, opens=True)
        else:
            turns[number] = Turn(turns[number - 1].who, 0, opens=False)
    return turns


def _is_nobody(who: str) -> bool:
    return who.lower().rstrip(".") in _NOBODY


def _opened_interview(
    text: str, spans: Sequence[tuple[int, int]], labels: Mapping[int, tuple[str, int]]
) -> int:
    """Return the paragraph of the first question, where an answer of another label follows it."""
    for number, (who, _) in labels.items():
        asked = text[slice(*spans[number - 1])].rstrip().endswith("?")
        if asked and number + 1 in labels and labels[number + 1][0] != who:
            return number
    return 0


def _interview(
    text: str,
    spans: Sequence[tuple[int, int]],
    labels: Mapping[int, tuple[str, int]],
    opened: int,
) -> Mapping[int, Turn]:
    """Give what is told in the first person to who answers; of the rest nobody is told."""
    answering = labels[opened + 1][0]
    turns: dict[int, Turn] = {}
    for number in range(opened, len(spans) + 1):
        start, end = spans[number - 1]
        if number in labels:
            who, said = labels[number]
            turns[number] = Turn(who, said, opens=True)
            continue
        asks = text[start:end].rstrip().endswith("?")
        told = not asks and _FIRST_PERSON.search(text, start, end) is not None
        turns[number] = Turn(answering if told else "", 0, opens=True)
    return turns


def _unlabelled(text: str, spans: Sequence[tuple[int, int]]) -> Mapping[int, Turn]:
    """Give the answers between short questions to who is asked; other short lines to nobody."""
    asked = {n for n, (a, b) in enumerate(spans, 1) if _is_question(text[a:b])}
    answered = [n for n in asked if n < len(spans) and n + 1 not in asked]
    if len(answered) < _FEWEST_ASKED or len(asked) * _ONE_IN < len(spans):
        return {}
    turns: dict[int, Turn] = {}
    for number in range(min(asked), len(spans) + 1):
        start, end = spans[number - 1]
        short = text.count(". ", start, end) == 0
        told = _FIRST_PERSON.search(text, start, end) is not None
        answers = number not in asked and (told or not short)
        turns[number] = Turn("", 0, opens=True, answers=answers)
    return turns


def _is_question(body: str) -> bool:
    """Whether a paragraph is one question without marks of speech."""
    asks = body.rstrip().endswith("?") and len(body.split()) <= _LONGEST_QUESTION
    return asks and not any(sign in body for sign in '“”"«»')
