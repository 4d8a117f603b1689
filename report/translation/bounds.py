"""A reported number as a language prints it, with its bound: more than 2,000, 2000-нан астам.

The patterns are the language's own data. A number that a source gave in words is printed in the
words of the language, from its list; words that are not in the list are a problem, never printed
in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from report.model.finding import Bound, Figure, Range, Value, Words
from report.model.problem import Problem, problem
from report.translation.inflection import Printed
from report.translation.locales import Language


def format_figure(value: Value, bound: Bound, language: Language) -> str:
    """Print a figure's value with its bound; LookupError for words that the language lacks."""
    pattern = language.data.bounds[bound]
    if isinstance(value, Words):
        pattern = language.data.bounds_of_words.get(bound, pattern)
    return pattern.format(number=format_value(value, language))


def format_counted(value: Decimal, bound: Bound, unit: str, language: Language) -> str:
    """Print a number with its bound and the unit that it counts: более 3 лет, 3 жылдан астам."""
    pattern = language.data.counted.get(bound)
    try:
        if pattern:
            counted = language.counted(unit, value)
            return pattern.format(number=format_value(value, language), unit=counted)
    except ValueError:
        pass  # a word of unknown reading gets no suffix at random
    return f"{format_figure(value, bound, language)} {unit}"


def format_value(value: Value, language: Language) -> Printed:
    """Print a value without its bound; in a pattern it can be asked for a case."""
    if isinstance(value, Words):
        return _format_words(value.words, language)
    if isinstance(value, Range):
        start, end = (language.format_number(number) for number in (value.start, value.end))
        return language.printed(language.data.range.format(start=start, end=end), value.end)
    return language.printed(language.format_number(value), value)


def check_number_words(
    figures: Iterable[Figure], languages: Iterable[Language]
) -> Iterator[Problem]:
    """Yield a problem for each figure in words that a language cannot print.

    Code: number-words-unknown.
    """
    languages = tuple(languages)
    for figure in figures:
        if not isinstance(figure.value, Words):
            continue
        for language in languages:
            if _key(figure.value.words) not in language.data.number_words:
                yield problem(
                    "number-words-unknown",
                    figure.value_place,
                    figure.id,
                    words=figure.value.words,
                    lang=language.lang,
                    known=", ".join(language.data.number_words),
                )


def _format_words(words: str, language: Language) -> Printed:
    forms = language.data.number_words.get(_key(words))
    if forms is None:
        raise LookupError(f"{language.lang} has no words for {words!r}")
    base = forms["base"]
    return Printed(base, base.split()[-1], language.data.suffixes, forms)


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
