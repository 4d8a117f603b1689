"""Numbers, dates, lists and names as each language prints them; `_` stands for U+00A0 here."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report.model.dates import DateSpan, PartialDate, parse_when
from report.model.place import Place
from report.model.problem import Stop
from report.translation.language_data import (
    available_languages,
    locale_folder,
    read_language_data,
    refuse_language,
)
from report.translation.locales import load_language

LANGS = ("en", "fr", "kk", "ru")
FURTHER = Path(__file__).parent / "locale"


def shown(text: str) -> str:
    return text.replace("\u00a0", "_")


def test_the_folders_are_the_list() -> None:
    """What can be printed is what has a locale folder."""
    assert available_languages() == LANGS


@pytest.mark.parametrize(
    ("lang", "code"),
    [
        ("kk_Latn", "language-variant"),
        ("kk-Latn", "language-variant"),
        ("kk-Latn-KZ", "language-variant"),
        ("ru_RU", "language-variant"),
        ("EN", "language-variant"),
        ("es", "language-unknown"),
        ("fr-CA", "language-variant"),
        ("kz", "language-unknown"),
        ("", "language-unknown"),
        ("../en", "language-unknown"),
        ("en/../ru", "language-unknown"),
    ],
)
def test_other_languages_are_refused_by_name(lang: str, code: str) -> None:
    """A tag without a folder is a problem, never another script or language in its place."""
    refused = refuse_language(lang, Place("dossier.yaml", 5))
    assert refused is not None
    assert (refused.code, refused.place.line) == (code, 5)
    with pytest.raises(Stop) as stop:
        load_language(lang)
    assert [p.code for p in stop.value.problems] == [code]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", "0 7 900 2_000 9_900 10_000 164_500 1_000_000 25,5 1_234,50 −3"),
        ("en", "0 7 900 2,000 9,900 10,000 164,500 1,000,000 25.5 1,234.50 −3"),
        ("ru", "0 7 900 2000 9900 10_000 164_500 1_000_000 25,5 1234,50 −3"),
        ("kk", "0 7 900 2000 9900 10_000 164_500 1_000_000 25,5 1234,50 −3"),
    ],
)
def test_numbers(lang: str, expected: str) -> None:
    """Thousands are grouped by the house rule, in Russian and Kazakh from five digits on."""
    numbers = "0|7|900|2000|9900|10000|164500|1000000|25.5|1234.50|-3"
    language = load_language(lang)
    printed = [shown(language.format_number(Decimal(number))) for number in numbers.split("|")]
    assert printed == expected.split()


@given(st.sampled_from(LANGS), st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_a_printed_number_reads_back(lang: str, number: Decimal) -> None:
    """Printing a number loses and adds nothing."""
    language = load_language(lang)
    text = language.format_number(number).replace("\u2212", "-").replace("\u00a0", "")
    text = text.replace(",", "") if lang == "en" else text.replace(",", ".")
    assert Decimal(text) == number


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity")])
def test_no_number_is_refused(number: Decimal) -> None:
    """What is not a number is never printed as one."""
    with pytest.raises(ValueError, match="printed"):
        load_language("en").format_number(number)


DATES = {
    "2022": ("2022", "2022_г.", "2022_жыл"),
    "2022-01": ("January 2022", "январь 2022_г.", "2022_жылғы қаңтар"),
    "2022-01-06": ("6_January 2022", "6_января 2022_г.", "2022_жылғы 6_қаңтар"),
    "2020-08-31": ("31_August 2020", "31_августа 2020_г.", "2020_жылғы 31_тамыз"),
    "2022-01-05/2022-01-11": (
        "5–11_January 2022",
        "5–11_января 2022_г.",
        "2022_жылғы 5–11_қаңтар",
    ),
    "2022-01-28/2022-02-02": (
        "28_January_– 2_February 2022",
        "28_января_– 2_февраля 2022_г.",
        "2022_жылғы 28_қаңтар_– 2_ақпан",
    ),
    "2021-12-28/2022-01-02": (
        "28_December 2021_– 2_January 2022",
        "28_декабря 2021_г._– 2_января 2022_г.",
        "2021_жылғы 28_желтоқсан_– 2022_жылғы 2_қаңтар",
    ),
    "2022-01/2022-03": ("January–March 2022", "январь–март 2022_г.", "2022_жылғы қаңтар–наурыз"),
    "2014/2015": ("2014–2015", "2014–2015_гг.", "2014–2015_жылдар"),
    "2021-12/2022-01-05": (
        "December 2021_– 5_January 2022",
        "декабрь 2021_г._– 5_января 2022_г.",
        "2021_жылғы желтоқсан_– 2022_жылғы 5_қаңтар",
    ),
    "2022-01-05/2022-01-05": ("5_January 2022", "5_января 2022_г.", "2022_жылғы 5_қаңтар"),
}


@pytest.mark.parametrize(("written", "expected"), DATES.items())
def test_dates(written: str, expected: tuple[str, str, str]) -> None:
    """A date prints with its precision, an interval says once what both ends share."""
    when = parse_when(written)
    printed = tuple(shown(load_language(lang).format_date(when)) for lang in ("en", "ru", "kk"))
    assert printed == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "2022-01-11",
            (
                "as of 11_January 2022",
                "по состоянию на_11_января 2022_г.",
                "2022_жылғы 11_қаңтардағы жағдай бойынша",
            ),
        ),
        (
            "2022-04",
            (
                "as of April 2022",
                "по состоянию на_апрель 2022_г.",
                "2022_жылғы сәуірдегі жағдай бойынша",
            ),
        ),
        ("2022", ("as of 2022", "по состоянию на_2022_г.", "2022_жылғы жағдай бойынша")),
    ],
)
def test_as_of(written: str, expected: tuple[str, str, str]) -> None:
    """The date of a number takes the case that its phrase asks for."""
    when = parse_when(written)
    printed = tuple(shown(load_language(lang).format_as_of(when)) for lang in ("en", "ru", "kk"))
    assert printed == expected


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    parts = draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@given(st.sampled_from(LANGS), partial_dates(), partial_dates())
def test_dates_keep_every_part(lang: str, one: PartialDate, other: PartialDate) -> None:
    """Every year and day of an interval stands in print, whatever its precision."""
    start, end = sorted((one, other), key=lambda date: date.sort_key)
    printed = load_language(lang).format_date(DateSpan(start, end))
    assert "{" not in printed
    for date in (start, end):
        assert str(date.year) in printed
        assert date.day is None or str(date.day) in printed


def test_kazakh_months_are_written_small() -> None:
    """The CLDR writes Kazakh months that stand alone with a capital: print does not."""
    language = load_language("kk")
    for month in range(1, 13):
        name = language.format_date(PartialDate(2022, month)).split()[-1]
        assert name == name.lower()


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", ("", "a", "a and b", "a, b and c", "a, b, c and d")),
        ("ru", ("", "a", "a и_b", "a, b и_c", "a, b, c и_d")),
        ("kk", ("", "a", "a және b", "a, b және c", "a, b, c және d")),
    ],
)
def test_lists(lang: str, expected: tuple[str, ...]) -> None:
    """A list ends in the language's own `and`; items are never read as patterns."""
    language = load_language(lang)
    assert tuple(shown(language.format_list("abcd"[:n])) for n in range(5)) == expected
    assert language.format_list(["{0}", "{x}"]).startswith("{0} ")


