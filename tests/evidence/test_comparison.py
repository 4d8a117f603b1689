"""A translation says the same numbers as its source, by value and bound."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.evidence.comparison import compare_numbers

SAME = [
    ("more than 2,000 arrests", "более 2000 арестов", "2000-нан астам адам қамауға алынды"),
    ("some 9,900 protesters", "около 9900 протестующих", "9900-ге жуық наразылық білдіруші"),
    ("twelve officers", "двенадцать сотрудников", "он екі қызметкер"),
    ("12 officers", "12 сотрудников", "12 қызметкер"),
    ("2,500 on 6 January 2022", "2500 — 6 января 2022 года", "2022 жылғы 6 қаңтарда 2500"),
    ("from 2 to 11 January 2022", "со 2 по 11 января 2022 года", "2022 жылғы 2–11 қаңтар"),
    ("January 2022", "январь 2022 года", "2022 жылғы қаңтар"),
    ("34.5% of them", "34,5 % из них", "олардың 34,5 %-ы"),
    ("at least one-third of the 47", "не менее одной трети из 47", "47 мүшенің кемінде үштен бірі"),
    ("article 21 (2) of the Covenant", "пункт 2 статьи 21 Пакта", "Пактінің 21-бабының 2-тармағы"),
    ("its 49th session", "его сорок девятая сессия", "оның 49-сессиясы"),
    ("nine hours", "девять часов", "тоғыз сағат"),
    ("up to 20 days", "до 20 суток", "20 күнге дейін"),
    ("dozens of people", "десятки людей", "ондаған адам"),
    ("thousands of people", "тысячи людей", "мыңдаған адам"),
    ("one person for the first time", "один человек впервые", "бір адам алғаш рет"),
    ("20 to 36 people", "от 20 до 36 человек", "20-дан 36-ға дейін адам"),
    ("A/HRC/29/25", "A/HRC/29/25", "A/HRC/29/25"),
    ("2014–15", "2014–2015 годы", "2014–2015 жылдар"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "russian", "kazakh"), SAME)
def test_equal_numbers_are_equal_in_every_language(source: str, russian: str, kazakh: str) -> None:
    """Words and digits, grouping, inflection and order of dates make no difference."""
    assert compare_numbers(source, russian, "en", "ru") == []
    assert compare_numbers(source, kazakh, "en", "kk") == []
    assert compare_numbers(russian, kazakh, "ru", "kk") == []


def test_words_kept_in_the_source_language_are_equal() -> None:
    """A translation that quotes the original's own words keeps its numbers."""
    source = "It reads “January 6, 2022 | 11:21pm”, with 12 men."
    for text, kinds in (
        ("Онда «January 6, 2022 | 11:21pm» деп тұр, 12 ер адам.", []),
        ("Онда «January 6, 2022 | 11:21pm» деп тұр, 13 ер адам.", ["added", "missing"]),
        ("Онда «January 7, 2022 | 11:21pm» деп тұр, 12 ер адам.", None),
    ):
        found = sorted(d.kind for d in compare_numbers(source, text, "en", "kk"))
        assert found == kinds if kinds is not None else found


DIFFERENT = [
    ("2,000 arrests", "2001 арест", "ru", ["missing", "added"]),
    ("more than 2,000 arrests", "2000 арестов", "ru", ["bound"]),
    ("more than 2,000 arrests", "не менее 2000 арестов", "ru", ["bound"]),
    ("2,000 arrests", "2000-нан астам адам", "kk", ["bound"]),
    ("12 officers", "сотрудники", "ru", ["missing"]),
    ("officers", "12 сотрудников", "ru", ["added"]),
    ("34.5%", "34,5", "ru", ["missing", "added"]),
    ("6 January 2022", "6 января 2021 года", "ru", ["missing", "added"]),
    ("6 January 2022", "2022 жылғы 6 ақпан", "kk", ["missing", "added"]),
    ("article 21", "статья 22", "ru", ["missing", "added"]),
    ("12 men and 12 women", "12 мужчин", "ru", ["missing"]),
    ("dozens of people", "сотни людей", "ru", ["missing", "added"]),
    ("9,900 people", "9,9 тыс. человек", "ru", []),
    ("2.5 million", "2,5 млн", "kk", []),
]


@pytest.mark.parametrize(("source", "target", "lang", "kinds"), DIFFERENT)
def test_differences_are_named(source: str, target: str, lang: str, kinds: list[str]) -> None:
    """A changed, lost or added value and a lost or changed bound are differences."""
    found = [difference.kind for difference in compare_numbers(source, target, "en", lang)]
    assert sorted(found) == sorted(kinds)


@given(st.lists(st.integers(2, 99_999), max_size=6), st.randoms())
@settings(deadline=None)
def test_order_is_free_and_every_value_counts(values: list[int], random: object) -> None:
    """The same values in another order are equal; one value more or less is not."""
    source = "; ".join(f"{value:,} x" for value in values)
    shuffled = list(values)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    target = "; ".join(f"{value:,} x".replace(",", "\u00a0") for value in shuffled)
    assert compare_numbers(source, target, "en", "kk") == []
    if values:
        assert compare_numbers(source, "", "en", "kk")
