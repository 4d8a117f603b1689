"""The case that a Russian number is spoken in: told by the word before it and by its noun.

Where the two do not tell it for sure there is no answer: the number then stays in digits.
"""

from __future__ import annotations

import re

from report.translation.spoken.russian import Case, Gender, cardinal
from report.translation.word_forms import Reading, readings

# What governs the genitive, whatever is counted; «более чем» and «не менее чем» govern nothing.
_GENITIVE = frozenset(
    (
        *("более", "больше", "свыше", "менее", "меньше", "около", "порядка", "до", "от", "из"),
        *("для", "без", "у", "после", "сверх", "кроме", "среди", "против", "вокруг"),
    )
)
_PREPOSITIONAL = frozenset(("о", "об", "обо", "при"))
_DATIVE = frozenset(("к", "ко", "благодаря", "согласно", "вопреки"))
_ALWAYS = (
    (_GENITIVE, Case.GENITIVE),
    (_PREPOSITIONAL, Case.PREPOSITIONAL),
    (_DATIVE, Case.DATIVE),
)
# These govern the accusative or another case: the form of the noun tells which.
_EITHER = frozenset(
    ("в", "во", "на", "за", "через", "про", "с", "со", "по", "под", "между", "перед", "над")
)
_OBLIQUE = {"datv": Case.DATIVE, "ablt": Case.INSTRUMENTAL, "loct": Case.PREPOSITIONAL}
_GENDERS = {"masc": Gender.MASCULINE, "femn": Gender.FEMININE, "neut": Gender.NEUTER}
_OF_TWO_CASES = ("ых", "их")  # adjectives and participles are alike in two cases
_WORD = re.compile(r"[А-Яа-яЁё]+")


def spoken(number: int, before: str, behind: str) -> str | None:
    """Return a number in words as its sentence wants it, or None where that is not sure.

    `before` and `behind` are the text on both sides of it.
    """
    found = _WORD.findall(before)
    governing = found[-1].lower() if found and before.rstrip().endswith(found[-1]) else ""
    match = re.match(r"[\s\u00a0]+([А-Яа-яЁё]+)", behind)
    counted = match.group(1).lower() if match else ""
    noun = readings(counted, "ru") if counted else ()
    if counted.endswith(_OF_TWO_CASES) and governing in _EITHER:
        return None  # «в 20 задержанных»: accusative or prepositional
    case = _case(governing, noun)
    if case is None:
        return None
    gender = _gender(number, case, noun)
    return None if gender is None else cardinal(number, case, gender)


def _case(governing: str, noun: tuple[Reading, ...]) -> Case | None:
    for words, case in _ALWAYS:
        if governing in words:
            return case
    oblique = {_OBLIQUE[one.case] for one in noun if one.case in _OBLIQUE}
    counted = any(one.case in ("gent", "gen2") for one in noun)
    if oblique and not counted:
        return oblique.pop() if len(oblique) == 1 else None
    if governing in _EITHER:
        direct = counted and not oblique and governing not in ("по", "под", "между")
        genitive = Case.GENITIVE if governing in ("с", "со") else Case.NOMINATIVE
        return genitive if direct else None
    return Case.NOMINATIVE


def _gender(number: int, case: Case, noun: tuple[Reading, ...]) -> Gender | None:
    """Return the gender that the last word takes; None where it matters and is not sure.

    Of one, two, three and four the living are counted otherwise than things in the accusative,
    which looks like the nominative here: the noun must stand in the genitive singular.
    """
    last, teens = number % 10, 10 < number % 100 < 20
    if not 1 <= last <= 4 or teens:
        return Gender.MASCULINE
    if last == 1:
        agreeing = {one for one in noun if one.number == "sing" and one.case == _TAGS[case]}
        genders = {_GENDERS[one.gender] for one in agreeing if one.gender in _GENDERS}
        return genders.pop() if len(genders) == 1 else None
    if case is not Case.NOMINATIVE:
        return Gender.MASCULINE
    counted = {one for one in noun if one.number == "sing" and one.case == "gent"}
    genders = {_GENDERS[one.gender] for one in counted if one.gender in _GENDERS}
    if last > 2:
        return Gender.MASCULINE if counted else None
    return genders.pop() if len(genders) == 1 else None


_TAGS = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