@pytest.mark.parametrize(
    ("lang", "form", "expected"),
    [
        ("en", "", "1st 2nd 3rd 4th 11th 12th 13th 21st 49th 50th 101st 112th"),
        ("ru", "", "1-й 2-й 3-й 4-й 11-й 12-й 13-й 21-й 49-й 50-й 101-й 112-й"),
        ("ru", "feminine", "1-я 2-я 3-я 4-я 11-я 12-я 13-я 21-я 49-я 50-я 101-я 112-я"),
        ("kk", "", "1-ші 2-ші 3-ші 4-ші 11-ші 12-ші 13-ші 21-ші 49-шы 50-ші 101-ші 112-ші"),
        ("kk", "before-noun", "1- 2- 3- 4- 11- 12- 13- 21- 49- 50- 101- 112-"),
    ],
)
def test_ordinals(lang: str, form: str, expected: str) -> None:
    """Ordinals are right where the CLDR's are not: 50-ші."""
    language = load_language(lang)
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 49, 50, 101, 112)
    assert [language.format_ordinal(n, form) for n in numbers] == expected.split()


def test_an_ordinal_form_of_another_language_is_refused() -> None:
    """A form that a language does not have is an error."""
    with pytest.raises(KeyError):
        load_language("kk").format_ordinal(3, "feminine")


