"""Numbers, bounds, dates and references in French, whose tables are data alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report.evidence.comparison import compare_numbers
from report.evidence.numbers import find_numbers

_UNITS = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
]  # fmt: skip
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def below_hundred(n: int) -> str:
    """Spell a number as French grammars teach it: 71 is sixty and eleven, 80 four twenties."""
    if n < 20:
        return _UNITS[n]
    if n >= 80:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{_UNITS[n - 80]}"
    ten = _TENS[min(n // 10, 6)]
    rest = n - 10 * min(n // 10, 6)
    if rest == 0:
        return ten
    return f"{ten} et {_UNITS[rest]}" if rest in (1, 11) else f"{ten}-{_UNITS[rest]}"


def spelled(n: int) -> str:
    """Spell a number below a million, before nothing that is multiplied."""
    if n < 100:
        return below_hundred(n)
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        head = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent{'' if rest else 's'}"
    else:
        thousands, rest = divmod(n, 1000)
        many = spelled(thousands).removesuffix("s") if thousands % 100 in (0, 80) else ""
        head = "mille" if thousands == 1 else f"{many or spelled(thousands)} mille"
    return f"{head} {spelled(rest)}" if rest else head


@given(st.integers(2, 999_999))
@example(71)
@example(80)
@example(91)
@example(80_000)
@example(200_181)
def test_every_spelled_number_is_read(n: int) -> None:
    """A number in words is read whole, whether or not its parts are joined by hyphens."""
    for text in (spelled(n), spelled(n).replace(" ", "-"), spelled(n).capitalize()):
        (found,) = find_numbers(f"{text} personnes", "fr")
        assert str(found.value) == str(n)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plus de 2 000 personnes", [("2000", "more-than", "cardinal")]),
        ("quelque 9\u00a0900 personnes", [("9900", "about", "cardinal")]),
        ("au moins 160 morts", [("160", "at-least", "cardinal")]),
        ("2 600 blessés ou plus", [("2600", "at-least", "cardinal")]),
        ("jusqu’à 20 jours", [("20", "up-to", "cardinal")]),
        ("jusqu'à 20 jours", [("20", "up-to", "cardinal")]),
        ("pas moins de 16 pays", [("16", "at-least", "cardinal")]),
        ("moins d’une douzaine", [("12", "fewer-than", "cardinal")]),
        ("de 20 à 36 personnes", [("20–36", "exact", "cardinal")]),
        ("le 1er janvier 2022", [("2022-01-01", "exact", "date")]),
        ("du 5 au 6 mai", [("????-05-05", "exact", "date"), ("????-05-06", "exact", "date")]),
        ("en 2014 et 2015", [("2014", "exact", "date"), ("2015", "exact", "date")]),
        ("l’article 21 (2)", [("21", "exact", "reference"), ("2", "exact", "reference")]),
        ("nº 5", [("5", "exact", "reference")]),
        ("la quarante-septième session", [("47", "exact", "ordinal")]),
        ("25,5 %", [("25.5", "exact", "percent")]),
        ("un tiers des voix", [("1/3", "exact", "cardinal")]),
        ("aucune précision n’est donnée", []),
    ],
)  # fmt: skip
def test_numbers(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each number has its value, its bound and its kind."""
    found = [(str(n.value), n.bound.value, n.kind.value) for n in find_numbers(text, "fr")]
    shown = [(v if not v.startswith("Range") else "20–36", bound, kind) for v, bound, kind in found]
    assert shown == expected


@pytest.mark.parametrize(
    ("english", "french", "kinds"),
    [
        ("more than 2,000 arrests", "plus de 2 000 arrestations", []),
        ("dozens of people", "des dizaines de personnes", []),
        ("about 9,900", "environ 9 900", []),
        ("up to 20 days", "jusqu’à 20 jours", []),
        ("more than 2,000 arrests", "2 000 arrestations", ["bound"]),
        ("more than 2,000 arrests", "plus de 2 500 arrestations", ["missing", "added"]),
        ("97 people", "quatre-vingt-sept personnes", ["missing", "added"]),
    ],
)
def test_comparison(english: str, french: str, kinds: list[str]) -> None:
    """A French translation says the numbers of its source with their bounds, or is told."""
    found = compare_numbers(english, french, "en", "fr")
    assert sorted(d.kind for d in found) == sorted(kinds)
