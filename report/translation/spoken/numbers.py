"""A text with digits → the same as it is spoken, with the numbers that had to stay in digits.

What is counted is put in words; dates, times, articles and symbols stay, for every reader says
them. The words are read again: where they do not give the very same values and bounds, or where
the grammar of the sentence is not sure, the digits stay and are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from report.evidence.numbers import find_numbers
from report.evidence.quantity import Kind, Number, plain_value
from report.translation.kazakh import cardinal_words
from report.translation.locales import NO_BREAK_SPACE
from report.translation.spoken import english, french, russian, russian_case

# Words of a number that stand in one line; longer ones would leave a hole in the line before.
_LONGEST_HELD = 20
_DIGITS = re.compile(r"\d[\d\u00a0\u202f ,.]*\d|\d")


@dataclass(frozen=True)
class Place:
    """Digits in a text: what they are worth, and the text round them."""

    number: Number
    digits: str
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the digits end."""
        return self.start + len(self.digits)

    @property
    def before(self) -> str:
        """The text before them."""
        return self.text[: self.start]

    @property
    def behind(self) -> str:
        """The text behind them."""
        return self.text[self.end :]


@dataclass(frozen=True)
class Spoken:
    """A text as it is spoken. `kept` are the numbers that stay in digits."""

    text: str
    kept: tuple[str, ...] = ()


# What a language says for digits, with the length of what is replaced behind them; None: not sure.
Say = Callable[[Place], tuple[str, int] | None]


def speak(text: str, lang: str) -> Spoken:
    """Return a text as it is spoken in a language; one without rules here keeps its digits."""
    say = _LANGUAGES.get(lang)
    kept: list[str] = []
    for place in reversed(_places(text, lang)):
        said = say(place) if say else None
        if said is not None:
            words, behind = said
            if len(words) <= _LONGEST_HELD:
                words = words.replace(" ", NO_BREAK_SPACE)
            changed = place.before + words + text[place.end + behind :]
            if _values(changed, lang) == _values(text, lang):
                text = changed
                continue
        kept.append(place.digits)
    return Spoken(text, tuple(reversed(kept)))


def _places(text: str, lang: str) -> list[Place]:
    places = []
    for number in find_numbers(text, lang):
        match = _DIGITS.search(text, number.start, number.end)
        if match and number.counts:
            places.append(Place(number, match.group(), match.start(), text))
    return places


def _values(text: str, lang: str) -> list[tuple[object, ...]]:
    """Return what the numbers of a text say, whatever they are written in."""
    return [
        (number.kind, plain_value(number.value), number.bound)
        for number in find_numbers(text, lang)
    ]


def _whole(place: Place) -> int | None:
    """Return the whole number that digits grouped by spaces are, None for any other."""
    digits = re.sub(r"[\u00a0\u202f ]", "", place.digits)
    return int(digits) if digits.isdecimal() else None


def _english(place: Place) -> tuple[str, int] | None:
    digits = place.digits.replace(",", "").replace("\u00a0", "")
    whole, _, fraction = digits.partition(".")
    if not whole.isdecimal() or int(whole) > english.LARGEST or fraction.count("."):
        return None
    if place.number.kind is Kind.ORDINAL:
        suffix = re.match(r"(?:st|nd|rd|th)\b", place.behind)
        return (english.ordinal(int(whole)), suffix.end()) if suffix else None
    words = english.cardinal(int(whole))
    if fraction:
        words += f" {english.decimals(fraction)}"
    percent = re.match(r"[\s\u00a0]?%", place.behind)
    return (f"{words} per cent", percent.end()) if percent else (words, 0)


def _french(place: Place) -> tuple[str, int] | None:
    number = _whole(place)
    plain = place.number.kind in (Kind.CARDINAL, Kind.PERCENT)
    if number is None or not plain or number > french.LARGEST or french.depends_on_gender(number):
        return None
    percent = re.match(r"[\s\u00a0\u202f]?%", place.behind)
    words = french.cardinal(number)
    return (f"{words} pour cent", percent.end()) if percent else (words, 0)


def _russian(place: Place) -> tuple[str, int] | None:
    number = _whole(place)
    if number is None or place.number.kind is not Kind.CARDINAL or number > russian.LARGEST:
        return None
    words = russian_case.spoken(number, place.before, place.behind)
    return None if words is None else (words, 0)


def _kazakh(place: Place) -> tuple[str, int] | None:
    number = _whole(place)
    if number is None or place.number.kind is Kind.ORDINAL:
        return None
    try:
        words = cardinal_words(number)
    except ValueError:
        return None
    percent = re.match(r"[\s\u00a0]?%", place.behind)
    if percent:
        return f"{words} пайыз", percent.end()
    hyphen = re.match(r"[-\u2011](?=\w)", place.behind)  # the suffix joins the word
    return words, hyphen.end() if hyphen else 0


_LANGUAGES: dict[str, Say] = {
    "en": _english,
    "fr": _french,
    "ru": _russian,
    "kk": _kazakh,
}
