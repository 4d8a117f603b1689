"""French, which is a folder of data: `_` stands for U+00A0 here, `~` for U+202F."""

from __future__ import annotations

from decimal import Decimal

import pytest

from report.model.dates import parse_when
from report.model.finding import Bound, Range, Value, Words
from report.translation.bounds import format_figure
from report.translation.locales import load_language

FRENCH = load_language("fr")


def shown(text: str) -> str:
    return text.replace("\u00a0", "_").replace("\u202f", "~")


@pytest.mark.parametrize(
    ("written", "date", "as_of"),
    [
        ("2022-01-06", "6_janvier 2022", "au_6_janvier 2022"),
        ("2022-01-01", "1er_janvier 2022", "au_1er_janvier 2022"),
        ("2022-08", "août 2022", "en août 2022"),
        ("2022", "2022", "en_2022"),
        ("2022-01-01/2022-01-11", "1er–11_janvier 2022", "au_1er–11_janvier 2022"),
        ("2022-01-28/2022-02-01", "28_janvier_– 1er_février 2022", None),
        ("2021-12-28/2022-01-02", "28_décembre 2021_– 2_janvier 2022", None),
        ("2022-01/2022-03", "janvier–mars 2022", None),
        ("2014/2015", "2014–2015", None),
    ],
)
def test_dates(written: str, date: str, as_of: str | None) -> None:
    """The first of a month is an ordinal, as in every French date; no other day is."""
    when = parse_when(written)
    assert shown(FRENCH.format_date(when)) == date
    if as_of:
        assert shown(FRENCH.format_as_of(when)) == as_of


@pytest.mark.parametrize(
    ("value", "bound", "expected"),
    [
        (Decimal(2000), Bound.EXACT, "2_000"),
        (Decimal(2000), Bound.MORE_THAN, "plus de_2_000"),
        (Decimal(9900), Bound.ABOUT, "environ_9_900"),
        (Decimal(160), Bound.AT_LEAST, "au moins_160"),
        (Decimal(20), Bound.UP_TO, "jusqu’à_20"),
        (Decimal(11), Bound.FEWER_THAN, "moins de_11"),
        (Range(Decimal(20), Decimal(36)), Bound.EXACT, "20 à_36"),
        (Words("dozens"), Bound.EXACT, "des dizaines"),
        (Words("dozens"), Bound.MORE_THAN, "plus de dizaines"),
        (Words("a dozen"), Bound.MORE_THAN, "plus d’une douzaine"),
        (Words("a dozen"), Bound.FEWER_THAN, "moins d’une douzaine"),
        (Words("hundreds"), Bound.AT_LEAST, "au moins_des centaines"),
        (Words("one half"), Bound.MORE_THAN, "plus de la moitié"),
    ],
)
def test_figures(value: Value, bound: Bound, expected: str) -> None:
    """A number keeps its bound; a number in words takes its article and its elision."""
    assert shown(format_figure(value, bound, FRENCH)) == expected


def test_every_word_has_every_bound() -> None:
    """No bound leaves a hiatus: «plus de une», «moins de un», «de des»."""
    for words in FRENCH.data.number_words:
        for bound in Bound:
            printed = format_figure(Words(words), bound, FRENCH).replace("\u00a0", " ")
            assert not any(
                wrong in printed for wrong in ("{", "de un", "de des", "de le ", "à le ")
            )


def test_ordinals_and_lists() -> None:
    """1er, 2e, 49e; a list ends in «et»."""
    assert [FRENCH.format_ordinal(n) for n in (1, 2, 49)] == ["1er", "2e", "49e"]
    assert FRENCH.format_ordinal(1, "feminine-one") == "1re"
    assert FRENCH.format_list(["a", "b", "c"]) == "a, b et c"
