"""Numbers in words: the same values when they are read again, and the words of another program."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from report.evidence.numbers import find_numbers
from report.evidence.quantity import plain_value
from report.translation.kazakh import cardinal_words
from report.translation.language_data import available_languages
from report.translation.spoken import english, french, russian
from report.translation.spoken.numbers import speak
from report.translation.spoken.pace import pace_of
from report.translation.spoken.russian import Case, Gender

NUMBERS = st.integers(0, 999_999_999)
NOUNS = {"en": "people", "fr": "personnes", "ru": "человек", "kk": "адам"}
CASES = {
    Case.NOMINATIVE: "nominative",
    Case.GENITIVE: "genitive",
    Case.DATIVE: "dative",
    Case.INSTRUMENTAL: "instrumental",
    Case.PREPOSITIONAL: "prepositional",
}


def value(text: str, lang: str) -> object:
    """Return the one number of a text, as the checks of evidence read it."""
    (number,) = find_numbers(text, lang)
    return plain_value(number.value)


@given(NUMBERS)
@example(100)
@example(2600)
@example(1_001_000)
def test_english_words_are_those_of_another_program(number: int) -> None:
    """Cardinals and ordinals, as num2words says them but for its commas."""
    assert english.cardinal(number) == num2words(number, lang="en").replace(",", "")
    assert english.ordinal(number) == num2words(number, to="ordinal", lang="en").replace(",", "")


@given(NUMBERS, st.sampled_from(list(CASES)), st.sampled_from(list(Gender)))
@example(2600, Case.GENITIVE, Gender.MASCULINE)
@example(21_002, Case.INSTRUMENTAL, Gender.FEMININE)
@example(2_000_001, Case.NOMINATIVE, Gender.FEMININE)
def test_russian_words_are_those_of_another_program(
    number: int, case: Case, gender: Gender
) -> None:
    """Every case and gender, as num2words declines them (it says «одна тысяча», ё, тысячею).

    Millions keep their own gender: the other program says «две миллиона одна», so that it is asked
    for millions and for the rest apart.
    """
    rest = number % 1_000_000
    parts = [(number - rest, "m")] if number > rest else []
    parts += [(rest, "mfn"[gender])] if rest or not number else []
    oracle = " ".join(
        num2words(part, lang="ru", case=CASES[case][0], gender=asked, animate=False)
        for part, asked in parts
    )
    ours = russian.cardinal(number, case, gender)
    assert _even(ours) == _even(oracle)


def _even(words: str) -> str:
    words = words.replace("ё", "е").replace("тысячею", "тысячей").replace("восьмью", "восемью")
    words = words.replace("восьмьюдесятью", "восемьюдесятью").replace(
        "восьмьюстами", "восемьюстами"
    )
    words = words.replace("нулем", "нолем").replace("нуля", "ноля").replace("нулю", "нолю")
    words = words.replace("нуле", "ноле")
    one = r"(?:один|одного|одному|одним|одном|одна|одной|одну|одно)"
    return re.sub(rf"(?<!\w){one} (?=тысяч|миллион)", "", words)


@given(st.integers(0, 999_999))
def test_french_words_are_those_of_another_program(number: int) -> None:
    """As num2words says them; “cent” and “vingt” take their s where they end the number."""
    assert french.cardinal(number) == num2words(number, lang="fr")


@given(NUMBERS)
def test_kazakh_words_are_those_of_another_program(number: int) -> None:
    """As num2words says them, which puts «бір» before hundred and thousand."""
    oracle = num2words(number, lang="kz")
    even = re.sub(r"\bбір (?=жүз|мың)", "", oracle)
    assert re.sub(r"\bбір (?=жүз|мың)", "", cardinal_words(number)) == even


@settings(max_examples=60, deadline=None)  # the first word loads a dictionary
@given(st.integers(2, 999_999), st.sampled_from(sorted(NOUNS)))
@example(2600, "kk")
@example(10_000, "ru")
def test_what_is_spoken_is_read_again(number: int, lang: str) -> None:
    """Spoken numbers have the value of their digits, else the digits stay and are told."""
    text = f"{number} {NOUNS[lang]}"
    spoken = speak(text, lang)
    if spoken.kept:
        assert spoken.text == text
    else:
        assert not re.search(r"\d", spoken.text)
        assert value(spoken.text, lang) == Decimal(number)


@pytest.mark.parametrize(
    ("lang", "written", "spoken"),
    [
        ("en", "more than 2,600 injured", "more than two thousand six hundred injured"),
        ("en", "of more than 160, UN Watch", "of more than one hundred and sixty, UN Watch"),
        ("en", "its 49th session", "its forty-ninth session"),
        ("en", "25% of 193 States", "twenty-five per cent of one hundred and ninety-three States"),
        ("en", "on 2 January 2022, article 21 (2)", "on 2 January 2022, article 21 (2)"),
        ("ru", "более 2600 человек", "более двух тысяч шестисот человек"),
        ("ru", "о 10\u00a0000 задержанных", "о десяти тысячах задержанных"),
        ("ru", "более чем 3 года спустя", "более чем три года спустя"),
        ("ru", "погибли 12 сотрудников", "погибли двенадцать сотрудников"),
        ("ru", "в 16 странах", "в шестнадцати странах"),
        ("ru", "с 12 странами", "с двенадцатью странами"),
        ("ru", "из 47 членов", "из сорока семи членов"),
        ("ru", "поддержали 2 страны", "поддержали две страны"),
        ("ru", "2 января 2022 года", "2 января 2022 года"),
        ("kk", "160-тан астам адам", "жүз алпыстан астам адам"),
        ("kk", "2000-нан астам адам", "екі мыңнан астам адам"),
        ("kk", "10\u00a0000 адам ұсталған", "он мың адам ұсталған"),
        ("kk", "2022 жылғы 7 қаңтар", "2022 жылғы 7 қаңтар"),
        ("fr", "plus de 2\u00a0600 blessés", "plus de deux mille six cents blessés"),
        ("fr", "80 pays", "quatre-vingts pays"),
    ],
)
def test_numbers_are_put_in_words_as_the_sentence_wants_them(
    lang: str, written: str, spoken: str
) -> None:
    """What is counted is in words, in its case; dates, articles and years stay as they are."""
    found = speak(written, lang)
    assert found.text.replace("\u00a0", " ") == spoken
    assert found.kept == ()


def test_the_words_of_a_number_stand_in_one_line() -> None:
    """No line ends within a short number: «он мың» is ten thousand, «он» alone is ten."""
    assert "он\u00a0мың адам" in speak("10 000 адам ұсталған", "kk").text
    assert "\u00a0" not in speak("193 817 адам", "kk").text


@pytest.mark.parametrize(
    ("lang", "text", "kept"),
    [
        ("ru", "по 200 задержанных", ("200",)),
        ("ru", "в 20 задержанных", ("20",)),
        ("ru", "видели 2 человек", ("2",)),
        ("fr", "21 personnes", ("21",)),
        ("en", "34.5 per cent", ("34.5",)),
        ("xx", "2600 people", ("2600",)),
    ],
)
def test_what_is_not_sure_stays_in_digits(lang: str, text: str, kept: tuple[str, ...]) -> None:
    """A number whose form its sentence does not tell is left alone, and told."""
    found = speak(text, lang)
    assert (found.text, found.kept) == (text, kept)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.sampled_from(sorted(NOUNS)))
def test_any_text_keeps_its_numbers(text: str, lang: str) -> None:
    """Whatever stands there, the values and bounds that a checker reads are the same."""
    spoken = speak(text, lang)

    def said(words: str) -> list[tuple[object, ...]]:
        return [(n.kind, plain_value(n.value), n.bound) for n in find_numbers(words, lang)]

    assert said(spoken.text) == said(text)


@pytest.mark.parametrize("lang", available_languages())
def test_every_language_says_how_fast_it_is_read(lang: str) -> None:
    """A pace with its source; that of English was seen, all others say that they are assumed."""
    pace = pace_of(lang)
    assert 60 <= pace.words_per_minute <= 200
    assert pace.source
    assert pace.known == (lang == "en")
    assert pace_of("en").seconds(300) == 120