@pytest.mark.parametrize(
    ("lang", "outer", "inner", "percent"),
    [
        ("en", "“a”", "‘a’", "25.5_per cent"),
        ("fr", "«~a~»", "“a”", "25,5_%"),
        ("ru", "«a»", "„a“", "25,5_%"),
        ("kk", "«a»", "“a”", "25,5%"),
    ],
)
def test_quotes_and_percent(lang: str, outer: str, inner: str, percent: str) -> None:
    """Quotation marks, outer and inner, and percentages are the language's own."""
    language = load_language(lang)
    quoted = (language.quote("a"), language.quote("a", 2))
    assert tuple(text.replace("\u202f", "~") for text in quoted) == (outer, inner)
    assert shown(language.format_percent(Decimal("25.5"))) == percent


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "one other other other other other"),
        ("fr", "one other other other other other"),
        ("ru", "one few many many one many"),
        ("kk", "one other other other other other"),
    ],
)
def test_plural_categories(lang: str, expected: str) -> None:
    """Plural categories follow the CLDR."""
    language = load_language(lang)
    assert [language.plural_category(n) for n in (1, 2, 5, 11, 21, 100)] == expected.split()


@pytest.mark.parametrize(
    ("lang", "territory", "language_name"),
    [
        ("en", "Kyrgyzstan", "Kazakh"),
        ("fr", "Kirghizistan", "kazakh"),
        ("ru", "Кыргызстан", "казахский"),
        ("kk", "Қырғызстан", "қазақ тілі"),
    ],
)
def test_names(lang: str, territory: str, language_name: str) -> None:
    """Names of states and languages are in the language, Kyrgyzstan by the UN's name."""
    language = load_language(lang)
    assert language.territory_name("KG") == territory
    assert language.language_name("kk") == language_name


@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_name_is_an_error(lang: str) -> None:
    """A name that the language lacks is an error, not its code and not an English name."""
    language = load_language(lang)
    with pytest.raises(LookupError):
        language.territory_name("XQ")
    with pytest.raises(LookupError):
        language.language_name("qqq")


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_nothing_falls_back_to_english(lang: str) -> None:
    """No pattern and no name of a Cyrillic language holds a Latin letter."""
    language = load_language(lang)
    dates = [language.format_date(parse_when(w)) for w in DATES]
    names = [language.territory_name(code) for code in ("KZ", "RU", "US", "CH", "KG", "UZ", "BY")]
    names += [language.language_name(code) for code in ("en", "ru", "kk", "fr", "es")]
    months = list(language.month_names())
    text = " ".join([*dates, *names, *months, language.format_list("123")])
    assert not [letter for letter in text if letter.isascii() and letter.isalpha()]


def test_locale_data_have_the_same_entries() -> None:
    """A number in words that one language prints, every language prints."""
    words = [set(read_language_data(lang).number_words) for lang in LANGS]
    assert all(one == words[0] for one in words)


@pytest.mark.parametrize("lang", LANGS)
def test_only_no_break_spaces_are_special(lang: str) -> None:
    """The data hold no invisible character beside U+00A0, and U+202F in quotation marks alone."""
    data = yaml.safe_load((locale_folder() / lang / "language.yaml").read_text("utf-8"))
    narrow = bool(data["no_break"]["narrow_before"])
    marks = "".join(mark for pair in data.pop("quotes") for mark in pair)
    assert narrow == ("\u202f" in marks)
    text = str(data)
    assert all(c.isprintable() for c in text.replace("\\xa0", ""))
    assert "\\u202f" not in text


def test_a_further_language_is_a_folder() -> None:
    """Spanish prints from its folder alone, without a change of code."""
    spanish = load_language("es", FURTHER)
    assert (
        shown(spanish.format_date(parse_when("2022-01-05/2022-01-11"))) == "5 a 11 de enero de 2022"
    )
    assert spanish.format_date(parse_when("2022-06-01")) == "1º de junio de 2022"
    assert spanish.format_number(10_000) == "10.000"
    assert [spanish.format_ordinal(n) for n in (1, 2)] == ["1º", "2º"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("percent:", "per_cent:"),
        ("  up-to:", "  upto:"),
        ("  last:", "  final:"),
        ("lang: es", "lang: fr"),
        ("locale: es", "locale: en_GB"),
        ("locale: es", "locale: zz_ZZ"),
        ("list:", "list: ["),
        ("dates:", "dates: none\nold_dates:"),
    ],
)
def test_broken_data_is_refused(tmp_path: Path, old: str, new: str) -> None:
    """Data that is not whole stops the program with a message, nothing is filled in."""
    source = (FURTHER / "es" / "language.yaml").read_text("utf-8")
    assert old in source
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "language.yaml").write_text(source.replace(old, new), "utf-8")
    with pytest.raises(Stop) as stop:
        load_language("es", tmp_path)
    assert [p.code for p in stop.value.problems] == ["language-data-incomplete"]
