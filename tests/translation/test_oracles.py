"""What is printed beside what others know: the Unicode CLDR as JSON, and a Kazakh formatter.

Every departure is listed in departures.yaml with its reason; there are no others.
"""

from __future__ import annotations

import datetime
import gettext
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from oracles import LOCALES, cldr, departures, qazaqify

from report.model.dates import parse_when
from report.translation.kazakh import Case, last_spoken_word, numeral_suffix
from report.translation.locales import Language, load_language

LANGS = tuple(LOCALES)
_FIELD = re.compile(r"'([^']*)'|(MMMM|LLLL|d|y)|(.)")
NUMBERS = (
    "0",
    "7",
    "999",
    "1000",
    "9900",
    "10000",
    "164500",
    "1000000",
    "12345678.5",
    "0.05",
    "-3",
)


def said(lang: str, what: str, found: Any) -> Any:
    """Return what is to be printed where the CLDR says `found`; a listed departure must apply."""
    for entry in departures():
        if (entry["lang"], entry["what"]) == (lang, what):
            assert entry["cldr"] == found, f"the CLDR no longer says so: {entry}"
            assert entry["why"]
            return entry["ours"]
    return found


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# Dates


def months(lang: str, use: str) -> dict[str, str]:
    gregorian = cldr(lang, "ca-gregorian.json")["dates"]["calendars"]["gregorian"]
    names: dict[str, str] = gregorian["months"][use]["wide"]
    return names


