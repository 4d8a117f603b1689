"""Numbers of a text that report nothing: the order of a session, a time limit that is asked for.

"The fifty-third session" names a session, as "article 21" names an article. "Within two years" is
what the organisation asks for, where one of its recommendations does; elsewhere it is a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.dossier.prose import parse_prose
from report.evidence.lexicon import Lexicon, lexicon_of
from report.evidence.numbers import find_numbers
from report.evidence.printed import flatten
from report.evidence.quantity import Kind, Number, WrittenDate, plain_value
from report.evidence.tokens import Token, tokenize
from report.model.dates import PartialDate
from report.model.dossier import Dossier

_NEAR = 80


def names_by_order(text: str, number: Number, lang: str) -> bool:
    """Whether an ordinal names a session, a cycle or a part of a text: "the third section"."""
    if number.kind is not Kind.ORDINAL:
        return False
    words = _words_behind(text, number)
    return bool(words) and lexicon_of(lang).has("reference_ordered", words[0].low)


def limits_time(text: str, number: Number, lang: str) -> bool:
    """Whether a number says within what time: "within two years", «екі жыл ішінде»."""
    lexicon, behind = lexicon_of(lang), _words_behind(text, number)
    if number.kind is not Kind.CARDINAL or not behind:
        return False
    if not lexicon.has("limit_units", behind[0].low):
        return False
    if len(behind) > 1 and lexicon.has("limit_behind", behind[1].low):
        return True
    return _stands_before(text, number, lexicon)


def lies_ahead(date: WrittenDate, today: PartialDate) -> bool:
    """Whether a date with its year is later than the day of the text."""
    if date.year is None:
        return False
    return (date.year, date.month or 12, date.day or 31) > today.sort_key


def _words_behind(text: str, number: Number) -> list[Token]:
    near = text[number.end : number.end + _NEAR]
    return [token for token in tokenize(near) if token.kind == "w"][:2]


def _stands_before(text: str, number: Number, lexicon: Lexicon) -> bool:
    near = text[max(0, number.start - _NEAR) : number.start]
    words = tuple(token.low for token in tokenize(near))
    return any(words[-len(phrase) :] == phrase for phrase in lexicon.limit_before)


class AskedLimits:
    """The time limits and days ahead that the recommendations of a dossier ask for."""

    def __init__(self, dossier: Dossier) -> None:
        self._values, self._days = set[object](), set[WrittenDate]()
        for text, number in _asked_numbers(dossier):
            value = number.value
            if limits_time(text, number, dossier.language):
                self._values.add(plain_value(value))
            elif isinstance(value, WrittenDate) and lies_ahead(value, dossier.date):
                self._days.add(value)

    def ask(self, text: str, number: Number, lang: str) -> bool:
        """Whether a number of any text is such a limit or day."""
        if isinstance(number.value, WrittenDate):
            return number.value in self._days
        return plain_value(number.value) in self._values and limits_time(text, number, lang)


def _asked_numbers(dossier: Dossier) -> Iterator[tuple[str, Number]]:
    for call in dossier.recommendations:
        for paragraph in parse_prose(call.text).paragraphs():
            text = flatten(paragraph).text
            for number in find_numbers(re.sub(r"\s", " ", text), dossier.language):
                yield text, number
