"""Numbers are read with their value, bound and kind, and nothing else is read as a number."""

from __future__ import annotations

import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.evidence.numbers import find_numbers
from report.evidence.quantity import ClockTime, Kind, Reference, WrittenDate
from report.model.finding import Range, Words

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def read(text: str, lang: str) -> list[str]:
    """Say each number as `value`, with kind and bound where they are not plain."""
    said = []
    for number in find_numbers(text, lang):
        value = number.value
        if isinstance(value, Range):
            word = f"{value.start:f}..{value.end:f}"
        elif isinstance(value, Words):
            word = value.words
        elif isinstance(value, Decimal):
            word = f"{value.normalize():f}"
        else:
            word = str(value)
        kind = {Kind.CARDINAL: "", Kind.REFERENCE: "ref "}.get(number.kind, f"{number.kind} ")
        bound = "" if number.bound == "exact" else f"{number.bound.value} "
        said.append(f"{kind}{bound}{word}" + (" weak" if number.weak else ""))
    return said


ENGLISH = [
    ("2,500 troops", ["2500"]),
    ("2 500 troops, 2\u00a0500, 2\u202f500, 2500", ["2500"] * 4),
    ("2,5 and 3,500", ["2.5", "3500"]),
    ("34.5% and 34,5 % and 34.5 per cent", ["percent 34.5"] * 3),
    ("$2.5 million, €5m, 5bn, 10k", ["2500000", "5000000", "5000000000", "10000"]),
    ("12 security officers; twelve officers; a dozen", ["12", "12", "12"]),
    ("nine hours straight", ["9"]),
    ("twenty-one thousand five hundred and six", ["21506"]),
    ("two thousand, six hundred people", ["2600"]),
    ("two and three", ["2", "3"]),
    ("twenty eleven", ["20", "11"]),
    ("one man; no one; one-sided", ["1 weak"] * 3),
    ("one hundred, a hundred, one thousand", ["100", "100", "1000"]),
    ("half of them; one-third; a third of it; two-thirds", ["1/2", "1/3", "1/3", "2/3"]),
    ("three quarters, 2½ years, two and a half years, ½", ["3/4", "5/2", "5/2", "1/2"]),
    ("dozens of people, hundreds, scores", ["dozens", "hundreds", "scores"]),
    ("tens of thousands; hundreds of thousands", ["tens of thousands", "hundreds of thousands"]),
    ("several hundred people; several; a handful", ["hundreds", "several weak", "handful weak"]),
    ("its 49th session, the 2nd, the 33rd", ["ordinal 49", "ordinal 2", "ordinal 33"]),
    ("the third day, the first time", ["ordinal 3", "ordinal 1 weak"]),
    ("the forty-ninth session", ["ordinal 49"]),
    ("third parties", ["ordinal 3 weak"]),
    ("more than 2,000 arrests; over 2,000", ["more-than 2000"] * 2),
    ("at least 18, not less than 18, no fewer than 18", ["at-least 18"] * 3),
    ("18 or more, 18 people or more, 18+, ≥18", ["at-least 18"] * 4),
    ("up to 20 days, no more than 20, at most 20", ["up-to 20"] * 3),
    ("some 9,900, about 9,900, nearly 9,900, almost 9,900", ["about 9900"] * 4),
    ("more than an estimated 200; at least some 200", ["more-than 200", "at-least 200"]),
    ("fewer than 50, less than 50, <50", ["fewer-than 50"] * 3),
    ("fewer than one-third of the 47 members", ["fewer-than 1/3", "47"]),
    ("more than 200 dead, 2,600 injured", ["more-than 200", "2600"]),
    ("20 to 36; 20–36; between 20 and 36; from 20 to 36", ["20..36"] * 4),
    ("20–30 thousand; 5–10%", ["20000..30000", "percent 5..10"]),
    ("two to three years", ["2..3"]),
    ("a vote of 5 to 4", ["5", "4"]),
    ("6 January 2022; January 6, 2022; 6th of January 2022", ["date 2022-01-06"] * 3),
    ("2022-01-06 and 06.01.2022", ["date 2022-01-06"] * 2),
    ("2 January; Jan. 2; January 2nd", ["date ????-01-02"] * 3),
    ("January 2022; Jan. 2022; May 2022", ["date 2022-01", "date 2022-01", "date 2022-05"]),
    ("you may 5 times", ["5"]),
    ("2–11 January 2022", ["date 2022-01-02", "date 2022-01-11"]),
    ("from 2 January to 11 January 2022", ["date 2022-01-02", "date 2022-01-11"]),
    ("January 5–6, 2022", ["date 2022-01-05", "date 2022-01-06"]),
    ("5, 6 and 7 January", ["date ????-01-05", "date ????-01-06", "date ????-01-07"]),
    ("January and February 2022", ["date 2022-01", "date 2022-02"]),
    ("2014–15; 2014–2015", ["date 2014", "date 2015"] * 2),
    ("in 2020, the 2011 massacre, 2022 Winter Olympics", ["date 2020", "date 2011", "date 2022"]),
    ("2000 people; 2000 peaceful protesters; more than 2000", ["2000", "2000", "more-than 2000"]),
    ("11:21pm; 8 a.m.; 14:30", ["clock 23:21", "clock 08:00", "clock 14:30"]),
    ("32 January 2022", ["32", "date 2022-01"]),
    ("article 21 (2)", ["ref 21", "ref 2"]),
    ("articles 19, 21 and 22 and 200 people", ["ref 19", "ref 21", "ref 22", "200"]),
    ("article 9 and 200 people", ["ref 9", "200"]),
    ("A/HRC/29/25 and CCPR/C/KAZ/CO/2", ["ref A/HRC/29/25", "ref CCPR/C/KAZ/CO/2"]),
    ("No. 91; § 5; paras. 3–5", ["ref 91", "ref 5", "ref 3", "ref 5"]),
    ("There were no 12 men", ["12"]),
    ("resolution 16/21", ["ref 16/21"]),
    ("G20 and COVID-19", ["ref G20", "ref COVID-19"]),
    ("see https://example.org/2022/01/200", []),
    ("killed200", ["200"]),
    ("10² metres", ["10", "²"]),
    ("under 18, information under 18 headings", ["fewer-than 18", "fewer-than 18"]),
]  # fmt: skip