def by_pattern(pattern: str, date: datetime.date, lang: str) -> str:
    """Put a date as a pattern of the CLDR says (UTS 35, Part 4)."""
    first = said(lang, "first day", "1")
    fields = {
        "d": first if date.day == 1 else str(date.day),
        "y": str(date.year),
        "MMMM": months(lang, "format")[str(date.month)],
        "LLLL": months(lang, "stand-alone")[str(date.month)],
    }
    return "".join(
        quoted or fields.get(field, "") or other for quoted, field, other in _FIELD.findall(pattern)
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_day_of_a_year(lang: str) -> None:
    """Each day prints as the long date of the CLDR."""
    gregorian = cldr(lang, "ca-gregorian.json")["dates"]["calendars"]["gregorian"]
    pattern = said(lang, "date", gregorian["dateFormats"]["long"])
    language = load_language(lang)
    for number in range(366):
        date = datetime.date(2024, 1, 1) + datetime.timedelta(number)
        ours = plain(language.format_date(parse_when(date.isoformat())))
        assert ours == plain(by_pattern(pattern, date, lang))


@pytest.mark.parametrize("lang", LANGS)
def test_every_month(lang: str) -> None:
    """A month without a day has the name that stands alone, where the language has one."""
    gregorian = cldr(lang, "ca-gregorian.json")["dates"]["calendars"]["gregorian"]
    formats = gregorian["dateTimeFormats"]["availableFormats"]
    pattern = said(lang, "month and year", formats["yMMMM"])
    for month in range(1, 13):
        ours = load_language(lang).format_date(parse_when(f"2022-{month:02}"))
        assert plain(ours) == plain(by_pattern(pattern, datetime.date(2022, month, 2), lang))


# Numbers


def by_symbols(number: str, lang: str) -> str:
    """Write a number with the signs of the CLDR, as the departures change them."""
    numbers = cldr(lang, "numbers.json")["numbers"]
    symbols = numbers["symbols-numberSystem-latn"]
    group_from = 3 + int(numbers["minimumGroupingDigits"])
    whole, _, fraction = number.lstrip("-").partition(".")
    if len(whole) >= said(lang, "group from digits", group_from):
        ends = range(len(whole), 0, -3)
        groups = [whole[max(0, end - 3) : end] for end in ends]
        whole = said(lang, "group", symbols["group"]).join(reversed(groups))
    text = whole + (symbols["decimal"] + fraction if fraction else "")
    return (said(lang, "minus", symbols["minusSign"]) if number.startswith("-") else "") + text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("number", NUMBERS)
def test_numbers(lang: str, number: str) -> None:
    """Decimal signs and groups are those of the CLDR."""
    assert load_language(lang).format_number(Decimal(number)) == by_symbols(number, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_percent(lang: str) -> None:
    """The sign for per cent stands where the CLDR has it."""
    formats = cldr(lang, "numbers.json")["numbers"]["percentFormats-numberSystem-latn"]
    pattern = said(lang, "percent", re.sub(r"[#,0]+", "{0}", formats["standard"]))
    assert load_language(lang).format_percent(Decimal("5")) == pattern.format("5")


# Plural categories


def samples(rule: str) -> Iterator[str]:
    """Yield the sample numbers of a plural rule, ranges by their ends; compact ones left out."""
    for part in re.findall(r"@(?:integer|decimal)([^@]*)", rule):
        for sample in re.split(r"[,~]", part.replace("…", "")):
            if re.fullmatch(r"\s*[0-9.]+\s*", sample):
                yield sample.strip()


@pytest.mark.parametrize("lang", LANGS)
def test_cardinal_categories(lang: str) -> None:
    """Every sample of the CLDR's plural rules is of the category that it is a sample of."""
    rules = cldr("", "plurals.json")["plurals-type-cardinal"][lang]
    language = load_language(lang)
    count = 0
    for name, rule in rules.items():
        for sample in samples(rule):
            category = language.plural_category(Decimal(sample))
            assert category == name.removeprefix("pluralRule-count-"), sample
            count += 1
    assert count > 15


@pytest.mark.parametrize("lang", LANGS)
def test_gettext_tells_the_categories_apart(lang: str) -> None:
    """The rule of catalogues gives one form to each category that whole numbers need."""
    rule = load_language(lang).data.plural_forms
    form = gettext.c2py(rule.split("plural=")[1].rstrip(";"))
    categories: dict[str, set[int]] = {}
    for name, text in cldr("", "plurals.json")["plurals-type-cardinal"][lang].items():
        whole = [sample for sample in samples(text) if "." not in sample]
        if whole:
            categories[name] = {form(int(sample)) for sample in whole}
    assert all(len(forms) == 1 for forms in categories.values()), categories
    assert f"nplurals={len(set().union(*categories.values()))};" in rule


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_ordinal_categories(lang: str) -> None:
    """An ordinal takes the form of its category: 21st, 22nd, 113th; 1er, 2e."""
    language = load_language(lang)
    for name, rule in cldr("", "ordinals.json")["plurals-type-ordinal"][lang].items():
        form = name.removeprefix("pluralRule-count-")
        for sample in samples(rule):
            expected = language.format_ordinal(int(sample), form)
            assert language.format_ordinal(int(sample)) == expected


# Names


def name_of(language: Language, kind: str, code: str) -> str | None:
    names = {"territory": language.territory_name, "language": language.language_name}
    try:
        return names[kind](code)
    except LookupError:
        return None


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["territory", "language"])
def test_names(lang: str, kind: str) -> None:
    """Every name of a state and of a language is the CLDR's, but for the departures."""
    file, part = {
        "territory": ("territories.json", "territories"),
        "language": ("languages.json", "languages"),
    }[kind]
    language = load_language(lang)
    names = cldr(lang, file)["localeDisplayNames"][part]
    codes = [code for code in names if re.fullmatch(r"[A-Z]{2}|[a-z]{2,3}", code)]
    assert len(codes) > 100
    wrong = {
        code: (name_of(language, kind, code), names[code])
        for code in codes
        if name_of(language, kind, code) != said(lang, f"{kind} {code}", names[code])
    }
    assert wrong == {}


def test_every_departure_is_one() -> None:
    """No entry of the list says what the CLDR says too, and none is there twice."""
    keys = [(entry["lang"], entry["what"]) for entry in departures()]
    assert len(keys) == len(set(keys))
    assert all(entry["cldr"] != entry["ours"] for entry in departures())
    assert {lang for lang, _ in keys} <= set(LANGS)


# Kazakh numerals

# Ablative, dative, genitive, accusative, locative by the last word, written out from the grammar:
# harmony by its last vowel, the first consonant of the suffix by its last sound.
SUFFIXES = {
    "нөл": "ден ге дің ді де",
    "бір": "ден ге дің ді де",
    "екі": "ден ге нің ні де",
    "үш": "тен ке тің ті те",
    "төрт": "тен ке тің ті те",
    "бес": "тен ке тің ті те",
    "алты": "дан ға ның ны да",
    "жеті": "ден ге нің ні де",
    "сегіз": "ден ге дің ді де",
    "тоғыз": "дан ға дың ды да",
    "он": "нан ға ның ды да",
    "жиырма": "дан ға ның ны да",
    "отыз": "дан ға дың ды да",
    "қырық": "тан қа тың ты та",
    "елу": "ден ге дің ді де",
    "алпыс": "тан қа тың ты та",
    "жетпіс": "тен ке тің ті те",
    "сексен": "нен ге нің ді де",
    "тоқсан": "нан ға ның ды да",
    "жүз": "ден ге дің ді де",
    "мың": "нан ға ның ды да",
    "миллион": "нан ға ның ды да",
}
CASES = (Case.ABLATIVE, Case.DATIVE, Case.GENITIVE, Case.ACCUSATIVE, Case.LOCATIVE)


def sampled() -> Iterator[int]:
    """Yield numbers up to a million: all up to 20,000, then every 37th, and all round ones."""
    yield from range(1, 20_001)
    yield from range(20_001, 1_000_001, 37)
    yield from range(20_000, 1_000_001, 100)


def test_last_spoken_words() -> None:
    """The word that a number ends with is the last one of another author's spelling of it."""
    words = qazaqify().words
    wrong = [n for n in sampled() if last_spoken_word(n) != words(n).split()[-1]]
    assert wrong == []


def test_numeral_suffixes() -> None:
    """Spelled by another author and inflected by the table, each number has the suffix of ours."""
    words = qazaqify().words
    for n in sampled():
        table = SUFFIXES[words(n).split()[-1]].split()
        assert [numeral_suffix(n, case) for case in CASES] == table, n


def test_kazakh_ordinals() -> None:
    """1-ші, 6-шы, 50-ші: the ordinal ending is that of another author for every number."""
    ordinal = qazaqify().ordinal
    kazakh = load_language("kk")
    wrong = [
        (n, kazakh.format_ordinal(n), ordinal(n))
        for n in sampled()
        if kazakh.format_ordinal(n).replace("\u00a0", "") != ordinal(n)
    ]
    assert wrong == []
