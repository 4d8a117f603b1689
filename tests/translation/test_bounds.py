"""A figure prints with its bound in each language; `_` stands for U+00A0 here."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.model.finding import Bound, Figure, Range, Value, Words
from report.model.place import Place
from report.translation.bounds import check_number_words, format_counted, format_figure
from report.translation.locales import load_language

LANGS = ("en", "ru", "kk")


def number(value: int) -> Decimal:
    return Decimal(value)


TABLE: list[tuple[Value, Bound, tuple[str, str, str]]] = [
    (number(2000), Bound.EXACT, ("2,000", "2000", "2000")),
    (number(2000), Bound.ABOUT, ("about_2,000", "около_2000", "шамамен_2000")),
    (number(2000), Bound.MORE_THAN, ("more than_2,000", "более_2000", "2000-нан_астам")),
    (number(2000), Bound.AT_LEAST, ("at least_2,000", "не менее_2000", "кемінде_2000")),
    (number(2000), Bound.UP_TO, ("up to_2,000", "до_2000", "2000-ға_дейін")),
    (number(2000), Bound.FEWER_THAN, ("fewer than_2,000", "менее_2000", "2000-нан_аз")),
    (number(160), Bound.MORE_THAN, ("more than_160", "более_160", "160-тан_астам")),
    (number(200), Bound.MORE_THAN, ("more than_200", "более_200", "200-ден_астам")),
    (number(10000), Bound.MORE_THAN, ("more than_10,000", "более_10_000", "10_000-нан_астам")),
    (Range(number(20), number(36)), Bound.EXACT, ("20 to_36", "20–36", "20–36")),
    (Range(number(20), number(36)), Bound.UP_TO, ("up to_20 to_36", "до_20–36", "20–36-ға_дейін")),
    (Words("dozens"), Bound.EXACT, ("dozens", "десятки", "ондаған")),
    (Words("Dozens"), Bound.MORE_THAN, ("more than_dozens", "более_десятков", "ондағаннан_астам")),
    (Words("a  handful"), Bound.EXACT, ("a handful", "небольшое число", "санаулы")),
    (
        Words("hundreds"),
        Bound.AT_LEAST,
        ("at least_hundreds", "не менее_сотен", "кемінде_жүздеген"),
    ),
    (Words("several"), Bound.EXACT, ("several", "несколько", "бірнеше")),
    (
        Words("one-third"),
        Bound.FEWER_THAN,
        ("fewer than_one third", "менее_одной трети", "үштен бірінен_аз"),
    ),
]


@pytest.mark.parametrize(("value", "bound", "expected"), TABLE)
def test_figures(value: Value, bound: Bound, expected: tuple[str, str, str]) -> None:
    """A figure prints with its bound as each language inflects it."""
    printed = tuple(
        format_figure(value, bound, load_language(lang)).replace("\u00a0", "_") for lang in LANGS
    )
    assert printed == expected


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_has_every_bound(lang: str) -> None:
    """Each number in words prints with each bound, without a foreign letter."""
    language = load_language(lang)
    for words in language.data.number_words:
        for bound in Bound:
            printed = format_figure(Words(words), bound, language)
            assert "{" not in printed
            assert lang == "en" or not any(c.isascii() and c.isalpha() for c in printed)


@given(st.integers(0, 10**12), st.sampled_from(Bound), st.sampled_from(LANGS))
def test_the_number_stays_the_number(value: int, bound: Bound, lang: str) -> None:
    """Whatever the bound, the digits printed are those of the value."""
    printed = format_figure(Decimal(value), bound, load_language(lang))
    assert "".join(c for c in printed if c.isdigit()) == str(value)


@given(st.integers(0, 10**9), st.sampled_from(LANGS))
def test_bounds_are_told_apart(value: int, lang: str) -> None:
    """No two bounds print alike."""
    language = load_language(lang)
    printed = {format_figure(Decimal(value), bound, language) for bound in Bound}
    assert len(printed) == len(Bound)


def test_unknown_words_are_an_error_everywhere() -> None:
    """Words that a language lacks are a problem at their place, and are never printed."""
    place = Place("findings.yaml", 12, 16)
    figure = Figure(
        id="f", place=place, measure="m", value=Words("oodles"), value_place=place,
        bound=Bound.EXACT, counts="people", attributed_to="x", evidence=(),
    )  # fmt: skip
    languages = [load_language(lang) for lang in LANGS]
    problems = list(check_number_words([figure], languages))
    assert [(p.code, p.place, p.subject) for p in problems] == [
        ("number-words-unknown", place, "f")
    ] * 3
    for language in languages:
        with pytest.raises(LookupError):
            format_figure(figure.value, Bound.EXACT, language)


def test_known_values_are_no_problem() -> None:
    """Numbers and listed words pass."""
    place = Place("findings.yaml")
    figures = [
        Figure(
            id="f", place=place, measure="m", value=value, value_place=place, bound=bound,
            counts="people", attributed_to="x", evidence=(),
        )
        for value, bound, _ in TABLE
    ]  # fmt: skip
    assert not list(check_number_words(figures, [load_language(lang) for lang in LANGS]))


COUNTED = [
    ("en", 3, Bound.MORE_THAN, "years", "more than_3 years"),
    ("fr", 3, Bound.UP_TO, "ans", "jusqu’à_3 ans"),
    ("ru", 1, Bound.EXACT, "лет", "1 год"),
    ("ru", 3, Bound.EXACT, "лет", "3 года"),
    ("ru", 3, Bound.MORE_THAN, "года", "более_3 лет"),
    ("ru", 21, Bound.MORE_THAN, "лет", "более_21 года"),
    ("ru", 22, Bound.EXACT, "человек", "22 человека"),
    ("ru", 22, Bound.ABOUT, "человека", "около_22 человек"),
    ("ru", 160, Bound.MORE_THAN, "человек", "более_160 человек"),
    ("ru", 21, Bound.AT_LEAST, "люди", "не менее_21 человека"),
    ("ru", 4, Bound.EXACT, "людей", "4 человека"),
    ("ru", 20, Bound.UP_TO, "суток", "до_20 суток"),
    ("ru", 9, Bound.EXACT, "часов", "9 часов"),
    ("ru", 3, Bound.EXACT, "часов", "3 часа"),
    ("ru", 2500, Bound.EXACT, "военнослужащих", "2500 военнослужащих"),
    ("ru", 3, Bound.EXACT, "военнослужащие", "3 военнослужащих"),
    ("ru", 184, Bound.EXACT, "государств", "184 государства"),
    ("ru", 16, Bound.FEWER_THAN, "государства", "менее_16 государств"),
    ("ru", 3, Bound.EXACT, "государств-членов", "3 государств-членов"),
    ("kk", 3, Bound.MORE_THAN, "жыл", "3 жылдан_астам"),
    ("kk", 20, Bound.UP_TO, "тәулік", "20 тәулікке_дейін"),
    ("kk", 160, Bound.MORE_THAN, "адам", "160 адамнан_астам"),
    ("kk", 50, Bound.FEWER_THAN, "адам", "50 адамнан_аз"),
    ("kk", 2500, Bound.MORE_THAN, "әскери қызметші", "2500 әскери қызметшіден_астам"),
    ("kk", 5, Bound.MORE_THAN, "Кеңес мүшесі", "5 Кеңес мүшесінен_астам"),
    ("kk", 9900, Bound.ABOUT, "адам", "шамамен_9900 адам"),
    ("kk", 18, Bound.AT_LEAST, "мемлекет", "кемінде_18 мемлекет"),
    ("kk", 5, Bound.MORE_THAN, "клуб", "5-тен_астам клуб"),
]


@pytest.mark.parametrize(("lang", "value", "bound", "unit", "expected"), COUNTED)
def test_a_unit_agrees_with_its_number(
    lang: str, value: int, bound: Bound, unit: str, expected: str
) -> None:
    """What is counted takes the form that number and bound ask for, in whatever form it came."""
    printed = format_counted(number(value), bound, unit, load_language(lang))
    assert printed.replace("\u00a0", "_") == expected