RUSSIAN = [
    ("2 500, 2\u00a0500, 2500, 2.500, 2,500", ["2500"] * 5),
    ("34,5 %; 34,5%; 34,5 процента", ["percent 34.5"] * 3),
    ("2,5 млн; 2,500 млн; 10 тыс. человек", ["2500000", "2500000", "10000"]),
    ("двенадцать сотрудников; двух; пяти; троих; трёх", ["12", "2", "5", "3", "3"]),
    ("двести десять; две тысячи шестьсот", ["210", "2600"]),
    ("один человек; одна тысяча", ["1 weak", "1000"]),
    ("семью освободили", []),
    ("сотни и тысячи людей; десятки тысяч", ["hundreds", "thousands", "tens of thousands"]),
    ("около тысячи человек; более сотни", ["about 1000", "more-than 100"]),
    ("половина; треть; две трети; одна треть; полтора", ["1/2", "1/3", "2/3", "1/3", "3/2"]),
    ("более 2000; свыше 2000; больше 2000", ["more-than 2000"] * 3),
    ("не менее 18; по меньшей мере 18; 18 человек и более", ["at-least 18"] * 3),
    ("до 20 суток; не более 20", ["up-to 20"] * 2),
    ("около 9900; примерно 9900; почти 9900", ["about 9900"] * 3),
    ("менее 50 человек", ["fewer-than 50"]),
    ("более чем в 20 городах; более чем через 3 года", ["more-than 20", "more-than 3"]),
    ("не менее чем у 18 человек; менее чем за 9 часов", ["at-least 18", "fewer-than 9"]),
    ("не более чем о 20; почти на 2000", ["up-to 20", "about 2000"]),
    ("больше на 20 человек; больше в 2 раза", ["20", "2"]),
    ("от 20 до 36; 20–36; между 20 и 36", ["20..36"] * 3),
    ("49-я сессия; 49-й; сорок девятая сессия", ["ordinal 49"] * 3),
    ("девятичасовой; трёхдневный; двухлетнего", ["9", "3", "2"]),
    ("6 января 2022 года; 6 января 2022 г.; 06.01.2022", ["date 2022-01-06"] * 3),
    ("со 2 по 11 января 2022 года", ["date 2022-01-02", "date 2022-01-11"]),
    ("5–11 января 2022 г.", ["date 2022-01-05", "date 2022-01-11"]),
    ("в январе 2022 года; в 2020 году", ["date 2022-01", "date 2020"]),
    ("2014–2015 годы", ["date 2014", "date 2015"]),
    ("2000 человек", ["2000"]),
    ("статья 9; ст. 9; пункт 2 статьи 21", ["ref 9", "ref 9", "ref 2", "ref 21"]),
    ("статьи 19, 21 и 22", ["ref 19", "ref 21", "ref 22"]),
    ("№ 91; резолюция 16/21", ["ref 91", "ref 16/21"]),
]  # fmt: skip

