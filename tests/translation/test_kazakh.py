"""Kazakh suffixes follow how a number is spoken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.translation.kazakh import (
    Case,
    inflect_numeral,
    last_spoken_word,
    mended_suffix,
    numeral_suffix,
    word_suffix,
)

WHOLE = st.integers(min_value=0, max_value=10**20)
FRONT_ENDS = set("әеөүі")

SPOKEN = [
    (0, "нөл"),
    (1, "бір"),
    (10, "он"),
    (13, "үш"),
    (50, "елу"),
    (100, "жүз"),
    (160, "алпыс"),
    (1000, "мың"),
    (2022, "екі"),
    (2600, "жүз"),
    (10_000, "мың"),
    (12_450, "елу"),
    (500_000, "мың"),
    (1_000_000, "миллион"),
    (1_000_001, "бір"),
    (3_000_000_000, "миллиард"),
    (-30, "отыз"),
    (Decimal("25.5"), "бес"),
    (Decimal("2.05"), "бес"),
    (Decimal("1.50"), "елу"),
    (Decimal("7.0"), "нөл"),
    (Decimal("1E+3"), "мың"),
]

BY_DIGIT = {
    # digit: genitive, dative, accusative, locative, ablative, instrumental, ordinal
    0: "дің ге ді де ден мен ші",
    1: "дің ге ді де ден мен ші",
    2: "нің ге ні де ден мен ші",
    3: "тің ке ті те тен пен ші",
    4: "тің ке ті те тен пен ші",
    5: "тің ке ті те тен пен ші",
    6: "ның ға ны да дан мен шы",
    7: "нің ге ні де ден мен ші",
    8: "дің ге ді де ден бен ші",
    9: "дың ға ды да дан бен шы",
    10: "ның ға ды да нан мен шы",
    20: "ның ға ны да дан мен шы",
    30: "дың ға ды да дан бен шы",
    40: "тың қа ты та тан пен шы",
    50: "дің ге ді де ден мен ші",
    60: "тың қа ты та тан пен шы",
    70: "тің ке ті те тен пен ші",
    80: "нің ге ді де нен мен ші",
    90: "ның ға ды да нан мен шы",
    100: "дің ге ді де ден бен ші",
    1000: "ның ға ды да нан мен шы",
    1_000_000: "ның ға ды да нан мен шы",
    1_000_000_000: "тың қа ты та тан пен шы",
}
CASES = list(Case)[:7]


@pytest.mark.parametrize(("number", "word"), SPOKEN)
def test_last_spoken_word(number: int | Decimal, word: str) -> None:
    """The suffix hangs on the last word of the number read aloud, of a fraction too."""
    assert last_spoken_word(number) == word


@pytest.mark.parametrize(("number", "suffixes"), BY_DIGIT.items())
def test_every_numeral_in_every_case(number: int, suffixes: str) -> None:
    """Each simple numeral takes the suffixes of the school table."""
    assert [numeral_suffix(number, case) for case in CASES] == suffixes.split()


@pytest.mark.parametrize(
    ("printed", "number", "case"),
    [
        ("2600-ден", 2600, Case.ABLATIVE),
        ("10 000-нан", 10_000, Case.ABLATIVE),
        ("160-қа", 160, Case.DATIVE),
        ("80-нен", 80, Case.ABLATIVE),
        ("200-ден", 200, Case.ABLATIVE),
        ("2000-нан", 2000, Case.ABLATIVE),
        ("9900-ге", 9900, Case.DATIVE),
        ("10 000-ға", 10_000, Case.DATIVE),
        ("50-ші", 50, Case.ORDINAL),
        ("3-ші", 3, Case.ORDINAL),
        ("2022-ші", 2022, Case.ORDINAL),
        ("2011-дегі", 2011, Case.LOCATIVE_ADJECTIVE),
    ],
)
def test_numbers_of_the_brief(printed: str, number: int, case: Case) -> None:
    """Numbers as reported take the suffix that a Kazakh newspaper prints."""
    assert inflect_numeral(printed.rpartition("-")[0], number, case) == printed


@given(WHOLE, st.sampled_from(Case))
def test_suffix_has_the_vowel_of_its_word(number: int, case: Case) -> None:
    """Vowel harmony: a suffix has front vowels only after a front word, back ones otherwise."""
    suffix = numeral_suffix(number, case)
    if case is Case.INSTRUMENTAL:
        return
    word = last_spoken_word(number)
    front = next(letter for letter in reversed(word) if letter in "аоұыәеөүі") in FRONT_ENDS
    assert any(letter in "еі" for letter in suffix) == front
    assert any(letter in "аы" for letter in suffix) != front


@given(WHOLE, st.sampled_from([c for c in Case if c is not Case.ORDINAL]))
def test_suffix_has_the_voice_of_its_word(number: int, case: Case) -> None:
    """A voiceless end takes a voiceless suffix, a voiced end never does."""
    voiceless = last_spoken_word(number)[-1] in "ртсшқпд".replace("р", "")
    assert (numeral_suffix(number, case)[0] in "тқкп") == voiceless


@given(WHOLE, WHOLE, st.sampled_from(Case))
def test_higher_digits_never_matter(low: int, high: int, case: Case) -> None:
    """What stands before the last spoken word does not change the suffix."""
    low = low % 10**9 or 1
    number = (high % 10**9) * 10**9 + low
    assert numeral_suffix(number, case) == numeral_suffix(low, case)


@pytest.mark.parametrize("number", [10**21, Decimal("NaN"), Decimal("Infinity")])
def test_unspeakable_numbers_are_refused(number: int | Decimal) -> None:
    """A number without a Kazakh name gets no suffix at random."""
    with pytest.raises(ValueError, match="spoken"):
        last_spoken_word(number)


@pytest.mark.parametrize(
    ("word", "case", "suffix"),
    [
        ("қаңтар", Case.LOCATIVE_ADJECTIVE, "дағы"),
        ("сәуір", Case.LOCATIVE_ADJECTIVE, "дегі"),
        ("тамыз", Case.LOCATIVE_ADJECTIVE, "дағы"),
        ("қыркүйек", Case.LOCATIVE_ADJECTIVE, "тегі"),
        ("желтоқсан", Case.LOCATIVE_ADJECTIVE, "дағы"),
        ("ондаған", Case.ABLATIVE, "нан"),
        ("жүздеген", Case.ABLATIVE, "нен"),
        ("бірнеше", Case.DATIVE, "ге"),
        ("апрель", Case.DATIVE, "ге"),
        ("мүшесі", Case.DATIVE, "не"),
        ("мүшесі", Case.GENITIVE, "нің"),
        ("басқармасы", Case.ABLATIVE, "нан"),
    ],
)
def test_words(word: str, case: Case, suffix: str) -> None:
    """Words take suffixes by the same rules as numbers."""
    assert word_suffix(word, case) == suffix


def test_a_word_of_unknown_reading_is_refused() -> None:
    """Without a vowel that tells the harmony no suffix is guessed."""
    with pytest.raises(ValueError, match="vowel"):
        word_suffix("клуб", Case.DATIVE)


@given(WHOLE, WHOLE, st.sampled_from(Case))
def test_a_wrong_suffix_is_mended(number: int, other: int, case: Case) -> None:
    """The suffix of another number is answered with the right one of the same case."""
    right, written = numeral_suffix(number, case), numeral_suffix(other, case)
    assert mended_suffix(number, written) == (None if written == right else right)


@pytest.mark.parametrize("suffix", ["бап", "баптың", "жылы", "лап", "x", ""])
def test_what_is_no_case_is_left(suffix: str) -> None:
    """A word joined to a number is none of its suffixes."""
    assert mended_suffix(21, suffix) is None
