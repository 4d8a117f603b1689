"""Kazakh suffixes: the ending that a number or word takes, as it is spoken.

10 000 is said «он мың», so it takes -нан and -ға; 9900 ends in «жүз» and takes -ден and -ге.
Knows the sounds of Kazakh only; knows nothing of files, formats of numbers or other languages.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Case(StrEnum):
    """A form that a suffix makes: the cases, the ordinal, and the adjective of a place or time."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    INSTRUMENTAL = "instrumental"
    ORDINAL = "ordinal"
    LOCATIVE_ADJECTIVE = "locative-adjective"


class _Endings(NamedTuple):
    """The suffixes after one class of final sounds, each as (back, front)."""

    genitive: tuple[str, str]
    dative: tuple[str, str]
    accusative: tuple[str, str]
    locative: tuple[str, str]
    ablative: tuple[str, str]
    instrumental: str


_GHA = ("ға", "ге")
_DA = ("да", "де")
_DAN = ("дан", "ден")
_AFTER_VOWEL = _Endings(("ның", "нің"), _GHA, ("ны", "ні"), _DA, _DAN, "мен")
_AFTER_NASAL = _Endings(("ның", "нің"), _GHA, ("ды", "ді"), _DA, ("нан", "нен"), "мен")
_AFTER_SONORANT = _Endings(("дың", "дің"), _GHA, ("ды", "ді"), _DA, _DAN, "мен")
_AFTER_SIBILANT = _AFTER_SONORANT._replace(instrumental="бен")
_AFTER_VOICELESS = _Endings(
    ("тың", "тің"), ("қа", "ке"), ("ты", "ті"), ("та", "те"), ("тан", "тен"), "пен"
)

_BACK = "аоұыёя"
_FRONT = "әеөүіэ"
# The letters и, у and ю are written alike in back and front words: the vowel before them tells.
_EITHER = "иую"
# In final position б, в, г, ғ and д are spoken voiceless: миллиардтан, клубқа.
_VOICELESS = "пткқсшщцчфхһбвгғд"

# «мүшесі», of somebody: its cases are those of the third person.
_POSSESSED = ("сы", "сі")
_AFTER_POSSESSED = {
    Case.DATIVE: ("на", "не"),
    Case.ACCUSATIVE: ("н", "н"),
    Case.LOCATIVE: ("нда", "нде"),
    Case.ABLATIVE: ("нан", "нен"),
}

_DIGITS = ("нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_SCALES = ("", "мың", "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион")
_HUNDRED = "жүз"

Number = int | Decimal


def last_spoken_word(number: Number) -> str:
    """Return the word that the number ends with when it is read aloud.

    Of a decimal fraction it is the last word of the digits after the comma: 25,5 ends in «бес».
    ValueError for numbers that have no Kazakh name here, from 10^21 on, and for infinities.
    """
    value = Decimal(number)
    if not value.is_finite():
        raise ValueError(f"not a number that can be spoken: {number}")
    whole, _, fraction = f"{value.copy_abs():f}".partition(".")
    digits = (fraction or whole).lstrip("0")
    if not digits:
        return _DIGITS[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    scale, zeros_in_group = divmod(zeros, 3)
    if scale >= len(_SCALES) or len(digits) > 3 * len(_SCALES):
        raise ValueError(f"too long to be spoken: {number}")
    if scale:
        return _SCALES[scale]
    last = int(digits[-1 - zeros_in_group])
    return (_DIGITS[last], _TENS[last], _HUNDRED)[zeros_in_group]


def cardinal_words(number: int) -> str:
    """Return a whole number in words: 160 is «жүз алпыс», 2600 «екі мың алты жүз».

    ValueError for a negative number, or one too long to be spoken.
    """
    if number < 0 or number >= 10 ** (3 * len(_SCALES)):
        raise ValueError(f"too long to be spoken: {number}")
    parts: list[str] = []
    for power, scale in reversed(tuple(enumerate(_SCALES))):
        group = number // 1000**power % 1000
        if group:
            one_thousand = group == 1 and power == 1  # «мың», but «бір миллион»
            parts += [] if one_thousand else _group_words(group)
            parts += [scale] if scale else []
    return " ".join(parts) or _DIGITS[0]


def _group_words(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [_DIGITS[hundreds]] if hundreds > 1 else []
    words += [_HUNDRED] if hundreds else []
    words += [_TENS[tens]] if tens else []
    return words + ([_DIGITS[unit]] if unit else [])


def word_suffix(word: str, case: Case) -> str:
    """Return the suffix that a spoken word takes: its vowel by harmony, its first sound by the end.

    ValueError for a word without a Kazakh vowel, whose reading is not known.
    """
    spoken = word.lower().rstrip("ьъ")
    side = 1 if _is_front(spoken) else 0
    if case is Case.ORDINAL:
        return ("шы", "ші")[side]
    if case in _AFTER_POSSESSED and spoken.endswith(_POSSESSED):
        return _AFTER_POSSESSED[case][side]
    endings = _endings_after(spoken[-1])
    if case is Case.INSTRUMENTAL:
        return endings.instrumental
    if case is Case.LOCATIVE_ADJECTIVE:
        return endings.locative[side] + ("ғы", "гі")[side]
    pair: tuple[str, str] = getattr(endings, case.value)
    return pair[side]


def numeral_suffix(number: Number, case: Case) -> str:
    """Return the suffix of a number written in digits: 2600 and ablative give `ден`."""
    return word_suffix(last_spoken_word(number), case)


def mended_suffix(number: Number, suffix: str) -> str | None:
    """Return the suffix that belongs in the place of another one behind a number in digits.

    None where it is right, and where it is no suffix of a case or an ordinal.
    """
    for case, suffixes in _suffixes_by_case().items():
        if suffix in suffixes:
            right = numeral_suffix(number, case)
            return right if right != suffix else None
    return None


@cache
def _suffixes_by_case() -> dict[Case, frozenset[str]]:
    spoken = (*_DIGITS, *filter(None, _TENS), _HUNDRED, *filter(None, _SCALES))
    return {case: frozenset(word_suffix(word, case) for word in spoken) for case in Case}


def inflect_numeral(printed: str, number: Number, case: Case) -> str:
    """Join the printed digits of `number` and its suffix by a hyphen: `10 000-нан`, `50-ші`."""
    return f"{printed}-{numeral_suffix(number, case)}"


def _is_front(word: str) -> bool:
    for letter in reversed(word):
        if letter in _BACK:
            return False
        if letter in _FRONT:
            return True
    raise ValueError(f"no vowel tells how the word is read: {word!r}")


def _endings_after(letter: str) -> _Endings:
    if letter in _BACK or letter in _FRONT:
        return _AFTER_VOWEL
    if letter in "мнң":
        return _AFTER_NASAL
    if letter in "зж":
        return _AFTER_SIBILANT
    if letter in _VOICELESS:
        return _AFTER_VOICELESS
    return _AFTER_SONORANT