KAZAKH = [
    ("2500-ден; 2 500; 2\u00a0500; 2500", ["2500"] * 4),
    ("34,5 %; 34,5 пайыз", ["percent 34.5"] * 2),
    ("он екі; екеуі; тоғыз сағат; үшеуінің", ["12", "2", "9", "3"]),
    ("екі мың алты жүз; он мың; 10 мың; мың жүз", ["2600", "10000", "10000", "1100"]),
    ("бір адам; біреуі", ["1 weak"] * 2),
    ("бiр мың", ["1000"]),
    ("іс жүзінде ол үшін онда оны алтын бесік", []),
    ("ондаған; жүздеген; мыңдаған", ["tens", "hundreds", "thousands"]),
    ("ондаған мың", ["tens of thousands"]),
    ("үштен бір; жартысы; екі жарым жыл", ["1/3", "1/2", "5/2"]),
    ("2000-нан астам адам; 2000 адамнан астам; екі мыңнан астам", ["more-than 2000"] * 3),
    ("70-тен астамы; 70-тен артығын", ["more-than 70"] * 2),  # of 112: a part of a whole
    ("кемінде 18; кем дегенде 18; 18-ден кем емес", ["at-least 18"] * 3),
    ("20 күнге дейін; 20-ға дейін", ["up-to 20"] * 2),
    ("9900-ге жуық; шамамен 9900", ["about 9900"] * 2),
    ("отыздай; 2000-дай", ["about 30", "about 2000"]),
    ("50-ден аз; елуден аз", ["fewer-than 50"] * 2),
    ("20-дан 36-ға дейін; 20–36", ["20..36"] * 2),
    ("50-ші; 49-сессия; қырық тоғызыншы", ["ordinal 50", "ordinal 49", "ordinal 49"]),
    ("2022 жылғы 6 қаңтарда; 2022 жылдың 6 қаңтарында", ["date 2022-01-06"] * 2),
    ("2022 жылғы 2–11 қаңтар", ["date 2022-01-02", "date 2022-01-11"]),
    ("2022 жылғы қаңтар; 2020 жылы; 6-қаңтар", ["date 2022-01", "date 2020", "date ????-01-06"]),
    ("2022 жылғы 5 қаңтардан 11 қаңтарға дейін", ["date 2022-01-05", "date 2022-01-11"]),
    ("21-бап; 21-баптың 2-тармағы; № 91", ["ref 21", "ref 21", "ref 2", "ref 91"]),
    ("21, 22-баптар; 16/21 қарары", ["ref 21", "ref 22", "ref 16/21"]),
    ("1-бап; 1 - бап; 1 бап; 1-ші бап; 9-БАП", ["ref 1", "ref 1", "ref 1", "ref 1", "ref 9"]),
    ("5 бала, 2 апта", ["2", "5"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    """English numbers are read by value, bound and kind."""
    assert read(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian(text: str, expected: list[str]) -> None:
    """Russian numbers are read in all their cases."""
    assert read(text, "ru") == expected


@pytest.mark.parametrize(("text", "expected"), KAZAKH)
def test_kazakh(text: str, expected: list[str]) -> None:
    """Kazakh numbers are read with their suffixes, and look-alikes are not."""
    assert sorted(read(text, "kk")) == sorted(expected)


def test_language_without_words() -> None:
    """A language without tables has its digits read and nothing guessed of its words."""
    assert read("zweitausend 2500 Menschen", "de") == ["2500"]
    assert read("2500", "../en") == ["2500"]


@given(
    st.integers(0, 10**7), st.sampled_from(["en", "ru", "kk"]), st.sampled_from(" \u00a0\u202f,")
)
@settings(max_examples=300, deadline=None)
def test_every_grouping_is_read_back(value: int, lang: str, separator: str) -> None:
    """Every integer up to ten million is read back in each grouping, with and without a bound."""
    grouped = f"{value:,}".replace(",", separator)
    (number,) = find_numbers(f"({grouped})", lang)
    if number.kind is Kind.DATE:
        assert number.value == WrittenDate(value)
        assert 1900 <= value <= 2100
        assert separator not in grouped
    else:
        assert number.value == value


SPELLED = [("en", "en"), ("ru", "ru"), ("kk", "kz")]


@pytest.mark.parametrize(("lang", "code"), SPELLED)
def test_spelled_numbers_are_read_back(lang: str, code: str) -> None:
    """Every number word up to a thousand and some beyond is read, cardinal and ordinal."""
    num2words = pytest.importorskip("num2words").num2words
    for value in [*range(2, 1001), 2600, 9900, 10_000, 21_506, 999_999, 7_654_321]:
        (number,) = find_numbers(num2words(value, lang=code), lang)
        assert (number.value, number.kind) == (value, Kind.CARDINAL)
    for value in range(3, 1001) if lang != "kk" else ():
        (number,) = find_numbers(num2words(value, lang=code, to="ordinal"), lang)
        assert (number.value, number.kind) == (value, Kind.ORDINAL)


@pytest.mark.parametrize("case", ["g", "d", "i", "p"])
def test_russian_cases_are_read_back(case: str) -> None:
    """Russian number words are read in the oblique cases; «семью» may be a family."""
    num2words = pytest.importorskip("num2words").num2words
    for value in range(2, 1000):
        words = num2words(value, lang="ru", case=case)
        if "семью" not in words.split():
            (number,) = find_numbers(words, "ru")
            assert number.value == value


@given(st.text(alphabet="0123456789 ,.-–/()%twohundred двасто екі қаңтар January ", max_size=80))
@settings(max_examples=300, deadline=None)
def test_spans_are_sound(text: str) -> None:
    """Numbers never overlap, stand in order, and their text is what stands at their offsets."""
    for lang in ("en", "ru", "kk"):
        end = 0
        for number in find_numbers(text, lang):
            assert end <= number.start < number.end
            assert number.text == text[number.start : number.end]
            end = number.end


HOSTILE = {
    "digits": "1" * 1_000_000,
    "groups": "111," * 100_000,
    "spaces": "111 " * 100_000,
    "slashes": "A/" * 200_000,
    "words": "two hundred and " * 25_000,
    "scales": "тысяч " * 60_000,
    "addresses": "a.a@" * 100_000,
    "brackets": "article 1 (" * 40_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_time_in_proportion(name: str) -> None:
    """Twice the text takes about twice the time: nothing backtracks."""
    text, lang = HOSTILE[name], "ru" if name == "scales" else "en"
    half = _seconds(text[: len(text) // 2], lang)
    assert _seconds(text, lang) < 5 * half + 1


def _seconds(text: str, lang: str) -> float:
    start = time.process_time()
    find_numbers.__wrapped__(text, lang)
    return time.process_time() - start


# The numbers of the five shipped documents, as a person read them, each in the words around it.
DOCUMENTS = {
    "000": [
        "January 6, 2022", "11:21pm", "12 security", "more than 2,000 arrests", "sent in 2,500",
        "the third day", "on January 2", "its 49th regular", "on February 28", "its 16-year",
        "held 33", "at least one-third of its 47 members", "focus of nine", "(16 countries)",
        "began 2022", "in 2006", "fewer than one-third of the 47", "fill one-third",
        "Of the 193 U.N. member-states, 184 voted", "at least 15 other", "at least 18 E.U.",
        "in 2019", "dozens of attackers",
    ],
    "001": [
        "On January 11", "a handful of", "on January 9", "on January 7", "four masked",
        "arrested 10,000 people", "more than 160 people", "in 2011", "for nine hours",
        "in January 2021", "On January 4",
    ],
    "002": [
        "in January 2022", "more than 200 people", "2,600 injured", "10,000 arrested",
        "more than three years", "in 2020", "up to 20 days",
    ],
    "003": [
        "As 2015 begins", "the 2022 Winter", "the 2008 Summer", "the 2011 Zhanaozen",
        "on 23 January 2014", "on 24 January 2014", "less than 50 individuals",
    ],
    "004": ["Release of Thousands", "January 2 over", "dozens of people", "some 9,900 protesters"],
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_numbers_of_the_shipped_documents(name: str) -> None:
    """Every number that a person finds in the documents is found, and nothing else is counted."""
    paths = sorted(SEEDS.glob(f"{name}_*.txt"))
    if not paths:
        pytest.skip(f"the document {name} is not in {SEEDS}")
    text = paths[0].read_text("utf-8")
    covered: list[tuple[int, int]] = []
    for snippet in DOCUMENTS[name]:
        assert snippet in text
        start = text.index(snippet)
        covered.append((start, start + len(snippet)))
        assert find_numbers(snippet, "en"), snippet
    for number in find_numbers(text, "en"):
        known = any(start <= number.start and number.end <= end for start, end in covered)
        repeated = any(number.text in snippet for snippet in DOCUMENTS[name])
        assert known or repeated or number.weak or number.text == "00:00", number


def test_values_are_exact() -> None:
    """Values are decimals, fractions, ranges, words, dates, times or references; never floats."""
    text = "0.1 and 1/3, 20–36, dozens, 6 January 2022, 11:21pm, article 9"
    kinds = [type(number.value) for number in find_numbers(text, "en")]
    assert kinds == [Decimal, Fraction, Range, Words, WrittenDate, ClockTime, Reference]
