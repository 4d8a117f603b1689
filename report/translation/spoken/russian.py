"""Russian numbers in words, in every case: «более двух тысяч шестисот», «о десяти тысячах»."""

from __future__ import annotations

from enum import IntEnum


class Case(IntEnum):
    """The cases, in the order of the tables."""

    NOMINATIVE = 0
    GENITIVE = 1
    DATIVE = 2
    ACCUSATIVE = 3
    INSTRUMENTAL = 4
    PREPOSITIONAL = 5


class Gender(IntEnum):
    """The genders of what is counted, in the order of the tables."""

    MASCULINE = 0
    FEMININE = 1
    NEUTER = 2


LARGEST = 10**9 - 1
_ONE = (
    ("один", "одного", "одному", "один", "одним", "одном"),
    ("одна", "одной", "одной", "одну", "одной", "одной"),
    ("одно", "одного", "одному", "одно", "одним", "одном"),
)
_TWO = ("два", "двух", "двум", "два", "двумя", "двух")
_SMALL = {
    3: ("три", "трех", "трем", "три", "тремя", "трех"),
    4: ("четыре", "четырех", "четырем", "четыре", "четырьмя", "четырех"),
    8: ("восемь", "восьми", "восьми", "восемь", "восемью", "восьми"),
    40: ("сорок", "сорока", "сорока", "сорок", "сорока", "сорока"),
    90: ("девяносто", "девяноста", "девяноста", "девяносто", "девяноста", "девяноста"),
    100: ("сто", "ста", "ста", "сто", "ста", "ста"),
    200: ("двести", "двухсот", "двумстам", "двести", "двумястами", "двухстах"),
    300: ("триста", "трехсот", "тремстам", "триста", "тремястами", "трехстах"),
    400: ("четыреста", "четырехсот", "четыремстам", "четыреста", "четырьмястами", "четырехстах"),
}
_SOFT = {
    5: "пят",
    6: "шест",
    7: "сем",
    9: "девят",
    10: "десят",
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
}
_THOUSAND = (
    ("тысяча", "тысячи", "тысяче", "тысячу", "тысячей", "тысяче"),
    ("тысячи", "тысяч", "тысячам", "тысячи", "тысячами", "тысячах"),
)
_MILLION = (
    ("миллион", "миллиона", "миллиону", "миллион", "миллионом", "миллионе"),
    ("миллионы", "миллионов", "миллионам", "миллионы", "миллионами", "миллионах"),
)


def cardinal(number: int, case: Case, gender: Gender) -> str:
    """Return a whole number from zero to `LARGEST` in words. Inanimate where the case asks."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"not spoken: {number}")
    if not number:
        return ("ноль", "ноля", "нолю", "ноль", "нолем", "ноле")[case]
    millions, rest = divmod(number, 10**6)
    thousands, below = divmod(rest, 1000)
    parts = []
    if millions:
        parts.append(_scaled(millions, case, Gender.MASCULINE, _MILLION))
    if thousands:
        parts.append(_scaled(thousands, case, Gender.FEMININE, _THOUSAND))
    if below:
        parts.append(_below_thousand(below, case, gender))
    return " ".join(parts)


def _scaled(count: int, case: Case, gender: Gender, noun: tuple[tuple[str, ...], ...]) -> str:
    singular, plural = noun
    if count == 1:
        return singular[case]
    words = _below_thousand(count, case, gender)
    direct = case in (Case.NOMINATIVE, Case.ACCUSATIVE)
    teens = 10 < count % 100 < 20
    if count % 10 == 1 and not teens:
        return f"{words} {singular[case]}"
    if not direct:
        return f"{words} {plural[case]}"
    few = 2 <= count % 10 <= 4 and not teens
    return f"{words} {singular[Case.GENITIVE] if few else plural[Case.GENITIVE]}"


def _below_thousand(number: int, case: Case, gender: Gender) -> str:
    parts = []
    hundreds, rest = number // 100 * 100, number % 100
    if hundreds:
        parts.append(_form(hundreds, case, gender))
    if rest > 20 and rest % 10:
        parts += [_form(rest // 10 * 10, case, gender), _form(rest % 10, case, gender)]
    elif rest:
        parts.append(_form(rest, case, gender))
    return " ".join(parts)


def _form(number: int, case: Case, gender: Gender) -> str:
    if number == 1:
        return _ONE[gender][case]
    if number == 2:
        feminine = gender is Gender.FEMININE and case in (Case.NOMINATIVE, Case.ACCUSATIVE)
        return "две" if feminine else _TWO[case]
    if number in _SMALL:
        return _SMALL[number][case]
    if number in _SOFT:
        return _SOFT[number] + ("ь", "и", "и", "ь", "ью", "и")[case]
    if number < 100:
        return _tens(number // 10, case)
    return _hundreds(number // 100, case)


def _tens(count: int, case: Case) -> str:
    """Return fifty to eighty: both parts decline."""
    if case in (Case.NOMINATIVE, Case.ACCUSATIVE):
        return _form(count, case, Gender.MASCULINE) + "десят"
    ending = "десятью" if case is Case.INSTRUMENTAL else "десяти"
    return _form(count, case, Gender.MASCULINE) + ending


def _hundreds(count: int, case: Case) -> str:
    """Return five hundred to nine hundred: both parts decline."""
    endings = ("сот", "сот", "стам", "сот", "стами", "стах")
    return _form(count, case, Gender.MASCULINE) + endings[case]
