"""Which numbers limit a time or name a session, in each language that can be written in."""

from __future__ import annotations

import pytest

from report.evidence.numbers import find_numbers
from report.evidence.uncounted import limits_time, names_by_order

LIMITS = {
    "en": ("within two years", "no later than 72 hours", "within six months of release"),
    "ru": ("в течение двух лет", "не позднее чем через шесть месяцев", "в течение 30 дней"),
    "kk": ("екі жыл ішінде", "30 күн ішінде", "30 күннен кешіктірмей"),
    "fr": ("dans un délai de deux ans", "d’ici six mois", "dans les 30 jours"),
}
NO_LIMITS = {
    "en": ("held for nine hours", "within two streets", "two years ago"),
    "ru": ("держали девять часов", "два года назад", "в течение двух допросов"),
    "kk": ("тоғыз сағат ұсталды", "екі жыл бұрын", "екі қала ішінде"),
    "fr": ("détenus neuf heures", "il y a deux ans", "dans les deux villes"),
}
NAMED = {
    "en": ("Fifty-third session", "the 53rd session", "the fourth cycle"),
    "ru": ("Пятьдесят третья сессия", "53-я сессия", "четвёртого цикла"),
    "kk": ("Елу үшінші сессия", "53-сессиясы", "төртінші цикл"),
    "fr": ("Cinquante-troisième session", "la 53e session", "quatrième cycle"),
}
COUNTED = {
    "en": ("the third protester", "53 sessions"),
    "ru": ("третий протестующий", "53 сессии"),
    "kk": ("үшінші наразы", "53 адам"),
    "fr": ("le troisième manifestant", "53 sessions"),
}


def _cases(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(lang, text) for lang, texts in table.items() for text in texts]


@pytest.mark.parametrize(("lang", "text"), _cases(LIMITS) + _cases(NO_LIMITS))
def test_a_time_limit_is_told_from_a_time(lang: str, text: str) -> None:
    """Within what time: only where the words say so."""
    (number,) = find_numbers(text, lang)
    assert limits_time(text, number, lang) == (text in LIMITS[lang])


@pytest.mark.parametrize(("lang", "text"), _cases(NAMED) + _cases(COUNTED))
def test_a_session_is_told_from_a_count(lang: str, text: str) -> None:
    """Named by its order: only an ordinal, only before such a word."""
    (number,) = find_numbers(text, lang)
    assert names_by_order(text, number, lang) == (text in NAMED[lang])
